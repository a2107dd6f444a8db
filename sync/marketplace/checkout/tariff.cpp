// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/tariff.h"

#include <QFile>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

Regions shippedRegions()
{
    QFile file(u":/regions/regions.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the regions are not built into this program");
    auto regions = Regions::parse(QString::fromUtf8(file.readAll()));
    if (!regions)
        qFatal("the regions built into this program cannot be read");
    return *std::move(regions);
}

constexpr char16_t byLane[] =
    u"SELECT s.code, s.name_id, s.name_en, t.base_price, t.base_kilograms, t.per_kilogram, t.max_kilograms, "
    "t.min_days, t.max_days FROM shipping_tariffs t JOIN shipping_services s ON s.code = t.service WHERE t.lane = ";

} // namespace

QJsonObject ShippingQuote::toJson() const
{
    return {{u"service"_s, service},
            {u"name"_s, name},
            {u"price"_s, price.rupiah},
            {u"days"_s, QJsonObject{{u"min"_s, minDays}, {u"max"_s, maxDays}}},
            {u"minDays"_s, minDays},
            {u"maxDays"_s, maxDays}};
}

ShippingDesk::ShippingDesk() : m_regions(shippedRegions()) {}

Place ShippingDesk::origin(const QString& storeLocation) const
{
    return m_regions.ofText(storeLocation).value_or(Place{u"JAWA"_s, {}, {}});
}

storage::Result<QList<ShippingQuote>> ShippingDesk::quotes(storage::Database& db, const Place& from, const Place& to,
                                                           const Parcel& parcel, Language language) const
{
    QString sql = QString::fromUtf16(byLane);
    QVariantList values;
    if (isSameCity(from, to) || isSameProvince(from, to)) {
        sql += u'?';
        values << (isSameCity(from, to) ? u"CITY"_s : u"PROVINCE"_s);
    } else {
        sql += u"(SELECT lane FROM shipping_lanes WHERE origin_zone = ? AND destination_zone = ?)"_s;
        values << from.zone << to.zone;
    }
    const qint64 grams = parcel.chargeable();
    QList<ShippingQuote> quotes;
    const auto done = db.each(sql, values, [&](const storage::Row& row) {
        const Tariff tariff{{row.integer(3)}, row.integer(4), {row.integer(5)}, row.integer(6)};
        if (const auto price = shippingPrice(tariff, grams))
            quotes.append({row.text(0), row.text(language == Language::English ? 2 : 1), *price, row.integer32(7),
                           row.integer32(8)});
    });
    if (!done)
        return tl::unexpected(done.error());
    std::sort(quotes.begin(), quotes.end(), [](const ShippingQuote& a, const ShippingQuote& b) {
        return std::tie(a.price, a.maxDays, a.service) < std::tie(b.price, b.maxDays, b.service);
    });
    return quotes;
}

} // namespace belanjain::marketplace
