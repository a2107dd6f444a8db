// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/orders/move_order.h"

#include "domain/text.h"
#include "marketplace/catalogue/row_locks.h"
#include "marketplace/catalogue/stock_batch.h"
#include "marketplace/mail/outbox.h"
#include "storage/text_value.h"

#include <map>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::textValue;
namespace
{

constexpr qsizetype maxReason = 200;
constexpr qsizetype maxCourier = 60;

QList<Violation> tooLong(const OrderMove& move)
{
    QList<Violation> broken;
    const auto check = [&](const QString& field, const QString& text, qsizetype most) {
        if (codePoints(text) > most)
            broken.append({field, Rule::TooLong, {QString::number(most)}});
    };
    check(u"reason"_s, move.reason, maxReason);
    check(u"courier"_s, move.courier, maxCourier);
    check(u"trackingNumber"_s, move.trackingNumber, maxCourier);
    return broken;
}

QString roleText(Role role)
{
    return role == Role::Seller ? u"seller"_s : u"customer"_s;
}

Ruled<void> moveStock(const WriteContext& context, const Order& order, StockEffect effect,
                      QList<MissingPieces>* missing)
{
    if (effect == StockEffect::None)
        return tl::expected<void, QList<Violation>>();
    QList<StockShift> shifts;
    for (const OrderLine& line : order.lines)
        shifts.append({line.variant, line.quantity, order.number});
    const MoveKind kind = effect == StockEffect::Ship ? MoveKind::Shipped : MoveKind::Released;
    const auto refused =
        shiftStock(context.db, context.writer, context.ids, context.now, kind, shifts, context.actor.name);
    if (!refused)
        return tl::unexpected(refused.error());
    QList<Violation> broken;
    for (const RefusedShift& each : *refused) {
        broken.append({u"lines"_s, Rule::OutOfStock, {QString::number(each.left)}});
        if (missing)
            missing->append({each.shift.variant, each.shift.quantity, each.left});
    }
    if (!broken.isEmpty())
        return refuse<void>(broken);
    return tl::expected<void, QList<Violation>>();
}

/// What a product has sold shows in the catalogue, so its row moves on too. In ascending id, so that two
/// orders cannot wait for each other.
Outcome countSold(const WriteContext& context, const Order& order)
{
    std::map<QString, qint64> sold;
    for (const OrderLine& line : order.lines)
        sold[line.product.toString()] += line.quantity;
    for (const auto& [product, pieces] : sold) {
        const auto counted = context.db.run(u"UPDATE products SET sold = sold + ? WHERE id = ?"_s, {pieces, product});
        if (!counted)
            return tl::unexpected(counted.error());
        context.writer.changed(context.space(), SyncedTable::Products, product);
    }
    return {};
}

/// And the seller, who need not look at an order any more that the customer has cancelled.
Outcome tellCustomer(const WriteContext& context, const OrderId& order, const OrderStep& step, Role role)
{
    const auto tell = [&](MailKind kind) {
        return queueMail(context.db, context.ids, kind, order.toString(), context.now);
    };
    switch (step.to) {
    case OrderStatus::Pending:
        return {};
    case OrderStatus::Processing:
        return tell(MailKind::OrderProcessing);
    case OrderStatus::Shipped:
        return tell(MailKind::OrderShipped);
    case OrderStatus::Delivered:
        return tell(MailKind::OrderDelivered);
    case OrderStatus::Cancelled:
        if (role == Role::Customer) {
            if (const auto told = tell(MailKind::OrderCancelledByBuyer); !told)
                return told;
        }
        return tell(MailKind::OrderCancelled);
    }
    return {};
}

Outcome record(const WriteContext& context, const Order& order, const OrderStep& step, const OrderMove& move, Role role)
{
    const auto stamp = [&](OrderTime time) { return step.stamps.testFlag(time) ? QVariant(context.now.ms) : QVariant(); };
    const bool cancels = step.to == OrderStatus::Cancelled;
    const bool ships = step.to == OrderStatus::Shipped;
    const auto updated = context.db.run(
        u"UPDATE orders SET status = ?, processed_at = coalesce(?, processed_at), shipped_at = coalesce(?, shipped_at), "
        "delivered_at = coalesce(?, delivered_at), cancelled_at = coalesce(?, cancelled_at), cancel_reason = ?, "
        "courier = ?, tracking_number = ? WHERE id = ?"_s,
        {wireName(step.to), stamp(OrderTime::Processed), stamp(OrderTime::Shipped), stamp(OrderTime::Delivered),
         stamp(OrderTime::Cancelled), textValue(cancels ? move.reason : order.cancelReason),
         textValue(ships ? move.courier : order.courier),
         textValue(ships ? move.trackingNumber : order.trackingNumber), order.id.toString()});
    if (!updated)
        return tl::unexpected(updated.error());
    const auto noted = context.db.run(
        u"INSERT INTO order_events (order_id, at, from_status, to_status, role, moved_by, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {order.id.toString(), context.now.ms, wireName(step.from), wireName(step.to), roleText(role),
         textValue(context.actor.name), textValue(move.reason)});
    if (!noted)
        return tl::unexpected(noted.error());
    if (const auto queued = tellCustomer(context, order.id, step, role); !queued)
        return queued;
    context.writer.changed(context.space(), SyncedTable::Orders, order.id.toString());
    return step.to == OrderStatus::Delivered ? countSold(context, order) : Outcome{};
}

} // namespace

OrderMove OrderMove::read(protocol::ObjectReader& reader)
{
    OrderMove move;
    const QString to = reader.string(u"to");
    if (const auto status = parseOrderStatus(to))
        move.to = *status;
    else if (!to.isNull())
        reader.fail(u"to", u"unknown_value"_s);
    move.reason = normalisedLine(reader.optionalString(u"reason").value_or(u""_s));
    move.courier = normalisedLine(reader.optionalString(u"courier").value_or(u""_s));
    move.trackingNumber = normalisedLine(reader.optionalString(u"trackingNumber").value_or(u""_s));
    return move;
}

Ruled<void> moveOrder(const WriteContext& context, const OrderId& id, const OrderMove& move, Role role,
                      QList<MissingPieces>* missing)
{
    // Two who move one order follow one another, and the second sees what the first did.
    if (const auto locked = lockOrder(context.db, id.toString()); !locked)
        return tl::unexpected(locked.error());
    const auto found = findOrder(context.db, id);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->store != context.actor.store)
        return refuse<void>(u"id"_s, Rule::NotFound);
    const Order& order = **found;
    if (const QList<Violation> broken = tooLong(move); !broken.isEmpty())
        return refuse<void>(broken);
    const auto step = transition(order.status, move.to, role, !move.reason.isEmpty());
    if (!step)
        return refuse<void>({step.error()});
    if (const auto stock = moveStock(context, order, step->stock, missing); !stock || !*stock)
        return stock;
    if (const auto recorded = record(context, order, *step, move, role); !recorded)
        return tl::unexpected(recorded.error());
    return tl::expected<void, QList<Violation>>();
}

} // namespace belanjain::marketplace
