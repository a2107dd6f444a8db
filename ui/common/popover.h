// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QRect>

class QHBoxLayout;
class QLabel;

namespace belanjain::ui {

class Theme;

/// Trouble explained beside its cell, with its ways out. Lives inside a host (a table's viewport or a page),
/// takes no focus by itself and goes with Esc.
class Popover : public QFrame
{
    Q_OBJECT

public:
    Popover(const Theme& theme, QWidget* host);

    /// `richText` starts with what happened in <b>; escape what people wrote. Each of `links` is a way out.
    void setContent(const QString& richText, const QStringList& links);
    /// Shows it below `cell` (in the host's coordinates), right edges flush; above when there is no room.
    void pointAt(const QRect& cell);

Q_SIGNALS:
    void linkActivated(int index);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retint();

    const Theme& m_theme;
    QString m_richText;
    QLabel* m_text;
    QHBoxLayout* m_links;
    QRect m_cell;
};

} // namespace belanjain::ui
