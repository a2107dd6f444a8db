// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

class QTableView;

namespace belanjain::ui {

class ViewSettings;

/// The widths of a table's columns: people may drag them, columns without a width share what is left, and what was
/// dragged is remembered. For tables whose columns stay in their order; the stock has a layout of its own.
class ColumnWidths : public QObject
{
    Q_OBJECT

public:
    /// What the table's columns measure at first, in pixels; 0 takes a share of what is left, but not less than
    /// `least`. The view's header and its first model are set before.
    ColumnWidths(QTableView& view, QList<int> widths, int least);

    /// Takes what was remembered under this key, and remembers from now on.
    void remember(ViewSettings& settings, const QString& key);
    /// Other first widths; what was dragged stays.
    void setWidths(const QList<int>& widths);
    /// Columns that nobody may drag.
    void fix(int column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void sized(int column, int oldWidth, int newWidth);
    void save();
    int widthOf(int column) const;

    QTableView& m_view;
    QList<int> m_first;
    QHash<int, int> m_dragged;
    QList<int> m_fixed;
    int m_least;
    ViewSettings* m_settings = nullptr;
    QString m_key;
    QTimer m_saveSoon;
    bool m_applying = false;
};

} // namespace belanjain::ui
