// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/welcome_strip.h"

#include "common/labels.h"
#include "common/link_button.h"
#include "shell/languages.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>

namespace belanjain::ui {
using namespace Qt::StringLiterals;
namespace {

Language otherThan(Language language)
{
    return language == Language::Indonesian ? Language::English : Language::Indonesian;
}

} // namespace

WelcomeStrip::WelcomeStrip(const Theme& theme, Languages& languages, QWidget* parent)
    : QFrame(parent)
    , m_languages(languages)
{
    setObjectName(u"statusBar"_s);
    setFixedHeight(measure::StatusBar);
    m_readyIcon = new IconLabel(theme, Icon::DoneCircle, &Tokens::text2, measure::IconSmall);
    m_readyIcon->setTint(&Tokens::done);
    m_ready = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s);
    m_ready->setObjectName(u"welcome.ready"_s);
    m_language = new LinkButton(theme, {});
    m_language->setObjectName(u"welcome.language"_s);
    m_language->setLook(LinkButton::Look::Secondary);
    m_language->setTextSize(LinkButton::Size::Small);
    m_version = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s);
    connect(m_language, &QAbstractButton::clicked, this,
            [this] { m_languages.set(otherThan(m_languages.current())); });

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_readyIcon);
    row->addWidget(m_ready);
    row->addStretch(1);
    row->addWidget(new IconLabel(theme, Icon::Globe, &Tokens::text2, measure::IconSmall));
    row->addWidget(m_language);
    row->addSpacing(8);
    row->addWidget(m_version);
    retranslate();
}

void WelcomeStrip::setReadyAt(const QString& address)
{
    m_address = address;
    retranslate();
}

void WelcomeStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void WelcomeStrip::retranslate()
{
    m_readyIcon->setVisible(!m_address.isEmpty());
    m_ready->setVisible(!m_address.isEmpty());
    m_ready->setText(tr("Marketplace ready at %1").arg(m_address));
    // By its own name, so that whoever reads only that one finds it.
    m_language->setText(Languages::name(otherThan(m_languages.current())));
    m_version->setText(u"Belanjain "_s + QCoreApplication::applicationVersion());
}

} // namespace belanjain::ui
