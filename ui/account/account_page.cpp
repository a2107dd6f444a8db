// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/account_page.h"

#include "account/password_card.h"
#include "account/places_card.h"
#include "account/profile_card.h"
#include "account/stored_card.h"
#include "account/two_factor_card.h"
#include "common/button.h"
#include "common/labels.h"
#include "common/messages.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 720;

} // namespace

AccountPage::AccountPage(const Theme& theme, const Services& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_scroll(new QScrollArea(this))
    , m_profile(new ProfileCard(theme, services.desk))
    , m_password(new PasswordCard(theme, services.desk))
    , m_twoFactor(new TwoFactorCard(theme, services.desk))
    , m_places(new PlacesCard(theme, services.desk, services.clock))
    , m_stored(new StoredCard(theme, services.keeper))
    , m_signOut(new Button(theme, {}))
    , m_signOutNote(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"accountPage"_s);
    layOut();
    connect(&services.desk, &ports::AccountDesk::onlineChanged, this, &AccountPage::setOnline);
    connect(m_profile, &ProfileCard::renamed, this, &AccountPage::renamed);
    connect(m_password, &PasswordCard::changed, this, [this] {
        say(tr("Your password is changed. Everywhere else you have been signed out."), true);
        m_services.desk.readPlaces();
    });
    connect(m_twoFactor, &TwoFactorCard::said, this, &AccountPage::say);
    connect(m_stored, &StoredCard::said, this, &AccountPage::say);
    connect(m_signOut, &Button::clicked, this, &AccountPage::signOutRequested);
    connect(&services.sync, &ports::SyncControl::statusChanged, this, &AccountPage::tellWhyOffline);
    retranslate();
    tellWhyOffline();
    setOnline(services.desk.isOnline());
}

void AccountPage::layOut()
{
    m_title->setObjectName(u"pageTitle"_s);
    m_signOut->setObjectName(u"account.signOut"_s);
    m_signOut->setGlyph(Icon::SignOut);
    m_signOutNote->setWordWrap(true);
    m_toast->setObjectName(u"accountToast"_s);
    m_toast->setBottomInset(0);
    auto* headRow = new QWidget(this);
    headRow->setFixedHeight(measure::PageHeader);
    auto* head = new QHBoxLayout(headRow);
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->addWidget(m_title);
    auto* line = new QFrame(this); // what is scrolled goes under it
    line->setObjectName(u"hline"_s);

    // The limit is the column's: a card that had it would be given the height of a wider one.
    auto* content = new QWidget;
    auto* narrow = new QWidget(content);
    narrow->setMaximumWidth(columnWidth);
    auto* across = new QHBoxLayout(content);
    across->setContentsMargins(measure::PageMargin, 16, measure::PageMargin, measure::PageMargin);
    across->addWidget(narrow, 1);
    across->addStretch();
    auto* cards = new QVBoxLayout(narrow);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(16);
    for (QWidget* card : std::initializer_list<QWidget*>{m_profile, m_password, m_twoFactor, m_places, m_stored})
        cards->addWidget(card);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_signOut);
    foot->addWidget(m_signOutNote, 1);
    cards->addLayout(foot);
    cards->addStretch(1);
    m_scroll->setObjectName(u"accountScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    for (QWidget* part : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_scroll), content}) {
        part->setBackgroundRole(QPalette::Base);
        part->setAutoFillBackground(true);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(headRow);
    layout->addWidget(line);
    layout->addWidget(m_scroll, 1);
    setFocusProxy(m_profile->findChild<QWidget*>(u"profile.name"_s));
}

void AccountPage::setKnown(const QString& name, const QString& email) { m_profile->setKnown(name, email); }

void AccountPage::setZone(const QTimeZone& zone)
{
    if (!zone.isValid())
        return;
    m_places->setZone(zone);
    m_stored->setZone(zone);
}

void AccountPage::reveal(QWidget& card)
{
    m_scroll->ensureWidgetVisible(&card, 0, measure::PageMargin);
}

void AccountPage::read()
{
    m_stored->setSecrets(m_services.secrets());
    m_services.keeper.measure();
    if (!m_services.desk.isOnline())
        return;
    m_services.desk.readProfile();
    m_services.desk.readPlaces();
}

void AccountPage::setOnline(bool online)
{
    m_profile->setOnline(online);
    m_password->setOnline(online);
    m_twoFactor->setOnline(online);
    m_places->setOnline(online);
    if (online && isVisible())
        read();
}

void AccountPage::tellWhyOffline()
{
    const bool byChoice = m_services.sync.status().connection == ports::Connection::WorkingOffline;
    for (AccountCard* card : std::initializer_list<AccountCard*>{m_profile, m_password, m_twoFactor, m_places})
        card->setByChoice(byChoice);
}

void AccountPage::say(const QString& text, bool well)
{
    m_toast->showMessage(text, {}, {}, well ? Icon::Check : Icon::Warning);
}

void AccountPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        read();
}

void AccountPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AccountPage::retranslate()
{
    m_title->setText(tr("Account"));
    m_signOut->setText(tr("Sign out"));
    m_signOutNote->setText(tr("Changes that are still waiting stay on this computer for your next sign-in."));
}

} // namespace belanjain::ui
