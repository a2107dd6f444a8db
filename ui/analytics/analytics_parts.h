// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analytics_words.h"
#include "analytics/sales_file.h"
#include "ports/sales_reader.h"

#include <QWidget>

class QLabel;

namespace belanjain::ui {

class Button;
class ChartLegend;
class FigureStrip;
class RevenueChart;
class Segments;
class StatusBreakdown;
class Theme;
class TopProducts;

/// Title, range and export, above the figures.
class AnalyticsHead : public QWidget
{
    Q_OBJECT

public:
    explicit AnalyticsHead(const Theme& theme, QWidget* parent = nullptr);

    void show(RangePreset preset, const DayRange& range);
    void setExportable(bool on);
    const Button* rangeButton() const { return m_range; }
    void retranslate();

Q_SIGNALS:
    void presetChosen(belanjain::ui::RangePreset preset);
    void rangePressed();
    void exportChosen(belanjain::ui::SalesExport kind);

private:
    void openExports();

    QLabel* m_title;
    Segments* m_presets;
    Button* m_range;
    Button* m_export;
};

/// The figures, the chart and the cards below it.
class AnalyticsBody : public QWidget
{
    Q_OBJECT

public:
    explicit AnalyticsBody(const Theme& theme, QWidget* parent = nullptr);

    void show(const ports::SalesReport& report);
    void showStock(const ports::SalesSummary& summary);
    void retranslate();

    RevenueChart& chart() { return *m_chart; }
    TopProducts& top() { return *m_top; }
    StatusBreakdown& states() { return *m_states; }
    FigureStrip& figures() { return *m_figures; }

Q_SIGNALS:
    void granularityChosen(belanjain::Granularity granularity);
    void topByChosen(belanjain::ports::TopBy by);

private:
    QWidget* makeChartCard();
    QWidget* makeTopCard();
    QWidget* makeStateCard();
    QWidget* makeStockCard();

    const Theme& m_theme;
    FigureStrip* m_figures;
    QLabel* m_chartTitle;
    QLabel* m_noOrders;
    ChartLegend* m_legend;
    Segments* m_granularity;
    RevenueChart* m_chart;
    QLabel* m_topTitle;
    Segments* m_topBy;
    TopProducts* m_top;
    QLabel* m_stateTitle;
    StatusBreakdown* m_states;
    QLabel* m_stockTitle;
    QLabel* m_stockValue;
    QLabel* m_stockVariants;
    QLabel* m_stockPieces;
};

} // namespace belanjain::ui
