// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "storage/database.h"

#include <QString>

namespace belanjain::marketplace
{

/// How failed attempts of one kind slow down the next: from the `free`th on each makes the wait twice as
/// long. One failure is forgiven every drainMs. Times in milliseconds.
struct ThrottlePolicy
{
    int free = 10;
    qint64 baseMs = 30'000;
    qint64 maxMs = 15LL * 60 * 1000;
    qint64 drainMs = 15LL * 60 * 1000;
};

struct ThrottlePolicies
{
    ThrottlePolicy pair;                                ///< one account from one address
    ThrottlePolicy account{.free = 100};                ///< one account from anywhere
    ThrottlePolicy address{.free = 100, .drainMs = 60'000}; ///< any account from one address
    ThrottlePolicy otpPair{.free = 5, .drainMs = 60LL * 60 * 1000};
    ThrottlePolicy otpAccount{.free = 20, .drainMs = 60LL * 60 * 1000};
};

/// What is being guessed.
enum class Guess : quint8 { Password, Otp };

struct Attempt
{
    Guess guess = Guess::Password;
    QString account; ///< normalised e-mail, whether somebody has it or not
    QString address; ///< addressName()
};

/// Slows down guessing, in the database so that every instance knows and a restart forgives nothing.
///
/// Counted per account and address, per account with more patience, and per address. Where somebody has
/// signed in lately, the account's own count does not hold them up: whoever guesses from elsewhere cannot
/// lock the owner out. Of names and addresses only hashes are stored. Each function runs inside the
/// caller's transaction; failed() must be committed although the call is refused.
class Throttle
{
public:
    explicit Throttle(const ThrottlePolicies& policies) : m_policies(policies) {}

    /// Seconds to wait before another attempt; 0 when it may be made now.
    storage::Result<int> secondsToWait(storage::Database& db, const Attempt& attempt, Instant now) const;
    storage::Outcome failed(storage::Database& db, const Attempt& attempt, Instant now) const;
    /// A full sign-in: forgets what the account failed at, here and in all, and knows the address from now
    /// on. The address's own count stays, or an account of one's own would reset it.
    storage::Outcome succeeded(storage::Database& db, const QString& account, const QString& address, Instant now) const;

    /// Forgets what no longer holds anybody up.
    static storage::Outcome purge(storage::Database& db, Instant now);

private:
    ThrottlePolicies m_policies;
};

} // namespace belanjain::marketplace
