// SPDX-License-Identifier: GPL-3.0-or-later
#include "buyer.h"

#include "protocol/json.h"

#include <QJsonArray>

namespace belanjain::processes
{
using namespace Qt::StringLiterals;
namespace
{

/// Nobody was reached, or nobody could say.
bool isOpen(const engine::HttpAnswer& answer)
{
    return answer.status == 0 || answer.status == 503 || answer.status == 429
           || (answer.status == 409 && answer.body.contains("idempotency_in_progress"));
}

} // namespace

Buyer::Buyer(const QUrl& marketplace, const engine::Tokens& tokens, QString name, QStringList variants, quint64 seed)
    : m_transport(marketplace)
    , m_api(m_transport, m_scheduler, tokens,
            {.renewed = {}, .sessionEnded = [this] { problem = u"%1 was signed out"_s.arg(m_name); }})
    , m_name(std::move(name))
    , m_variants(std::move(variants))
    , m_seed(seed)
{
}

void Buyer::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && !m_busy)
        begin();
}

void Buyer::later(void (Buyer::*what)(), qint64 ms)
{
    m_next = m_scheduler.after(ms, [this, what] { (this->*what)(); });
}

void Buyer::begin()
{
    m_busy = !m_paused && problem.isEmpty();
    if (!m_busy)
        return;
    m_purchases.append({.key = (m_name + u'-' + QString::number(m_purchases.size())).toLatin1()});
    fill();
}

void Buyer::fill()
{
    const qsizetype which = qsizetype((m_seed + quint64(m_purchases.size()) * 7) % quint64(m_variants.size()));
    engine::HttpRequest request{.method = "PUT", .path = u"/v1/cart/items/"_s + m_variants[which], .body = "{\"quantity\":1}",
                                .timeoutMs = 5'000};
    m_api.send(request, [this](const engine::HttpAnswer& answer) {
        if (answer.success())
            ask();
        else if (isOpen(answer))
            later(&Buyer::fill, 20);
        else
            problem = u"%1's cart: %2 %3"_s.arg(m_name).arg(answer.status).arg(QString::fromUtf8(answer.body));
    });
}

void Buyer::ask()
{
    Purchase& purchase = m_purchases.last();
    ++purchase.tries;
    const QJsonObject address{{u"recipient"_s, QString::fromLatin1(purchase.key)}, {u"phone"_s, u"08123456789"_s},
                              {u"street"_s, u"Jl. Melati 7"_s},                    {u"city"_s, u"Surabaya"_s},
                              {u"province"_s, u"Jawa Timur"_s},                    {u"postcode"_s, u"60111"_s}};
    engine::HttpRequest request{.method = "POST", .path = u"/v1/checkouts"_s, .timeoutMs = 5'000};
    request.headers.append({"Idempotency-Key", purchase.key});
    request.body = protocol::toJson({{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}});
    m_api.send(request, [this](const engine::HttpAnswer& answer) {
        if (isOpen(answer)) {
            later(&Buyer::ask, 20);
            return;
        }
        Purchase& asked = m_purchases.last();
        asked.status = answer.status;
        asked.order = protocol::parseObject(answer.body).value_or(QJsonObject())[u"orders"][0][u"id"].toString();
        if (answer.status != 201)
            problem = u"%1 asks: %2 %3"_s.arg(QString::fromLatin1(asked.key)).arg(answer.status).arg(QString::fromUtf8(answer.body));
        later(&Buyer::begin, 15);
    });
}

} // namespace belanjain::processes
