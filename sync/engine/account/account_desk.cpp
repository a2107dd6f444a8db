// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/account_desk.h"

#include "protocol/json.h"
#include "protocol/problem.h"

#include <QUrl>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using ports::SignInPlace;
namespace
{

/// Hashing a password takes the server its time.
constexpr int timeoutMs = 20'000;
constexpr int pageSize = 100;
/// More than anybody looks through; an endless list would be a broken server's.
constexpr qsizetype mostPlaces = 1'000;
constexpr qsizetype maxText = 500;
constexpr qsizetype maxCodes = 100;

HttpRequest request(const QByteArray& method, const QString& path, const QJsonObject& body = {})
{
    return {.method = method,
            .path = path,
            .body = body.isEmpty() ? QByteArray() : protocol::toJson(body),
            .timeoutMs = timeoutMs};
}

QList<SignInPlace> placesFrom(const QJsonArray& items)
{
    QList<SignInPlace> places;
    for (const QJsonValue& item : items) {
        protocol::ObjectReader reader(item.toObject());
        SignInPlace place{.id = reader.string(u"id"),
                          .device = reader.optionalString(u"deviceId").value_or(QString()).left(maxText),
                          .since = reader.instant(u"createdAt"),
                          .lastUsed = reader.instant(u"lastUsedAt"),
                          .current = reader.boolean(u"current")};
        if (reader.ok() && !place.id.isEmpty())
            places.append(place);
    }
    return places;
}

/// The field that a refusal concerns, where the marketplace names none.
QString fieldOf(ports::AccountDesk::Call call, const QString& code)
{
    if (code == u"wrong_password")
        return call == ports::AccountDesk::Call::ChangePassword ? u"currentPassword"_s : u"password"_s;
    return code == u"otp_invalid" ? u"otp"_s : QString();
}

} // namespace

AccountDesk::AccountDesk(Send send, QObject* parent) : ports::AccountDesk(parent), m_send(std::move(send)) {}

void AccountDesk::ask(Call call, const HttpRequest& what, Taken taken)
{
    if (!m_online) {
        // Later, as every answer.
        QMetaObject::invokeMethod(this, [this, call] { tell(call, {}); }, Qt::QueuedConnection);
        return;
    }
    m_send(what, [this, call, taken = std::move(taken)](const HttpAnswer& answer) {
        QMetaObject::invokeMethod(this, [this, call, answer, taken] { take(call, answer, taken); }, Qt::QueuedConnection);
    });
}

void AccountDesk::take(Call call, const HttpAnswer& answer, const Taken& taken)
{
    if (!answer.success()) {
        tell(call, answer);
        return;
    }
    const auto body = answer.status == 204 ? QJsonObject() : protocol::parseObject(answer.body).value_or(QJsonObject());
    if (!taken(body))
        Q_EMIT failed(call, {.code = u"unexpected_answer"_s, .field = {}, .text = {}});
}

void AccountDesk::tell(Call call, const HttpAnswer& answer)
{
    const protocol::Problem problem = protocol::Problem::read(answer.status, answer.body);
    ports::SessionProblem report{.code = problem.code, .field = fieldOf(call, problem.code), .text = problem.detail};
    if (!answer.reached())
        report.code = u"unreachable"_s;
    else if (answer.status == 401)
        report.code = u"session_ended"_s;
    else if (report.code.isEmpty())
        report.code = u"unexpected_answer"_s;
    if (!problem.errors.isEmpty()) {
        report.field = problem.errors.front().field;
        report.text = problem.errors.front().message;
    }
    Q_EMIT failed(call, report);
}

bool AccountDesk::takeProfile(const Body& body)
{
    protocol::ObjectReader reader(body);
    const ports::Profile profile{.name = reader.string(u"name").left(maxText),
                                 .email = reader.string(u"email").left(maxText),
                                 .twoFactor = reader.boolean(u"twoFactorEnabled")};
    if (!reader.ok())
        return false;
    Q_EMIT profileRead(profile);
    return true;
}

void AccountDesk::readProfile()
{
    ask(Call::ReadProfile, request("GET", u"/v1/me"_s), [this](const Body& body) { return takeProfile(body); });
}

void AccountDesk::rename(const QString& name)
{
    ask(Call::Rename, request("PATCH", u"/v1/me"_s, {{u"name"_s, name}}),
        [this](const Body& body) { return takeProfile(body); });
}

void AccountDesk::changePassword(const QString& current, const QString& wanted)
{
    ask(Call::ChangePassword,
        request("POST", u"/v1/me/password"_s, {{u"currentPassword"_s, current}, {u"newPassword"_s, wanted}}),
        [this](const Body&) {
            Q_EMIT passwordChanged();
            return true;
        });
}

void AccountDesk::beginTwoFactor()
{
    ask(Call::BeginTwoFactor, request("POST", u"/v1/me/2fa"_s), [this](const Body& body) {
        protocol::ObjectReader reader(body);
        const ports::TwoFactorSecret secret{.secret = reader.string(u"secret").left(maxText),
                                            .otpauthUri = reader.string(u"otpauthUri").left(maxText)};
        // Another scheme would make the code a link to anywhere.
        if (!reader.ok() || !secret.otpauthUri.startsWith(u"otpauth://"))
            return false;
        Q_EMIT twoFactorBegun(secret);
        return true;
    });
}

void AccountDesk::confirmTwoFactor(const QString& code)
{
    ask(Call::ConfirmTwoFactor, request("POST", u"/v1/me/2fa/confirm"_s, {{u"otp"_s, code}}), [this](const Body& body) {
        QStringList codes;
        const QJsonArray given = body.value(u"recoveryCodes"_s).toArray();
        for (const QJsonValue& one : given) {
            if (one.isString() && codes.size() < maxCodes)
                codes << one.toString().left(maxText);
        }
        if (codes.isEmpty())
            return false;
        Q_EMIT recoveryCodesGiven(codes);
        return true;
    });
}

void AccountDesk::endTwoFactor(const QString& password, const QString& code)
{
    ask(Call::EndTwoFactor, request("DELETE", u"/v1/me/2fa"_s, {{u"password"_s, password}, {u"otp"_s, code}}),
        [this](const Body&) {
            Q_EMIT twoFactorEnded();
            return true;
        });
}

void AccountDesk::readPage(const QString& cursor, QList<SignInPlace> before,
                           std::function<void(const QList<SignInPlace>&)> then)
{
    QString path = u"/v1/me/sessions?limit=%1"_s.arg(pageSize);
    if (!cursor.isEmpty())
        path += u"&cursor="_s + QString::fromLatin1(QUrl::toPercentEncoding(cursor));
    ask(Call::ReadPlaces, request("GET", path), [this, before, then = std::move(then)](const Body& body) {
        if (!body.value(u"items"_s).isArray())
            return false;
        const QList<SignInPlace> places = before + placesFrom(body.value(u"items"_s).toArray());
        const QString next = body.value(u"nextCursor"_s).toString();
        if (next.isEmpty() || places.size() >= mostPlaces)
            then(places);
        else
            readPage(next, places, then);
        return true;
    });
}

void AccountDesk::readPlaces()
{
    readPage({}, {}, [this](const QList<SignInPlace>& places) { Q_EMIT placesRead(places); });
}

void AccountDesk::endPlace(const QString& id) { endThese({id}); }

void AccountDesk::endOtherPlaces()
{
    // Those of now, not those that were on the screen.
    readPage({}, {}, [this](const QList<SignInPlace>& places) {
        QStringList others;
        for (const SignInPlace& place : places) {
            if (!place.current)
                others << place.id;
        }
        endThese(others);
    });
}

void AccountDesk::endThese(QStringList ids)
{
    if (ids.isEmpty()) {
        readPlaces();
        return;
    }
    const QString id = ids.takeFirst();
    const QString path = u"/v1/me/sessions/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
    if (!m_online) {
        ask(Call::EndPlace, request("DELETE", path), {});
        return;
    }
    m_send(request("DELETE", path), [this, ids](const HttpAnswer& answer) {
        QMetaObject::invokeMethod(
            this,
            [this, ids, answer] {
                // One that had ended by itself is as good as ended.
                if (answer.success() || answer.status == 404)
                    endThese(ids);
                else
                    tell(Call::EndPlace, answer);
            },
            Qt::QueuedConnection);
    });
}

void AccountDesk::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    Q_EMIT onlineChanged(online);
}

} // namespace belanjain::engine
