// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace belanjain::ui {

class Theme;

/// A page outside the workspace: one column of a fixed width in the middle of the window, scrolling when
/// the window is low, with the mark, a title and a line below it at its head.
class CentredColumn : public QWidget
{
    Q_OBJECT
public:
    /// top is the space above the column in a window that is high enough.
    CentredColumn(const Theme& theme, int width, int top, QWidget* parent = nullptr);

    /// Where the page puts its own parts, below the head.
    QVBoxLayout* body() const { return m_body; }
    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    /// A widget after the subtitle, on its line.
    void setSubtitleAction(QWidget* action);
    /// A strip below the scrolling part, as wide as the window.
    void setStrip(QWidget* strip);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeColumn();

    int m_top;
    QHBoxLayout* m_across;
    QVBoxLayout* m_body;
    QLabel* m_title;
    QLabel* m_subtitle;
    QHBoxLayout* m_subtitleRow;
    QVBoxLayout* m_page;
};

} // namespace belanjain::ui
