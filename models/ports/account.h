// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "ports/session.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>

namespace belanjain::ports
{

/// What the marketplace knows of the person who is signed in.
struct Profile
{
    QString name;
    QString email;
    bool twoFactor = false; ///< a code is asked for at sign-in

    bool operator==(const Profile&) const = default;
};

/// One place where the account is signed in.
struct SignInPlace
{
    QString id;
    QString device; ///< as it named itself; empty when it did not
    Instant since;
    Instant lastUsed;
    bool current = false; ///< this one

    bool operator==(const SignInPlace&) const = default;
};

/// What an authenticator app needs, as a link for a QR code and in Base32 for typing. Not in force yet.
struct TwoFactorSecret
{
    QString secret;
    QString otpauthUri;

    bool operator==(const TwoFactorSecret&) const = default;
};

/// The account of the person who is signed in, at its marketplace: everything here needs an answer from there.
/// Each call is answered by its signal or by failed(). Lives on the GUI thread.
class AccountDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    enum class Call : quint8 {
        ReadProfile,
        Rename,
        ChangePassword,
        BeginTwoFactor,
        ConfirmTwoFactor,
        EndTwoFactor,
        ReadPlaces,
        EndPlace,
    };
    Q_ENUM(Call)

    /// Whether the marketplace answers and may be asked.
    virtual bool isOnline() const = 0;

    virtual void readProfile() = 0;
    /// Answered by profileRead().
    virtual void rename(const QString& name) = 0;
    /// Every other place is signed out by it.
    virtual void changePassword(const QString& current, const QString& wanted) = 0;
    /// A new secret each time; the one before is forgotten.
    virtual void beginTwoFactor() = 0;
    virtual void confirmTwoFactor(const QString& code) = 0;
    /// code: of the app, or a recovery code.
    virtual void endTwoFactor(const QString& password, const QString& code) = 0;
    virtual void readPlaces() = 0;
    /// Answered by placesRead() with those that are left.
    virtual void endPlace(const QString& id) = 0;
    virtual void endOtherPlaces() = 0;

Q_SIGNALS:
    void onlineChanged(bool online);
    void profileRead(const belanjain::ports::Profile& profile);
    void passwordChanged();
    void twoFactorBegun(const belanjain::ports::TwoFactorSecret& secret);
    /// Two-factor is in force. Nobody can ask for these codes again.
    void recoveryCodesGiven(const QStringList& codes);
    void twoFactorEnded();
    /// Newest first.
    void placesRead(const QList<belanjain::ports::SignInPlace>& places);
    /// The problem's field is "name", "currentPassword", "newPassword", "otp", "password" or empty.
    void failed(belanjain::ports::AccountDesk::Call call, const belanjain::ports::SessionProblem& problem);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::Profile)
Q_DECLARE_METATYPE(belanjain::ports::SignInPlace)
Q_DECLARE_METATYPE(belanjain::ports::TwoFactorSecret)
