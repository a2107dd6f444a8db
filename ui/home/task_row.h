// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "common/tokens.h"

#include <QWidget>

namespace belanjain::ui {

class Button;
class ElidedLabel;
class Theme;

/// Something that needs doing: what, how much of it, and the button that leads there. A click anywhere on it
/// does the same.
class TaskRow : public QWidget
{
    Q_OBJECT

public:
    TaskRow(const Theme& theme, const QString& name, Icon icon, Tint Tokens::*tint, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& detail, const QString& amount, const QString& action);
    /// The amount in the ink of what is late.
    void setUrgent(bool on);
    /// A line above it; the first of a card has none.
    void setLine(bool on);
    Button* button() const { return m_button; }
    QString title() const { return m_title; }
    QString detail() const;

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    Tint Tokens::*m_tint;
    QString m_title;
    bool m_line = false;
    bool m_pressed = false;
    ElidedLabel* m_titleLabel;
    ElidedLabel* m_detail;
    class QLabel* m_amount;
    Button* m_button;
};

} // namespace belanjain::ui
