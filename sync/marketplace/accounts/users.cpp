// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/users.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

QString selectUser(const QString& where)
{
    return u"SELECT u.id, u.name, u.email, u.password_hash, u.role, u.language, u.locked, u.version, s.id, "
           "CASE WHEN f.user_id IS NULL THEN 0 ELSE 1 END FROM users u LEFT JOIN stores s ON s.owner_id = u.id "
           "LEFT JOIN two_factor f ON f.user_id = u.id AND f.confirmed_at IS NOT NULL WHERE "_s
        + where;
}

User userFrom(const storage::Row& row)
{
    User user;
    user.id = row.id<UserId>(0).value_or(UserId());
    user.name = row.text(1);
    user.email = row.text(2);
    user.passwordHash = row.text(3);
    user.role = row.text(4) == u"SELLER" ? Role::Seller : Role::Customer;
    user.language = languageFromTag(row.text(5));
    user.locked = row.boolean(6);
    user.version = row.integer(7);
    user.store = row.id<StoreId>(8).value_or(StoreId());
    user.twoFactor = row.boolean(9);
    return user;
}

} // namespace

QString roleName(Role role) { return role == Role::Seller ? u"SELLER"_s : u"CUSTOMER"_s; }

QJsonObject User::toJson() const
{
    QJsonObject json{{u"id"_s, id.toString()},
                     {u"name"_s, name},
                     {u"email"_s, email},
                     {u"role"_s, roleName(role)},
                     {u"twoFactorEnabled"_s, twoFactor},
                     {u"language"_s, belanjain::wireName(language)},
                     {u"version"_s, version}};
    if (!store.isNull())
        json[u"storeId"_s] = store.toString();
    return json;
}

storage::Result<std::optional<User>> findUser(storage::Database& db, const UserId& id)
{
    return db.one(selectUser(u"u.id = ?"_s), {id.toString()}, userFrom);
}

storage::Result<std::optional<User>> findUserByEmail(storage::Database& db, const QString& email)
{
    return db.one(selectUser(u"u.email = ?"_s), {email}, userFrom);
}

storage::Outcome insertUser(storage::Database& db, const User& user, Instant now)
{
    const auto done = db.run(
        u"INSERT INTO users (id, name, email, password_hash, role, language, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {user.id.toString(), user.name, user.email, user.passwordHash, roleName(user.role),
         belanjain::wireName(user.language), now.ms, now.ms});
    return done ? storage::Outcome{} : tl::unexpected(done.error());
}

storage::Result<bool> updateProfile(storage::Database& db, const User& user, Instant now)
{
    const auto done = db.run(
        u"UPDATE users SET name = ?, language = ?, updated_at = ?, version = version + 1 WHERE id = ? AND version = ?"_s,
        {user.name, belanjain::wireName(user.language), now.ms, user.id.toString(), user.version});
    if (!done)
        return tl::unexpected(done.error());
    return *done > 0;
}

storage::Result<bool> replacePasswordHash(storage::Database& db, const User& user, const QString& hash, Instant now)
{
    const auto done = db.run(
        u"UPDATE users SET password_hash = ?, updated_at = ?, version = version + 1 WHERE id = ? AND password_hash = ?"_s,
        {hash, now.ms, user.id.toString(), user.passwordHash});
    if (!done)
        return tl::unexpected(done.error());
    return *done > 0;
}

storage::Outcome setLocked(storage::Database& db, const UserId& user, bool locked, Instant now)
{
    const auto done = db.run(u"UPDATE users SET locked = ?, updated_at = ?, version = version + 1 WHERE id = ?"_s,
                             {int(locked), now.ms, user.toString()});
    return done ? storage::Outcome{} : tl::unexpected(done.error());
}

storage::Outcome touchUser(storage::Database& db, const UserId& user, Instant now)
{
    const auto done = db.run(u"UPDATE users SET updated_at = ?, version = version + 1 WHERE id = ?"_s,
                             {now.ms, user.toString()});
    return done ? storage::Outcome{} : tl::unexpected(done.error());
}

} // namespace belanjain::marketplace
