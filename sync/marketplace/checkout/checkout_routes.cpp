// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/checkout_routes.h"

#include "marketplace/checkout/checkout.h"
#include "marketplace/checkout/tariff.h"

namespace belanjain::marketplace
{
namespace
{

Answer checkout(Call& call, EventsHub& hub, const ShippingDesk& desk)
{
    const auto wish = readCheckout(call);
    if (!wish)
        return tl::unexpected(wish.error());
    return placeCheckout(call, hub, desk, *wish);
}

} // namespace

QList<Route> checkoutRoutes(EventsHub& hub)
{
    const auto desk = std::make_shared<const ShippingDesk>();
    QList<Route> routes = cartRoutes();
    routes += {.method = "POST", .path = "/v1/checkouts", .access = Access::Customer, .work = Work::Write,
               .handle = [&hub, desk](Call& call) { return checkout(call, hub, *desk); }, .body = Body::Object,
               .keyRequired = true};
    return routes + shippingRoutes(desk);
}

} // namespace belanjain::marketplace
