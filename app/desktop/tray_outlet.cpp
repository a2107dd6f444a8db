// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray_outlet.h"

#include "common/theme.h"

#include <QWidget>

namespace belanjain::app
{

TrayOutlet::TrayOutlet(const QIcon& icon, QWidget* window)
    : ui::NoticeOutlet(window)
    , m_tray(icon)
    , m_window(window)
{
    m_tray.setToolTip(QStringLiteral("Belanjain"));
    m_tray.show();
    const auto bring = [this] {
        QWidget* top = m_window->window();
        if (top->isMinimized())
            top->showNormal();
        top->raise();
        top->activateWindow();
    };
    connect(&m_tray, &QSystemTrayIcon::activated, this, bring);
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, [this, bring] {
        bring();
        Q_EMIT chosen(m_about);
    });
}

void TrayOutlet::show(const ui::Notice& notice)
{
    m_about = notice.about;
    m_tray.showMessage(notice.title, notice.text, QSystemTrayIcon::NoIcon);
}

ui::NoticeOutlet* makeNoticeOutlet(const ui::Theme& theme, QWidget* host)
{
    if (QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages())
        return new TrayOutlet(theme.logo(), host);
    return new ui::ToastOutlet(theme, host);
}

} // namespace belanjain::app
