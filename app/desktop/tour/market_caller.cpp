// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/market_caller.h"

#include "protocol/json.h"

#include <QUuid>

namespace belanjain::app
{
using namespace Qt::StringLiterals;

void MarketCaller::signIn(const QString& email, const QString& password, std::function<void(bool)> done)
{
    call("POST", u"/v1/auth/login"_s, {{u"email"_s, email}, {u"password"_s, password}},
         [this, done = std::move(done)](int status, const QJsonObject& answer) {
             m_token = answer.value(u"accessToken").toString().toLatin1();
             done(status == 200);
         });
}

void MarketCaller::call(const QByteArray& method, const QString& path, const QJsonObject& body, Done done)
{
    engine::HttpRequest request{.method = method, .path = path};
    if (!body.isEmpty())
        request.body = protocol::toJson(body);
    if (!m_token.isEmpty())
        request.headers.append(std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + m_token));
    if (method == "POST")
        request.headers.append(std::pair<QByteArray, QByteArray>(
            "Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)));
    m_calls.push_back(m_transport.send(request, [done = std::move(done)](const engine::HttpAnswer& answer) {
        done(answer.status, protocol::parseObject(answer.body).value_or(QJsonObject()));
    }));
}

} // namespace belanjain::app
