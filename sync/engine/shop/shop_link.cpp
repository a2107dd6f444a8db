// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/shop_link.h"

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using ports::Connection;
namespace
{

constexpr int timeoutMs = 15'000;

/// A call that ended before it began.
class NoCall : public PendingCall
{
public:
    explicit NoCall(std::unique_ptr<PlannedCall> planned) : m_planned(std::move(planned)) {}

private:
    std::unique_ptr<PlannedCall> m_planned;
};

} // namespace

ShopLink::ShopLink(Parts parts, const Tokens& tokens, Events events)
    : m_parts(parts)
    , m_events(std::move(events))
    , m_api(parts.transport, parts.scheduler, tokens,
            {.renewed = m_events.tokensRenewed, .sessionEnded = [this] { become(Connection::SignInNeeded); }})
    , m_backoff(parts.random)
    , m_account(!tokens.refresh.isEmpty() || !tokens.access.isEmpty())
{
}

ShopLink::~ShopLink() = default;

void ShopLink::setLanguage(const QByteArray& language)
{
    m_language = language;
    m_api.setLanguage(language);
}

void ShopLink::start(bool workOffline)
{
    m_started = true;
    setWorkOffline(workOffline);
}

void ShopLink::setWorkOffline(bool offline)
{
    if (!m_started)
        return;
    if (offline) {
        m_looking.reset();
        m_nextLook.reset();
        become(Connection::WorkingOffline);
    } else if (m_connection == Connection::WorkingOffline || m_connection == Connection::Connecting) {
        m_backoff.reset();
        become(Connection::Connecting);
        look();
    }
}

void ShopLink::tryNow()
{
    if (m_connection != Connection::WorkingOffline)
        look();
}

void ShopLink::look()
{
    m_nextLook.reset();
    HttpRequest request{.path = u"/v1/categories"_s, .timeoutMs = timeoutMs};
    m_looking = m_parts.transport.send(request, [this](const HttpAnswer& answer) {
        const auto keep = std::move(m_looking);
        told(answer);
    });
}

void ShopLink::planLook()
{
    if (m_looking || m_nextLook || m_connection != Connection::Unreachable)
        return;
    m_nextLook = m_parts.scheduler.after(m_backoff.next(), [this] {
        const auto keep = std::move(m_nextLook);
        look();
    });
}

void ShopLink::told(const HttpAnswer& answer)
{
    if (m_connection == Connection::WorkingOffline)
        return; // of a call that was under way
    if (!answer.reached()) {
        become(Connection::Unreachable);
        planLook();
        return;
    }
    m_backoff.reset();
    m_nextLook.reset();
    if (m_connection == Connection::SignInNeeded)
        return;
    const bool back = m_connection != Connection::Connected;
    become(Connection::Connected);
    if (back && m_events.back)
        m_events.back();
}

void ShopLink::become(Connection connection)
{
    if (m_connection == connection)
        return;
    m_connection = connection;
    if (m_events.connection)
        m_events.connection(connection);
}

std::unique_ptr<PendingCall> ShopLink::get(const QString& path, const QByteArray& etag, Done done)
{
    if (m_connection == Connection::WorkingOffline) {
        return std::make_unique<NoCall>(
            m_parts.scheduler.after(0, [done = std::move(done)] { done(HttpAnswer()); }));
    }
    HttpRequest request{.path = path, .timeoutMs = timeoutMs};
    request.headers.append({"Accept-Language", m_language});
    if (!etag.isEmpty())
        request.headers.append({"If-None-Match", etag});
    return m_parts.transport.send(request, [this, done = std::move(done)](const HttpAnswer& answer) {
        told(answer);
        done(answer);
    });
}

void ShopLink::own(const HttpRequest& request, Done done)
{
    if (m_connection == Connection::WorkingOffline || !m_account) {
        HttpAnswer none;
        none.status = m_account ? 0 : 401;
        const auto place = m_refusals.insert(m_refusals.end(), nullptr);
        *place = m_parts.scheduler.after(0, [this, place, none, done = std::move(done)] {
            const auto keep = std::move(*place);
            m_refusals.erase(place);
            done(none);
        });
        return;
    }
    m_api.send(request, [this, done = std::move(done)](const HttpAnswer& answer) {
        told(answer);
        done(answer);
    });
}

} // namespace belanjain::engine
