// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/address.h"

#include <QUrl>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;

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
        return Address{.dialect = Dialect::Postgres,
                       .file = {},
                       .host = url.host(),
                       .port = url.port(5432),
                       .user = url.userName(QUrl::FullyDecoded),
                       .password = url.password(QUrl::FullyDecoded),
                       .name = url.path(QUrl::FullyDecoded).mid(1)};
    }
    return tl::unexpected(u"a database address starts with sqlite: or postgresql://"_s);
}

} // namespace belanjain::storage
