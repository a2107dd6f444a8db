// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

namespace belanjain::ui {

class RevenueChart;

/// The lines across the plot, under the bars. They are drawn from the same measures as the words beside them:
/// those of Qt Charts stay where they were until its own layout runs again.
class ChartGrid : public QGraphicsItem
{
public:
    /// A part of `parent`, which is the chart's own item.
    ChartGrid(const RevenueChart& chart, QGraphicsItem* parent);

    void setArea(const QRectF& area);

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const RevenueChart& m_chart;
    QRectF m_area;
};

/// What Qt Charts does not draw as we want it, as one item in the chart's scene: the axes' words, the ticks of
/// the period before, the ring round the bar looked at and what there is to say about it.
class ChartOverlay : public QGraphicsItem
{
public:
    explicit ChartOverlay(const RevenueChart& chart);

    void setArea(const QRectF& area);

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintAxes(QPainter* painter) const;
    void paintDates(QPainter* painter) const;
    void paintTicks(QPainter* painter) const;
    void paintRing(QPainter* painter) const;
    void paintTip(QPainter* painter) const;

    const RevenueChart& m_chart;
    QRectF m_area;
};

} // namespace belanjain::ui
