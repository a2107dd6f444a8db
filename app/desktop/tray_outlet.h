// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/notices.h"

#include <QSystemTrayIcon>

namespace belanjain::app
{

/// Shows notices as the system does, through an icon in its tray.
class TrayOutlet : public ui::NoticeOutlet
{
    Q_OBJECT
public:
    TrayOutlet(const QIcon& icon, QWidget* window);

    void show(const ui::Notice& notice) override;

private:
    QSystemTrayIcon m_tray;
    QWidget* m_window;
    ui::Notice::About m_about = ui::Notice::About::Orders;
};

/// The system's notifications where it has them, else the window's own; the host's child.
ui::NoticeOutlet* makeNoticeOutlet(const ui::Theme& theme, QWidget* host);

} // namespace belanjain::app
