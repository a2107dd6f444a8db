// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_strip.h"

#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace belanjain::ui {
using namespace Qt::StringLiterals;
using ports::Connection;
namespace {

constexpr int Margin = 12;
constexpr int IconGap = 8;
constexpr int PartGap = 16;
constexpr int TotalsGap = 12;

/// A word and its number, set apart a little wider than words are.
QString figure(QString text) { return withDesignBold(text.replace(u" <b>"_s, u"&nbsp; <b>"_s)); }

} // namespace

StatusStrip::StatusStrip(const Theme& theme, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"statusBar"_s);
    setFixedHeight(measure::StatusBar);

    m_connectionIcon = new IconLabel(theme, Icon::DoneCircle, &Tokens::text2, measure::IconSmall, this);
    m_connection = new ElidedLabel(theme, {}, TextStyle::Secondary, this);
    m_connection->setInk(&Tokens::text2);
    m_connection->setObjectName(u"status.connection"_s);
    m_waitingIcon = new IconLabel(theme, Icon::Clock, &Tokens::text2, measure::IconSmall, this);
    m_waitingIcon->setTint(&Tokens::waiting);
    m_waiting = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this);
    m_waiting->setObjectName(u"status.waiting"_s);
    m_lastSync = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this);
    m_lastSync->setObjectName(u"status.lastSync"_s);
    m_action = new LinkButton(theme, {}, this);
    m_action->setTextSize(LinkButton::Size::Small);
    m_action->setObjectName(u"status.action"_s);
    m_available = makeLabel(theme, {}, TextStyle::Secondary, {}, this);
    m_available->setObjectName(u"status.available"_s);
    m_value = makeLabel(theme, {}, TextStyle::Secondary, {}, this);
    m_value->setObjectName(u"status.value"_s);
    m_offline = new LinkButton(theme, {}, this);
    m_offline->setLook(LinkButton::Look::Secondary);
    m_offline->setTextSize(LinkButton::Size::Small);
    m_offline->setKeyCap(u"Ctrl Shift O"_s);
    m_offline->setObjectName(u"status.offline"_s);
    for (QLabel* label : {m_available, m_value})
        label->setTextFormat(Qt::RichText);
    layOut();

    connect(m_action, &QAbstractButton::clicked, this, &StatusStrip::act);
    connect(m_offline, &QAbstractButton::clicked, this,
            [this] { Q_EMIT offlineToggled(m_status.connection != Connection::WorkingOffline); });
    retranslate();
}

void StatusStrip::layOut()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Margin, 1, Margin, 0); // below the line at the top
    row->setSpacing(PartGap);
    const auto pair = [row](QWidget* icon, QWidget* text) {
        auto* both = new QHBoxLayout;
        both->setSpacing(IconGap);
        both->addWidget(icon);
        both->addWidget(text);
        row->addLayout(both);
    };
    pair(m_connectionIcon, m_connection);
    pair(m_waitingIcon, m_waiting);
    row->addWidget(m_lastSync);
    row->addWidget(m_action);
    row->addStretch(1);
    auto* totals = new QHBoxLayout;
    totals->setSpacing(TotalsGap);
    totals->addWidget(m_available);
    totals->addWidget(m_value);
    row->addLayout(totals);
    row->addWidget(m_offline);
}

void StatusStrip::act()
{
    if (m_status.connection == Connection::SignInNeeded)
        Q_EMIT signInRequested();
    else
        Q_EMIT syncRequested();
}

void StatusStrip::setStatus(const ports::SyncStatus& status)
{
    if (status == m_status)
        return;
    m_status = status;
    retranslate();
}

void StatusStrip::setTotals(const ports::InventoryTotals& totals)
{
    m_totals = totals;
    retranslate();
}

void StatusStrip::setLanguage(Language language)
{
    m_language = language;
    retranslate();
}

void StatusStrip::setZone(const QTimeZone& zone)
{
    if (zone == m_zone || !zone.isValid())
        return;
    m_zone = zone;
    retranslate();
}

void StatusStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void StatusStrip::tellConnection()
{
    const bool here = m_status.onThisComputer;
    const QString& place = m_status.marketplace;
    const auto tell = [this](Icon icon, Tint Tokens::*tint, const QString& text, const QString& action) {
        m_connectionIcon->setIcon(icon);
        m_connectionIcon->setTint(tint);
        m_connection->setText(text);
        m_action->setText(action);
        m_action->setVisible(!action.isEmpty());
    };
    if (m_status.problem == u"schema_unsupported" && m_status.connection == Connection::Connecting)
        return tell(Icon::Warning, &Tokens::low,
                    here ? tr("The marketplace on this computer is older than this program. Changes are kept until it is updated")
                         : tr("%1 is older than this program. Changes are kept until it is updated").arg(place),
                    tr("Try now"));
    if (m_status.problem == u"schema_outdated" && m_status.connection == Connection::Connecting)
        return tell(Icon::Warning, &Tokens::low,
                    tr("This program is too old for the marketplace. Please update it; changes are kept until then"), {});
    if (m_status.problem == u"removal_paused" && m_status.connection == Connection::Connected)
        return tell(Icon::Warning, &Tokens::low, tr("Syncing is paused. Changes are kept on this computer"), {});
    switch (m_status.connection) {
    case Connection::SignedOut:
        return tell(Icon::User, &Tokens::cancelled, tr("Signed out"), {});
    case Connection::WorkingOffline:
        return tell(Icon::Offline, &Tokens::low, tr("Offline. All changes are kept on this computer"), {});
    case Connection::Unreachable:
        return tell(Icon::Offline, &Tokens::low,
                    here ? tr("The marketplace on this computer does not answer. Changes are kept")
                         : tr("%1 does not answer. Changes are kept on this computer").arg(place),
                    tr("Try now"));
    case Connection::Connecting:
        return tell(Icon::Sync, &Tokens::waiting,
                    here ? tr("Connecting to the marketplace on this computer")
                         : tr("Connecting to %1").arg(place),
                    {});
    case Connection::FirstSync:
        return tell(Icon::Sync, &Tokens::waiting,
                    m_status.progressTotal > 0 ? tr("Fetching your store: %1 of %2 rows")
                                                     .arg(formatCount(m_status.progressDone, m_language),
                                                          formatCount(m_status.progressTotal, m_language))
                                               : tr("Fetching your store"),
                    {});
    case Connection::Syncing:
        return tell(Icon::Sync, &Tokens::waiting,
                    here ? tr("Syncing with the marketplace on this computer")
                         : tr("Syncing with %1").arg(place),
                    {});
    case Connection::Connected:
        return tell(Icon::DoneCircle, &Tokens::done,
                    here ? tr("Connected to the marketplace on this computer")
                         : tr("Connected to %1").arg(place),
                    tr("Sync now"));
    case Connection::SignInNeeded:
        return tell(Icon::Lock, &Tokens::low,
                    tr("Your session has ended. Changes are kept until you sign in"), tr("Sign in"));
    }
}

void StatusStrip::retranslate()
{
    tellConnection();
    m_waiting->setText(tr("%n change(s) waiting", nullptr, m_status.waiting));
    m_waiting->setVisible(m_status.waiting > 0);
    m_waitingIcon->setVisible(m_status.waiting > 0);
    if (m_status.lastSync) {
        m_lastSync->setText(
            tr("Last sync %1").arg(formatTime(*m_status.lastSync, m_zone, m_language)));
    }
    m_available->setText(
        figure(tr("Total available <b>%1</b>").arg(formatCount(m_totals.available, m_language))));
    m_value->setText(figure(tr("Value <b>%1</b>").arg(formatRupiah(m_totals.value))));
    m_offline->setText(m_status.connection == Connection::WorkingOffline ? tr("Go online")
                                                                         : tr("Work offline"));
    m_offline->setVisible(m_status.connection != Connection::SignedOut);
    fit();
}

void StatusStrip::fit()
{
    const bool figures = m_totals.rows > 0;
    m_lastSync->setVisible(m_status.lastSync.has_value());
    m_available->setVisible(figures);
    m_value->setVisible(figures);
    // What can best be spared goes first; how things stand with the marketplace stays.
    for (QWidget* spared : std::initializer_list<QWidget*>{m_lastSync, m_value, m_available}) {
        if (neededWidth() > width())
            spared->hide();
    }
}

int StatusStrip::neededWidth() const
{
    int needed = 2 * Margin + measure::IconSmall + IconGap + m_connection->sizeHint().width();
    for (const QWidget* part :
         std::initializer_list<QWidget*>{m_waiting, m_lastSync, m_action, m_available, m_value, m_offline}) {
        if (!part->isHidden())
            needed += PartGap + part->sizeHint().width();
    }
    return needed + (m_waiting->isHidden() ? 0 : measure::IconSmall + IconGap);
}

} // namespace belanjain::ui
