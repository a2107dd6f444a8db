// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/accounts/keys.h"
#include "marketplace/accounts/known_tokens.h"
#include "marketplace/accounts/password_hasher.h"
#include "marketplace/accounts/sessions.h"
#include "marketplace/accounts/throttle.h"
#include "marketplace/accounts/users.h"
#include "domain/store.h"
#include "marketplace/runtime/router.h"
#include "marketplace/syncing/space.h"

namespace belanjain::marketplace
{

class EventsHub;

struct AccountOptions
{
    HashCost hashCost;
    int failuresPerAccount = 10;
    int failuresPerAddress = 100;
    qint64 windowMs = 15LL * 60 * 1000;
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
    Answer store(Call& call);
    Answer patchStore(Call& call);

    Expected<void> notThrottled(const Call& call, const QString& email) const;
    void noteFailure(const Call& call, const QString& email);
    /// {user, accessToken, refreshToken, expiresIn}
    Answer signedIn(const Call& call, int status, const User& user, const OpenedSession& session) const;
    Answer openSessionFor(Call& call, int status, const User& user, const QString& deviceId) const;

    const Services& m_services;
    EventsHub& m_hub;
    ServerKeys m_keys;
    PasswordHasher m_hasher;
    mutable KnownTokens m_knownTokens;
    Throttle m_byAccount;
    Throttle m_byAddress;
};

/// A new user with what belongs to one: a seller's store and its space, a customer's space. In the caller's
/// transaction. `store` is taken for a seller only; its ids and owner are made here.
storage::Outcome createUser(storage::Database& db, SpaceWriter& writer, ports::IdFactory& ids, User& user,
                            const StoreProfile& store, Instant now);

/// The password's rules: length and not a common one.
Checked<QString> checkPassword(const QString& password, const QString& field);

} // namespace belanjain::marketplace
