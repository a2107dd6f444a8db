// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/checkout_routes.h"

#include "domain/cart_split.h"
#include "domain/stock.h"
#include "marketplace/checkout/cart.h"
#include "marketplace/checkout/checkout.h"
#include "marketplace/checkout/tariff.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qint64 maxWeightGrams = 1'000'000;

Answer showCart(Call& call, int status)
{
    const auto items = readCart(call.db(), call.caller().user);
    if (!items)
        return call.fail(items.error());
    return json(status, cartJson(*items));
}

/// Checks a line and puts it in: with what is there already, or instead of it.
Answer putItem(Call& call, const VariantId& variant, qint64 quantity, bool adds)
{
    const auto place = lookIntoCart(call.db(), call.caller().user, variant);
    if (!place)
        return call.fail(place.error());
    if (!place->forSale)
        return call.failNotFound();
    const qint64 wanted = adds ? quantity + place->quantity : quantity;
    if (wanted > maxStock)
        return call.fail(Violation{u"quantity"_s, Rule::OutOfRange, {u"1"_s, QString::number(maxStock)}});
    if (place->quantity == 0 && place->lines >= maxCartLines)
        return call.fail(Violation{u"items"_s, Rule::TooMany, {QString::number(maxCartLines)}});
    if (const auto put = putInCart(call.db(), call.caller().user, variant, wanted, call.now()); !put)
        return call.fail(put.error());
    return showCart(call, adds ? 201 : 200);
}

/// Below 1 is a malformed request by the contract, not a broken rule.
qint64 readQuantity(protocol::ObjectReader& reader)
{
    const qsizetype before = reader.errors().size();
    const qint64 quantity = reader.integer(u"quantity");
    if (reader.errors().size() == before && quantity < 1)
        reader.fail(u"quantity", u"out_of_range"_s);
    return std::min<qint64>(quantity, qint64(maxStock) + 1);
}

Answer addItem(Call& call)
{
    protocol::ObjectReader reader(call.body());
    const auto variant = reader.id<VariantId>(u"variantId");
    const qint64 quantity = readQuantity(reader);
    if (!reader.ok())
        return call.fail(reader.errors());
    return putItem(call, variant, quantity, true);
}

Answer setItem(Call& call)
{
    const auto variant = call.id<VariantId>(u"variantId");
    if (!variant)
        return tl::unexpected(variant.error());
    protocol::ObjectReader reader(call.body());
    const qint64 quantity = readQuantity(reader);
    if (!reader.ok())
        return call.fail(reader.errors());
    return putItem(call, *variant, quantity, false);
}

Answer removeItem(Call& call)
{
    const auto variant = call.id<VariantId>(u"variantId");
    if (!variant)
        return tl::unexpected(variant.error());
    const auto taken = takeFromCart(call.db(), call.caller().user, *variant);
    if (!taken)
        return call.fail(taken.error());
    if (!*taken)
        return call.failNotFound();
    return noContent();
}

Answer checkout(Call& call, EventsHub& hub)
{
    const auto wish = readCheckout(call);
    if (!wish)
        return tl::unexpected(wish.error());
    return placeCheckout(call, hub, *wish);
}

Answer quotes(Call& call)
{
    const auto store = StoreId::parse(call.request().queryValue(u"storeId").value_or(QString()));
    const QString postcode = call.request().queryValue(u"postcode").value_or(QString());
    bool ok = false;
    const qint64 weight = call.request().queryValue(u"weightGrams").value_or(QString()).toLongLong(&ok);
    QList<protocol::FieldError> wrong;
    if (!store)
        wrong.append({u"storeId"_s, u"not_an_id"_s});
    if (!isPostcode(postcode))
        wrong.append({u"postcode"_s, u"invalid"_s});
    if (!ok || weight < 0 || weight > maxWeightGrams)
        wrong.append({u"weightGrams"_s, u"out_of_range"_s});
    if (!wrong.isEmpty())
        return call.fail(wrong);
    const auto known = call.db().integer(u"SELECT count(*) FROM stores WHERE id = ?"_s, {store->toString()});
    if (!known)
        return call.fail(known.error());
    if (*known == 0)
        return call.failNotFound();
    QJsonArray items;
    for (const ShippingQuote& quote : shippingQuotes(postcode, weight))
        items.append(QJsonObject{{u"service"_s, quote.service},
                                 {u"price"_s, quote.price.rupiah},
                                 {u"minDays"_s, quote.minDays},
                                 {u"maxDays"_s, quote.maxDays}});
    return json(200, {{u"items"_s, items}});
}

} // namespace

QList<Route> checkoutRoutes(EventsHub& hub)
{
    return {
        {.method = "GET", .path = "/v1/cart", .access = Access::Customer, .work = Work::Read,
         .handle = [](Call& call) { return showCart(call, 200); }},
        {.method = "POST", .path = "/v1/cart/items", .access = Access::Customer, .work = Work::Write,
         .handle = addItem, .body = Body::Object},
        {.method = "PUT", .path = "/v1/cart/items/{variantId}", .access = Access::Customer, .work = Work::Write,
         .handle = setItem, .body = Body::Object},
        {.method = "DELETE", .path = "/v1/cart/items/{variantId}", .access = Access::Customer, .work = Work::Write,
         .handle = removeItem},
        {.method = "POST", .path = "/v1/checkouts", .access = Access::Customer, .work = Work::Write,
         .handle = [&hub](Call& call) { return checkout(call, hub); }, .body = Body::Object, .keyRequired = true},
        {.method = "GET", .path = "/v1/shipping/quotes", .work = Work::Read, .handle = quotes},
    };
}

} // namespace belanjain::marketplace
