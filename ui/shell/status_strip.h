// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "ports/inventory.h"
#include "ports/sync_control.h"

#include <QFrame>

class QLabel;

namespace belanjain::ui
{

class IconLabel;
class LinkButton;
class Theme;

/// The line at the window's foot: connection, waiting edits, last sync and the action that goes with
/// them; at the right the totals of what is selected and the switch to work offline.
class StatusStrip : public QFrame
{
    Q_OBJECT
public:
    explicit StatusStrip(const Theme& theme, QWidget* parent = nullptr);

    void setStatus(const ports::SyncStatus& status);
    void setTotals(const ports::InventoryTotals& totals);
    void setLanguage(Language language);

Q_SIGNALS:
    void syncRequested();
    void signInRequested();
    void offlineToggled(bool offline);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void dress();

    const Theme& m_theme;
    Language m_language = Language::Indonesian;
    ports::SyncStatus m_status;
    ports::InventoryTotals m_totals;
    IconLabel* m_connectionIcon;
    QLabel* m_connection;
    IconLabel* m_waitingIcon;
    QLabel* m_waiting;
    QLabel* m_lastSync;
    LinkButton* m_action;
    QLabel* m_sum;
    LinkButton* m_offline;
};

} // namespace belanjain::ui
