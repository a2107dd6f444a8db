// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rejection_story.h"
#include "ports/sync_control.h"

#include <QObject>
#include <QPersistentModelIndex>

namespace belanjain::ui {

class InventoryView;
class Popover;
class Theme;

/// Explains a rejected edit beside its cell and carries out what the person decides.
class RejectionPopover : public QObject
{
    Q_OBJECT

public:
    RejectionPopover(const Theme& theme, InventoryView& view, ports::SyncControl& sync,
                     QObject* parent = nullptr);

    /// Reads why and shows it beside the cell of the field that was rejected. With `takeFocus` the first way
    /// out gets the focus.
    void explain(const QModelIndex& cell, const ports::InventoryRow& row, bool takeFocus);
    void hide();
    bool isVisible() const;
    Popover* popover() const { return m_popover; }

private:
    void show(const QList<ports::Rejection>& rejections);
    void act(int way);
    void place();

    InventoryView& m_view;
    ports::SyncControl& m_sync;
    Popover* m_popover;
    QPersistentModelIndex m_cell;
    ports::InventoryRow m_row;
    bool m_asked = false;
    bool m_takeFocus = false;
    qint64 m_rejection = 0;
    QList<RejectionWay> m_ways;
};

} // namespace belanjain::ui
