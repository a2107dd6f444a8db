// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/keys.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qsizetype keyBytes = 32;

storage::Result<QByteArray> keyNamed(storage::Database& db, ports::RandomSource& random, const QString& name)
{
    QByteArray made(keyBytes, '\0');
    random.fill({reinterpret_cast<quint8*>(made.data()), size_t(made.size())});
    // Two instances may start at once: the first one's key counts for both.
    const auto inserted = db.run(u"INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"_s,
                                 {name, QString::fromLatin1(made.toHex())});
    if (!inserted)
        return tl::unexpected(inserted.error());
    const auto kept = db.one(u"SELECT value FROM settings WHERE name = ?"_s, {name},
                             [](const storage::Row& row) { return QByteArray::fromHex(row.text(0).toLatin1()); });
    if (!kept)
        return tl::unexpected(kept.error());
    if (!*kept || (*kept)->size() != keyBytes)
        return tl::unexpected(storage::Error{storage::Error::Kind::Corrupt, u"the key %1 is damaged"_s.arg(name)});
    return **kept;
}

} // namespace

storage::Result<ServerKeys> loadKeys(storage::Database& db, ports::RandomSource& random)
{
    const auto access = keyNamed(db, random, u"key.access_token"_s);
    if (!access)
        return tl::unexpected(access.error());
    const auto refresh = keyNamed(db, random, u"key.refresh_token"_s);
    if (!refresh)
        return tl::unexpected(refresh.error());
    const auto fields = keyNamed(db, random, u"key.fields"_s);
    if (!fields)
        return tl::unexpected(fields.error());
    return ServerKeys{*access, *refresh, *fields};
}

} // namespace belanjain::marketplace
