// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/accounts/keys.h"
#include "marketplace/accounts/known_tokens.h"
#include "marketplace/accounts/password_hasher.h"
#include "marketplace/accounts/sessions.h"
#include "marketplace/accounts/throttle.h"
#include "marketplace/accounts/two_factor.h"
#include "marketplace/accounts/users.h"
#include "domain/store.h"
#include "marketplace/runtime/client_address.h"
#include "marketplace/runtime/router.h"
#include "marketplace/syncing/space.h"

namespace belanjain::marketplace
{

class EventsHub;

struct AccountOptions
{
    HashCost hashCost;
    ThrottlePolicies throttle;
    TrustedProxies proxies; ///< whose X-Forwarded-For names the client
};

/// Who people are: registration, sign-in, their own data and their stores.
class Accounts : public Gate
{
public:
    Accounts(const Services& services, EventsHub& hub, ServerKeys keys, const AccountOptions& options);

    QList<Route> routes();

    std::optional<Caller> callerOf(QByteArrayView token) const override;
    storage::Result<bool> stands(storage::Database& db, const Caller& caller) const override;

private:
    Answer registerUser(Call& call);
    Answer login(Call& call);
    Answer refresh(Call& call);
    Answer logout(Call& call);
    Answer me(Call& call);
    Answer patchMe(Call& call);
    Answer changePassword(Call& call);
    Answer beginTwoFactor(Call& call);
    Answer confirmTwoFactor(Call& call);
    Answer disableTwoFactor(Call& call);
    Answer listSessions(Call& call);
    Answer endOneSession(Call& call);
    Answer store(Call& call);
    Answer patchStore(Call& call);

    Attempt attemptOf(const Call& call, Guess guess, const QString& account) const;
    /// 429 while the caller has to wait. With a connection.
    Expected<void> notThrottled(Call& call, const Attempt& attempt) const;
    /// Counts a failed attempt and gives the refusal, which keeps the count. Inside the transaction.
    Answer refuseGuess(Call& call, const Attempt& attempt, int status, const QString& code) const;
    /// The caller's own account; refused while guesses at its password are throttled. With a connection.
    Expected<User> ownAccount(Call& call) const;
    /// What a right password leads to: the second factor where there is one, then a session.
    Answer passwordWasRight(Call& call, const User& verified, const QString& otp, const QString& device) const;
    /// {user, accessToken, refreshToken, expiresIn}
    Answer signedIn(const Call& call, int status, const User& user, const OpenedSession& session) const;
    /// What those sign-ins listen to is cut once the call is durable.
    void cutStreams(Call& call, const QStringList& sessions) const;
    Answer openSessionFor(Call& call, int status, const User& user, const QString& deviceId) const;

    const Services& m_services;
    EventsHub& m_hub;
    ServerKeys m_keys;
    PasswordHasher m_hasher;
    mutable KnownTokens m_knownTokens;
    Throttle m_throttle;
    TwoFactor m_twoFactor;
    TrustedProxies m_proxies;
};

/// A new user with what belongs to one: a seller's store and its space, a customer's space. In the caller's
/// transaction. `store` is taken for a seller only; its ids and owner are made here.
storage::Outcome createUser(storage::Database& db, SpaceWriter& writer, ports::IdFactory& ids, User& user,
                            const StoreProfile& store, Instant now);

/// The password's rules: length, not a common one, and nothing that the account itself gives away: its
/// e-mail address, the part before the @, or the name.
Checked<QString> checkPassword(const QString& password, const QString& field, const User& whose);

} // namespace belanjain::marketplace
