// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

namespace belanjain::ui {

class Theme;

/// How many gave five stars, four, …: a bar each.
class RatingBars : public QWidget
{
    Q_OBJECT

public:
    explicit RatingBars(const Theme& theme, QWidget* parent = nullptr);
    void setHistogram(const std::array<qint64, 5>& histogram);
    QSize sizeHint() const override { return {200, 5 * 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::array<qint64, 5> m_histogram{};
};

} // namespace belanjain::ui
