// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/scheduler.h"
#include "engine/net/transport.h"

#include <QMetaType>
#include <QString>

#include <functional>
#include <list>
#include <memory>

namespace belanjain::engine
{

struct Tokens
{
    QString access; ///< may be empty or run out; a 401 has it renewed
    QString refresh;
};

/// Calls the marketplace as somebody who signed in. A 401 renews the access token once for all calls
/// that wait for it and sends them again; only a refresh token that the marketplace itself refuses ends
/// the session, a network failure while renewing is passed on as a network failure.
class ApiClient
{
public:
    struct Events
    {
        std::function<void(const Tokens&)> renewed; ///< to be kept before anything else: the old ones are spent
        std::function<void()> sessionEnded;
    };

    ApiClient(Transport& transport, Scheduler& scheduler, Tokens tokens, Events events);
    ~ApiClient();

    /// Sends with the token; done() gets the final answer. A call refused for good has status 401.
    void send(const HttpRequest& request, std::function<void(const HttpAnswer&)> done);
    void stream(const HttpRequest& request, std::function<void(const QByteArray&)> chunk,
                std::function<void(const HttpAnswer&)> done);
    /// Abandons every call under way.
    void cancelAll();
    /// New tokens after the person signed in again.
    void setTokens(Tokens tokens);
    const Tokens& tokens() const { return m_tokens; }
    void setLanguage(const QByteArray& language) { m_language = language; }

private:
    struct Call;
    using CallPtr = std::shared_ptr<Call>;

    void start(const CallPtr& call);
    void finished(const CallPtr& call, const HttpAnswer& answer);
    void renew();
    void renewFinished(const HttpAnswer& answer);
    void release(const HttpAnswer* failure);

    Transport& m_transport;
    Scheduler& m_scheduler;
    Tokens m_tokens;
    Events m_events;
    QByteArray m_language = "id";
    std::list<CallPtr> m_calls;
    std::list<CallPtr> m_waitingForToken;
    std::unique_ptr<PendingCall> m_renewal;
    std::unique_ptr<PlannedCall> m_refusal;
    std::unique_ptr<PlannedCall> m_nextRenewal;
    int m_renewalTries = 0; ///< whose answers were lost
    bool m_ended = false;
};

} // namespace belanjain::engine

Q_DECLARE_METATYPE(belanjain::engine::Tokens)
