// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "ports/inventory.h"
#include "ports/sync_control.h"

#include <QFrame>
#include <QTimeZone>

class QLabel;

namespace belanjain::ui {

class ElidedLabel;
class IconLabel;
class LinkButton;
class Theme;

/// The line at the window's foot: connection, waiting edits, last sync and the action that goes with
/// them; at the right the totals of what is selected and the switch to work offline. In a narrow window
/// the last sync goes first, then the totals; only then is the connection cut at a word.
class StatusStrip : public QFrame
{
    Q_OBJECT
public:
    explicit StatusStrip(const Theme& theme, QWidget* parent = nullptr);

    void setStatus(const ports::SyncStatus& status);
    /// Of the selected rows; no rows show nothing.
    void setTotals(const ports::InventoryTotals& totals);
    /// For times and numbers; the words follow the program's translator.
    void setLanguage(Language language);
    /// Of the store that is open; the system's before it is set.
    void setZone(const QTimeZone& zone);

Q_SIGNALS:
    void syncRequested();
    void signInRequested();
    void offlineToggled(bool offline);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void act();
    void retranslate();
    void tellConnection();
    void fit();
    int neededWidth() const;

    Language m_language = Language::Indonesian;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    ports::SyncStatus m_status;
    ports::InventoryTotals m_totals;
    IconLabel* m_connectionIcon;
    ElidedLabel* m_connection;
    IconLabel* m_waitingIcon;
    QLabel* m_waiting;
    QLabel* m_lastSync;
    LinkButton* m_action;
    QLabel* m_available;
    QLabel* m_value;
    LinkButton* m_offline;
};

} // namespace belanjain::ui
