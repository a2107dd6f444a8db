// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/checkout_routes.h"
#include "marketplace/checkout/tariff.h"

#include <array>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// The parameter as a whole number within the range; else it is named as wrong.
qint64 numberIn(const Call& call, const QString& name, qint64 least, qint64 most, QList<protocol::FieldError>& wrong)
{
    const auto text = call.request().queryValue(name);
    if (!text) {
        wrong.append({name, u"missing"_s});
        return 0;
    }
    bool ok = false;
    const qint64 number = text->toLongLong(&ok);
    if (!ok)
        wrong.append({name, u"not_an_integer"_s});
    else if (number < least || number > most)
        wrong.append({name, u"out_of_range"_s});
    return number;
}

/// All three sides or none.
qint64 volumeIn(const Call& call, QList<protocol::FieldError>& wrong)
{
    const std::array sides{u"lengthCm"_s, u"widthCm"_s, u"heightCm"_s};
    const bool any = std::any_of(sides.cbegin(), sides.cend(),
                                 [&](const QString& side) { return call.request().hasQuery(side); });
    if (!any)
        return 0;
    const qsizetype before = wrong.size();
    qint64 volume = 1;
    for (const QString& side : sides) {
        const qint64 length = numberIn(call, side, 1, maxParcelSide, wrong);
        volume = wrong.size() > before ? 0 : volume * length;
    }
    return volume;
}

Answer quotes(Call& call, const ShippingDesk& desk)
{
    QList<protocol::FieldError> wrong;
    const auto store = StoreId::parse(call.request().queryValue(u"storeId").value_or(QString()));
    if (!store)
        wrong.append({u"storeId"_s, call.request().hasQuery(u"storeId") ? u"not_an_id"_s : u"missing"_s});
    const QString postcode = call.request().queryValue(u"postcode").value_or(QString());
    if (!isPostcode(postcode))
        wrong.append({u"postcode"_s, call.request().hasQuery(u"postcode") ? u"invalid"_s : u"missing"_s});
    const Parcel parcel{numberIn(call, u"weightGrams"_s, 0, maxParcelGrams, wrong), volumeIn(call, wrong)};
    if (!wrong.isEmpty())
        return call.fail(wrong);
    const auto location = call.db().one(u"SELECT location FROM stores WHERE id = ?"_s, {store->toString()},
                                        [](const storage::Row& row) { return row.text(0); });
    if (!location)
        return call.fail(location.error());
    if (!*location)
        return call.failNotFound();
    const auto to = desk.destination(postcode);
    if (!to)
        return call.fail(Violation{u"postcode"_s, Rule::UnknownValue, {postcode}});
    const auto found = desk.quotes(call.db(), desk.origin(**location), *to, parcel, call.language());
    if (!found)
        return call.fail(found.error());
    QJsonArray items;
    for (const ShippingQuote& quote : *found)
        items.append(quote.toJson());
    return json(200, {{u"items"_s, items}, {u"chargeableGrams"_s, parcel.chargeable()}});
}

} // namespace

QList<Route> shippingRoutes(std::shared_ptr<const ShippingDesk> desk)
{
    return {{.method = "GET", .path = "/v1/shipping/quotes", .work = Work::Read,
             .handle = [desk = std::move(desk)](Call& call) { return quotes(call, *desk); }}};
}

} // namespace belanjain::marketplace
