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
/// Writes name, language, hash and lock, and counts the version up.
storage::Outcome updateUser(storage::Database& db, const User& user, Instant now);

} // namespace belanjain::marketplace
