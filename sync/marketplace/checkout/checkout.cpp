// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/checkout.h"

#include "domain/violation_text.h"
#include "marketplace/accounts/users.h"
#include "marketplace/catalogue/stock.h"
#include "marketplace/checkout/tariff.h"
#include "marketplace/runtime/metrics.h"
#include "marketplace/syncing/events_hub.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

protocol::ProblemField lineProblem(const CartItem& item, const QString& code, const QString& message, qint64 available)
{
    return {.field = u"variantIds"_s,
            .code = code,
            .message = message,
            .extra = {{u"variantId"_s, item.variant.toString()},
                      {u"requested"_s, item.quantity},
                      {u"available"_s, available}}};
}

/// One checkout on its way.
class Placement
{
public:
    Placement(Call& call, const CheckoutWish& wish)
        : m_call(call), m_wish(wish), m_writer(call.db(), call.now())
    {
    }

    /// The lines that are bought, each for sale.
    Expected<void> chooseLines()
    {
        const auto cart = readCart(m_call.db(), m_call.caller().user);
        if (!cart)
            return m_call.fail(cart.error());
        if (!m_wish.variants) {
            m_items = *cart;
        } else {
            for (qsizetype i = 0; i < m_wish.variants->size(); ++i) {
                const VariantId& wanted = m_wish.variants->at(i);
                const auto found = std::find_if(cart->cbegin(), cart->cend(),
                                                [&](const CartItem& item) { return item.variant == wanted; });
                if (found == cart->cend())
                    return m_call.fail(Violation{u"variantIds[%1]"_s.arg(i), Rule::UnknownValue, {wanted.toString()}});
                // Splitting the cart refuses it too, but under a name that the customer has not sent.
                if (m_wish.variants->indexOf(wanted) < i)
                    return m_call.fail(
                        Violation{u"variantIds[%1]"_s.arg(i), Rule::Duplicate, {wanted.toString()}});
                m_items.append(*found);
            }
        }
        if (m_items.isEmpty())
            return m_call.fail(422, u"empty_cart"_s);
        protocol::Problem refused = problem(409, u"not_for_sale"_s, m_call.language());
        for (const CartItem& item : std::as_const(m_items)) {
            if (item.archived)
                refused.errors.append(lineProblem(item, refused.code, refused.detail, 0));
        }
        if (!refused.errors.isEmpty())
            return tl::unexpected(refused);
        return {};
    }

    /// Shares by store, with shipping, and the total the customer expects.
    Expected<void> split()
    {
        QList<CartLine> lines;
        QHash<StoreId, qint64> weights;
        for (const CartItem& item : std::as_const(m_items)) {
            lines.append({item.variant, item.store, item.unitPrice, item.quantity});
            weights[item.store] += item.weightGrams * item.quantity;
        }
        const QString postcode = m_wish.address.value(u"postcode").toString();
        QHash<StoreId, Money> shipping;
        for (auto it = m_wish.shipping.cbegin(); it != m_wish.shipping.cend(); ++it) {
            const auto quote = weights.contains(it.key())
                ? shippingQuote(it.value(), postcode, weights.value(it.key()))
                : std::nullopt;
            if (!quote)
                return m_call.fail(Violation{u"shipping."_s + it.key().toString(), Rule::UnknownValue, {it.value()}});
            shipping.insert(it.key(), quote->price);
        }
        const auto shares = splitCart(lines, {}, shipping);
        if (!shares)
            return m_call.fail(shares.error());
        m_split = *shares;
        if (m_wish.expectedTotal && *m_wish.expectedTotal != m_split.total.rupiah) {
            protocol::Problem refused = problem(409, u"total_changed"_s, m_call.language());
            refused.extra[u"total"_s] = m_split.total.rupiah;
            return tl::unexpected(refused);
        }
        return {};
    }

    /// All of the stock or none: a shortage is found for every line before it is told.
    Expected<void> reserve()
    {
        const auto numbers = takeOrderNumbers(m_call.db(), int(m_split.shares.size()));
        if (!numbers)
            return m_call.fail(numbers.error());
        for (qsizetype i = 0; i < m_split.shares.size(); ++i)
            m_numbers.insert(m_split.shares[i].store, numbers->at(i));
        const auto user = findUser(m_call.db(), m_call.caller().user);
        if (!user)
            return m_call.fail(user.error());
        m_customerName = *user ? (*user)->name : QString();

        QList<CartItem> ascending = m_items;
        std::sort(ascending.begin(), ascending.end(),
                  [](const CartItem& a, const CartItem& b) { return a.variant < b.variant; });
        StockLedger ledger(m_call.db(), m_writer, m_call.ids(), m_call.now());
        protocol::Problem refused = problem(409, u"out_of_stock"_s, m_call.language());
        for (const CartItem& item : std::as_const(ascending)) {
            const MoveNote note{.reason = {}, .by = m_customerName, .orderNumber = m_numbers.value(item.store)};
            const auto reserved = ledger.reserve(item.variant, item.quantity, note);
            if (!reserved)
                return m_call.fail(reserved.error());
            if (!*reserved) {
                const Violation& violation = reserved->error();
                refused.errors.append(lineProblem(item, ruleCode(violation.rule),
                                                  ruleText(violation, m_call.language()),
                                                  violation.args.value(0).toLongLong()));
            }
        }
        if (!refused.errors.isEmpty())
            return tl::unexpected(refused);
        return {};
    }

    Expected<void> storeOrders()
    {
        storage::Database& db = m_call.db();
        m_checkout = m_call.ids().make<CheckoutId>();
        const auto stored = db.run(u"INSERT INTO checkouts (id, customer_id, total, created_at) VALUES (?, ?, ?, ?)"_s,
                                   {m_checkout.toString(), m_call.caller().user.toString(), m_split.total.rupiah,
                                    m_call.now().ms});
        if (!stored)
            return m_call.fail(stored.error());
        for (const StoreShare& share : std::as_const(m_split.shares)) {
            m_orders.append(orderOf(share));
            if (const auto inserted = insertOrder(db, m_writer, m_orders.last()); !inserted)
                return m_call.fail(inserted.error());
        }
        for (const CartItem& item : std::as_const(m_items)) {
            if (const auto taken = takeFromCart(db, m_call.caller().user, item.variant); !taken)
                return m_call.fail(taken.error());
        }
        return {};
    }

    /// With the versions that finishing the spaces gave the orders.
    Answer finish(EventsHub& hub)
    {
        if (const auto finished = finishAndAnnounce(m_call, m_writer, hub); !finished)
            return m_call.fail(finished.error());
        QJsonArray list;
        for (Order& order : m_orders) {
            const auto version =
                m_call.db().integer(u"SELECT version FROM orders WHERE id = ?"_s, {order.id.toString()});
            if (!version)
                return m_call.fail(version.error());
            order.version = *version;
            list.append(order.toJson());
        }
        return json(201, {{u"checkoutId"_s, m_checkout.toString()},
                          {u"total"_s, m_split.total.rupiah},
                          {u"orders"_s, list}});
    }

private:
    Order orderOf(const StoreShare& share)
    {
        Order order;
        order.id = m_call.ids().make<OrderId>();
        order.number = m_numbers.value(share.store);
        order.checkout = m_checkout;
        order.store = share.store;
        order.customer = m_call.caller().user;
        order.customerName = m_customerName;
        for (qsizetype i = 0; i < share.lines.size(); ++i) {
            const CartLine& line = share.lines[i];
            const auto item = std::find_if(m_items.cbegin(), m_items.cend(),
                                           [&](const CartItem& each) { return each.variant == line.variant; });
            order.storeName = item->storeName;
            order.lines.append({item->product, line.variant, item->sku, item->name, item->options, line.unitPrice,
                                line.quantity, share.lineTotals[i]});
        }
        order.subtotal = share.subtotal;
        order.shippingCost = share.shipping;
        order.discount = share.discount;
        order.total = share.total;
        order.shippingAddress = m_wish.address;
        order.shippingService = m_wish.shipping.value(share.store);
        order.paymentMethod = m_wish.paymentMethod;
        order.createdAt = m_call.now();
        return order;
    }

    Call& m_call;
    const CheckoutWish& m_wish;
    SpaceWriter m_writer;
    QList<CartItem> m_items;
    SplitCart m_split;
    QHash<StoreId, QString> m_numbers;
    QString m_customerName;
    CheckoutId m_checkout;
    QList<Order> m_orders;
};

} // namespace

Answer placeCheckout(Call& call, EventsHub& hub, const CheckoutWish& wish)
{
    Placement placement(call, wish);
    const auto done = placement.chooseLines()
                          .and_then([&] { return placement.split(); })
                          .and_then([&] { return placement.reserve(); })
                          .and_then([&] { return placement.storeOrders(); });
    Metrics& metrics = call.services().metrics;
    const auto count = [&metrics](const QString& result) {
        metrics.count(QByteArrayLiteral("belanjain_checkouts_total"), "result=\"" + result.toLatin1() + '"');
    };
    Answer answer = done ? placement.finish(hub) : Answer(tl::unexpected(done.error()));
    if (answer)
        call.afterCommit([count] { count(u"ok"_s); });
    else
        count(answer.error().code);
    return answer;
}

} // namespace belanjain::marketplace
