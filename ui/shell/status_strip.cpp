// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_strip.h"

#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimeZone>

namespace belanjain::ui
{
using namespace Qt::StringLiterals;
using ports::Connection;

StatusStrip::StatusStrip(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(u"statusStrip"_s);
    setFixedHeight(measure::StatusBar);
    setAutoFillBackground(true);

    m_connectionIcon = new IconLabel(theme, Icon::DoneCircle, &Tokens::text2, measure::IconSmall, this);
    m_connection = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this);
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
    m_sum = makeLabel(theme, {}, TextStyle::Secondary, {}, this);
    m_sum->setTextFormat(Qt::RichText);
    m_sum->setObjectName(u"status.totals"_s);
    m_offline = new LinkButton(theme, {}, this);
    m_offline->setLook(LinkButton::Look::Secondary);
    m_offline->setTextSize(LinkButton::Size::Small);
    m_offline->setKeyCap(u"Ctrl Shift O"_s);
    m_offline->setObjectName(u"status.offline"_s);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(6);
    layout->addWidget(m_connectionIcon);
    layout->addWidget(m_connection);
    layout->addSpacing(8);
    layout->addWidget(m_waitingIcon);
    layout->addWidget(m_waiting);
    layout->addSpacing(8);
    layout->addWidget(m_lastSync);
    layout->addSpacing(8);
    layout->addWidget(m_action);
    layout->addStretch(1);
    layout->addWidget(m_sum);
    layout->addSpacing(12);
    layout->addWidget(m_offline);

    connect(m_action, &QAbstractButton::clicked, this, [this] {
        if (m_status.connection == Connection::SignInNeeded)
            Q_EMIT signInRequested();
        else if (m_status.connection == Connection::WorkingOffline)
            Q_EMIT offlineToggled(false);
        else
            Q_EMIT syncRequested();
    });
    connect(m_offline, &QAbstractButton::clicked, this,
            [this] { Q_EMIT offlineToggled(m_status.connection != Connection::WorkingOffline); });
    connect(&theme, &Theme::changed, this, &StatusStrip::dress);
    dress();
    retranslate();
}

void StatusStrip::dress()
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, m_theme.tokens().sidebar);
    setPalette(palette);
}

void StatusStrip::setStatus(const ports::SyncStatus& status)
{
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

void StatusStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void StatusStrip::retranslate()
{
    const auto show = [this](Icon icon, Tint Tokens::*tint, const QString& text) {
        m_connectionIcon->setIcon(icon);
        m_connectionIcon->setTint(tint);
        m_connection->setText(text);
    };
    const QString place = m_status.onThisComputer ? tr("the marketplace on this computer") : m_status.marketplace;
    QString action = tr("Sync now");
    switch (m_status.connection) {
    case Connection::SignedOut:
        show(Icon::User, &Tokens::cancelled, tr("Signed out"));
        action.clear();
        break;
    case Connection::WorkingOffline:
        show(Icon::Offline, &Tokens::low, tr("Offline. All changes are kept on this computer"));
        action = tr("Go online");
        break;
    case Connection::Unreachable:
        show(Icon::Offline, &Tokens::low, tr("%1 does not answer. Trying again by itself").arg(place));
        action = tr("Try now");
        break;
    case Connection::Connecting:
        show(Icon::Sync, &Tokens::waiting, tr("Connecting to %1").arg(place));
        action.clear();
        break;
    case Connection::FirstSync:
        show(Icon::Sync, &Tokens::waiting,
             m_status.progressTotal > 0 ? tr("Fetching your store: %1 of %2")
                                              .arg(formatCount(m_status.progressDone, m_language),
                                                   formatCount(m_status.progressTotal, m_language))
                                        : tr("Fetching your store"));
        action.clear();
        break;
    case Connection::Syncing:
        show(Icon::Sync, &Tokens::waiting, tr("Syncing with %1").arg(place));
        break;
    case Connection::Connected:
        show(Icon::DoneCircle, &Tokens::done, tr("Connected to %1").arg(place));
        break;
    case Connection::SignInNeeded:
        show(Icon::Lock, &Tokens::low, tr("Your session has ended. Changes are kept until you sign in"));
        action = tr("Sign in");
        break;
    }
    // A capital at the start also where the sentence begins with the place.
    QString text = m_connection->text();
    if (!text.isEmpty() && !text.startsWith(u"http"))
        text[0] = text[0].toUpper();
    m_connection->setText(text);

    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_waiting->setText(tr("%n change(s) waiting", nullptr, m_status.waiting));
    m_waiting->setVisible(m_status.waiting > 0);
    m_waitingIcon->setVisible(m_status.waiting > 0);
    const bool known = m_status.lastSync.has_value();
    m_lastSync->setVisible(known);
    if (known)
        m_lastSync->setText(tr("Last sync %1").arg(formatTime(*m_status.lastSync, QTimeZone::systemTimeZone(), m_language)));
    m_sum->setVisible(m_totals.rows > 0);
    m_sum->setText(withDesignBold(tr("Available <b>%1</b> &nbsp; Value <b>%2</b>")
                                      .arg(formatCount(m_totals.available, m_language), formatRupiah(m_totals.value))));
    const bool offline = m_status.connection == Connection::WorkingOffline;
    m_offline->setText(offline ? tr("Go online") : tr("Work offline"));
    m_offline->setVisible(m_status.connection != Connection::SignedOut);
}

} // namespace belanjain::ui
