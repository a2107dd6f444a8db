// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/checkout_desk.h"

#include "engine/shop/shop_answers.h"
#include "protocol/json.h"
#include "protocol/problem.h"

#include <QJsonArray>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using ports::CheckoutPhase;
namespace
{

/// The marketplace keeps a key for 7 days; after that it would buy again.
constexpr qint64 keyLifeMs = qint64(6) * 24 * 3600 * 1000;

QByteArray bodyOf(const ports::CheckoutRequest& request)
{
    QJsonArray variants;
    for (const VariantId& variant : request.variants)
        variants.append(variant.toString());
    QJsonObject shipping;
    for (auto at = request.services.cbegin(); at != request.services.cend(); ++at)
        shipping[at.key().toString()] = at.value();
    return protocol::toJson({{u"address"_s, toJson(request.address)},
                             {u"variantIds"_s, variants},
                             {u"shipping"_s, shipping},
                             {u"paymentMethod"_s, request.paymentMethod},
                             {u"expectedTotal"_s, request.expectedTotal.rupiah}});
}

QList<VariantId> variantsIn(const QByteArray& body)
{
    QList<VariantId> variants;
    const auto json = protocol::parseObject(body);
    for (const QJsonValue& value : json.value_or(QJsonObject()).value(u"variantIds").toArray()) {
        if (const auto id = VariantId::parse(value.toString()))
            variants.append(*id);
    }
    return variants;
}

} // namespace

CheckoutDesk::CheckoutDesk(Parts parts)
    : m_parts(parts), m_ids(parts.clock, parts.random), m_backoff(parts.random)
{
}

void CheckoutDesk::onThread(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void CheckoutDesk::become(ports::CheckoutState state)
{
    const bool wasOpen = m_state.phase == CheckoutPhase::Sending || m_state.phase == CheckoutPhase::Unanswered;
    m_state = std::move(state);
    const bool open = m_state.phase == CheckoutPhase::Sending || m_state.phase == CheckoutPhase::Unanswered;
    if (open != wasOpen)
        m_parts.cart.lock(open);
    Q_EMIT changed(m_state);
}

void CheckoutDesk::read()
{
    onThread([this] {
        Q_EMIT changed(m_state);
        tellAddresses();
    });
}

void CheckoutDesk::tellAddresses() { Q_EMIT addressesRead(m_parts.store.addresses()); }

void CheckoutDesk::saveAddress(const ports::SavedAddress& address)
{
    onThread([this, address] {
        m_parts.store.saveAddress(address, m_parts.clock.now());
        tellAddresses();
    });
}

void CheckoutDesk::removeAddress(qint64 number)
{
    onThread([this, number] {
        m_parts.store.removeAddress(number);
        tellAddresses();
    });
}

void CheckoutDesk::acknowledge()
{
    onThread([this] {
        if (m_state.phase == CheckoutPhase::Done || m_state.phase == CheckoutPhase::Refused)
            become({});
    });
}

void CheckoutDesk::place(const ports::CheckoutRequest& request)
{
    onThread([this, request] {
        if (m_state.phase == CheckoutPhase::Sending || m_state.phase == CheckoutPhase::Unanswered)
            return;
        become({.phase = CheckoutPhase::Sending});
        // What is bought is the account's cart: it has to be this one first.
        m_parts.cart.settle([this, request](const ports::ShopProblem& problem) {
            if (!problem.isEmpty()) {
                become({.phase = CheckoutPhase::Refused, .problem = problem});
                return;
            }
            const ShopStore::Checkout checkout{m_ids.make<CheckoutId>().toString(), bodyOf(request), m_parts.clock.now()};
            if (const auto kept = m_parts.store.keepCheckout(checkout); !kept) {
                if (m_parts.store.failed)
                    m_parts.store.failed(kept.error().text);
                become({.phase = CheckoutPhase::Refused, .problem = {u"storage"_s, {}}});
                return;
            }
            m_backoff.reset();
            send();
        });
    });
}

void CheckoutDesk::askAgain()
{
    onThread([this] {
        if (m_state.phase == CheckoutPhase::Unanswered)
            send();
    });
}

void CheckoutDesk::resume()
{
    const auto checkout = m_parts.store.checkout();
    if (!checkout || m_underWay)
        return;
    if (m_state.phase != CheckoutPhase::Unanswered)
        become({.phase = CheckoutPhase::Unanswered, .problem = {u"unreachable"_s, {}}});
    if (m_parts.link.answers())
        send();
}

void CheckoutDesk::send()
{
    const auto checkout = m_parts.store.checkout();
    if (!checkout || m_underWay)
        return;
    m_nextTry.reset();
    if (m_parts.clock.now().ms - checkout->madeAt.ms > keyLifeMs) {
        HttpAnswer expired;
        expired.status = 410;
        expired.body = protocol::Problem{.status = 410, .code = u"checkout_expired"_s}.toBytes();
        refuse(*checkout, expired);
        return;
    }
    m_underWay = true;
    HttpRequest request{.method = "POST", .path = u"/v1/checkouts"_s, .body = checkout->body};
    request.headers.append({"Idempotency-Key", checkout->key.toLatin1()});
    m_parts.link.own(request, [this, kept = *checkout](const HttpAnswer& answer) {
        m_underWay = false;
        answered(kept, answer);
    });
}

void CheckoutDesk::answered(const ShopStore::Checkout& checkout, const HttpAnswer& answer)
{
    const ports::ShopProblem problem = problemOf(answer);
    // Only a clear word ends it: anything else may have been made.
    const bool unsure = isOutage(answer) || answer.status == 401 || problem.code == u"idempotency_in_progress"
                        || (answer.status < 400 && !answer.success());
    if (unsure) {
        become({.phase = CheckoutPhase::Unanswered, .problem = problem});
        m_nextTry = m_parts.scheduler.after(m_backoff.next(answer.retryAfterSeconds), [this] {
            const auto keep = std::move(m_nextTry);
            send();
        });
        return;
    }
    if (answer.success())
        done(checkout, answer);
    else
        refuse(checkout, answer);
}

void CheckoutDesk::done(const ShopStore::Checkout& checkout, const HttpAnswer& answer)
{
    ports::CheckoutState state{.phase = CheckoutPhase::Done};
    QList<std::pair<QJsonObject, ports::Purchase>> orders;
    const QJsonObject json = protocol::parseObject(answer.body).value_or(QJsonObject());
    for (const QJsonValue& value : json.value(u"orders").toArray()) {
        const QJsonObject one = value.toObject();
        const auto order = readPurchase(one);
        if (!order)
            continue;
        orders.append({one, *order});
        state.orders.append({order->order.head.order, order->order.head.number, order->storeName, order->order.head.total});
        state.total.rupiah += order->order.head.total.rupiah;
    }
    m_parts.store.keepOrders(orders, m_parts.clock.now());
    m_parts.cart.bought(variantsIn(checkout.body));
    if (const auto dropped = m_parts.store.dropCheckout(checkout.key); !dropped && m_parts.store.failed)
        m_parts.store.failed(dropped.error().text); // it is asked again at the next start, and answered the same
    become(state);
    m_parts.cart.settle({});
    if (ordersMade)
        ordersMade();
}

void CheckoutDesk::refuse(const ShopStore::Checkout& checkout, const HttpAnswer& answer)
{
    ports::CheckoutState state{.phase = CheckoutPhase::Refused, .problem = problemOf(answer)};
    const protocol::Problem problem = protocol::Problem::read(answer.status, answer.body);
    for (const protocol::ProblemField& field : problem.errors) {
        if (const auto id = VariantId::parse(field.extra.value(u"variantId").toString()))
            state.shortLines.append({*id, std::max<qint64>(0, field.extra.value(u"available").toInteger())});
    }
    if (const auto dropped = m_parts.store.dropCheckout(checkout.key); !dropped && m_parts.store.failed)
        m_parts.store.failed(dropped.error().text);
    become(state);
    m_parts.cart.settle({}); // shows what is different now
}

} // namespace belanjain::engine
