// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/cart.h"
#include "marketplace/checkout/checkout_routes.h"

#include "domain/cart_split.h"
#include "marketplace/runtime/conditional.h"

#include <QCryptographicHash>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

Answer showCart(Call& call, int status)
{
    const auto items = readCart(call.db(), call.caller().user);
    if (!items)
        return call.fail(items.error());
    return json(status, cartJson(*items, call.language()));
}

/// Tagged by what it says, since a price or a shelf elsewhere changes it too.
Answer getCart(Call& call)
{
    Answer answer = showCart(call, 200);
    if (answer) {
        const QByteArray hash = QCryptographicHash::hash(answer->body, QCryptographicHash::Sha1).toHex();
        http::setHeader(answer->headers, QByteArrayLiteral("ETag"), '"' + hash + '"');
    }
    return answer;
}

/// A line has no tag of its own: If-Match speaks of the cart that it is in.
Expected<void> checkCartMatch(Call& call)
{
    if (!call.request().headers.contains("If-Match"))
        return {};
    const Answer cart = getCart(call);
    if (!cart)
        return tl::unexpected(cart.error());
    const QByteArray current = http::headerValue(cart->headers, "ETag").toByteArray();
    if (matchesTag(call.request().headers.joined("If-Match"), false, [&](QByteArrayView tag) { return tag == current; }))
        return {};
    return call.fail(412, u"precondition_failed"_s);
}

/// Checks a line and puts it in: with what is there already, or instead of it.
Answer putItem(Call& call, const VariantId& variant, qint64 quantity, bool adds)
{
    const auto place = lookIntoCart(call.db(), call.caller().user, variant);
    if (!place)
        return call.fail(place.error());
    if (!place->forSale)
        return call.failNotFound();
    const Violation tooMany{u"quantity"_s, Rule::OutOfRange, {u"1"_s, QString::number(maxCartQuantity)}};
    if (quantity > maxCartQuantity)
        return call.fail(tooMany);
    if (place->quantity == 0 && place->lines >= maxCartLines)
        return call.fail(Violation{u"items"_s, Rule::TooMany, {QString::number(maxCartLines)}});
    if (adds) {
        const auto added = addToCart(call.db(), call.caller().user, variant, quantity, call.now());
        if (!added)
            return call.fail(added.error());
        if (!*added)
            return call.fail(tooMany);
    } else if (const auto set = setInCart(call.db(), call.caller().user, variant, quantity, call.now()); !set) {
        return call.fail(set.error());
    }
    return showCart(call, adds ? 201 : 200);
}

/// Below 1 is a malformed request by the contract, not a broken rule.
qint64 readQuantity(protocol::ObjectReader& reader)
{
    const qsizetype before = reader.errors().size();
    const qint64 quantity = reader.integer(u"quantity");
    if (reader.errors().size() == before && quantity < 1)
        reader.fail(u"quantity", u"out_of_range"_s);
    return quantity;
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
    if (const auto fresh = checkCartMatch(call); !fresh)
        return tl::unexpected(fresh.error());
    const auto taken = takeFromCart(call.db(), call.caller().user, {*variant});
    if (!taken)
        return call.fail(taken.error());
    if (*taken == 0)
        return call.failNotFound();
    return noContent();
}

} // namespace

QList<Route> cartRoutes()
{
    return {
        {.method = "GET", .path = "/v1/cart", .access = Access::Customer, .work = Work::Read, .handle = getCart},
        {.method = "POST", .path = "/v1/cart/items", .access = Access::Customer, .work = Work::Write,
         .handle = addItem, .body = Body::Object},
        {.method = "PUT", .path = "/v1/cart/items/{variantId}", .access = Access::Customer, .work = Work::Write,
         .handle = setItem, .body = Body::Object},
        {.method = "DELETE", .path = "/v1/cart/items/{variantId}", .access = Access::Customer, .work = Work::Write,
         .handle = removeItem},
    };
}

} // namespace belanjain::marketplace
