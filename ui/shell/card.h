// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace belanjain::ui
{

class Theme;

/// A bordered card with rounded corners that pages put their parts into.
class Card : public QFrame
{
    Q_OBJECT
public:
    enum class Fill { Surface, Raised };
    explicit Card(const Theme& theme, Fill fill = Fill::Surface, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Fill m_fill;
};

} // namespace belanjain::ui
