// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/counter/counter_desk.h"

#include "engine/shop/shop_answers.h"
#include "engine/shop/shop_reading.h"
#include "engine/shop/shop_store.h"
#include "protocol/json.h"
#include "protocol/problem.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using ports::CounterPhase;
using ports::CounterState;
namespace
{

/// The marketplace keeps a key for 7 days; after that it would buy again.
constexpr qint64 keyLifeMs = qint64(6) * 24 * 3600 * 1000;
constexpr int timeoutMs = 15'000;
constexpr int farewellMs = 5'000;

/// Whether an answer leaves open what happened, or will be another one soon.
bool isUnsure(const HttpAnswer& answer, const ports::ShopProblem& problem)
{
    return isOutage(answer) || answer.status == 401 || problem.code == u"idempotency_in_progress"
           || (answer.status < 400 && !answer.success());
}

QString fieldOf(const protocol::Problem& problem)
{
    if (!problem.errors.isEmpty())
        return problem.errors.front().field;
    if (problem.code == u"email_taken")
        return u"email"_s;
    if (problem.code == u"bad_credentials")
        return u"password"_s;
    return problem.code.startsWith(u"otp_") ? u"otp"_s : QString();
}

QByteArray checkoutBody(const ports::CounterOrder& order, const StoreId& store)
{
    QJsonArray variants;
    for (const ports::CounterLine& line : order.lines)
        variants.append(line.variant.toString());
    return protocol::toJson({{u"address"_s, toJson(order.address)},
                             {u"variantIds"_s, variants},
                             {u"shipping"_s, QJsonObject{{store.toString(), order.service}}},
                             {u"paymentMethod"_s, order.paymentMethod},
                             {u"expectedTotal"_s, order.expectedTotal.rupiah}});
}

} // namespace

CounterDesk::CounterDesk(Parts parts) : m_parts(parts), m_ids(parts.clock, parts.random), m_backoff(parts.random) {}

CounterDesk::~CounterDesk() = default;

void CounterDesk::onThread(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void CounterDesk::setLanguage(const QByteArray& language)
{
    m_language = language;
    if (m_api)
        m_api->setLanguage(language);
}

void CounterDesk::become(CounterState state)
{
    m_state = std::move(state);
    Q_EMIT changed(m_state);
}

void CounterDesk::storageTrouble(const storage::Error& error)
{
    if (failed)
        failed(error.text);
}

void CounterDesk::tellWaiting()
{
    const auto carts = m_parts.carts.all();
    if (!carts) {
        storageTrouble(carts.error());
        return;
    }
    Q_EMIT waitingRead(*carts);
}

void CounterDesk::read()
{
    onThread([this] {
        Q_EMIT changed(m_state);
        tellWaiting();
    });
}

void CounterDesk::keep(const ports::WaitingCart& cart)
{
    onThread([this, cart] {
        ports::WaitingCart stamped = cart;
        stamped.keptAt = m_parts.clock.now();
        const auto number = m_parts.carts.put(stamped);
        if (!number)
            storageTrouble(number.error());
        Q_EMIT kept(number.value_or(0));
        tellWaiting();
    });
}

void CounterDesk::removeWaiting(qint64 number)
{
    onThread([this, number] {
        if (const auto done = m_parts.carts.remove(number); !done)
            storageTrouble(done.error());
        tellWaiting();
    });
}

void CounterDesk::call(HttpRequest request, Done done)
{
    request.headers.append({"Accept-Language", m_language});
    const auto place = m_calls.insert(m_calls.end(), nullptr);
    *place = m_parts.transport.send(request, [this, place, done = std::move(done)](const HttpAnswer& answer) {
        const auto keep = std::move(*place);
        m_calls.erase(place);
        done(answer);
    });
}

void CounterDesk::readQuotes(quint64 ticket, const QString& postcode, qint64 grams)
{
    onThread([this, ticket, postcode, grams] {
        QUrlQuery query;
        query.addQueryItem(u"storeId"_s, m_parts.store.toString());
        query.addQueryItem(u"postcode"_s, postcode);
        query.addQueryItem(u"weightGrams"_s, QString::number(grams));
        HttpRequest request{.path = u"/v1/shipping/quotes?"_s + query.toString(QUrl::FullyEncoded), .timeoutMs = timeoutMs};
        call(request, [this, ticket](const HttpAnswer& answer) {
            const auto quotes = answer.success() ? engine::readQuotes(answer.body) : std::nullopt;
            if (quotes)
                Q_EMIT quotesRead(ticket, *quotes);
            else
                Q_EMIT quotesFailed(ticket, problemOf(answer));
        });
    });
}

void CounterDesk::signIn(const QString& email, const QString& password, const QString& otp)
{
    onThread([this, email, password, otp] {
        QJsonObject body{{u"email"_s, email.trimmed()}, {u"password"_s, password}};
        if (!otp.trimmed().isEmpty())
            body[u"otp"_s] = otp.trimmed();
        enter(u"/v1/auth/login"_s, body);
    });
}

void CounterDesk::registerBuyer(const QString& name, const QString& email, const QString& password)
{
    onThread([this, name, email, password] {
        enter(u"/v1/auth/register"_s, {{u"name"_s, name.trimmed()},
                                       {u"email"_s, email.trimmed()},
                                       {u"password"_s, password},
                                       {u"role"_s, u"CUSTOMER"_s}});
    });
}

void CounterDesk::enter(const QString& path, const QJsonObject& body)
{
    if (m_state.phase != CounterPhase::SignedOut)
        return;
    become({.phase = CounterPhase::SigningIn});
    HttpRequest request{.method = "POST", .path = path, .body = protocol::toJson(body), .timeoutMs = timeoutMs};
    request.headers.append({"Accept-Language", m_language});
    m_entering = m_parts.transport.send(request, [this](const HttpAnswer& answer) {
        const auto keep = std::move(m_entering);
        entered(answer);
    });
}

void CounterDesk::entered(const HttpAnswer& answer)
{
    if (!answer.success()) {
        const protocol::Problem problem = protocol::Problem::read(answer.status, answer.body);
        CounterState state{.problem = problemOf(answer), .field = fieldOf(problem)};
        if (!problem.errors.isEmpty())
            state.problem.text = problem.errors.front().message;
        become(state);
        return;
    }
    const auto json = protocol::parseObject(answer.body);
    protocol::ObjectReader reader(json.value_or(QJsonObject()));
    const Tokens tokens{reader.string(u"accessToken"), reader.string(u"refreshToken")};
    protocol::ObjectReader user(reader.object(u"user"));
    const QString id = user.string(u"id");
    const QString name = user.string(u"name");
    const bool buyer = user.string(u"role") == u"CUSTOMER";
    if (!json || !reader.ok() || !user.ok()) {
        become({.problem = {u"unexpected_answer"_s, {}}});
        return;
    }
    if (!buyer) {
        logout(tokens.refresh);
        become({.problem = {u"not_a_buyer"_s, {}}, .field = u"email"_s});
        return;
    }
    m_user = id;
    m_api = std::make_unique<ApiClient>(m_parts.transport, m_parts.scheduler, tokens, ApiClient::Events{});
    m_api->setLanguage(m_language);
    become({.phase = CounterPhase::SignedIn, .buyer = name});
}

void CounterDesk::logout(const QString& refresh)
{
    if (refresh.isEmpty())
        return;
    call({.method = "POST",
          .path = u"/v1/auth/logout"_s,
          .body = protocol::toJson({{u"refreshToken"_s, refresh}}),
          .timeoutMs = farewellMs},
         [](const HttpAnswer&) {});
}

void CounterDesk::endSession()
{
    m_entering.reset();
    m_nextTry.reset();
    m_errand.reset();
    m_user.clear();
    if (const auto api = std::exchange(m_api, nullptr))
        logout(api->tokens().refresh);
}

void CounterDesk::forget()
{
    onThread([this] {
        if (m_state.phase == CounterPhase::SignedOut)
            return;
        endSession();
        become({});
        tellWaiting();
    });
}

void CounterDesk::refuse(const ports::ShopProblem& problem, const QList<ports::ShortLine>& shortLines)
{
    m_errand.reset();
    become({.phase = CounterPhase::SignedIn, .buyer = m_state.buyer, .problem = problem, .shortLines = shortLines});
    tellWaiting();
}

void CounterDesk::place(const ports::CounterOrder& order)
{
    onThread([this, order] {
        if (m_state.phase != CounterPhase::SignedIn || order.lines.isEmpty())
            return;
        m_backoff.reset();
        m_errand = Errand{.order = order};
        become({.phase = CounterPhase::Sending, .buyer = m_state.buyer});
        const auto left = order.waiting > 0 ? m_parts.carts.sent(order.waiting)
                                            : storage::Result<std::optional<WaitingCarts::Sent>>(std::nullopt);
        if (!left) {
            storageTrouble(left.error());
            refuse({u"storage"_s, {}});
            return;
        }
        if (!*left) {
            lookIntoCart();
            return;
        }
        // It was sent before, and nobody heard what became of it.
        if ((*left)->buyer != m_user) {
            refuse({u"other_buyer"_s, {}});
        } else if (m_parts.clock.now().ms - (*left)->at.ms > keyLifeMs) {
            if (const auto done = m_parts.carts.setSent(order.waiting, std::nullopt); !done)
                storageTrouble(done.error());
            refuse({u"checkout_expired"_s, {}});
        } else {
            m_errand->sent = **left;
            send();
        }
    });
}

void CounterDesk::lookIntoCart()
{
    m_api->send({.path = u"/v1/cart"_s, .timeoutMs = timeoutMs}, [this](const HttpAnswer& answer) {
        const auto cart = answer.success() ? readCart(answer.body) : std::nullopt;
        if (!cart) {
            refuse(problemOf(answer));
            return;
        }
        for (const CartAnswerLine& line : *cart)
            m_errand->before[line.variant] = line.quantity;
        putNextLine();
    });
}

void CounterDesk::putNextLine()
{
    if (m_errand->put == m_errand->order.lines.size()) {
        keepAndSend();
        return;
    }
    const ports::CounterLine& line = m_errand->order.lines.at(m_errand->put);
    m_api->send({.method = "PUT",
                 .path = u"/v1/cart/items/"_s + line.variant.toString(),
                 .body = protocol::toJson({{u"quantity"_s, line.quantity}}),
                 .timeoutMs = timeoutMs},
                [this, variant = line.variant](const HttpAnswer& answer) {
                    if (answer.success()) {
                        ++m_errand->put;
                        putNextLine();
                        return;
                    }
                    ++m_errand->put; // its answer may have got lost
                    const ports::ShopProblem problem = problemOf(answer);
                    QList<ports::ShortLine> gone;
                    if (answer.status == 404)
                        gone.append({variant, 0});
                    putBack(false, [this, problem, gone] { refuse(problem, gone); });
                });
}

void CounterDesk::putBack(bool bought, const std::function<void()>& then)
{
    qsizetype next = -1;
    for (qsizetype i = m_errand->put - 1; i >= 0 && next < 0; --i) {
        if (!bought || m_errand->before.value(m_errand->order.lines.at(i).variant) > 0)
            next = i;
    }
    if (next < 0) {
        then();
        return;
    }
    m_errand->put = next;
    const VariantId variant = m_errand->order.lines.at(next).variant;
    const qint64 before = m_errand->before.value(variant);
    HttpRequest request{.method = before > 0 ? "PUT" : "DELETE",
                        .path = u"/v1/cart/items/"_s + variant.toString(),
                        .timeoutMs = farewellMs};
    if (before > 0)
        request.body = protocol::toJson({{u"quantity"_s, before}});
    m_api->send(request, [this, bought, then](const HttpAnswer& answer) {
        if (answer.reached())
            putBack(bought, then);
        else
            then(); // the line is dead; the customer's own cart can be put right later
    });
}

void CounterDesk::keepAndSend()
{
    Errand& errand = *m_errand;
    errand.sent = {m_user, m_ids.make<CheckoutId>().toString(), checkoutBody(errand.order, m_parts.store),
                   m_parts.clock.now()};
    errand.keptForIt = errand.order.waiting == 0;
    const auto number = m_parts.carts.put(
        {.number = errand.order.waiting, .lines = errand.order.lines, .keptAt = m_parts.clock.now()});
    const auto kept = number ? m_parts.carts.setSent(*number, errand.sent) : tl::unexpected(number.error());
    if (!kept) {
        storageTrouble(kept.error());
        putBack(false, [this] { refuse({u"storage"_s, {}}); });
        return;
    }
    errand.order.waiting = *number;
    send();
}

void CounterDesk::askAgain()
{
    onThread([this] {
        if (m_state.phase == CounterPhase::Unanswered && m_nextTry)
            send();
    });
}

void CounterDesk::send()
{
    m_nextTry.reset();
    HttpRequest request{.method = "POST", .path = u"/v1/checkouts"_s, .body = m_errand->sent.body};
    request.headers.append({"Idempotency-Key", m_errand->sent.key.toLatin1()});
    m_api->send(request, [this](const HttpAnswer& answer) { answered(answer); });
}

void CounterDesk::answered(const HttpAnswer& answer)
{
    const ports::ShopProblem problem = problemOf(answer);
    // Only a clear word ends it: anything else may have been made.
    if (isUnsure(answer, problem)) {
        become({.phase = CounterPhase::Unanswered, .buyer = m_state.buyer, .problem = problem});
        m_nextTry = m_parts.scheduler.after(m_backoff.next(answer.retryAfterSeconds), [this] {
            const auto keep = std::move(m_nextTry);
            send();
        });
        return;
    }
    const qint64 number = m_errand->order.waiting;
    if (!answer.success()) {
        QList<ports::ShortLine> shortLines;
        const protocol::Problem told = protocol::Problem::read(answer.status, answer.body);
        for (const protocol::ProblemField& field : told.errors) {
            if (const auto id = VariantId::parse(field.extra.value(u"variantId").toString()))
                shortLines.append({*id, std::max<qint64>(0, field.extra.value(u"available").toInteger())});
        }
        const auto done = m_errand->keptForIt ? m_parts.carts.remove(number) : m_parts.carts.setSent(number, std::nullopt);
        if (!done)
            storageTrouble(done.error());
        putBack(false, [this, problem, shortLines] { refuse(problem, shortLines); });
        return;
    }
    CounterState state{.phase = CounterPhase::Done, .buyer = m_state.buyer};
    const QJsonObject json = protocol::parseObject(answer.body).value_or(QJsonObject());
    const QJsonArray orders = json.value(u"orders").toArray();
    for (const QJsonValue& value : orders) {
        const auto order = readPurchase(value.toObject());
        if (!order)
            continue;
        state.orders.append({order->order.head.order, order->order.head.number, order->storeName, order->order.head.total});
        state.total.rupiah += order->order.head.total.rupiah;
    }
    if (const auto done = m_parts.carts.remove(number); !done)
        storageTrouble(done.error()); // asked about again it gives the same orders
    putBack(true, [this, state] {
        m_errand.reset();
        become(state);
        tellWaiting();
    });
}

} // namespace belanjain::engine
