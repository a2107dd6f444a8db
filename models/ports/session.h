// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ports/secret_store.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace belanjain::ports
{

struct Account
{
    UserId user;
    QString name;
    QString email;
    bool seller = false;
    std::optional<StoreId> store;
    QString storeName;
    QUrl marketplace;

    bool operator==(const Account&) const = default;
};

struct SignIn
{
    QString email;
    QString password;
    QString otp; ///< empty unless the marketplace asked for it
    bool remember = true;
};

struct Registration
{
    QString name;
    QString email;
    QString password;
    bool seller = true;
    QString storeName;     ///< empty: named after the person
    QString storeLocation;
};

/// Why a sign-in or registration failed, to be shown beside the field it concerns.
struct SessionProblem
{
    QString code;   ///< "bad_credentials", "otp_required", "email_taken", "unreachable", …
    QString field;  ///< "email", "password", …; empty: the form as a whole
    QString text;   ///< the marketplace's sentence in the language asked for; empty when it never answered
};

/// Who is signed in at which marketplace. Lives on the GUI thread.
class Session : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual std::optional<Account> account() const = 0;
    virtual void setMarketplace(const QUrl& address) = 0;
    virtual void signIn(const SignIn& credentials) = 0;
    virtual void registerAccount(const Registration& registration) = 0;
    /// Ends the session on the server if it can be reached and forgets its tokens here. The replica
    /// and its waiting edits stay on disk for the next sign-in of the same account.
    virtual void signOut() = 0;
    virtual SecretStore::Place secretPlace() const = 0;

Q_SIGNALS:
    void signedIn(const belanjain::ports::Account& account);
    void failed(const belanjain::ports::SessionProblem& problem);
    void signedOut();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::Account)
Q_DECLARE_METATYPE(belanjain::ports::SessionProblem)
