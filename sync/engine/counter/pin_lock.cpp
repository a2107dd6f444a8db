// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/counter/pin_lock.h"

#include "domain/pin.h"
#include "protocol/json.h"
#include "protocol/problem.h"

#include <QPointer>

#include <sodium.h>

#include <algorithm>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int timeoutMs = 15'000;
constexpr int farewellMs = 5'000;

/// Empty when there was no memory for it.
QByteArray hashOf(const QByteArray& pin)
{
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (sodium_init() < 0
        || crypto_pwhash_str(hash.data(), pin.constData(), size_t(pin.size()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                             crypto_pwhash_MEMLIMIT_INTERACTIVE)
               != 0)
        return {};
    hash.truncate(qstrlen(hash.constData()));
    return hash;
}

bool matches(const QByteArray& hash, const QByteArray& pin)
{
    return sodium_init() >= 0 && hash.size() < qsizetype(crypto_pwhash_STRBYTES)
           && crypto_pwhash_str_verify(hash.constData(), pin.constData(), size_t(pin.size())) == 0;
}

} // namespace

PinLock::PinLock(Parts parts, QObject* parent) : ports::StoreLock(parent), m_parts(std::move(parts))
{
    m_pool.setMaxThreadCount(1);
    // A restart is no way around the wait.
    m_notBefore = m_parts.clock.monotonicMs() + pinWaitMs(m_parts.memory.wrong());
}

PinLock::~PinLock() { m_pool.waitForDone(); }

qint64 PinLock::waitMs() const { return std::max<qint64>(0, m_notBefore - m_parts.clock.monotonicMs()); }

void PinLock::look()
{
    m_parts.secrets.read(m_parts.secretKey, [self = QPointer(this)](const std::optional<QByteArray>& hash) {
        if (!self)
            return;
        const QByteArray kept = hash && !hash->isEmpty() ? *hash : self->m_parts.memory.hash();
        self->m_hash = kept.isEmpty() ? std::nullopt : std::optional(kept);
        Q_EMIT self->pinKnown(self->m_hash.has_value());
    });
}

void PinLock::setPin(const QString& pin)
{
    if (!isPin(pin)) {
        Q_EMIT pinSet(false);
        return;
    }
    m_pool.start([this, digits = pin.toLatin1()] {
        const QByteArray hash = hashOf(digits);
        QMetaObject::invokeMethod(this, [this, hash] { hashed(hash); }, Qt::QueuedConnection);
    });
}

void PinLock::hashed(const QByteArray& hash)
{
    if (hash.isEmpty()) {
        Q_EMIT pinSet(false);
        return;
    }
    m_hash = hash;
    m_parts.memory.setWrong(0);
    m_notBefore = 0;
    m_parts.secrets.write(m_parts.secretKey, hash, [self = QPointer(this), hash](bool stored) {
        if (!self)
            return;
        // What is only in memory would be forgotten with the program, and the lock with it.
        const bool lasting = stored && self->m_parts.secrets.place() != ports::SecretStore::Place::MemoryOnly;
        self->m_parts.memory.setHash(lasting ? QByteArray() : hash);
        Q_EMIT self->pinSet(true);
    });
}

void PinLock::open(const QString& pin)
{
    if (m_checking)
        return;
    if (waitMs() > 0 || !m_hash || !isPin(pin)) {
        Q_EMIT refused();
        return;
    }
    m_checking = true;
    m_pool.start([this, hash = *m_hash, digits = pin.toLatin1()] {
        const bool right = matches(hash, digits);
        QMetaObject::invokeMethod(this, [this, right] { compared(right); }, Qt::QueuedConnection);
    });
}

void PinLock::compared(bool right)
{
    m_checking = false;
    const int wrong = right ? 0 : m_parts.memory.wrong() + 1;
    m_parts.memory.setWrong(wrong);
    m_notBefore = m_parts.clock.monotonicMs() + pinWaitMs(wrong);
    if (right)
        Q_EMIT opened();
    else
        Q_EMIT refused();
}

void PinLock::openAsOwner(const QString& password, const QString& otp)
{
    if (m_asking)
        return;
    QJsonObject body{{u"email"_s, m_parts.ownerEmail}, {u"password"_s, password}};
    if (!otp.trimmed().isEmpty())
        body[u"otp"_s] = otp.trimmed();
    HttpRequest request{
        .method = "POST", .path = u"/v1/auth/login"_s, .body = protocol::toJson(body), .timeoutMs = timeoutMs};
    request.headers.append({"Accept-Language", m_parts.language()});
    m_asking = m_parts.transport->send(request, [this](const HttpAnswer& answer) {
        const auto keep = std::move(m_asking);
        ownerAnswered(answer.body, answer.status);
    });
}

void PinLock::ownerAnswered(const QByteArray& body, int status)
{
    const QJsonObject json = protocol::parseObject(body).value_or(QJsonObject());
    const bool owner = status >= 200 && status < 300
                       && UserId::parse(json.value(u"user").toObject().value(u"id").toString()) == m_parts.owner;
    if (const QString refresh = json.value(u"refreshToken").toString(); !refresh.isEmpty()) {
        m_farewell = m_parts.transport->send({.method = "POST",
                                              .path = u"/v1/auth/logout"_s,
                                              .body = protocol::toJson({{u"refreshToken"_s, refresh}}),
                                              .timeoutMs = farewellMs},
                                             [](const HttpAnswer&) {});
    }
    if (owner) {
        // Forgotten, so it is chosen anew the next time.
        m_hash.reset();
        m_parts.secrets.remove(m_parts.secretKey, [] {});
        m_parts.memory.setHash({});
        m_parts.memory.setWrong(0);
        m_notBefore = 0;
        Q_EMIT opened();
        return;
    }
    const protocol::Problem problem = protocol::Problem::read(status, body);
    ports::SessionProblem report{.code = status == 0                                     ? u"unreachable"_s
                                         : problem.code.isEmpty() || status < 400 ? u"unexpected_answer"_s
                                                                                  : problem.code,
                                 .text = problem.detail};
    report.field = report.code.startsWith(u"otp_") ? u"otp"_s : u"password"_s;
    Q_EMIT ownerRefused(report);
}

} // namespace belanjain::engine
