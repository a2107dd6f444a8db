// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/account_card.h"

#include "common/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

AccountCard::AccountCard(const Theme& theme, const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, this))
    , m_intro(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_offline(new QWidget(this))
    , m_offlineText(makeLabel(theme, {}, TextStyle::Body, u"low"_s, m_offline))
    , m_column(new QVBoxLayout)
{
    // The style sheet knows cards by this name; their own is the accessible one and a property.
    setObjectName(u"card"_s);
    setProperty("card", name);
    m_intro->setWordWrap(true);
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->hide();
    auto* icon = new IconLabel(theme, Icon::Offline, &Tokens::text, measure::IconNormal, m_offline);
    icon->setTint(&Tokens::low);
    m_offlineText->setObjectName(name + u".offline"_s);
    m_offlineText->setWordWrap(true);
    auto* row = new QHBoxLayout(m_offline);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(icon);
    row->addWidget(m_offlineText, 1);
    m_offline->hide();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_intro);
    m_column->setSpacing(16);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(20, 16, 20, 20);
    all->setSpacing(12);
    all->addLayout(words);
    all->addWidget(m_offline);
    all->addLayout(m_column);
}

void AccountCard::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void AccountCard::setIntro(const QString& intro)
{
    m_intro->setText(intro);
    m_intro->setVisible(!intro.isEmpty());
}

void AccountCard::setOnline(bool online)
{
    m_online = online;
    m_offline->setVisible(!online);
    sayOffline();
}

void AccountCard::setByChoice(bool byChoice)
{
    m_byChoice = byChoice;
    sayOffline();
}

void AccountCard::sayOffline()
{
    m_offlineText->setText(m_byChoice ? tr("You are working offline. Connect again to use this part.")
                                      : tr("The marketplace does not answer now. This can be used when it does."));
}

void AccountCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        sayOffline();
        retranslate();
    }
}

} // namespace belanjain::ui
