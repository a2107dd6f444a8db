// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analytics_words.h"
#include "domain/money.h"

#include <QChartView>
#include <QList>

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace belanjain::ui {

class ChartGrid;
class ChartOverlay;
class Theme;

/// One bar: what was ordered in some days, how much of it has been delivered, and what the same stretch of
/// the period before brought.
struct RevenueBar
{
    DayRange days;
    Money booked;
    Money settled; ///< part of booked
    Money before;
    qint64 orders = 0;

    bool operator==(const RevenueBar&) const = default;
};

/// Revenue as bars: delivered solid, still running pale on top, the period before as a tick. One bar at a time
/// can be looked at, by the pointer or with Left, Right, Home and End; a click or Return opens it.
class RevenueChart : public QChartView
{
    Q_OBJECT

public:
    explicit RevenueChart(const Theme& theme, QWidget* parent = nullptr);
    ~RevenueChart() override;

    void setBars(const QList<RevenueBar>& bars, Granularity granularity, const QString& beforeName);
    const QList<RevenueBar>& bars() const { return m_bars; }
    Granularity granularity() const { return m_granularity; }
    const QString& beforeName() const { return m_beforeName; }
    const Theme& theme() const { return m_theme; }

    /// The bar looked at, -1 for none.
    int current() const { return m_current; }
    bool currentByKeyboard() const { return m_byKeyboard; }
    void setCurrent(int index, bool byKeyboard);

    /// In the scene's coordinates: the plot, the whole column of a bar, and the bar itself.
    QRectF plot() const;
    QRectF column(int index) const;
    QRectF bar(int index) const;
    qreal yOf(qint64 rupiah) const;
    qint64 gridDistance() const { return m_step; }

    /// What an assistive technology says of a bar.
    QString sentence(int index) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void opened(int index);
    void currentChanged(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void dress();
    void place();
    void fillSeries();
    int indexAt(const QPointF& position) const;
    void open(int index);

    const Theme& m_theme;
    QList<RevenueBar> m_bars;
    Granularity m_granularity = Granularity::Day;
    QString m_beforeName;
    qint64 m_step = 1;
    int m_current = -1;
    bool m_byKeyboard = false;
    int m_pressed = -1;

    QValueAxis* m_x;
    QValueAxis* m_y;
    QStackedBarSeries* m_series = nullptr;
    QBarSet* m_solid = nullptr;
    QBarSet* m_pale = nullptr;
    ChartGrid* m_grid;
    ChartOverlay* m_overlay;
};

} // namespace belanjain::ui
