// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/net/api_client.h"

#include "protocol/json.h"

namespace belanjain::engine
{
using namespace Qt::StringLiterals;

namespace
{

/// The marketplace gives a spent refresh token's successor again for 30 s. A renewal whose answer was lost is
/// therefore repeated here, within that time, and does not wait for a caller's back-off.
constexpr int renewalTimeoutMs = 8'000;
constexpr qint64 renewalPauseMs = 1'000;
constexpr int renewalTries = 3;
/// A computer may fall asleep between a renewal and the call it was for, and the new token be old when it wakes.
constexpr int renewalsPerCall = 2;

} // namespace

struct ApiClient::Call
{
    HttpRequest request;
    std::function<void(const QByteArray&)> chunk; ///< empty for a plain call
    std::function<void(const HttpAnswer&)> done;
    QString usedToken;
    int sentAgain = 0;
    std::unique_ptr<PendingCall> pending;
};

ApiClient::ApiClient(Transport& transport, Scheduler& scheduler, Tokens tokens, Events events)
    : m_transport(transport), m_scheduler(scheduler), m_tokens(std::move(tokens)), m_events(std::move(events))
{
}

ApiClient::~ApiClient() = default;

void ApiClient::send(const HttpRequest& request, std::function<void(const HttpAnswer&)> done)
{
    stream(request, {}, std::move(done));
}

void ApiClient::stream(const HttpRequest& request, std::function<void(const QByteArray&)> chunk,
                       std::function<void(const HttpAnswer&)> done)
{
    auto call = std::make_shared<Call>(Call{request, std::move(chunk), std::move(done), {}, 0, {}});
    m_calls.push_back(call);
    if (m_tokens.access.isEmpty() || m_renewal || m_nextRenewal) {
        m_waitingForToken.push_back(call);
        renew();
    } else {
        start(call);
    }
}

void ApiClient::start(const CallPtr& call)
{
    HttpRequest request = call->request;
    call->usedToken = m_tokens.access;
    request.headers.append({"Authorization", "Bearer " + call->usedToken.toLatin1()});
    request.headers.append({"Accept-Language", m_language});
    const std::weak_ptr<Call> weak = call;
    const auto done = [this, weak](const HttpAnswer& answer) {
        if (const CallPtr alive = weak.lock())
            finished(alive, answer);
    };
    call->pending = call->chunk ? m_transport.stream(request, call->chunk, done) : m_transport.send(request, done);
}

void ApiClient::finished(const CallPtr& call, const HttpAnswer& answer)
{
    if (answer.status == 401 && call->sentAgain < renewalsPerCall && !m_ended) {
        ++call->sentAgain;
        if (call->usedToken != m_tokens.access && !m_tokens.access.isEmpty()) {
            start(call); // somebody else's 401 has renewed it meanwhile
            return;
        }
        m_waitingForToken.push_back(call);
        renew();
        return;
    }
    m_calls.remove(call);
    call->done(answer);
}

void ApiClient::renew()
{
    if (m_renewal || m_nextRenewal)
        return;
    if (m_tokens.refresh.isEmpty()) {
        // A caller must not be answered inside its own call.
        m_refusal = m_scheduler.after(0, [this] {
            HttpAnswer none;
            none.status = 401;
            renewFinished(none);
        });
        return;
    }
    HttpRequest request{.method = "POST", .path = u"/v1/auth/refresh"_s, .timeoutMs = renewalTimeoutMs};
    request.headers.append({"Accept-Language", m_language});
    request.body = protocol::toJson({{u"refreshToken"_s, m_tokens.refresh}});
    m_renewal = m_transport.send(request, [this](const HttpAnswer& answer) {
        const auto keep = std::move(m_renewal);
        renewFinished(answer);
    });
}

void ApiClient::renewFinished(const HttpAnswer& answer)
{
    if (answer.success()) {
        if (const auto json = protocol::parseObject(answer.body)) {
            protocol::ObjectReader reader(*json);
            const Tokens tokens{reader.string(u"accessToken"), reader.string(u"refreshToken")};
            if (reader.ok()) {
                m_tokens = tokens;
                m_renewalTries = 0;
                if (m_events.renewed)
                    m_events.renewed(m_tokens);
                release(nullptr);
                return;
            }
        }
    }
    if (!answer.reached() && ++m_renewalTries < renewalTries) {
        m_nextRenewal = m_scheduler.after(renewalPauseMs, [this] {
            const auto keep = std::move(m_nextRenewal);
            renew();
        });
        return;
    }
    m_renewalTries = 0;
    HttpAnswer failure = answer;
    // 400 and 401 are the marketplace's word on the token; anything else says nothing about it.
    const bool refused = answer.status == 401 || answer.status == 400;
    failure.status = refused ? 401 : (answer.success() ? 0 : answer.status);
    m_ended = m_ended || refused;
    release(&failure);
    if (refused && m_events.sessionEnded)
        m_events.sessionEnded();
}

void ApiClient::release(const HttpAnswer* failure)
{
    const std::list<CallPtr> waiting = std::move(m_waitingForToken);
    m_waitingForToken.clear();
    for (const CallPtr& call : waiting) {
        if (failure) {
            m_calls.remove(call);
            call->done(*failure);
        } else {
            start(call);
        }
    }
}

void ApiClient::cancelAll()
{
    m_waitingForToken.clear();
    m_calls.clear();
}

void ApiClient::setTokens(Tokens tokens)
{
    m_tokens = std::move(tokens);
    m_ended = false;
    if (!m_renewal && !m_refusal && !m_nextRenewal)
        return;
    // What the old tokens' renewal would say is no longer of interest: least of all that the session ended.
    m_renewal.reset();
    m_refusal.reset();
    m_nextRenewal.reset();
    m_renewalTries = 0;
    if (m_tokens.access.isEmpty())
        renew();
    else
        release(nullptr);
}

} // namespace belanjain::engine
