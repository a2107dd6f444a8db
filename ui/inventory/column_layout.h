// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/inventory_columns.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

class QMenu;

namespace belanjain::ui {

class InventoryView;
class Theme;
class ViewSettings;

/// Which columns the stock table shows, in which order and how wide; remembered between starts. The product
/// column takes the room that the others leave until somebody sizes it; in a narrow window some columns make
/// way for it.
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    ColumnLayout(const Theme& theme, InventoryView& view, ViewSettings& settings, QObject* parent = nullptr);

    /// Fills a menu with a tick for every column that may go, and a way back to the first layout.
    void fill(QMenu& menu);
    void setShown(tables::InventoryColumn column, bool shown);
    bool isShown(tables::InventoryColumn column) const;
    void reset();
    /// Their names are not cut where there is room for them.
    void setCategories(const QStringList& categories);
    /// Whether something waits for the marketplace, or is about to. Until then the sync column is as narrow as its
    /// head; once wide it stays so, as columns that come and go with every edit are hard to read.
    void setSyncNeeded(bool needed);
    /// Widths anew, after a change of language or of the sorted column.
    void refresh();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restore();
    void save();
    void apply();
    int width() const; ///< of all columns together
    /// The columns that make way when there is less room than that, in pixels; below 0 it is missing.
    QSet<int> spared(int room) const;
    int naturalWidth(tables::InventoryColumn column) const;
    /// Where nothing has to be cut; at least the natural width.
    int wantedWidth(tables::InventoryColumn column) const;
    void sized(int section, int oldWidth, int newWidth);

    const Theme& m_theme;
    InventoryView& m_view;
    ViewSettings& m_settings;
    QHash<int, int> m_widths; ///< of the columns that somebody sized
    QSet<int> m_unwanted;     ///< hidden by choice
    QSet<int> m_insisted;     ///< asked for in a window without room for it
    QTimer m_saveSoon;
    QStringList m_categories;
    bool m_syncNeeded = false;
    bool m_applying = false;
};

} // namespace belanjain::ui
