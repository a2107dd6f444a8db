// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"

#include <QWidget>

namespace belanjain::ui {

class Theme;
class ThumbnailSource;

/// What was ordered and what it comes to, as one card.
class OrderLinesCard : public QWidget
{
    Q_OBJECT

public:
    OrderLinesCard(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent = nullptr);

    void show(const ports::OrderDetail& order);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Sum
    {
        QString word;
        QString amount;
        bool strong = false;
    };

    const Theme& m_theme;
    ThumbnailSource* m_thumbnails;
    QList<ports::OrderLine> m_lines;
    QList<Sum> m_sums;
};

} // namespace belanjain::ui
