// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/orders_model.h"

#include <QHeaderView>

namespace belanjain::ui {

class Theme;

/// The head of the list of orders, drawn as every table's.
class OrdersHeader : public QHeaderView
{
    Q_OBJECT

public:
    OrdersHeader(const Theme& theme, const tables::OrdersModel& model, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    const tables::OrdersModel& m_model;
};

} // namespace belanjain::ui
