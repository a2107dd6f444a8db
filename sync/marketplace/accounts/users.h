// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/id.h"
#include "domain/instant.h"
#include "domain/order_state.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

struct User
{
    UserId id;
    QString name;
    QString email; ///< normalised
    QString passwordHash;
    Role role = Role::Customer;
    Language language = Language::Indonesian;
    bool locked = false;
    bool twoFactor = false; ///< in force
    StoreId store; ///< the seller's; null for a customer
    qint64 version = 1;

    /// As /v1/me shows it: never the password's hash.
    QJsonObject toJson() const;
};

/// "CUSTOMER", "SELLER".
QString roleName(Role role);

storage::Result<std::optional<User>> findUser(storage::Database& db, const UserId& id);
/// `email` is normalised.
storage::Result<std::optional<User>> findUserByEmail(storage::Database& db, const QString& email);
storage::Outcome insertUser(storage::Database& db, const User& user, Instant now);
/// Writes name and language. False, and nothing done, when the row's version is no longer the user's.
storage::Result<bool> updateProfile(storage::Database& db, const User& user, Instant now);
/// Puts another hash in the place of the user's. False when theirs is not the stored one any more.
storage::Result<bool> replacePasswordHash(storage::Database& db, const User& user, const QString& hash, Instant now);
storage::Outcome setLocked(storage::Database& db, const UserId& user, bool locked, Instant now);
/// Counts the version up, for what /v1/me shows from elsewhere.
storage::Outcome touchUser(storage::Database& db, const UserId& user, Instant now);

} // namespace belanjain::marketplace
