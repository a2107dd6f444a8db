// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace belanjain::marketplace
{

/// What one password hash costs. The default follows OWASP's first choice for Argon2id.
struct HashCost
{
    quint64 memoryBytes = 19 * 1024 * 1024;
    quint64 passes = 2;
};

/// Argon2id in the PHC string format. Calls may come from any thread; each takes the memory of the cost.
class PasswordHasher
{
public:
    explicit PasswordHasher(HashCost cost);

    /// nullopt when the memory is not to be had.
    std::optional<QString> hash(const QString& password) const;
    bool matches(const QString& hash, const QString& password) const;
    /// Takes as long as matches() and is never true: for an e-mail address that nobody has.
    void matchNobody(const QString& password) const;

private:
    HashCost m_cost;
    QString m_nobody;
};

/// One of the passwords that are tried first (resources/accounts/common-passwords.txt), case aside.
bool isCommonPassword(const QString& password);

} // namespace belanjain::marketplace
