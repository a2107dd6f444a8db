// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/store.h"

#include "domain/product_fields.h"
#include "domain/text.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace belanjain {
using namespace Qt::StringLiterals;

Checked<QString> checkStoreName(const QString& text, const QString& field)
{
    return checkLine(text, maxStoreName, field);
}

Checked<QString> checkStoreLocation(const QString& text, const QString& field)
{
    return checkOptionalLine(text, maxStoreLocation, field);
}

Checked<QString> checkStoreDescription(const QString& text, const QString& field)
{
    return checkOptionalText(text, maxStoreDescription, field);
}

Checked<QString> checkTimeZone(const QString& name, const QString& field)
{
    // The shape comes first: Qt would take POSIX rules such as WIB-7 too, which nothing else understands.
    static const QRegularExpression shape(uR"(\A(?:UTC|[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2})\z)"_s);
    if (!shape.match(name).hasMatch() || !QTimeZone::isTimeZoneIdAvailable(name.toLatin1()))
        return tl::unexpected(Violation{field, Rule::UnknownTimeZone, {name}});
    return name;
}

tl::expected<StoreProfile, QList<Violation>> checkStoreProfile(const StoreProfile& profile)
{
    QList<Violation> broken;
    StoreProfile checked;
    const auto take = [&broken](auto result, auto& into) {
        if (result)
            into = *result;
        else
            broken += result.error();
    };
    take(checkStoreName(profile.name, u"name"_s), checked.name);
    take(checkStoreLocation(profile.location, u"location"_s), checked.location);
    take(checkStoreDescription(profile.description, u"description"_s), checked.description);
    take(checkThreshold(profile.lowStockThreshold, u"lowStockThreshold"_s), checked.lowStockThreshold);
    take(checkTimeZone(profile.timeZone, u"timeZone"_s), checked.timeZone);
    if (!broken.isEmpty())
        return tl::unexpected(broken);
    return checked;
}

} // namespace belanjain
