// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace belanjain::ui {

class Theme;

/// A sheet with round corners and a line around it; what it holds goes into its column.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(const Theme& theme, QWidget* parent = nullptr);

    QVBoxLayout* column() const { return m_column; }
    /// The one of several that is recommended: its line is the accent's, and stronger.
    void setPreferred(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
    bool m_preferred = false;
};

} // namespace belanjain::ui
