// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/account.h"
#include "ports/clock.h"
#include "ports/secret_store.h"
#include "ports/stored_data.h"
#include "ports/sync_control.h"

#include <QWidget>

#include <functional>

class QLabel;
class QScrollArea;
class QTimeZone;

namespace belanjain::ui {

class Button;
class PasswordCard;
class PlacesCard;
class ProfileCard;
class StoredCard;
class Theme;
class Toast;
class TwoFactorCard;

/// The account of the person who is signed in, seller or buyer: name, password, two-step verification, where it is
/// signed in, and what of it lies on this computer. Reads when it is shown.
class AccountPage : public QWidget
{
    Q_OBJECT

public:
    struct Services
    {
        ports::AccountDesk& desk;
        ports::StoredDataKeeper& keeper;
        const ports::Clock& clock;
        /// Whether being offline is a choice.
        ports::SyncControl& sync;
        /// Asked each time the page is shown: a keychain answers late.
        std::function<ports::SecretStore::Place()> secrets;
    };

    AccountPage(const Theme& theme, const Services& services, QWidget* parent = nullptr);

    /// What is known without asking: name and address of the sign-in.
    void setKnown(const QString& name, const QString& email);
    /// The store's, of a seller: its pages tell times in it as well.
    void setZone(const QTimeZone& zone);

    TwoFactorCard& twoFactor() { return *m_twoFactor; }
    PlacesCard& places() { return *m_places; }
    StoredCard& stored() { return *m_stored; }
    /// Brings a card into sight.
    void reveal(QWidget& card);

Q_SIGNALS:
    void renamed(const QString& name);
    void signOutRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void read();
    void setOnline(bool online);
    void tellWhyOffline();
    void say(const QString& text, bool well);
    void retranslate();

    const Theme& m_theme;
    Services m_services;
    QLabel* m_title;
    QScrollArea* m_scroll;
    ProfileCard* m_profile;
    PasswordCard* m_password;
    TwoFactorCard* m_twoFactor;
    PlacesCard* m_places;
    StoredCard* m_stored;
    Button* m_signOut;
    QLabel* m_signOutNote;
    Toast* m_toast;
};

} // namespace belanjain::ui
