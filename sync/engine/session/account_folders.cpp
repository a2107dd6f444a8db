// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/account_folders.h"

#include "protocol/json.h"
#include "storage/durable_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

const QString lastFile = QStringLiteral("last-account.json");

QString storePart(const ports::Account& account)
{
    return account.store ? account.store->toString() : QStringLiteral("customer");
}

QString marketplacePart(const QUrl& address, bool onThisComputer)
{
    const QByteArray key = AccountFolders::marketplaceKey(address, onThisComputer).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(16));
}

/// The folder, made and closed to others; empty when that failed.
QString ownFolder(const QString& folder)
{
    const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    return storage::makeFolder(folder) && QFile::setPermissions(folder, ownerOnly) ? folder : QString();
}

} // namespace

QString AccountFolders::marketplaceKey(const QUrl& address, bool onThisComputer)
{
    if (onThisComputer)
        return u"this-computer"_s;
    const QString scheme = address.scheme().toLower();
    const int port = address.port(scheme == u"https" ? 443 : 80);
    QString path = address.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return u"%1://%2:%3%4"_s.arg(scheme, address.host().toLower()).arg(port).arg(path);
}

QString AccountFolders::replicaFile(const ports::Account& account, bool onThisComputer) const
{
    const QString folder = ownFolder(u"%1/accounts/%2/%3/%4"_s.arg(
        m_root, marketplacePart(account.marketplace, onThisComputer), account.user.toString(), storePart(account)));
    return folder.isEmpty() ? QString() : folder + u"/replica.db"_s;
}

QString AccountFolders::guestFolder(const QUrl& marketplace, bool onThisComputer) const
{
    return ownFolder(u"%1/accounts/%2/guest"_s.arg(m_root, marketplacePart(marketplace, onThisComputer)));
}

QString AccountFolders::secretKey(const ports::Account& account, bool onThisComputer)
{
    return u"%1|%2|%3"_s.arg(marketplaceKey(account.marketplace, onThisComputer), account.user.toString(),
                             storePart(account));
}

std::optional<AccountFolders::LastAccount> AccountFolders::last() const
{
    QFile file(m_root + u'/' + lastFile);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto json = protocol::parseObject(file.read(64 << 10));
    if (!json)
        return std::nullopt;
    protocol::ObjectReader reader(*json);
    LastAccount last;
    last.account.user = reader.id<UserId>(u"user");
    last.account.name = reader.string(u"name");
    last.account.email = reader.string(u"email");
    last.account.seller = reader.boolean(u"seller");
    last.account.store = reader.optionalId<StoreId>(u"store");
    last.account.storeName = reader.string(u"storeName");
    last.account.marketplace = QUrl(reader.string(u"marketplace"), QUrl::StrictMode);
    last.onThisComputer = reader.boolean(u"onThisComputer");
    return reader.ok() ? std::optional(last) : std::nullopt;
}

bool AccountFolders::remember(const LastAccount& last) const
{
    QJsonObject json{{u"user"_s, last.account.user.toString()},
                     {u"name"_s, last.account.name},
                     {u"email"_s, last.account.email},
                     {u"seller"_s, last.account.seller},
                     {u"storeName"_s, last.account.storeName},
                     {u"marketplace"_s, last.account.marketplace.toString()},
                     {u"onThisComputer"_s, last.onThisComputer}};
    if (last.account.store)
        json[u"store"_s] = last.account.store->toString();
    QSaveFile file(m_root + u'/' + lastFile);
    return storage::makeFolder(m_root) && file.open(QIODevice::WriteOnly) && file.write(protocol::toJson(json)) > 0
           && storage::commitDurably(file);
}

void AccountFolders::forget() const { QFile::remove(m_root + u'/' + lastFile); }

} // namespace belanjain::engine
