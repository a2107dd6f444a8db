// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "ports/random_source.h"
#include "storage/database.h"

#include <QByteArray>
#include <QStringList>

namespace belanjain::marketplace
{

inline constexpr int recoveryCodeCount = 10;

/// The second factor of accounts: a TOTP secret, encrypted with the field key, and ten recovery codes, of
/// which only keyed hashes are stored. Every function runs inside the caller's transaction.
class TwoFactor
{
public:
    /// The key has 32 bytes.
    explicit TwoFactor(QByteArray key) : m_key(std::move(key)) {}

    enum class State : quint8 { Off, Begun, On };
    storage::Result<State> state(storage::Database& db, const UserId& user) const;

    /// Stores a new secret, not yet in force; one that was begun before is forgotten. Nothing when it is on.
    storage::Result<QByteArray> begin(storage::Database& db, const UserId& user, ports::RandomSource& random,
                                      Instant now) const;

    /// Puts the secret that was begun in force when the code is its own. Gives the recovery codes, or none
    /// when the code was wrong.
    storage::Result<QStringList> confirm(storage::Database& db, const UserId& user, const QString& otp,
                                         ports::RandomSource& random, Instant now) const;

    /// Uses up a code of the app, or a recovery code: true the first time only.
    storage::Result<bool> use(storage::Database& db, const UserId& user, const QString& otp, Instant now) const;

    static storage::Outcome disable(storage::Database& db, const UserId& user);

private:
    storage::Result<QByteArray> secretOf(const UserId& user, const QString& sealed) const;
    storage::Result<bool> useStep(storage::Database& db, const UserId& user, const QString& code, Instant now) const;
    QString recoveryHash(const UserId& user, const QString& code) const;

    QByteArray m_key;
};

} // namespace belanjain::marketplace
