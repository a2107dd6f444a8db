// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/purchase_desk.h"

#include "engine/shop/shop_answers.h"
#include "engine/shop/shop_reading.h"
#include "protocol/json.h"

#include <QUrl>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int pageSize = 24;
constexpr int mostTries = 3;
constexpr qint64 pauseMs = 700;
const QString keptCursor = QStringLiteral("kept:");

} // namespace

PurchaseDesk::PurchaseDesk(ShopLink& link, ShopStore& store, Scheduler& scheduler, const ports::Clock& clock,
                           ports::RandomSource& random)
    : m_link(link), m_store(store), m_scheduler(scheduler), m_clock(clock), m_ids(clock, random)
{
}

void PurchaseDesk::onThread(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void PurchaseDesk::announce() { Q_EMIT stale(); }

void PurchaseDesk::readList(quint64 ticket, const ports::PurchaseQuery& query, const QString& cursor)
{
    onThread([this, ticket, query, cursor] {
        const auto giveKept = [this, ticket, query, cursor](const HttpAnswer& answer) {
            const int offset = QStringView(cursor).mid(keptCursor.size()).toInt();
            const ports::PurchasePage page = m_store.orders(query, cursor.isEmpty() ? 0 : std::max(0, offset), pageSize);
            if (cursor.isEmpty() && page.items.isEmpty())
                Q_EMIT failed(ticket, problemOf(answer));
            else
                Q_EMIT listRead(ticket, page);
        };
        if (cursor.startsWith(keptCursor))
            return giveKept({});
        QString path = u"/v1/orders?limit=%1"_s.arg(pageSize);
        const auto add = [&](const QString& name, const QString& value) {
            path += u'&' + name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
        };
        if (query.status)
            add(u"status"_s, wireName(*query.status));
        if (!query.search.trimmed().isEmpty())
            add(u"q"_s, query.search.trimmed().left(100));
        if (cursor.isEmpty())
            add(u"page"_s, u"1"_s);
        else
            add(u"cursor"_s, cursor);
        m_link.own({.path = path}, [this, ticket, cursor, giveKept](const HttpAnswer& answer) {
            const auto list = answer.success() ? readPurchases(answer.body) : std::nullopt;
            if (!list) {
                if ((isOutage(answer) || answer.status == 401) && cursor.isEmpty())
                    giveKept(answer);
                else
                    Q_EMIT failed(ticket, problemOf(answer));
                return;
            }
            m_store.keepOrders(list->items, m_clock.now());
            ports::PurchasePage page{.nextCursor = list->nextCursor, .total = list->total, .seen = {true, m_clock.now()}};
            for (const auto& one : list->items) {
                page.items.append(one.second);
                m_store.complete(page.items.back());
            }
            Q_EMIT listRead(ticket, page);
        });
    });
}

void PurchaseDesk::countOpen()
{
    onThread([this] {
        m_link.own({.path = u"/v1/orders?limit=1&page=1&status=PENDING,PROCESSING,SHIPPED"_s}, [this](const HttpAnswer& answer) {
            const auto list = answer.success() ? readPurchases(answer.body) : std::nullopt;
            Q_EMIT openCounted(list && list->total ? int(*list->total) : m_store.openOrders());
        });
    });
}

void PurchaseDesk::postAgain(const HttpRequest& request, int tries, ShopLink::Done done)
{
    m_link.own(request, [this, request, tries, done = std::move(done)](const HttpAnswer& answer) {
        const bool busy = problemOf(answer).code == u"idempotency_in_progress";
        if ((!isOutage(answer) && !busy) || tries >= mostTries || !m_link.signedIn()) {
            done(answer);
            return;
        }
        const QByteArray key = request.headers.constFirst().second;
        m_nextTries[key] = m_scheduler.after(pauseMs * tries, [this, request, tries, done, key] {
            const auto keep = std::move(m_nextTries[key]);
            m_nextTries.erase(key);
            postAgain(request, tries + 1, done);
        });
    });
}

void PurchaseDesk::post(const QString& path, const QJsonObject& body, ShopLink::Done done)
{
    HttpRequest request{.method = "POST", .path = path, .body = protocol::toJson(body)};
    request.headers.append({"Idempotency-Key", m_ids.make<OpId>().toString().toLatin1()});
    postAgain(request, 1, std::move(done));
}

void PurchaseDesk::move(const OrderId& order, const QJsonObject& body)
{
    post(u"/v1/orders/%1/transitions"_s.arg(order.toString()), body, [this, order](const HttpAnswer& answer) {
        const auto json = answer.success() ? protocol::parseObject(answer.body) : tl::unexpected(0);
        auto now = json ? readPurchase(*json) : std::nullopt;
        if (now && now->order.head.order == order) {
            m_store.keepOrders({{*json, *now}}, m_clock.now());
            m_store.complete(*now);
            Q_EMIT moved(*now);
        } else {
            Q_EMIT moveRefused(order, problemOf(answer));
        }
    });
}

void PurchaseDesk::cancel(const OrderId& order, const QString& reason)
{
    onThread([this, order, reason] {
        QJsonObject body{{u"to"_s, wireName(OrderStatus::Cancelled)}};
        if (!reason.trimmed().isEmpty())
            body[u"reason"_s] = reason.trimmed().left(200);
        move(order, body);
    });
}

void PurchaseDesk::confirmReceipt(const OrderId& order)
{
    onThread([this, order] { move(order, {{u"to"_s, wireName(OrderStatus::Delivered)}}); });
}

void PurchaseDesk::review(const ProductId& product, int rating, const QString& comment)
{
    onThread([this, product, rating, comment] {
        post(u"/v1/products/%1/reviews"_s.arg(product.toString()), {{u"rating"_s, rating}, {u"comment"_s, comment}},
             [this, product](const HttpAnswer& answer) {
                 const ports::ShopProblem problem = problemOf(answer);
                 const bool before = problem.code == u"already_reviewed";
                 if (answer.success() || before)
                     m_store.keepReviewed(product);
                 if (answer.success())
                     Q_EMIT reviewed(product);
                 else
                     Q_EMIT reviewRefused(product, problem);
                 if (answer.success() || before)
                     Q_EMIT stale();
             });
    });
}

} // namespace belanjain::engine
