// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/request.h"

namespace belanjain::http {

std::optional<QString> Request::queryValue(QStringView name) const
{
    for (const QueryItem& item : query) {
        if (item.name == name)
            return item.value;
    }
    return std::nullopt;
}

QStringList Request::queryValues(QStringView name) const
{
    QStringList values;
    for (const QueryItem& item : query) {
        if (item.name == name)
            values.append(item.value);
    }
    return values;
}

bool Request::hasQuery(QStringView name) const
{
    return queryValue(name).has_value();
}

} // namespace belanjain::http
