// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sync_control.h"

#include <QDialog>
#include <QTimer>

class QLabel;

namespace belanjain::ui {

class Button;
class Theme;

/// Asks what becomes of changes that wait when somebody signs out: send them first, keep them for the next sign-in,
/// or stay.
class SignOutDialog : public QDialog
{
    Q_OBJECT

public:
    /// Opens; accepted() means to sign out now. Sending gives up after so many milliseconds without an end.
    SignOutDialog(const Theme& theme, ports::SyncControl& sync, QWidget* parent, int patienceMs = 30'000);

private:
    void take(const ports::SyncStatus& status);
    void send();
    void giveUp();
    void refresh();

    ports::SyncControl& m_sync;
    int m_patienceMs;
    bool m_sending = false;
    bool m_failed = false;
    QTimer m_patience;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_note;
    Button* m_cancel;
    Button* m_keep;
    Button* m_send;
};

} // namespace belanjain::ui
