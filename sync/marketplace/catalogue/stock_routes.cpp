// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/product_routes.h"

#include "marketplace/catalogue/stock.h"
#include "marketplace/runtime/list.h"
#include "marketplace/syncing/events_hub.h"

#include "domain/text.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using protocol::ObjectReader;
using storage::Row;
namespace
{

constexpr qsizetype maxReason = 200;

struct StockOrder
{
    bool isCount = false;
    qint64 delta = 0;
    qint64 counted = 0;
    qint64 expected = 0;
    QString reason;
};

Expected<StockOrder> readOrder(const Call& call)
{
    ObjectReader reader(call.body());
    StockOrder order;
    const QString kind = reader.string(u"kind");
    order.isCount = kind == u"count";
    if (order.isCount) {
        order.counted = reader.integer(u"counted");
        order.expected = reader.integer(u"expected");
    } else if (kind == u"adjust") {
        order.delta = reader.integer(u"delta");
    } else if (reader.has(u"kind")) {
        reader.fail(u"kind", u"unknown_value"_s);
    }
    order.reason = normalisedLine(reader.optionalString(u"reason").value_or(QString()));
    if (!reader.ok())
        return call.fail(reader.errors());
    if (codePoints(order.reason) > maxReason)
        return call.fail(Violation{u"reason"_s, Rule::TooLong, {QString::number(maxReason)}});
    return order;
}

/// The variant in the path, if it is the caller's.
Expected<VariantId> ownVariant(Call& call)
{
    const auto id = call.id<VariantId>(u"id");
    if (!id)
        return id;
    const auto store = call.db().one(u"SELECT store_id FROM variants WHERE id = ?"_s, {id->toString()},
                                     [](const Row& row) { return row.id<StoreId>(0).value_or(StoreId()); });
    if (!store)
        return call.fail(store.error());
    if (!*store)
        return call.failNotFound();
    if (!call.caller().owns(**store))
        return call.failForbidden();
    return id;
}

QJsonArray toJson(const QList<StockMove>& moves)
{
    QJsonArray array;
    for (const StockMove& move : moves)
        array.append(move.toJson());
    return array;
}

Answer refused(Call& call, const VariantId& variant, const StockOrder& order, const Violation& violation)
{
    protocol::Problem problem = fromViolation(violation, call.language());
    if (violation.rule == Rule::StaleCount) {
        const auto moves = movesSince(call.db(), variant, order.expected);
        if (!moves)
            return call.fail(moves.error());
        problem.extra[u"moves"_s] = toJson(*moves);
    }
    return tl::unexpected(problem);
}

Answer moveStock(Call& call, EventsHub& hub)
{
    const auto order = readOrder(call);
    if (!order)
        return tl::unexpected(order.error());
    const auto variant = ownVariant(call);
    if (!variant)
        return tl::unexpected(variant.error());
    const auto name = callerName(call);
    if (!name)
        return call.fail(name.error());
    SpaceWriter writer(call.db(), call.now());
    StockLedger ledger(call.db(), writer, call.ids(), call.now());
    const MoveNote note{.reason = order->reason, .by = *name, .orderNumber = {}};
    const auto moved = order->isCount ? ledger.count(*variant, order->counted, order->expected, note)
                                      : ledger.adjust(*variant, order->delta, note);
    if (!moved)
        return call.fail(moved.error());
    if (!*moved)
        return refused(call, *variant, *order, moved->error());
    if (const auto done = finishAndAnnounce(call, writer, hub); !done)
        return call.fail(done.error());
    const auto version = call.db().integer(u"SELECT version FROM variants WHERE id = ?"_s, {variant->toString()});
    if (!version)
        return call.fail(version.error());
    const StockLevel level = **moved;
    QJsonObject body{{u"onHand"_s, level.onHand},
                     {u"reserved"_s, level.reserved},
                     {u"available"_s, level.available()},
                     {u"version"_s, *version}};
    if (level.shortfall() > 0)
        body[u"shortfall"_s] = level.shortfall();
    return resource(200, body, *version);
}

Answer listMoves(Call& call)
{
    const auto variant = ownVariant(call);
    if (!variant)
        return tl::unexpected(variant.error());
    const auto parameters = listParameters(call, u"moves"_s, 1);
    if (!parameters)
        return tl::unexpected(parameters.error());
    const auto page = readMoves(call.db(), *variant, parameters->after.at(0).toString(), parameters->limit,
                                parameters->offset());
    if (!page)
        return call.fail(page.error());
    qint64 total = 0;
    if (parameters->page) {
        const auto count =
            call.db().integer(u"SELECT count(*) FROM stock_moves WHERE variant_id = ?"_s, {variant->toString()});
        if (!count)
            return call.fail(count.error());
        total = *count;
    }
    const QJsonArray next = page->nextBefore.isEmpty() ? QJsonArray() : QJsonArray{page->nextBefore};
    return json(200, listBody(*parameters, toJson(page->moves), next, total));
}

} // namespace

QList<Route> stockRoutes(EventsHub& hub)
{
    return {{.method = "POST", .path = "/v1/variants/{id}/stock", .access = Access::Seller, .work = Work::Write,
             .handle = [&hub](Call& call) { return moveStock(call, hub); }, .body = Body::Object},
            {.method = "GET", .path = "/v1/variants/{id}/moves", .access = Access::Seller, .handle = listMoves}};
}

} // namespace belanjain::marketplace
