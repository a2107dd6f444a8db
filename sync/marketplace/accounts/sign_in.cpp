// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, staying so, and leaving.
#include "marketplace/accounts/accounts.h"

#include "domain/account.h"
#include "marketplace/mail/outbox.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// A mail when a device names itself that no session of the user knows; the very first one is no news.
storage::Outcome tellOfNewDevice(const Call& call, const UserId& user, const QString& device)
{
    if (device.isEmpty())
        return {};
    struct Seen
    {
        qint64 sessions;
        qint64 same;
    };
    const auto seen = call.db().one(
        u"SELECT count(*), coalesce(sum(CASE WHEN device_id = ? THEN 1 ELSE 0 END), 0) FROM sessions "
        "WHERE user_id = ? AND device_id <> ''"_s,
        {device, user.toString()}, [](const storage::Row& row) { return Seen{row.integer(0), row.integer(1)}; });
    if (!seen)
        return tl::unexpected(seen.error());
    if (!*seen || (*seen)->sessions == 0 || (*seen)->same > 0)
        return {};
    return queueMail(call.db(), call.ids(), MailKind::NewSignIn, user.toString(), call.now());
}

} // namespace

Answer Accounts::login(Call& call)
{
    protocol::ObjectReader reader(call.body());
    const QString email = normalisedEmail(reader.string(u"email"));
    const QString password = reader.string(u"password");
    const QString otp = reader.optionalString(u"otp").value_or(u""_s);
    const QString device = reader.optionalString(u"deviceId").value_or(u""_s);
    if (!reader.ok())
        return call.fail(reader.errors());
    const Attempt attempt = attemptOf(call, Guess::Password, email);
    const auto found = call.read([&](Call& c) -> Expected<std::optional<User>> {
        if (const auto allowed = notThrottled(c, attempt); !allowed)
            return tl::unexpected(allowed.error());
        const auto user = findUserByEmail(c.db(), email);
        return user ? Expected<std::optional<User>>(*user) : Expected<std::optional<User>>(c.fail(user.error()));
    });
    if (!found)
        return tl::unexpected(found.error());
    // A password over the limit was never anybody's; hashing it would only be somebody's way to cost us time.
    const bool plausible = password.size() <= 4 * maxPassword;
    bool matches = false;
    if (*found && plausible)
        matches = m_hasher.matches((*found)->passwordHash, password);
    else
        m_hasher.matchNobody(password.left(maxPassword));
    return call.write([&](Call& c) {
        return matches ? passwordWasRight(c, **found, otp, device.left(64))
                       : refuseGuess(c, attempt, 401, u"bad_credentials"_s);
    });
}

Answer Accounts::passwordWasRight(Call& call, const User& verified, const QString& otp, const QString& device) const
{
    // Hashing took its time: the account may have another password by now, or be locked.
    const auto user = findUser(call.db(), verified.id);
    if (!user)
        return call.fail(user.error());
    if (!*user || (*user)->passwordHash != verified.passwordHash)
        return call.fail(401, u"bad_credentials"_s);
    if ((*user)->locked)
        return call.fail(403, u"account_locked"_s);
    const Attempt attempt = attemptOf(call, Guess::Otp, verified.email);
    if ((*user)->twoFactor) {
        if (otp.isEmpty())
            return call.fail(401, u"otp_required"_s);
        if (const auto allowed = notThrottled(call, attempt); !allowed)
            return tl::unexpected(allowed.error());
        const auto used = m_twoFactor.use(call.db(), verified.id, otp, call.now());
        if (!used)
            return call.fail(used.error());
        if (!*used)
            return refuseGuess(call, attempt, 401, u"otp_invalid"_s);
    }
    if (const auto reset = m_throttle.succeeded(call.db(), verified.email, attempt.address, call.now()); !reset)
        return call.fail(reset.error());
    if (const auto told = tellOfNewDevice(call, verified.id, device); !told)
        return call.fail(told.error());
    return openSessionFor(call, 200, **user, device);
}

Answer Accounts::refresh(Call& call)
{
    protocol::ObjectReader reader(call.body());
    const QString token = reader.string(u"refreshToken");
    if (!reader.ok())
        return call.fail(reader.errors());
    return call.write([&](Call& c) -> Answer {
        const auto refreshed = refreshSession(c.db(), token, m_keys.refreshToken, c.now());
        if (!refreshed)
            return c.fail(refreshed.error());
        if (refreshed->kind == Refreshed::Unknown)
            return c.fail(401, u"invalid_token"_s);
        // The session has been ended, and that is to be kept.
        if (refreshed->kind == Refreshed::Reused) {
            cutStreams(c, {refreshed->session.id});
            return c.keep(problem(401, u"token_reused"_s, c.language()));
        }
        const auto user = findUser(c.db(), refreshed->user);
        if (!user)
            return c.fail(user.error());
        if (!*user)
            return c.fail(401, u"invalid_token"_s);
        return signedIn(c, 200, **user, refreshed->session);
    });
}

Answer Accounts::logout(Call& call)
{
    protocol::ObjectReader reader(call.body());
    const QString token = reader.string(u"refreshToken");
    if (!reader.ok())
        return call.fail(reader.errors());
    const auto ended = endSessionOf(call.db(), token, call.now());
    if (!ended)
        return call.fail(ended.error());
    if (!ended->isEmpty())
        cutStreams(call, {*ended});
    return noContent();
}

} // namespace belanjain::marketplace
