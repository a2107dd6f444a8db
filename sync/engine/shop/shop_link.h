// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/api_client.h"
#include "engine/net/backoff.h"
#include "ports/clock.h"
#include "ports/random_source.h"
#include "ports/sync_control.h"

#include <functional>
#include <list>
#include <memory>

namespace belanjain::engine
{

/// A buyer's way to the marketplace: public pages without a token, the account's own calls with it. Knows
/// whether the marketplace answers, and looks again by itself while it does not. One thread.
class ShopLink
{
public:
    struct Events
    {
        std::function<void(ports::Connection)> connection;
        std::function<void()> back; ///< it answers, after it did not or at the start
        std::function<void(const Tokens&)> tokensRenewed;
    };
    struct Parts
    {
        Transport& transport;
        Scheduler& scheduler;
        const ports::Clock& clock;
        ports::RandomSource& random;
    };

    /// Without a refresh token there is no account: own() is answered 401.
    ShopLink(Parts parts, const Tokens& tokens, Events events);
    ~ShopLink();

    void start(bool workOffline);
    void setWorkOffline(bool offline);
    void setLanguage(const QByteArray& language);
    ports::Connection connection() const { return m_connection; }
    bool answers() const { return m_connection == ports::Connection::Connected; }
    bool signedIn() const { return m_account; }
    /// Tries now instead of after the wait.
    void tryNow();

    using Done = std::function<void(const HttpAnswer&)>;
    /// A public page. Destroying the handle abandons it. etag may be empty.
    [[nodiscard]] std::unique_ptr<PendingCall> get(const QString& path, const QByteArray& etag, Done done);
    /// A call of the account's. Answered 0 while working offline.
    void own(const HttpRequest& request, Done done);

private:
    void told(const HttpAnswer& answer);
    void become(ports::Connection connection);
    void look();
    void planLook();

    Parts m_parts;
    Events m_events;
    ApiClient m_api;
    Backoff m_backoff;
    QByteArray m_language = "id";
    bool m_account;
    bool m_started = false;
    ports::Connection m_connection = ports::Connection::Connecting;
    std::unique_ptr<PendingCall> m_looking;
    std::unique_ptr<PlannedCall> m_nextLook;
    std::list<std::unique_ptr<PlannedCall>> m_refusals;
};

} // namespace belanjain::engine
