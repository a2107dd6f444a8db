// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/offline_strip.h"

#include "common/language.h"
#include "storefront/shop_words.h"

#include <QEvent>
#include <QTimeZone>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::Connection;

OfflineStrip::OfflineStrip(const Theme& theme, ports::SyncControl& sync, std::function<QString()> rest, QWidget* parent)
    : Banner(theme, parent)
    , m_sync(sync)
    , m_rest(std::move(rest))
{
    setClosable(false);
    setProperty("strip", u"offline"_s);
    connect(&sync, &ports::SyncControl::statusChanged, this, &OfflineStrip::tell);
    connect(this, &Banner::linkActivated, this, [this] {
        if (m_sync.status().connection == Connection::WorkingOffline)
            m_sync.setWorkOffline(false);
        else
            m_sync.syncNow();
    });
    tell();
}

void OfflineStrip::tell()
{
    const ports::SyncStatus status = m_sync.status();
    setVisible(isOffline(status.connection));
    if (!isOffline(status.connection))
        return;
    const bool chosen = status.connection == Connection::WorkingOffline;
    const QString what = chosen ? tr("You are working offline.") : tr("The marketplace does not answer.");
    const QString since = status.lastSync ? tr("This is what was last seen, at %1.")
                                                .arg(formatTime(*status.lastSync, QTimeZone::systemTimeZone(), uiLanguage()))
                                          : tr("This is what was last seen.");
    QStringList parts{u"<b>%1</b>"_s.arg(what), since, m_rest ? m_rest() : QString()};
    parts.removeAll(QString());
    showMessage(Level::Low, parts.join(u' '), chosen ? tr("Go online") : tr("Try now"));
}

void OfflineStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    Banner::changeEvent(event);
}

} // namespace belanjain::ui
