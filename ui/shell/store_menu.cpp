// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/store_menu.h"

#include "common/theme.h"
#include "shell/languages.h"

#include <QEvent>

namespace belanjain::ui {
using namespace Qt::StringLiterals;

StoreMenu::StoreMenu(const Theme& theme, QWidget* parent)
    : QMenu(parent)
    , m_theme(theme)
{
    setObjectName(u"storeMenu"_s);
    m_account = addAction(QString());
    m_account->setObjectName(u"storeMenu.account"_s);
    connect(m_account, &QAction::triggered, this, &StoreMenu::accountRequested);
    m_settings = addAction(QString());
    m_settings->setObjectName(u"storeMenu.settings"_s);
    m_network = addAction(QString());
    m_network->setObjectName(u"storeMenu.offline"_s);
    m_other = addAction(QString());
    m_other->setObjectName(u"storeMenu.language"_s);
    m_storeMode = addAction(QString());
    m_storeMode->setObjectName(u"storeMenu.storeMode"_s);
    m_storeMode->setVisible(false);
    addSeparator();
    m_signOut = addAction(QString());
    m_signOut->setObjectName(u"storeMenu.signOut"_s);
    connect(m_settings, &QAction::triggered, this, &StoreMenu::settingsRequested);
    connect(m_network, &QAction::triggered, this, [this] { Q_EMIT offlineToggled(!m_offline); });
    connect(m_other, &QAction::triggered, this, [this] { Q_EMIT languageRequested(otherLanguage()); });
    connect(m_storeMode, &QAction::triggered, this, &StoreMenu::storeModeRequested);
    connect(m_signOut, &QAction::triggered, this, &StoreMenu::signOutRequested);
    connect(&theme, &Theme::changed, this, &StoreMenu::dress);
    dress();
    retranslate();
}

void StoreMenu::setWorkingOffline(bool offline)
{
    m_offline = offline;
    dress();
    retranslate();
}

void StoreMenu::setLanguage(Language language)
{
    m_language = language;
    retranslate();
}

void StoreMenu::setGuest(bool guest)
{
    m_guest = guest;
    m_account->setVisible(!guest);
    m_settings->setVisible(!guest);
    dress();
    retranslate();
}

void StoreMenu::setStoreModeOffered(bool offered) { m_storeMode->setVisible(offered); }

Language StoreMenu::otherLanguage() const
{
    return m_language == Language::Indonesian ? Language::English : Language::Indonesian;
}

void StoreMenu::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

void StoreMenu::dress()
{
    m_account->setIcon(m_theme.icon(Icon::User));
    m_settings->setIcon(m_theme.icon(Icon::Sliders));
    m_network->setIcon(m_theme.icon(m_offline ? Icon::Sync : Icon::Offline));
    m_other->setIcon(m_theme.icon(Icon::Globe));
    m_storeMode->setIcon(m_theme.icon(Icon::Monitor));
    m_signOut->setIcon(m_theme.icon(m_guest ? Icon::User : Icon::SignOut));
}

void StoreMenu::retranslate()
{
    m_account->setText(tr("Account"));
    m_settings->setText(tr("Settings"));
    // After the tab: the key as the status line prints it; the shortcut itself belongs to the window.
    m_network->setText((m_offline ? tr("Go online") : tr("Work offline")) + u"\tCtrl Shift O"_s);
    m_other->setText(tr("Language: %1").arg(Languages::name(otherLanguage())));
    m_storeMode->setText(tr("Store mode…"));
    m_signOut->setText(m_guest ? tr("Sign in or register") : tr("Sign out"));
}

} // namespace belanjain::ui
