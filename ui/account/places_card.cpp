// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/places_card.h"

#include "account/account_words.h"
#include "account/ask_first.h"
#include "common/button.h"
#include "common/labels.h"
#include "common/language.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using Call = ports::AccountDesk::Call;

namespace {

constexpr qsizetype shownAtMost = 30;

} // namespace

PlacesCard::PlacesCard(const Theme& theme, ports::AccountDesk& desk, const ports::Clock& clock, QWidget* parent)
    : AccountCard(theme, u"places"_s, parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_rows(new QVBoxLayout)
    , m_more(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_trouble(makeLabel(theme, {}, TextStyle::Body, u"out"_s, this))
    , m_endOthers(new Button(theme, {}, this))
{
    m_endOthers->setObjectName(u"places.endOthers"_s);
    m_trouble->setObjectName(u"places.trouble"_s);
    m_trouble->setWordWrap(true);
    m_rows->setSpacing(10);
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_endOthers);
    actions->addStretch();
    column()->addLayout(m_rows);
    column()->addWidget(m_more);
    column()->addWidget(m_trouble);
    column()->addLayout(actions);
    connect(m_endOthers, &Button::clicked, this, &PlacesCard::askToEndOthers);
    connect(&desk, &ports::AccountDesk::placesRead, this, [this](const QList<ports::SignInPlace>& places) {
        m_busy = false;
        m_read = true;
        m_problem.reset();
        m_places = places;
        rebuild();
    });
    connect(&desk, &ports::AccountDesk::failed, this, [this](Call call, const ports::SessionProblem& problem) {
        if (call != Call::ReadPlaces && call != Call::EndPlace)
            return;
        m_busy = false;
        m_problem = problem;
        refresh();
    });
    retranslate();
}

void PlacesCard::setOnline(bool online)
{
    AccountCard::setOnline(online);
    if (!online)
        m_problem.reset(); // the card says it already
    refresh();
}

void PlacesCard::setZone(const QTimeZone& zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    rebuild();
}

QString PlacesCard::nameOf(const ports::SignInPlace& place) const
{
    return place.device.isEmpty() ? tr("A device without a name") : place.device;
}

QWidget* PlacesCard::makeRow(const ports::SignInPlace& place, int number)
{
    const Language language = uiLanguage();
    const QString since = formatDateTime(place.since, m_zone, language);
    auto* row = new QWidget(this);
    row->setObjectName(u"places.row.%1"_s.arg(number));
    auto* name = makeLabel(theme(), nameOf(place), TextStyle::Strong, {}, row);
    name->setTextFormat(Qt::PlainText);
    const QString used = place.current ? tr("Signed in %1, used now").arg(since)
                                       : tr("Signed in %1, last used %2").arg(since, formatAge(place.lastUsed, m_clock.now(), language));
    auto* detail = makeLabel(theme(), used, TextStyle::Secondary, u"secondary"_s, row);
    detail->setTextFormat(Qt::PlainText);
    row->setAccessibleName(QStringList{name->text(), detail->text(), place.current ? tr("this one") : QString()}.join(u". "_s));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(detail);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(12);
    across->addWidget(new IconLabel(theme(), Icon::Monitor, &Tokens::text2, 20, row));
    across->addLayout(words, 1);
    if (place.current) {
        auto* here = new Chip(theme(), ChipKind::Done, tr("This one"), row);
        here->setObjectName(u"places.current"_s);
        across->addWidget(here);
    } else {
        auto* end = new Button(theme(), tr("End"), row);
        end->setObjectName(u"places.end.%1"_s.arg(number));
        end->setControlSize(Button::Size::Small);
        end->setAccessibleName(tr("End the sign-in of %1: %2").arg(since, nameOf(place)));
        connect(end, &Button::clicked, this, [this, place] { askToEnd(place); });
        across->addWidget(end);
        m_ends.append(end);
    }
    return row;
}

void PlacesCard::rebuild()
{
    const bool focused = std::any_of(m_ends.cbegin(), m_ends.cend(), [](const Button* one) { return one->hasFocus(); });
    for (QWidget* row : std::as_const(m_shown)) {
        row->setParent(nullptr); // so that nobody finds it by its name
        row->deleteLater();
    }
    m_shown.clear();
    m_ends.clear();
    // This one first: it is what the others are compared with.
    QList<ports::SignInPlace> order = m_places;
    std::stable_partition(order.begin(), order.end(), [](const ports::SignInPlace& one) { return one.current; });
    const qsizetype shown = std::min(shownAtMost, order.size());
    for (qsizetype i = 0; i < shown; ++i) {
        auto* row = makeRow(order.at(i), int(i));
        m_rows->addWidget(row);
        m_shown.append(row);
    }
    QWidget* before = nullptr;
    for (Button* end : std::as_const(m_ends)) {
        if (before)
            setTabOrder(before, end);
        before = end;
    }
    if (before)
        setTabOrder(before, m_endOthers);
    refresh();
    if (focused && !m_ends.isEmpty())
        m_ends.constFirst()->setFocus(Qt::OtherFocusReason);
}

void PlacesCard::askToEnd(const ports::SignInPlace& place)
{
    const QString since = formatDateTime(place.since, m_zone, uiLanguage());
    auto* ask = new AskFirst(theme(),
                             {.title = tr("End this sign-in?"),
                              .text = tr("%1, signed in %2, has to sign in again. Changes that wait there stay there until then.")
                                          .arg(nameOf(place), since),
                              .verb = tr("End it")},
                             this);
    connect(ask, &QDialog::accepted, this, [this, id = place.id] {
        m_busy = true;
        m_desk.endPlace(id);
        refresh();
    });
}

void PlacesCard::askToEndOthers()
{
    auto* ask = new AskFirst(theme(),
                             {.title = tr("End all other sign-ins?"),
                              .text = tr("Everybody who uses this account elsewhere has to sign in again. Here you stay signed in."),
                              .verb = tr("End all others")},
                             this);
    connect(ask, &QDialog::accepted, this, [this] {
        m_busy = true;
        m_desk.endOtherPlaces();
        refresh();
    });
}

void PlacesCard::refresh()
{
    const bool others = std::any_of(m_places.cbegin(), m_places.cend(), [](const ports::SignInPlace& one) { return !one.current; });
    for (Button* end : std::as_const(m_ends))
        end->setEnabled(isOnline() && !m_busy);
    m_endOthers->setVisible(others);
    m_endOthers->setEnabled(isOnline() && !m_busy);
    m_endOthers->setText(m_busy ? tr("Ending…") : tr("End all others…"));
    const auto hidden = int(m_places.size() - m_shown.size());
    m_more->setText(!m_read && isOnline() ? tr("Looking…") : hidden > 0 ? tr("and %n more", nullptr, hidden) : QString());
    m_more->setVisible(!m_more->text().isEmpty() && !m_problem);
    m_trouble->setText(m_problem && isOnline() ? accountProblemText(*m_problem) : QString());
    m_trouble->setVisible(!m_trouble->text().isEmpty());
}

void PlacesCard::retranslate()
{
    setTitle(tr("Where you are signed in"));
    setIntro(tr("End any session you do not recognise, then change your password."));
    rebuild();
}

} // namespace belanjain::ui
