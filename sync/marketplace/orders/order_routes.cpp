// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/orders/order_routes.h"

#include "domain/store.h"
#include "marketplace/accounts/users.h"
#include "marketplace/orders/history.h"
#include "marketplace/orders/move_order.h"
#include "marketplace/orders/order_list.h"
#include "marketplace/syncing/events_hub.h"

#include <QTimeZone>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// The zone in which the caller's days begin: the store's, or the one asked for.
Expected<QTimeZone> zoneOf(const Call& call)
{
    QString name = call.request().queryValue(u"tz").value_or(u"Asia/Jakarta"_s);
    if (!call.caller().store.isNull() && !call.request().hasQuery(u"tz")) {
        const auto stored = call.db().one(u"SELECT time_zone FROM stores WHERE id = ?"_s,
                                          {call.caller().store.toString()},
                                          [](const storage::Row& row) { return row.text(0); });
        if (!stored)
            return call.fail(stored.error());
        name = stored->value_or(name);
    }
    // QTimeZone takes rules such as "Jakarta" for zones, which the contract does not.
    if (!checkTimeZone(name, u"tz"_s))
        return tl::unexpected(badParameter(u"tz"_s, call.language()));
    return QTimeZone(name.toUtf8());
}

/// The order in the path, if it is the caller's: their own, or their store's.
Expected<Order> ownOrder(const Call& call)
{
    const auto id = call.id<OrderId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    const auto order = findOrder(call.db(), *id);
    if (!order)
        return call.fail(order.error());
    if (!*order)
        return call.failNotFound();
    const Caller& caller = call.caller();
    if (!caller.owns((*order)->store) && (*order)->customer != caller.user)
        return call.failForbidden();
    return **order;
}

Answer list(Call& call)
{
    const auto zone = zoneOf(call);
    if (!zone)
        return tl::unexpected(zone.error());
    auto query = readOrderQuery(call, *zone);
    if (!query)
        return tl::unexpected(query.error());
    if (call.caller().role == Role::Seller)
        query->store = call.caller().store;
    else
        query->customer = call.caller().user;
    const auto page = listOrders(call.db(), *query);
    if (!page)
        return call.fail(page.error());
    QJsonArray items;
    for (const Order& order : page->orders)
        items.append(order.toJson());
    return json(200, listBody(query->page, items, page->next, page->total));
}

Answer detail(Call& call)
{
    const auto order = ownOrder(call);
    if (!order)
        return tl::unexpected(order.error());
    return resource(200, order->toJson(), order->version, QByteArray::number(order->storeVersion));
}

/// From the moment it was placed; oldest first.
Answer history(Call& call)
{
    const auto order = ownOrder(call);
    if (!order)
        return tl::unexpected(order.error());
    const auto events = readHistory(call.db(), *order);
    if (!events)
        return call.fail(events.error());
    QJsonArray items;
    for (const OrderEvent& event : *events)
        items.append(event.toJson());
    return resource(200, {{u"items"_s, items}}, order->version);
}

Answer refused(const Call& call, const QList<Violation>& violations, const QList<MissingPieces>& missing)
{
    protocol::Problem problem = fromViolations(violations, call.language());
    if (violations.first().rule == Rule::IllegalTransition) {
        const QStringList& args = violations.first().args; // from, to, allowed
        problem.extra[u"from"_s] = args.value(0);
        problem.extra[u"allowed"_s] = QJsonArray::fromStringList(args.value(2).split(u',', Qt::SkipEmptyParts));
    }
    for (qsizetype i = 0; i < missing.size() && i < problem.errors.size(); ++i)
        problem.errors[i].extra = {{u"variantId"_s, missing[i].variant.toString()},
                                   {u"requested"_s, missing[i].requested},
                                   {u"available"_s, missing[i].onHand}};
    return tl::unexpected(problem);
}

Answer move(Call& call, EventsHub& hub)
{
    protocol::ObjectReader reader(call.body());
    const OrderMove wish = OrderMove::read(reader);
    if (!reader.ok())
        return call.fail(reader.errors());
    const auto order = ownOrder(call);
    if (!order)
        return tl::unexpected(order.error());
    const auto user = findUser(call.db(), call.caller().user);
    if (!user)
        return call.fail(user.error());
    const Role role = call.caller().owns(order->store) ? Role::Seller : Role::Customer;
    SpaceWriter writer(call.db(), call.now());
    const WriteContext context{call.db(), writer, call.ids(), call.now(),
                               {.store = order->store, .name = *user ? (*user)->name : QString(), .device = {}}};
    QList<MissingPieces> missing;
    const auto moved = moveOrder(context, order->id, wish, role, &missing);
    if (!moved)
        return call.fail(moved.error());
    if (!*moved)
        return refused(call, moved->error(), missing);
    if (const auto finished = finishAndAnnounce(call, writer, hub); !finished)
        return call.fail(finished.error());
    return detail(call);
}

} // namespace

QList<Route> orderRoutes(EventsHub& hub)
{
    return {
        {.method = "GET", .path = "/v1/orders", .access = Access::SignedIn, .work = Work::Read, .handle = list},
        {.method = "GET", .path = "/v1/orders/{id}", .access = Access::SignedIn, .work = Work::Read, .handle = detail},
        {.method = "POST", .path = "/v1/orders/{id}/transitions", .access = Access::SignedIn, .work = Work::Write,
         .handle = [&hub](Call& call) { return move(call, hub); }, .body = Body::Object},
        {.method = "GET", .path = "/v1/orders/{id}/history", .access = Access::SignedIn, .work = Work::Read,
         .handle = history},
    };
}

} // namespace belanjain::marketplace
