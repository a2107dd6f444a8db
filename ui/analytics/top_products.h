// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sales_reader.h"

#include <QWidget>

namespace belanjain::ui {

class Theme;

/// The best sellers as rows with a bar of their share, painted as tables are. Up and Down move, Return and a
/// click open a product's orders.
class TopProducts : public QWidget
{
    Q_OBJECT

public:
    explicit TopProducts(const Theme& theme, QWidget* parent = nullptr);

    void show(const QList<ports::TopProduct>& products, ports::TopBy by);
    const QList<ports::TopProduct>& products() const { return m_products; }
    /// Rows that fit the height.
    int shownRows() const;
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(const belanjain::ports::TopProduct& product);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Columns
    {
        QRect name;
        QRect units;
        QRect revenue;
        QRect share;
    };
    Columns columns(int top, int height) const;
    int rowAt(const QPoint& position) const;
    void setCurrent(int row);
    void paintShare(QPainter& painter, const QRect& cell, const ports::TopProduct& product) const;

    const Theme& m_theme;
    QList<ports::TopProduct> m_products;
    ports::TopBy m_by = ports::TopBy::Revenue;
    int m_hovered = -1;
    int m_current = -1;
    bool m_keyboard = false;
};

} // namespace belanjain::ui
