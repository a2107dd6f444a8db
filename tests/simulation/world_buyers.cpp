// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "protocol/json.h"
#include "protocol/problem.h"

#include <algorithm>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;

void World::signIn(Signed& person)
{
    const auto reply = m_server.handle(
        {.method = "POST", .path = u"/v1/auth/login"_s,
         .body = protocol::toJson({{u"email"_s, person.email}, {u"password"_s, StartingPoint::password()}})});
    if (!reply || reply->status != 200)
        return;
    const QJsonObject answer = protocol::parseObject(reply->body).value_or(QJsonObject());
    person.access = answer.value(u"accessToken").toString();
    person.refresh = answer.value(u"refreshToken").toString();
}

std::optional<Reply> World::askAs(Signed& person, const QByteArray& method, const QString& path, const QByteArray& body,
                                  const QByteArray& key)
{
    const auto ask = [&] {
        engine::HttpRequest request{.method = method, .path = path, .body = body};
        request.headers.append({"Authorization", "Bearer " + person.access.toLatin1()});
        if (!key.isEmpty())
            request.headers.append({"Idempotency-Key", key});
        auto reply = m_server.handle(request);
        reap();
        return reply;
    };
    auto reply = ask();
    if (reply && reply->status == 401) {
        signIn(person);
        reap();
        reply = ask();
    }
    say(u"%1 %2 gave %3"_s.arg(QString::fromLatin1(method), path).arg(reply ? reply->status : 0));
    if (reply && reply->status >= 500 && !m_serverFault)
        fail(u"no 5xx"_s, u"%1 gave %2: %3"_s.arg(path).arg(reply->status).arg(QString::fromUtf8(reply->body)));
    return reply;
}

void World::buy(const Step& step)
{
    testing::SeededRandom random(step.chance);
    const int number = int(step.who % buyerCount);
    Signed& buyer = m_buyers[number];
    if (!m_server.isUp())
        return;
    const auto variants = m_server.database()
                              .all(u"SELECT id FROM variants ORDER BY id"_s, {},
                                   [](const storage::Row& row) { return row.text(0); })
                              .value_or(QStringList());
    if (variants.isEmpty())
        return;
    const int lines = 1 + int(step.what % 3);
    for (int i = 0; i < lines; ++i) {
        const QString variant = variants[qsizetype(random.below(quint64(variants.size())))];
        (void)askAs(buyer, "POST", u"/v1/cart/items"_s,
                    protocol::toJson({{u"variantId"_s, variant}, {u"quantity"_s, 1 + int(random.below(4))}}));
    }
    Purchase purchase;
    purchase.tag = u"p%1"_s.arg(++m_ledger.tags);
    purchase.buyer = number;
    purchase.key = "key-" + purchase.tag.toLatin1();
    purchase.body = protocol::toJson({{u"address"_s, QJsonObject{{u"recipient"_s, purchase.tag},
                                                                 {u"phone"_s, u"081234567890"_s},
                                                                 {u"street"_s, u"Jl. Melati 1"_s},
                                                                 {u"city"_s, u"Bandung"_s},
                                                                 {u"province"_s, u"Jawa Barat"_s},
                                                                 {u"postcode"_s, u"40111"_s}}},
                                      {u"paymentMethod"_s, u"COD"_s}});
    m_ledger.purchases.append(purchase);
    settlePurchase(m_ledger.purchases.last(), step.much % 5 == 0);
    if (step.much % 7 == 0)
        settlePurchase(m_ledger.purchases.last(), false); // pressed twice
    if (m_ledger.purchases.last().acknowledged && step.much % 11 == 0) {
        // An empty cart buys nothing, whatever is pressed.
        (void)askAs(buyer, "POST", u"/v1/checkouts"_s, purchase.body, purchase.key + "-b");
    }
}

void World::settlePurchase(Purchase& purchase, bool loseAnswer)
{
    QByteArray key = purchase.key;
    if (m_planting && m_planting->bug() == 9)
        key += QByteArray::number(++m_ledger.tags);
    if (m_planting)
        m_planting->beforeCheckout();
    const auto reply = askAs(m_buyers[purchase.buyer], "POST", u"/v1/checkouts"_s, purchase.body, key);
    if (m_planting)
        m_planting->afterCheckout();
    if (loseAnswer || !reply)
        return;
    if (reply->status == 201)
        purchase.acknowledged = true;
    const QString code = protocol::Problem::read(reply->status, reply->body).code;
    if (reply->status == 409 && code != u"out_of_stock" && code != u"not_for_sale")
        fail(u"a checkout is refused for a reason"_s, QString::fromUtf8(reply->body));
    purchase.settled = purchase.settled || reply->status == 201 || reply->status == 409 || reply->status == 422;
}

/// A key is kept for a week: whoever has no answer by then looks at their orders and does not ask again.
void World::giveUpAsking()
{
    for (Purchase& purchase : m_ledger.purchases)
        purchase.settled = true;
}

void World::moveAsBuyer(const Step& step)
{
    if (!m_server.isUp())
        return;
    const auto orders = m_server.database()
                            .all(u"SELECT o.id, u.email FROM orders o JOIN users u ON u.id = o.customer_id ORDER BY o.id"_s, {},
                                 [](const storage::Row& row) { return std::pair(row.text(0), row.text(1)); })
                            .value_or(QList<std::pair<QString, QString>>());
    if (orders.isEmpty())
        return;
    const auto [order, email] = orders[qsizetype(step.what) % orders.size()];
    const auto buyer = std::find_if(m_buyers.begin(), m_buyers.end(), [&](const Signed& one) { return one.email == email; });
    const QString to = step.much % 2 == 0 ? u"CANCELLED"_s : u"DELIVERED"_s;
    (void)askAs(*buyer, "POST", u"/v1/orders/%1/transitions"_s.arg(order), protocol::toJson({{u"to"_s, to}}));
}

void World::apiStock(const Step& step)
{
    if (!m_server.isUp())
        return;
    const auto variants = m_server.database()
                              .all(u"SELECT id FROM variants WHERE store_id = ? ORDER BY id"_s, {m_start.stores[0].toString()},
                                   [](const storage::Row& row) { return row.text(0); })
                              .value_or(QStringList());
    if (variants.isEmpty())
        return;
    const QString tag = u"a%1"_s.arg(++m_ledger.tags);
    const QString variant = variants[qsizetype(step.what) % variants.size()];
    const auto reply = askAs(m_seller, "POST", u"/v1/variants/%1/stock"_s.arg(variant),
                             protocol::toJson({{u"kind"_s, u"adjust"_s}, {u"delta"_s, int(step.much % 9) - 3}, {u"reason"_s, tag}}),
                             "key-" + tag.toLatin1());
    if (m_planting)
        m_planting->stockChanged(variant);
    if (reply && reply->status == 200)
        m_ledger.apiTags.insert(tag, 1);
    else if (!reply || reply->status >= 500)
        m_ledger.apiTagsUnsure.insert(tag);
    else
        m_ledger.apiTags.insert(tag, 0);
}

} // namespace belanjain::simulation
