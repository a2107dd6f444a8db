// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/checkout.h"

#include "domain/violation_text.h"
#include "marketplace/accounts/users.h"
#include "marketplace/catalogue/stock_batch.h"
#include "marketplace/checkout/tariff.h"
#include "marketplace/mail/outbox.h"
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
    Placement(Call& call, const ShippingDesk& desk, const CheckoutWish& wish)
        : m_call(call), m_desk(desk), m_wish(wish), m_writer(call.db(), call.now())
    {
    }

    /// The lines that are bought.
    Expected<void> chooseLines()
    {
        const auto cart = readCart(m_call.db(), m_call.caller().user, true);
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
        return m_items.isEmpty() ? Expected<void>(m_call.fail(422, u"empty_cart"_s)) : Expected<void>();
    }

    /// As the lines are now, before anything is written: most shortages end here and cost no write.
    Expected<void> checkLines()
    {
        const bool archived =
            std::any_of(m_items.cbegin(), m_items.cend(), [](const CartItem& item) { return item.archived; });
        protocol::Problem refused =
            problem(409, archived ? u"not_for_sale"_s : u"out_of_stock"_s, m_call.language());
        for (const CartItem& item : std::as_const(m_items)) {
            if (item.problem().isEmpty())
                continue;
            const QString code = item.archived ? u"not_for_sale"_s : ruleCode(Rule::OutOfStock);
            refused.errors.append(lineProblem(item, code, item.problemText(m_call.language()),
                                              item.archived ? 0 : item.available));
        }
        return refused.errors.isEmpty() ? Expected<void>() : tl::unexpected(refused);
    }

    /// Shares by store, with shipping, and the total the customer expects.
    Expected<void> split()
    {
        QList<CartLine> lines;
        for (const CartItem& item : std::as_const(m_items))
            lines.append({item.variant, item.store, item.unitPrice, item.quantity});
        const auto shipping = priceShipping();
        if (!shipping)
            return tl::unexpected(shipping.error());
        const auto shares = splitCart(lines, {}, *shipping);
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

        QList<StockShift> shifts;
        for (const CartItem& item : std::as_const(m_items))
            shifts.append({item.variant, item.quantity, m_numbers.value(item.store)});
        const auto short_ = shiftStock(m_call.db(), m_writer, m_call.ids(), m_call.now(), MoveKind::Reserved, shifts,
                                       m_customerName);
        if (!short_)
            return m_call.fail(short_.error());
        if (short_->isEmpty())
            return {};
        protocol::Problem refused = problem(409, u"out_of_stock"_s, m_call.language());
        for (const RefusedShift& each : *short_)
            refused.errors.append(lineProblem(itemOf(each.shift.variant), ruleCode(each.violation.rule),
                                              ruleText(each.violation, m_call.language()), each.left));
        return tl::unexpected(refused);
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
        for (const StoreShare& share : std::as_const(m_split.shares))
            m_orders.append(orderOf(share));
        if (const auto inserted = insertOrders(db, m_writer, m_orders); !inserted)
            return m_call.fail(inserted.error());
        QList<VariantId> bought;
        for (const CartItem& item : std::as_const(m_items))
            bought.append(item.variant);
        if (const auto taken = takeFromCart(db, m_call.caller().user, bought); !taken)
            return m_call.fail(taken.error());
        // One row, whatever the number of stores: it is divided when the mails are sent.
        if (const auto queued = queueMail(db, m_call.ids(), MailKind::Checkout, m_checkout.toString(), m_call.now()); !queued)
            return m_call.fail(queued.error());
        return {};
    }

    /// With the versions that finishing the spaces gave the orders.
    Answer finish(EventsHub& hub)
    {
        if (const auto finished = finishAndAnnounce(m_call, m_writer, hub); !finished)
            return m_call.fail(finished.error());
        if (const auto read = readVersions(m_call.db(), m_checkout, m_orders); !read)
            return m_call.fail(read.error());
        QJsonArray list;
        for (const Order& order : std::as_const(m_orders))
            list.append(order.toJson());
        return json(201, {{u"checkoutId"_s, m_checkout.toString()},
                          {u"total"_s, m_split.total.rupiah},
                          {u"orders"_s, list}});
    }

private:
    const CartItem& itemOf(const VariantId& variant) const
    {
        return *std::find_if(m_items.cbegin(), m_items.cend(),
                             [&](const CartItem& item) { return item.variant == variant; });
    }

    /// What each chosen service costs for what its store sends.
    Expected<QHash<StoreId, Money>> priceShipping() const
    {
        QHash<StoreId, Money> prices;
        if (m_wish.shipping.isEmpty())
            return prices;
        const QString postcode = m_wish.address.value(u"postcode").toString();
        const auto to = m_desk.destination(postcode);
        if (!to)
            return m_call.fail(Violation{u"address.postcode"_s, Rule::UnknownValue, {postcode}});
        for (auto it = m_wish.shipping.cbegin(); it != m_wish.shipping.cend(); ++it) {
            const auto price = priceOf(it.key(), it.value(), *to);
            if (!price)
                return tl::unexpected(price.error());
            prices.insert(it.key(), *price);
        }
        return prices;
    }

    Expected<Money> priceOf(const StoreId& store, const QString& service, const Place& to) const
    {
        const QString field = u"shipping."_s + store.toString();
        Parcel parcel;
        const CartItem* any = nullptr;
        for (const CartItem& item : m_items) {
            if (item.store != store)
                continue;
            parcel.grams += item.weightGrams * item.quantity;
            any = &item;
        }
        if (!any)
            return m_call.fail(Violation{field, Rule::UnknownValue, {store.toString()}});
        const auto quotes = m_desk.quotes(m_call.db(), m_desk.origin(any->storeLocation), to, parcel, m_call.language());
        if (!quotes)
            return m_call.fail(quotes.error());
        for (const ShippingQuote& quote : *quotes) {
            if (quote.service == service)
                return quote.price;
        }
        protocol::Problem refused = problem(422, u"service_not_offered"_s, m_call.language());
        QJsonArray offered;
        for (const ShippingQuote& quote : *quotes)
            offered.append(quote.service);
        refused.errors.append({field, refused.code, refused.detail, {{u"service"_s, service}, {u"offered"_s, offered}}});
        return tl::unexpected(refused);
    }

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
            const CartItem& item = itemOf(line.variant);
            order.storeName = item.storeName;
            order.lines.append({item.product, line.variant, item.sku, item.name, item.options, line.unitPrice,
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
    const ShippingDesk& m_desk;
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

Answer placeCheckout(Call& call, EventsHub& hub, const ShippingDesk& desk, const CheckoutWish& wish)
{
    Placement placement(call, desk, wish);
    const auto done = placement.chooseLines()
                          .and_then([&] { return placement.checkLines(); })
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
