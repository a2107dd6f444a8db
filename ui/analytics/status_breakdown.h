// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/order_state.h"

#include <QAbstractButton>
#include <QList>

namespace belanjain::ui {

class Theme;

/// One state of orders: icon, word, share and count. Pressing it opens those orders.
class StatusRow : public QAbstractButton
{
    Q_OBJECT

public:
    StatusRow(const Theme& theme, OrderStatus status, QWidget* parent = nullptr);

    void show(int count, int total);
    int count() const { return m_count; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    OrderStatus m_status;
    int m_count = 0;
    int m_total = 0;
};

/// How many orders are in which state: one bar of all, and a row for each.
class StatusBreakdown : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBreakdown(const Theme& theme, QWidget* parent = nullptr);

    /// By OrderStatus.
    void show(const QList<int>& counts);

Q_SIGNALS:
    void opened(belanjain::OrderStatus status);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QList<int> m_counts;
    QList<StatusRow*> m_rows;
};

} // namespace belanjain::ui
