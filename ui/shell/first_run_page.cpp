// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/first_run_page.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/messages.h"
#include "shell/look_choice.h"
#include "shell/problem_line.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace belanjain::ui {
using namespace Qt::StringLiterals;

FirstRunPage::FirstRunPage(Theme& theme, Languages& languages, QWidget* parent)
    : CentredColumn(theme, 640, 96, parent)
    , m_theme(theme)
    , m_languages(languages)
{
    setObjectName(u"firstRunPage"_s);
    const std::pair<Icon, QString> kinds[] = {{Icon::Monitor, u"firstRun.sample"_s},
                                              {Icon::Globe, u"firstRun.connect"_s},
                                              {Icon::Shop, u"firstRun.empty"_s}};
    auto* cards = new QVBoxLayout;
    cards->setSpacing(12);
    for (const auto& [icon, name] : kinds) {
        auto* card = new ChoiceCard(theme, icon, {}, {}, this);
        card->setObjectName(name);
        card->setKey(QString::number(m_cards.size() + 1));
        cards->addWidget(card);
        m_cards.append(card);
    }
    m_cards.front()->setChecked(true);

    m_address = new QLineEdit;
    m_address->setObjectName(u"firstRun.address"_s);
    m_address->setPlaceholderText(u"https://pasar.example"_s);
    setControlSize(m_address, u"large"_s);
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_addressField = new FormField(theme, {}, m_address);
    connect(m_address, &QLineEdit::textEdited, this, [this] { tellAddress(false); });

    m_language = new LanguageChoice(languages);
    m_look = new LookChoice(theme);
    m_languageField = new FormField(theme, {}, m_language);
    m_lookField = new FormField(theme, {}, m_look);
    auto* preferences = new QHBoxLayout;
    preferences->setSpacing(16);
    for (FormField* field : {m_languageField, m_lookField}) {
        field->setFixedWidth(200);
        preferences->addWidget(field);
    }
    preferences->addStretch(1);

    m_problem = new ProblemLine(theme);
    m_problem->setObjectName(u"firstRun.problem"_s);
    m_progress = new ProgressLine(theme);
    m_progress->setObjectName(u"firstRun.progress"_s);
    m_progress->hide();
    connect(m_progress, &ProgressLine::cancelled, this, &FirstRunPage::cancel);

    m_quit = new Button(theme, {});
    m_quit->setObjectName(u"firstRun.quit"_s);
    m_quit->setControlSize(Button::Size::Large);
    m_start = new Button(theme, {});
    m_start->setObjectName(u"firstRun.start"_s);
    m_start->setKind(Button::Kind::Primary);
    m_start->setControlSize(Button::Size::Large);
    m_start->setKeyCap(u"Enter"_s);
    connect(m_quit, &QPushButton::clicked, this, &FirstRunPage::quitRequested);
    connect(m_start, &QPushButton::clicked, this, &FirstRunPage::start);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_quit);
    buttons->addWidget(m_start);

    m_privacy = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s);
    m_version = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(new IconLabel(theme, Icon::Lock, &Tokens::text2, measure::IconSmall));
    foot->addWidget(m_privacy);
    foot->addStretch(1);
    foot->addWidget(m_version);

    body()->addLayout(cards);
    body()->addSpacing(12);
    body()->addWidget(m_addressField);
    body()->addSpacing(20);
    body()->addLayout(preferences);
    body()->addSpacing(16);
    body()->addWidget(m_problem);
    body()->addWidget(m_progress);
    body()->addSpacing(16);
    body()->addLayout(buttons);
    body()->addSpacing(24);
    body()->addStretch(1);
    body()->addLayout(foot);
    QWidget* before = m_cards.back();
    for (QWidget* next : std::initializer_list<QWidget*>{m_address, m_language, m_look, m_start, m_quit}) {
        setTabOrder(before, next);
        before = next;
    }
    setFocusProxy(m_cards.front());
    for (ChoiceCard* card : m_cards)
        connect(card, &QAbstractButton::toggled, this, &FirstRunPage::choiceChanged);
    choiceChanged();
    retranslate();
}

FirstRunChoice FirstRunPage::choice() const
{
    if (m_cards.at(1)->isChecked())
        return FirstRunChoice::ConnectToAddress;
    return m_cards.at(2)->isChecked() ? FirstRunChoice::EmptyMarketplace : FirstRunChoice::SampleMarketplace;
}

void FirstRunPage::choiceChanged()
{
    const bool connecting = choice() == FirstRunChoice::ConnectToAddress;
    m_addressField->setVisible(connecting);
    if (connecting)
        m_address->setFocus();
    m_problem->setText({});
}

void FirstRunPage::start()
{
    m_problem->setText({});
    QUrl address;
    if (choice() == FirstRunChoice::ConnectToAddress) {
        address = marketplaceAddress(m_address->text());
        if (!address.isValid()) {
            tellAddress(true);
            m_address->setFocus();
            return;
        }
    }
    setBusy(true);
    Q_EMIT chosen(choice(), address);
}

void FirstRunPage::tellAddress(bool wrong)
{
    m_addressWrong = wrong;
    m_addressField->setError(
        wrong ? tr("This is not an address. It looks like https://pasar.example or 192.168.1.5:8787.")
              : QString());
}

void FirstRunPage::cancel()
{
    setBusy(false);
    setFocus();
    Q_EMIT cancelled();
}

void FirstRunPage::showProgress(const QString& text, qint64 done, qint64 total)
{
    setBusy(true);
    m_progress->setText(text);
    m_progress->setProgress(done, total);
}

void FirstRunPage::showProblem(const QString& text)
{
    setBusy(false);
    m_problem->setText(text);
}

void FirstRunPage::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    m_start->setEnabled(!busy);
    for (ChoiceCard* card : m_cards)
        card->setEnabled(!busy);
    m_address->setEnabled(!busy);
    m_progress->setCancellable(true);
    m_progress->setVisible(busy);
    if (busy) {
        m_progress->setText(tr("One moment"));
        m_progress->setProgress(0, 0);
    }
}

void FirstRunPage::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !m_busy)
        start();
    else if (event->key() == Qt::Key_Escape && m_busy)
        cancel();
    else
        CentredColumn::keyPressEvent(event);
}

void FirstRunPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    CentredColumn::changeEvent(event);
}

void FirstRunPage::retranslate()
{
    setTitle(tr("Welcome to Belanjain"));
    setSubtitle(tr("Choose where your marketplace is. You can change this later when you sign in."));
    m_cards.at(0)->setText(tr("A marketplace on this computer, with sample stores"));
    m_cards.at(0)->setBadge(tr("Recommended"));
    m_cards.at(0)->setSubtitle(tr("1,308 real products with orders and reviews. No internet needed."));
    m_cards.at(1)->setText(tr("Connect to a marketplace"));
    m_cards.at(1)->setSubtitle(tr("Enter the address you received from whoever runs it."));
    m_cards.at(2)->setText(tr("A marketplace on this computer, empty"));
    m_cards.at(2)->setSubtitle(tr("For your own store. Others can connect to it later."));
    m_cards.at(2)->setNote(tr("Products can be imported afterwards, also from Shopify and WooCommerce."));
    m_addressField->setLabel(tr("Address of the marketplace"));
    tellAddress(m_addressWrong);
    m_languageField->setLabel(tr("Language"));
    m_lookField->setLabel(tr("Appearance"));
    m_quit->setText(tr("Quit"));
    m_start->setText(tr("Start"));
    m_privacy->setText(tr("All data stays on this computer until you connect it."));
    m_version->setText(u"Belanjain "_s + QCoreApplication::applicationVersion());
}

} // namespace belanjain::ui
