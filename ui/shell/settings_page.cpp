// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings_page.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "shell/look_choice.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr int CardWidth = 720;
constexpr int NameColumn = 160;

QFrame* makeCard()
{
    auto* card = new QFrame;
    card->setObjectName(u"card"_s);
    card->setMaximumWidth(CardWidth);
    return card;
}

} // namespace

SettingsPage::SettingsPage(Theme& theme, Languages& languages, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"settingsPage"_s);
    m_title = makeLabel(theme, {}, TextStyle::Page);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->addWidget(m_title);
    auto* headRow = new QWidget;
    headRow->setFixedHeight(measure::PageHeader);
    headRow->setLayout(head);

    auto* content = new QWidget;
    auto* cards = new QVBoxLayout(content);
    cards->setContentsMargins(measure::PageMargin, 8, measure::PageMargin, measure::PageMargin);
    cards->setSpacing(16);
    cards->addWidget(makeLookCard(theme, languages));
    m_noticesCard = makeNoticesCard(theme);
    cards->addWidget(m_noticesCard);
    m_noticesCard->hide();
    cards->addWidget(makeAccountCard(theme));
    cards->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    for (QWidget* part : {static_cast<QWidget*>(this), static_cast<QWidget*>(scroll), content}) {
        part->setBackgroundRole(QPalette::Base);
        part->setAutoFillBackground(true);
    }

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(headRow);
    layout->addWidget(scroll, 1);
    setFocusProxy(m_language->editor());
    retranslate();
}

QFrame* SettingsPage::makeLookCard(Theme& theme, Languages& languages)
{
    m_lookTitle = makeLabel(theme, {}, TextStyle::Section);
    m_language = new FormField(theme, {}, new LanguageChoice(languages));
    m_look = new FormField(theme, {}, new LookChoice(theme));
    m_contrast = new QCheckBox;
    m_contrast->setObjectName(u"settings.contrast"_s);
    m_contrast->setChecked(theme.highContrast());
    connect(m_contrast, &QCheckBox::toggled, &theme, &Theme::setHighContrast);
    connect(&theme, &Theme::preferenceChanged, m_contrast, [this, &theme] { m_contrast->setChecked(theme.highContrast()); });
    auto* choices = new QHBoxLayout;
    choices->setSpacing(16);
    for (FormField* field : {m_language, m_look}) {
        field->setFixedWidth(220);
        choices->addWidget(field);
    }
    choices->addStretch(1);
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(16);
    column->addWidget(m_lookTitle);
    column->addLayout(choices);
    column->addWidget(m_contrast);
    return card;
}

QFrame* SettingsPage::makeNoticesCard(Theme& theme)
{
    m_noticesTitle = makeLabel(theme, {}, TextStyle::Section);
    m_notices = new QCheckBox;
    m_notices->setObjectName(u"settings.notices"_s);
    connect(m_notices, &QCheckBox::toggled, this, &SettingsPage::noticesToggled);
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(16);
    column->addWidget(m_noticesTitle);
    column->addWidget(m_notices);
    return card;
}

void SettingsPage::setNotices(bool on)
{
    m_notices->setChecked(on);
    m_noticesCard->show();
}

QFrame* SettingsPage::makeAccountCard(Theme& theme)
{
    m_accountTitle = makeLabel(theme, {}, TextStyle::Section);
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(16);
    facts->setVerticalSpacing(8);
    facts->setColumnMinimumWidth(0, NameColumn);
    facts->setColumnStretch(1, 1);
    for (int i = 0; i < FactCount; ++i) {
        m_names[i] = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
        m_facts[i] = makeLabel(theme, {}, TextStyle::Body);
        m_facts[i]->setWordWrap(true);
        m_facts[i]->setTextFormat(Qt::PlainText);
        m_facts[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_names[i]->setBuddy(m_facts[i]);
        facts->addWidget(m_names[i], i, 0, Qt::AlignTop);
        facts->addWidget(m_facts[i], i, 1, Qt::AlignTop);
    }
    m_facts[Person]->setObjectName(u"settings.account"_s);
    m_account = new Button(theme, {});
    m_account->setObjectName(u"settings.openAccount"_s);
    m_account->setGlyph(Icon::User);
    connect(m_account, &QPushButton::clicked, this, &SettingsPage::accountRequested);
    m_signOut = new Button(theme, {});
    m_signOut->setObjectName(u"settings.signOut"_s);
    m_signOut->setGlyph(Icon::SignOut);
    m_signOutNote = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s);
    connect(m_signOut, &QPushButton::clicked, this, &SettingsPage::signOutRequested);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_account);
    foot->addWidget(m_signOut);
    foot->addStretch(1);
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(16);
    column->addWidget(m_accountTitle);
    column->addLayout(facts);
    column->addSpacing(4);
    column->addLayout(foot);
    column->addWidget(m_signOutNote);
    return card;
}

void SettingsPage::setAccount(const ports::Account& account, const QString& marketplace)
{
    m_who = account;
    m_marketplace = marketplace;
    retranslate();
}

void SettingsPage::setFact(Fact fact, const QString& name, const QString& text)
{
    m_names[fact]->setText(name);
    m_facts[fact]->setText(text);
    m_names[fact]->setVisible(!text.isEmpty());
    m_facts[fact]->setVisible(!text.isEmpty());
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
    m_noticesTitle->setText(tr("Notifications"));
    m_notices->setText(tr("Tell me about new orders and low stock"));
    m_accountTitle->setText(tr("Account"));
    setFact(Person, tr("Name"),
            m_who.seller ? tr("%1, seller").arg(m_who.name) : tr("%1, buyer").arg(m_who.name));
    setFact(Email, tr("Email"), m_who.email);
    setFact(Store, tr("Store"), m_who.storeName);
    setFact(Marketplace, tr("Marketplace"), m_marketplace);
    m_account->setText(tr("Name, password and security…"));
    m_signOut->setText(tr("Sign out"));
    m_signOutNote->setText(tr("Changes that are still waiting stay on this computer for your next sign-in."));
}

} // namespace belanjain::ui
