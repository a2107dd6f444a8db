// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings_page.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "shell/card.h"
#include "shell/look_choice.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace belanjain::ui
{
using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(Theme& theme, Languages& languages, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"settingsPage"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title = makeLabel(theme, {}, TextStyle::Page);

    m_lookTitle = makeLabel(theme, {}, TextStyle::Section);
    m_language = new FormField(theme, {}, new LanguageChoice(languages));
    m_look = new FormField(theme, {}, new LookChoice(theme));
    m_contrast = new QCheckBox;
    m_contrast->setObjectName(u"settings.contrast"_s);
    m_contrast->setChecked(theme.highContrast());
    connect(m_contrast, &QCheckBox::toggled, &theme, &Theme::setHighContrast);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(16);
    for (FormField* field : {m_language, m_look}) {
        field->setFixedWidth(220);
        choices->addWidget(field);
    }
    choices->addStretch(1);
    auto* lookCard = new Card(theme);
    auto* inLook = new QVBoxLayout(lookCard);
    inLook->setContentsMargins(20, 16, 20, 20);
    inLook->setSpacing(12);
    inLook->addWidget(m_lookTitle);
    inLook->addLayout(choices);
    inLook->addWidget(m_contrast);

    m_accountTitle = makeLabel(theme, {}, TextStyle::Section);
    m_account = makeLabel(theme, {}, TextStyle::Body);
    m_account->setObjectName(u"settings.account"_s);
    m_secrets = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
    m_secrets->setObjectName(u"settings.secrets"_s);
    m_folder = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_account, m_secrets, m_folder}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_signOut = new Button(theme, {});
    m_signOut->setObjectName(u"settings.signOut"_s);
    m_signOut->setGlyph(Icon::SignOut);
    connect(m_signOut, &QPushButton::clicked, this, &SettingsPage::signOutRequested);
    auto* accountCard = new Card(theme);
    auto* inAccount = new QVBoxLayout(accountCard);
    inAccount->setContentsMargins(20, 16, 20, 20);
    inAccount->setSpacing(8);
    inAccount->addWidget(m_accountTitle);
    inAccount->addWidget(m_account);
    inAccount->addWidget(m_secrets);
    inAccount->addWidget(m_folder);
    inAccount->addSpacing(8);
    inAccount->addWidget(m_signOut, 0, Qt::AlignLeft);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::PageMargin, 14, measure::PageMargin, measure::PageMargin);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    for (Card* card : {lookCard, accountCard}) {
        card->setMaximumWidth(720);
        layout->addWidget(card);
    }
    layout->addStretch(1);
    retranslate();
}

void SettingsPage::setAccount(const ports::Account& account, const QString& marketplace,
                              ports::SecretStore::Place secrets, const QString& dataFolder)
{
    m_who = account;
    m_marketplace = marketplace;
    m_place = secrets;
    m_dataFolder = dataFolder;
    retranslate();
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    m_lookTitle->setText(tr("Language and appearance"));
    m_language->setLabel(tr("Language"));
    m_look->setLabel(tr("Appearance"));
    m_contrast->setText(tr("Stronger lines and text"));
    m_accountTitle->setText(tr("Account"));
    m_account->setText(m_who.seller ? tr("%1 (%2), seller at %3, on %4").arg(m_who.name, m_who.email, m_who.storeName, m_marketplace)
                                    : tr("%1 (%2), buyer on %3").arg(m_who.name, m_who.email, m_marketplace));
    switch (m_place) {
    case ports::SecretStore::Place::Keychain:
        m_secrets->setText(tr("Your sign-in is kept in this system's keychain."));
        break;
    case ports::SecretStore::Place::EncryptedFile:
        m_secrets->setText(tr("This system has no keychain. Your sign-in is kept in a file sealed with your passphrase."));
        break;
    case ports::SecretStore::Place::MemoryOnly:
        m_secrets->setText(tr("This system has no keychain. You will be asked to sign in again after a restart."));
        break;
    }
    m_folder->setText(tr("Data on this computer: %1").arg(QDir::toNativeSeparators(m_dataFolder)));
    m_signOut->setText(tr("Sign out"));
}

} // namespace belanjain::ui
