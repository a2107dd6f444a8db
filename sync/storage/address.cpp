// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/address.h"

#include <QUrl>
#include <QUrlQuery>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;

namespace
{

/// What may stand behind the question mark. False when it means nothing here.
bool takeParameter(Address& address, const QString& name, const QString& value)
{
    if (name == u"host")
        address.host = value;
    else if (name == u"user")
        address.user = value;
    else if (name == u"password")
        address.password = value;
    else if (name == u"sslmode" || name == u"sslrootcert" || name == u"sslcert" || name == u"sslkey")
        address.tls.append({name, value});
    else
        return false;
    return true;
}

} // namespace

tl::expected<Address, QString> Address::parse(const QString& text)
{
    if (text.startsWith(u"sqlite:")) {
        const QString file = text.mid(7);
        if (file.isEmpty())
            return tl::unexpected(u"sqlite: needs a file name"_s);
        return sqlite(file);
    }
    if (text.startsWith(u"postgresql://") || text.startsWith(u"postgres://")) {
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.path().size() < 2)
            return tl::unexpected(u"not a PostgreSQL address: postgresql://user:password@host/database"_s);
        Address address{.dialect = Dialect::Postgres,
                       .file = {},
                       .host = url.host(),
                       .port = url.port(5432),
                       .user = url.userName(QUrl::FullyDecoded),
                       .password = url.password(QUrl::FullyDecoded),
                       .name = url.path(QUrl::FullyDecoded).mid(1)};
        const auto parameters = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
        for (const auto& [name, value] : parameters) {
            if (!takeParameter(address, name, value))
                return tl::unexpected(u"'%1' means nothing in a PostgreSQL address"_s.arg(name));
        }
        return address;
    }
    return tl::unexpected(u"a database address starts with sqlite: or postgresql://"_s);
}

} // namespace belanjain::storage
