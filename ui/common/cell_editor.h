// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace belanjain::ui {

class Theme;

/// The editor of a table cell: fills the cell, 2 px focus border, what was typed in 600 at the right for
/// numbers, and at the left what it would come to ("= 18"). A wrong value turns the border to the out ink
/// and the editor stays; what is wrong goes into a Popover under the cell.
class CellEditor : public QLineEdit
{
    Q_OBJECT

public:
    explicit CellEditor(const Theme& theme, QWidget* parent = nullptr);

    /// Right-aligned in 600; otherwise left-aligned in the body's weight.
    void setNumeric(bool on);
    /// The result of what is typed so far; empty shows nothing. Left out where the typed text needs the room.
    void setPreview(const QString& preview);
    QString preview() const { return m_preview; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    bool m_numeric = false;
    QString m_preview;
};

} // namespace belanjain::ui
