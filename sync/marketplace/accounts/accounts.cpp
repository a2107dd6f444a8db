// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/accounts.h"

#include "domain/account.h"
#include "marketplace/accounts/access_token.h"
#include "marketplace/accounts/stores.h"
#include "marketplace/runtime/conditional.h"
#include "marketplace/syncing/events_hub.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

Accounts::Accounts(const Services& services, EventsHub& hub, ServerKeys keys, const AccountOptions& options)
    : m_services(services)
    , m_hub(hub)
    , m_keys(std::move(keys))
    , m_hasher(options.hashCost)
    , m_throttle(options.throttle)
    , m_twoFactor(m_keys.fields)
    , m_proxies(options.proxies)
{
}

QList<Route> Accounts::routes()
{
    const auto to = [this](Answer (Accounts::*handler)(Call&)) {
        return [this, handler](Call& call) { return (this->*handler)(call); };
    };
    return {
        {.method = "POST", .path = "/v1/auth/register", .work = Work::Compute, .handle = to(&Accounts::registerUser),
         .body = Body::Object, .secretAnswer = true},
        {.method = "POST", .path = "/v1/auth/login", .work = Work::Compute, .handle = to(&Accounts::login),
         .body = Body::Object, .secretAnswer = true},
        {.method = "POST", .path = "/v1/auth/refresh", .work = Work::Compute, .handle = to(&Accounts::refresh),
         .body = Body::Object, .secretAnswer = true},
        {.method = "POST", .path = "/v1/auth/logout", .work = Work::Write, .handle = to(&Accounts::logout),
         .body = Body::Object},
        {.method = "GET", .path = "/v1/me", .access = Access::SignedIn, .work = Work::Read, .handle = to(&Accounts::me)},
        {.method = "PATCH", .path = "/v1/me", .access = Access::SignedIn, .work = Work::Write,
         .handle = to(&Accounts::patchMe), .body = Body::Object},
        {.method = "POST", .path = "/v1/me/password", .access = Access::SignedIn, .work = Work::Compute,
         .handle = to(&Accounts::changePassword), .body = Body::Object, .secretAnswer = true},
        {.method = "POST", .path = "/v1/me/2fa", .access = Access::SignedIn, .work = Work::Compute,
         .handle = to(&Accounts::beginTwoFactor), .secretAnswer = true},
        {.method = "POST", .path = "/v1/me/2fa/confirm", .access = Access::SignedIn, .work = Work::Compute,
         .handle = to(&Accounts::confirmTwoFactor), .body = Body::Object, .secretAnswer = true},
        {.method = "DELETE", .path = "/v1/me/2fa", .access = Access::SignedIn, .work = Work::Compute,
         .handle = to(&Accounts::disableTwoFactor), .body = Body::Object, .secretAnswer = true},
        {.method = "GET", .path = "/v1/me/sessions", .access = Access::SignedIn, .work = Work::Read,
         .handle = to(&Accounts::listSessions)},
        {.method = "DELETE", .path = "/v1/me/sessions/{id}", .access = Access::SignedIn, .work = Work::Write,
         .handle = to(&Accounts::endOneSession)},
        {.method = "GET", .path = "/v1/stores/{id}", .work = Work::Read, .handle = to(&Accounts::store)},
        {.method = "PATCH", .path = "/v1/stores/{id}", .access = Access::Seller, .work = Work::Write,
         .handle = to(&Accounts::patchStore), .body = Body::Object},
    };
}

std::optional<Caller> Accounts::callerOf(QByteArrayView token) const
{
    const Instant now = m_services.clock.now();
    if (const auto known = m_knownTokens.find(token, now))
        return known;
    const auto read = readAccessToken(token, m_keys.accessToken, now);
    if (!read)
        return std::nullopt;
    m_knownTokens.note(token, *read);
    return read->caller;
}

storage::Result<bool> Accounts::stands(storage::Database& db, const Caller& caller) const
{
    return sessionStands(db, caller.session, caller.user);
}

Attempt Accounts::attemptOf(const Call& call, Guess guess, const QString& account) const
{
    return {guess, account, addressName(clientAddress(call.request(), m_proxies))};
}

Expected<void> Accounts::notThrottled(Call& call, const Attempt& attempt) const
{
    const auto wait = m_throttle.secondsToWait(call.db(), attempt, call.now());
    if (!wait)
        return call.fail(wait.error());
    if (*wait > 0)
        return tl::unexpected(problemLater(429, u"throttled"_s, call.language(), *wait));
    return {};
}

Answer Accounts::refuseGuess(Call& call, const Attempt& attempt, int status, const QString& code) const
{
    if (const auto counted = m_throttle.failed(call.db(), attempt, call.now()); !counted)
        return call.fail(counted.error());
    return call.keep(problem(status, code, call.language()));
}

Expected<User> Accounts::ownAccount(Call& call) const
{
    const auto user = findUser(call.db(), call.caller().user);
    if (!user)
        return call.fail(user.error());
    if (!*user)
        return call.failNotFound();
    if (const auto allowed = notThrottled(call, attemptOf(call, Guess::Password, (*user)->email)); !allowed)
        return tl::unexpected(allowed.error());
    return **user;
}

Answer Accounts::signedIn(const Call& call, int status, const User& user, const OpenedSession& session) const
{
    const Caller caller{user.id, user.role, user.store, session.id};
    const auto token = makeAccessToken(caller, m_keys.accessToken, call.now());
    if (!token)
        return call.fail(500, u"internal"_s);
    return json(status, {{u"user"_s, user.toJson()},
                         {u"accessToken"_s, QString::fromLatin1(*token)},
                         {u"refreshToken"_s, session.refreshToken},
                         {u"expiresIn"_s, accessTokenSeconds}});
}

void Accounts::cutStreams(Call& call, const QStringList& sessions) const
{
    if (!sessions.isEmpty())
        call.afterCommit([&hub = m_hub, sessions] { hub.endSessions(sessions); });
}

Answer Accounts::openSessionFor(Call& call, int status, const User& user, const QString& deviceId) const
{
    const auto session = openSession(call.db(), user.id, deviceId, call.ids(), m_services.random, call.now());
    if (!session)
        return call.fail(session.error());
    return signedIn(call, status, user, *session);
}

Answer Accounts::me(Call& call)
{
    const auto user = findUser(call.db(), call.caller().user);
    if (!user)
        return call.fail(user.error());
    if (!*user)
        return call.failNotFound();
    return resource(200, (*user)->toJson(), (*user)->version);
}

Answer Accounts::patchMe(Call& call)
{
    protocol::ObjectReader reader(call.body());
    const auto name = reader.optionalString(u"name");
    const auto language = reader.optionalString(u"language");
    if (language && *language != u"id" && *language != u"en")
        reader.fail(u"language", u"unknown_value"_s);
    if (!reader.ok())
        return call.fail(reader.errors());
    const auto found = findUser(call.db(), call.caller().user);
    if (!found)
        return call.fail(found.error());
    if (!*found)
        return call.failNotFound();
    User user = **found;
    if (const auto fresh = checkIfMatch(call, user.version); !fresh)
        return tl::unexpected(fresh.error());
    if (name) {
        const auto checked = checkPersonName(*name, u"name"_s);
        if (!checked)
            return call.fail(checked.error());
        user.name = *checked;
    }
    if (language)
        user.language = languageFromTag(*language);
    const auto updated = updateProfile(call.db(), user, call.now());
    if (!updated)
        return call.fail(updated.error());
    // Another instance was faster: what the caller saw is no longer so.
    if (!*updated)
        return call.request().headers.contains("If-Match") ? call.fail(412, u"precondition_failed"_s)
                                                           : call.fail(409, u"conflict"_s);
    ++user.version;
    return resource(200, user.toJson(), user.version);
}

Answer Accounts::store(Call& call)
{
    const auto id = call.id<StoreId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    const auto store = findStore(call.db(), *id);
    if (!store)
        return call.fail(store.error());
    if (!*store)
        return call.failNotFound();
    return resource(200, (*store)->toJson(), (*store)->version, (*store)->aside());
}

} // namespace belanjain::marketplace
