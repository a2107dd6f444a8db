// SPDX-License-Identifier: GPL-3.0-or-later
// Turning the second factor on and off.
#include "marketplace/accounts/accounts.h"

#include "marketplace/accounts/totp.h"

#include <QJsonArray>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

Answer Accounts::beginTwoFactor(Call& call)
{
    return call.write([this](Call& c) -> Answer {
        const auto user = findUser(c.db(), c.caller().user);
        if (!user)
            return c.fail(user.error());
        if (!*user)
            return c.failNotFound();
        const auto secret = m_twoFactor.begin(c.db(), c.caller().user, m_services.random, c.now());
        if (!secret)
            return c.fail(secret.error());
        if (secret->isEmpty())
            return c.fail(409, u"two_factor_on"_s);
        return json(200, {{u"secret"_s, toBase32(*secret)}, {u"otpauthUri"_s, otpauthUri(*secret, (*user)->email)}});
    });
}

Answer Accounts::confirmTwoFactor(Call& call)
{
    protocol::ObjectReader reader(call.body());
    const QString otp = reader.string(u"otp");
    if (!reader.ok())
        return call.fail(reader.errors());
    return call.write([&](Call& c) -> Answer {
        const auto user = findUser(c.db(), c.caller().user);
        if (!user)
            return c.fail(user.error());
        if (!*user)
            return c.failNotFound();
        const auto state = m_twoFactor.state(c.db(), c.caller().user);
        if (!state)
            return c.fail(state.error());
        if (*state != TwoFactor::State::Begun)
            return c.fail(409, *state == TwoFactor::State::On ? u"two_factor_on"_s : u"two_factor_not_begun"_s);
        const Attempt attempt = attemptOf(c, Guess::Otp, (*user)->email);
        if (const auto allowed = notThrottled(c, attempt); !allowed)
            return tl::unexpected(allowed.error());
        const auto codes = m_twoFactor.confirm(c.db(), c.caller().user, otp, m_services.random, c.now());
        if (!codes)
            return c.fail(codes.error());
        if (codes->isEmpty())
            return refuseGuess(c, attempt, 422, u"otp_invalid"_s);
        if (const auto touched = touchUser(c.db(), c.caller().user, c.now()); !touched)
            return c.fail(touched.error());
        return json(200, {{u"recoveryCodes"_s, QJsonArray::fromStringList(*codes)}});
    });
}

Answer Accounts::disableTwoFactor(Call& call)
{
    protocol::ObjectReader reader(call.body());
    const QString password = reader.string(u"password");
    const QString otp = reader.string(u"otp");
    if (!reader.ok())
        return call.fail(reader.errors());
    const auto found = call.read([this](Call& c) { return ownAccount(c); });
    if (!found)
        return tl::unexpected(found.error());
    const bool matches = m_hasher.matches(found->passwordHash, password);
    return call.write([&](Call& c) -> Answer {
        if (!matches)
            return refuseGuess(c, attemptOf(c, Guess::Password, found->email), 422, u"wrong_password"_s);
        const auto state = m_twoFactor.state(c.db(), found->id);
        if (!state)
            return c.fail(state.error());
        if (*state != TwoFactor::State::On)
            return c.fail(409, u"two_factor_off"_s);
        const Attempt attempt = attemptOf(c, Guess::Otp, found->email);
        if (const auto allowed = notThrottled(c, attempt); !allowed)
            return tl::unexpected(allowed.error());
        const auto used = m_twoFactor.use(c.db(), found->id, otp, c.now());
        if (!used)
            return c.fail(used.error());
        if (!*used)
            return refuseGuess(c, attempt, 422, u"otp_invalid"_s);
        if (const auto off = TwoFactor::disable(c.db(), found->id); !off)
            return c.fail(off.error());
        if (const auto touched = touchUser(c.db(), found->id, c.now()); !touched)
            return c.fail(touched.error());
        return noContent();
    });
}

} // namespace belanjain::marketplace
