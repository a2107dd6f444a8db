// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/dispatch.h"

#include "marketplace/runtime/conditional.h"
#include "marketplace/runtime/json_check.h"
#include "marketplace/runtime/metrics.h"

#include <QJsonDocument>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// In UTF-8, which is the one encoding that JSON has.
bool isJson(const QByteArray& contentType)
{
    const QByteArrayList parts = contentType.split(';');
    if (!http::sameToken(parts.first().trimmed(), "application/json"))
        return false;
    return std::all_of(parts.cbegin() + 1, parts.cend(), [](const QByteArray& part) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0 || !http::sameToken(part.first(equals).trimmed(), "charset"))
            return true;
        const QByteArray charset = part.sliced(equals + 1).trimmed();
        return http::sameToken(charset, "utf-8") || http::sameToken(charset, "\"utf-8\"");
    });
}

void addIfAbsent(http::Headers& headers, const QByteArray& name, const QByteArray& value)
{
    if (http::headerValue(headers, name).isNull())
        headers.append({name, value});
}

} // namespace

void addCommonHeaders(http::Response& response, const http::Request& request, const QString& requestId,
                      bool isSignedIn)
{
    http::Headers& headers = response.headers;
    http::setHeader(headers, QByteArrayLiteral("X-Request-Id"), requestId.toLatin1());
    addIfAbsent(headers, QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff"));
    addIfAbsent(headers, QByteArrayLiteral("Content-Security-Policy"),
                QByteArrayLiteral("default-src 'none'; frame-ancestors 'none'"));
    addIfAbsent(headers, QByteArrayLiteral("Referrer-Policy"), QByteArrayLiteral("no-referrer"));
    const bool isGet = request.method == "GET" || request.method == "HEAD";
    // What a handler says about caching is all there is to say.
    if (!http::headerValue(headers, "Cache-Control").isNull())
        return;
    if (isGet && response.status < 400) {
        addIfAbsent(headers, QByteArrayLiteral("Cache-Control"),
                    isSignedIn ? QByteArrayLiteral("private, no-cache") : QByteArrayLiteral("no-cache"));
        addIfAbsent(headers, QByteArrayLiteral("Vary"), QByteArrayLiteral("Authorization"));
    } else {
        addIfAbsent(headers, QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    }
}

Dispatch::Dispatch(const Services& services, const Gate& gate, Idempotency& idempotency, http::Request request,
                   http::Responder responder)
    : m_gate(gate)
    , m_idempotency(idempotency)
    , m_call(services, std::move(request))
    , m_responder(std::move(responder))
    , m_startedMs(services.clock.monotonicMs())
{
}

Expected<void> Dispatch::readBody()
{
    if (m_route->body != Body::Object && m_route->body != Body::Array)
        return {};
    const http::Request& request = m_call.m_request;
    const bool typed = request.headers.contains("Content-Type");
    if ((typed || !request.body.isEmpty()) && !isJson(request.header("Content-Type").toByteArray()))
        return m_call.fail(415, u"unsupported_media_type"_s);
    const QByteArrayView encoding = request.header("Content-Encoding");
    if (!encoding.isEmpty() && !http::sameToken(encoding, "identity"))
        return m_call.fail(415, u"unsupported_media_type"_s);
    if (!isStrictJson(request.body))
        return m_call.fail(400, u"malformed_json"_s);
    if (m_route->body == Body::Object) {
        const auto object = protocol::parseObject(request.body);
        if (!object)
            return m_call.fail(400, u"malformed_json"_s);
        m_call.m_body = *object;
        return {};
    }
    // An array is checked as an object that holds it, which brings the limits on nesting along.
    const auto wrapped = protocol::parseObject("{\"array\":" + request.body + '}');
    if (!wrapped || wrapped->size() != 1 || !wrapped->value(u"array").isArray())
        return m_call.fail(400, u"malformed_json"_s);
    m_call.m_array = wrapped->value(u"array").toArray();
    return {};
}

Expected<void> Dispatch::takeKey()
{
    auto key = Idempotency::keyOf(m_call);
    if (!key)
        return tl::unexpected(key.error());
    if (!*key)
        return m_route->keyRequired ? Expected<void>(m_call.fail(400, u"idempotency_key_required"_s)) : Expected<void>();
    if (!m_idempotency.begin(**key))
        return m_call.fail(409, u"idempotency_in_progress"_s);
    m_key = **key;
    return {};
}

Expected<void> Dispatch::stillStands(storage::Database& db) const
{
    if (!m_call.m_caller.isSignedIn())
        return {};
    const auto stands = m_gate.stands(db, m_call.m_caller);
    if (!stands)
        return m_call.fail(stands.error());
    if (!*stands)
        return m_call.fail(401, u"invalid_token"_s);
    return {};
}

void Dispatch::run(const Route& route)
{
    m_route = &route;
    if (const auto body = readBody(); !body)
        return finish(tl::unexpected(body.error()));
    if (const auto key = takeKey(); !key)
        return finish(tl::unexpected(key.error()));
    switch (route.work) {
    case Work::Immediate:
        return finish(route.handle(m_call));
    case Work::Read:
        return runRead();
    case Work::Write:
        return runWrite();
    case Work::Compute:
    case Work::Convert:
        return runCompute();
    case Work::Stream:
        return runStream();
    }
}

void Dispatch::refuse() { finish(tl::unexpected(m_call.unavailable())); }

void Dispatch::runRead()
{
    const bool taken = m_call.m_services.executor.read([self = shared_from_this()](storage::Database& db) {
        if (const auto stands = self->stillStands(db); !stands)
            return self->finish(tl::unexpected(stands.error()));
        self->m_call.m_db = &db;
        Answer answer = self->m_route->handle(self->m_call);
        self->m_call.m_db = nullptr;
        self->finish(std::move(answer));
    });
    if (!taken)
        refuse();
}

void Dispatch::runWrite()
{
    const auto job = [self = shared_from_this()](storage::Database& db) {
        Call& call = self->m_call;
        call.m_hooks.clear();
        if (const auto stands = self->stillStands(db); !stands) {
            self->m_answer = tl::unexpected(stands.error());
            return false;
        }
        call.m_db = &db;
        self->m_answer = self->m_key ? Idempotency::once(call, *self->m_key, self->m_route->handle)
                                     : self->m_route->handle(call);
        call.m_db = nullptr;
        return self->m_answer->has_value();
    };
    const auto done = [self = shared_from_this()](const storage::Outcome& outcome) {
        if (!outcome)
            return self->finish(self->m_call.fail(outcome.error()));
        if (self->m_answer->has_value())
            self->m_call.runHooks();
        self->finish(std::move(*self->m_answer));
    };
    if (!m_call.m_services.executor.write(job, done))
        refuse();
}

Answer Dispatch::computed()
{
    const bool secret = m_key && m_route->secretAnswer;
    if (secret) {
        if (auto before = m_idempotency.recall(m_call, *m_key))
            return std::move(*before);
    } else if (m_key) {
        m_call.m_guard = [this](Call& call, const std::function<Answer(Call&)>& job) -> Answer {
            if (const auto stands = stillStands(call.db()); !stands)
                return tl::unexpected(stands.error());
            return Idempotency::once(call, *m_key, job);
        };
    }
    // The session may have ended while the computation took its time.
    if (!m_call.m_guard) {
        m_call.m_guard = [this](Call& call, const std::function<Answer(Call&)>& job) -> Answer {
            if (const auto stands = stillStands(call.db()); !stands)
                return tl::unexpected(stands.error());
            return job(call);
        };
    }
    if (m_call.m_caller.isSignedIn()) {
        const Expected<void> stands = m_call.read([this](Call& call) { return stillStands(call.db()); });
        if (!stands)
            return tl::unexpected(stands.error());
    }
    Answer answer = m_route->handle(m_call);
    if (secret)
        m_idempotency.remember(*m_key, answer ? *answer : m_call.keep(answer.error()));
    return answer;
}

void Dispatch::runCompute()
{
    const auto job = [self = shared_from_this()] {
        Answer answer = self->computed();
        self->finish(std::move(answer));
    };
    Executor& executor = m_call.m_services.executor;
    const bool taken = m_route->work == Work::Convert ? executor.convert(job) : executor.compute(job);
    if (!taken)
        refuse();
}

void Dispatch::runStream()
{
    const bool taken = m_call.m_services.executor.stream([self = shared_from_this()](storage::Database& db) {
        if (const auto stands = self->stillStands(db); !stands)
            return self->finish(tl::unexpected(stands.error()));
        self->m_call.m_db = &db;
        self->m_route->stream(self->m_call, self->m_responder);
        self->m_call.m_db = nullptr;
    });
    if (!taken)
        refuse();
}

void Dispatch::finish(Answer answer)
{
    if (m_key)
        m_idempotency.end(*m_key);
    http::Response response = answer ? std::move(*answer) : m_call.keep(std::move(answer.error()));
    response = notModifiedIfSame(m_call.m_request, std::move(response));
    addCommonHeaders(response, m_call.m_request, m_call.m_requestId, m_call.m_caller.isSignedIn());

    const Services& services = m_call.m_services;
    const qint64 took = services.clock.monotonicMs() - m_startedMs;
    const QByteArray route = m_route ? m_route->path : QByteArrayLiteral("none");
    const QByteArray method = m_route ? m_route->method : QByteArrayLiteral("other");
    services.metrics.request(route, method, response.status, took);
    const LogLevel level = response.status >= 500 ? LogLevel::Error : LogLevel::Debug;
    if (services.log.wants(level)) {
        services.log.write(level, u"request"_s,
                           {{u"requestId"_s, m_call.m_requestId},
                            {u"method"_s, QString::fromLatin1(m_call.m_request.method)},
                            {u"route"_s, QString::fromLatin1(route)},
                            {u"status"_s, response.status},
                            {u"ms"_s, took}});
    }
    // False only when the client has left or a stream has answered: nobody to tell.
    (void)m_responder.respond(std::move(response));
}

} // namespace belanjain::marketplace
