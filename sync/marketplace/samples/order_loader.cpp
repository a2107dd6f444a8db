// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/order_loader.h"

#include "domain/order_state.h"
#include "domain/stock.h"
#include "marketplace/accounts/accounts.h"
#include "marketplace/catalogue/draft_json.h"
#include "storage/text_value.h"

#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

using storage::Outcome;
using storage::textValue;

QVariant timeValue(const std::optional<Instant>& at) { return at ? QVariant(at->ms) : QVariant(); }

QJsonObject addressOf(const PlannedCustomer& customer)
{
    return {{u"recipient"_s, customer.name},    {u"phone"_s, customer.phone},
            {u"street"_s, customer.street},     {u"city"_s, customer.city},
            {u"province"_s, customer.province}, {u"postcode"_s, customer.postcode}};
}

// The next order gets a number of its own.
Outcome countNumbers(storage::Database& database, const OrderPlan& plan)
{
    qint64 last = 0;
    for (const PlannedOrder& order : plan.orders)
        last = std::max(last, order.number.toLongLong());
    if (database.isPostgres()) {
        const auto done = database.integer(
            u"SELECT setval('order_number', greatest(?, (SELECT last_value FROM order_number)))"_s, {last});
        return done ? Outcome() : tl::unexpected(done.error());
    }
    const auto done =
        database.run(u"UPDATE counters SET value = ? WHERE name = 'order' AND value < ?"_s, {last, last});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

MoveKind kindOf(int delta, int reservedDelta)
{
    if (delta < 0)
        return MoveKind::Shipped;
    return reservedDelta > 0 ? MoveKind::Reserved : MoveKind::Released;
}

} // namespace

Step<void> OrderLoader::load(const StoredStore& store, const OrderPlan& plan)
{
    const auto customers = addCustomers(plan);
    if (!customers)
        return tl::unexpected(customers.error());
    Progress progress(m_options.progress, LoadPhase::Orders, plan.orders.size());
    for (qsizetype i = 0; i < plan.orders.size(); ++i) {
        const PlannedOrder& order = plan.orders.at(i);
        QList<Line> lines;
        for (const PlannedLine& line : order.lines) {
            const StoredVariant& variant = store.variants.at(line.product).at(line.variant);
            if (!variant.id.isNull())
                lines.append({&variant, line.unitPrice, line.quantity});
        }
        if (lines.isEmpty())
            continue; // nothing but products that broke a rule
        const auto added =
            addOrder(store, order, plan.customers.at(order.customer), customers->at(order.customer), lines);
        if (!added)
            return stop(added.error());
        noteMoves(order, i, lines);
        if (const auto going = progress.advance(); !going)
            return going;
    }
    if (const auto counted = countNumbers(m_database, plan); !counted)
        return stop(counted.error());
    return writeMoves(store, plan, *customers);
}

Step<QList<OrderLoader::Customer>> OrderLoader::addCustomers(const OrderPlan& plan)
{
    QList<Customer> customers;
    for (const PlannedCustomer& planned : plan.customers) {
        const auto known = findUserByEmail(m_database, planned.email);
        if (!known)
            return stop(known.error());
        if (*known) {
            customers.append({(*known)->id, (*known)->name});
            continue;
        }
        User user;
        user.id = m_options.ids.make<UserId>();
        user.name = planned.name;
        user.email = planned.email;
        user.passwordHash = planned.email == demoCustomerEmail ? m_options.passwordHash : m_options.unknownPasswordHash;
        user.role = Role::Customer;
        if (const auto made = createUser(m_database, m_writer, m_options.ids, user, {}, m_options.now); !made)
            return stop(made.error());
        customers.append({user.id, user.name});
        ++m_report.customers;
    }
    return customers;
}

Outcome OrderLoader::addOrder(const StoredStore& store, const PlannedOrder& order,
                              const PlannedCustomer& address, const Customer& customer,
                              const QList<Line>& lines)
{
    Money subtotal;
    qint64 units = 0;
    for (const Line& line : lines) {
        subtotal.rupiah += line.unitPrice.rupiah * line.quantity;
        units += line.quantity;
    }
    const Money total{subtotal.rupiah + order.shipping.rupiah};
    const OrderMoments& at = order.moments;

    const QString checkout = m_options.ids.make<CheckoutId>().toString();
    const auto checkedOut =
        m_database.run(u"INSERT INTO checkouts (id, customer_id, total, created_at) VALUES (?, ?, ?, ?)"_s,
                       {checkout, customer.id.toString(), total.rupiah, at.placedAt.ms});
    if (!checkedOut)
        return tl::unexpected(checkedOut.error());

    const QString id = m_options.ids.make<OrderId>().toString();
    const QString courier = at.shippedAt ? order.service.section(u' ', 0, 0) : QString();
    const auto ordered = m_database.run(
        u"INSERT INTO orders (id, number, checkout_id, store_id, customer_id, customer_name, status, "
        u"subtotal, "
        "shipping_cost, discount, total, shipping_address, shipping_service, payment_method, courier, "
        "tracking_number, cancel_reason, created_at, processed_at, shipped_at, delivered_at, cancelled_at, units) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id,
         order.number,
         checkout,
         store.id.toString(),
         customer.id.toString(),
         customer.name,
         wireName(order.status()),
         subtotal.rupiah,
         order.shipping.rupiah,
         total.rupiah,
         toColumn(addressOf(address)),
         textValue(order.service),
         order.paymentMethod,
         textValue(courier),
         textValue(order.trackingNumber),
         textValue(order.cancelReason),
         at.placedAt.ms,
         timeValue(at.processedAt),
         timeValue(at.shippedAt),
         timeValue(at.deliveredAt),
         timeValue(at.cancelledAt),
         units});
    if (!ordered)
        return tl::unexpected(ordered.error());
    m_writer.created(store.id.toString(), SyncedTable::Orders, id);
    ++m_report.orders;
    m_report.orderLines += lines.size();
    if (order.status() == OrderStatus::Pending || order.status() == OrderStatus::Processing)
        ++m_report.openOrders;
    if (const auto added = addLines(id, lines); !added)
        return added;
    return addEvents(id, store, order, customer);
}

Outcome OrderLoader::addEvents(const QString& orderId, const StoredStore& store, const PlannedOrder& order,
                               const Customer& customer)
{
    struct Event
    {
        std::optional<Instant> at;
        OrderStatus to;
        QString role;
        QString by;
    };
    const OrderMoments& at = order.moments;
    const QString seller = roleName(Role::Seller);
    const QList<Event> events{
        {at.processedAt, OrderStatus::Processing, seller, store.seller},
        {at.shippedAt, OrderStatus::Shipped, seller, store.seller},
        {at.deliveredAt, OrderStatus::Delivered, roleName(Role::Customer), customer.name},
        {at.cancelledAt, OrderStatus::Cancelled, seller, store.seller}};
    OrderStatus from = OrderStatus::Pending;
    for (const Event& event : events) {
        if (!event.at)
            continue;
        const QString reason = event.to == OrderStatus::Cancelled ? order.cancelReason : QString();
        const auto noted = m_database.run(
            u"INSERT INTO order_events (order_id, at, from_status, to_status, role, moved_by, reason) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {orderId, event.at->ms, wireName(from), wireName(event.to), event.role, event.by,
             textValue(reason)});
        if (!noted)
            return tl::unexpected(noted.error());
        from = event.to;
    }
    return {};
}

Outcome OrderLoader::addLines(const QString& orderId, const QList<Line>& lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Line& line = lines.at(i);
        const auto added =
            m_database.run(u"INSERT INTO order_lines (order_id, position, product_id, variant_id, sku, name, "
                           u"options, unit_price, "
                           "quantity, line_total) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {orderId, i, line.variant->product.toString(), line.variant->id.toString(),
                            line.variant->sku, line.variant->name, toColumn(line.variant->options),
                            line.unitPrice.rupiah, line.quantity, line.unitPrice.rupiah * line.quantity});
        if (!added)
            return tl::unexpected(added.error());
    }
    return {};
}

void OrderLoader::noteMoves(const PlannedOrder& order, qsizetype index, const QList<Line>& lines)
{
    for (const Line& line : lines) {
        m_moves.append({order.moments.placedAt, index, line.variant, 0, line.quantity});
        if (order.moments.cancelledAt)
            m_moves.append({*order.moments.cancelledAt, index, line.variant, 0, -line.quantity});
        else if (order.moments.shippedAt)
            m_moves.append({*order.moments.shippedAt, index, line.variant, -line.quantity, -line.quantity});
    }
}

Step<QHash<QString, OrderLoader::Shelf>> OrderLoader::shelvesOf(const StoredStore& store)
{
    QHash<QString, Shelf> shelves;
    const auto read = m_database.each(u"SELECT id, on_hand FROM variants WHERE store_id = ?"_s,
                                      {store.id.toString()}, [&shelves](const storage::Row& row) {
                                          shelves.insert(row.text(0), {row.integer(1), 0});
                                      });
    if (!read)
        return stop(read.error());
    return shelves;
}

Step<void> OrderLoader::writeMoves(const StoredStore& store, const OrderPlan& plan,
                                   const QList<Customer>& customers)
{
    auto shelves = shelvesOf(store);
    if (!shelves)
        return tl::unexpected(shelves.error());
    // Ids rise in the order of writing, and the ledger is read by id.
    std::ranges::stable_sort(m_moves, {}, &Move::at);
    Progress progress(m_options.progress, LoadPhase::Stock, m_moves.size());
    for (const Move& move : std::as_const(m_moves)) {
        Shelf& shelf = (*shelves)[move.variant->id.toString()];
        shelf.onHand += move.delta;
        shelf.reserved += move.reservedDelta;
        const PlannedOrder& order = plan.orders.at(move.order);
        const bool byCustomer = move.reservedDelta > 0;
        const auto done = writeMove(
            move, order.number, byCustomer ? customers.at(order.customer).name : store.seller, shelf.onHand);
        if (!done)
            return stop(done.error());
        if (const auto going = progress.advance(); !going)
            return going;
    }
    m_moves.clear();
    return stepOf(writeShelves(store, *shelves));
}

Outcome OrderLoader::writeMove(const Move& move, const QString& number, const QString& by, qint64 onHandAfter)
{
    const auto done = m_database.run(
        u"INSERT INTO stock_moves (id, variant_id, at, delta, reserved_delta, kind, reason, moved_by, "
        u"order_number, "
        "on_hand_after) VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?)"_s,
        {m_options.ids.make<MoveId>().toString(), move.variant->id.toString(), move.at.ms, move.delta,
         move.reservedDelta, wireName(kindOf(move.delta, move.reservedDelta)), by, number, onHandAfter});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Outcome OrderLoader::writeShelves(const StoredStore& store, const QHash<QString, Shelf>& shelves)
{
    for (auto it = shelves.cbegin(); it != shelves.cend(); ++it) {
        const auto set = m_database.run(u"UPDATE variants SET on_hand = ?, reserved = ? WHERE id = ?"_s,
                                        {it->onHand, it->reserved, it.key()});
        if (!set)
            return tl::unexpected(set.error());
    }
    const auto summed = m_database.run(
        u"UPDATE products SET available = (SELECT coalesce(sum(CASE WHEN v.on_hand > v.reserved "
        "THEN v.on_hand - v.reserved ELSE 0 END), 0) FROM variants v WHERE v.product_id = products.id) "
        "WHERE store_id = ?"_s,
        {store.id.toString()});
    if (!summed)
        return tl::unexpected(summed.error());
    // A product's count comes from its source; the planned orders may go beyond it.
    const auto sold = m_database.run(
        u"UPDATE products SET sold = d.made FROM (SELECT l.product_id, CAST(sum(l.quantity) AS BIGINT) AS made "
        "FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.store_id = ? AND o.status = 'DELIVERED' "
        "GROUP BY l.product_id) d WHERE products.id = d.product_id AND products.sold < d.made"_s,
        {store.id.toString()});
    if (!sold)
        return tl::unexpected(sold.error());
    return {};
}

} // namespace belanjain::marketplace::samples
