// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/router.h"

#include "marketplace/runtime/client_address.h"
#include "marketplace/runtime/dispatch.h"
#include "marketplace/runtime/idempotency.h"
#include "marketplace/runtime/metrics.h"
#include "marketplace/runtime/route_table.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

QString codeOf(int status)
{
    switch (status) {
    case 400:
        return u"malformed_request"_s;
    case 408:
        return u"request_timeout"_s;
    case 413:
        return u"too_large"_s;
    case 417:
        return u"expectation_failed"_s;
    case 429:
        return u"throttled"_s;
    case 431:
        return u"header_too_large"_s;
    case 501:
        return u"not_implemented"_s;
    case 503:
        return u"unavailable"_s;
    default:
        return u"internal"_s;
    }
}

} // namespace

Gate::~Gate() = default;

class Router::Private
{
public:
    Private(const Services& s, const Gate& g, QList<Route> routes)
        : services(s), gate(g), table(std::move(routes)), idempotency(s.clock)
    {
    }

    /// The caller named by Authorization; 401 when what is there is not good.
    Expected<Caller> callerOf(const Call& call) const
    {
        const QByteArrayView header = call.request().header("Authorization");
        if (header.isNull())
            return Caller{};
        if (header.size() <= 7 || !http::sameToken(header.first(7), "Bearer "))
            return call.fail(401, u"invalid_token"_s);
        const auto caller = gate.callerOf(header.sliced(7).trimmed());
        if (!caller)
            return call.fail(401, u"invalid_token"_s);
        return *caller;
    }

    static Expected<void> mayCall(const Call& call, const Route& route)
    {
        const Caller& caller = call.caller();
        switch (route.access) {
        case Access::Public:
            return {};
        case Access::Loopback:
            // Not the peer: what a proxy on this machine hands on comes from elsewhere.
            if (clientAddress(call.request(), {}).isLoopback())
                return {};
            return call.failForbidden();
        case Access::SignedIn:
        case Access::Customer:
        case Access::Seller:
            break;
        }
        if (!caller.isSignedIn())
            return call.fail(401, u"unauthorized"_s);
        if ((route.access == Access::Customer && caller.role != Role::Customer)
            || (route.access == Access::Seller && caller.role != Role::Seller))
            return call.failForbidden();
        return {};
    }

    const Services& services;
    const Gate& gate;
    const RouteTable table;
    Idempotency idempotency;
};

Router::Router(const Services& services, const Gate& gate, QList<Route> routes)
    : m_d(std::make_unique<Private>(services, gate, std::move(routes)))
{
}

Router::~Router() = default;

const QList<Route>& Router::routes() const { return m_d->table.routes(); }

qint64 Router::bodyLimit(const http::Request& headOnly) const
{
    const auto match = m_d->table.find(headOnly.method, headOnly.path);
    return match.route ? match.route->bodyLimit : defaultBodyLimit;
}

void Router::handle(http::Request request, http::Responder responder)
{
    const auto dispatch = std::make_shared<Dispatch>(m_d->services, m_d->gate, m_d->idempotency, std::move(request),
                                                     std::move(responder));
    Call& call = dispatch->call();
    auto match = m_d->table.find(call.request().method, call.request().path);
    if (!match.route && match.allowed.isEmpty())
        return dispatch->finish(call.failNotFound());
    if (!match.route) {
        http::Response refused = call.keep(problem(405, u"method_not_allowed"_s, call.language()));
        http::setHeader(refused.headers, QByteArrayLiteral("Allow"), match.allowed);
        return dispatch->finish(std::move(refused));
    }
    dispatch->setParameters(std::move(match.parameters));
    const auto caller = m_d->callerOf(call);
    if (!caller)
        return dispatch->finish(tl::unexpected(caller.error()));
    dispatch->setCaller(*caller);
    if (const auto allowed = Private::mayCall(call, *match.route); !allowed)
        return dispatch->finish(tl::unexpected(allowed.error()));
    dispatch->run(*match.route);
}

http::Response Router::malformed(int status, const http::Request* maybe) const
{
    const Language language = maybe ? preferredLanguage(maybe->header("Accept-Language")) : Language::Indonesian;
    protocol::Problem refusal = problem(status, codeOf(status), language);
    if (maybe)
        refusal.instance = QString::fromUtf8(maybe->path);
    http::Response response = toResponse(refusal);
    const http::Request none;
    const Call call(m_d->services, maybe ? *maybe : none);
    addCommonHeaders(response, call.request(), call.requestId(), false);
    m_d->services.metrics.request(QByteArrayLiteral("none"), QByteArrayLiteral("other"), status, 0);
    return response;
}

} // namespace belanjain::marketplace
