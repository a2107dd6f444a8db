// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/print_page.h"

#include <QWidget>

namespace belanjain::ui {

class Theme;

/// One printed page as large as there is room, as paper on the page's background.
class PageView : public QWidget
{
    Q_OBJECT

public:
    explicit PageView(const Theme& theme, QWidget* parent = nullptr);

    void show(const PrintPage& page);
    void clear();
    QSize sizeHint() const override { return {440, 600}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    PrintPage m_page;
};

} // namespace belanjain::ui
