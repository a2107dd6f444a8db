// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"

#include <QMenu>

namespace belanjain::ui {

class Theme;

/// What opens below the store's name: settings, working offline, the other language, signing out.
class StoreMenu : public QMenu
{
    Q_OBJECT
public:
    explicit StoreMenu(const Theme& theme, QWidget* parent = nullptr);

    /// Shows which way the second item leads.
    void setWorkingOffline(bool offline);
    /// The language in force; the menu offers the other one by its own name.
    void setLanguage(Language language);
    /// Nobody is signed in: the last item offers that, and there is no account to set up.
    void setGuest(bool guest);
    /// Offers store mode, which only a seller has.
    void setStoreModeOffered(bool offered);

Q_SIGNALS:
    void accountRequested();
    void settingsRequested();
    void offlineToggled(bool offline);
    void languageRequested(belanjain::Language language);
    void storeModeRequested();
    void signOutRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();
    void retranslate();
    Language otherLanguage() const;

    const Theme& m_theme;
    Language m_language = Language::Indonesian;
    bool m_offline = false;
    bool m_guest = false;
    QAction* m_account;
    QAction* m_settings;
    QAction* m_network;
    QAction* m_other;
    QAction* m_storeMode;
    QAction* m_signOut;
};

} // namespace belanjain::ui
