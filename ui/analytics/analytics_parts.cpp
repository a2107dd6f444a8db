// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analytics_parts.h"

#include "analytics/chart_legend.h"
#include "analytics/figure_strip.h"
#include "analytics/revenue_chart.h"
#include "analytics/status_breakdown.h"
#include "analytics/top_products.h"
#include "common/button.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/theme.h"
#include "domain/format.h"
#include "common/language.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int BetweenCards = 16;
constexpr int ChartHeight = 236;

QFrame* makeCard(QWidget* parent)
{
    auto* card = new QFrame(parent);
    card->setObjectName(u"card"_s);
    return card;
}

/// A card's first line: its title at the left, its choices at the right.
QHBoxLayout* makeHead(QLabel* title)
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(0);
    head->addWidget(title);
    head->addStretch(1);
    return head;
}

} // namespace

AnalyticsHead::AnalyticsHead(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_presets(new Segments(theme, QStringList(4), this))
    , m_range(new Button(theme, QString(), this))
    , m_export(new Button(theme, QString(), this))
{
    m_title->setObjectName(u"pageTitle"_s);
    m_presets->setObjectName(u"rangePresets"_s);
    m_range->setObjectName(u"rangeButton"_s);
    m_range->setGlyph(Icon::Calendar);
    m_range->setChevron(true);
    m_export->setObjectName(u"exportButton"_s);
    m_export->setGlyph(Icon::Download);
    m_export->setChevron(true);
    setFixedHeight(measure::PageHeader);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_presets);
    row->addWidget(m_range);
    row->addWidget(m_export);
    connect(m_presets, &Segments::changed, this, [this](int index) { Q_EMIT presetChosen(RangePreset(index)); });
    connect(m_range, &Button::clicked, this, &AnalyticsHead::rangePressed);
    connect(m_export, &Button::clicked, this, &AnalyticsHead::openExports);
}

void AnalyticsHead::show(RangePreset preset, const DayRange& range)
{
    m_presets->setCurrent(preset == RangePreset::Free ? -1 : int(preset));
    m_range->setChosen(preset == RangePreset::Free);
    if (range.isValid()) {
        m_range->setText(rangeText(range));
        m_range->setAccessibleName(tr("Days shown: %1").arg(rangeText(range)));
    }
    m_range->setVisible(range.isValid());
}

void AnalyticsHead::setExportable(bool on) { m_export->setEnabled(on); }

void AnalyticsHead::openExports()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"exportMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString& text, SalesExport kind) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, kind] { Q_EMIT exportChosen(kind); });
    };
    add(tr("Chart as a picture (PNG)…"), SalesExport::Png);
    add(tr("Chart for printing (PDF)…"), SalesExport::Pdf);
    menu->addSeparator();
    add(tr("Figures as CSV…"), SalesExport::Csv);
    add(tr("Figures for Excel…"), SalesExport::Excel);
    menu->popup(m_export->mapToGlobal(QPoint(m_export->width() - menu->sizeHint().width(), m_export->height() + 4)));
}

void AnalyticsHead::retranslate()
{
    m_title->setText(tr("Analytics"));
    m_presets->setTexts({tr("Today"), tr("7 days"), tr("30 days"), tr("12 months")});
    m_presets->setAccessibleName(tr("Days shown"));
    m_export->setText(tr("Export"));
}

AnalyticsBody::AnalyticsBody(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_figures(new FigureStrip(theme, this))
{
    auto* right = new QVBoxLayout;
    right->setSpacing(BetweenCards);
    QWidget* chart = makeChartCard();
    QWidget* top = makeTopCard();
    right->addWidget(makeStateCard(), 1);
    right->addWidget(makeStockCard());
    auto* below = new QHBoxLayout;
    below->setSpacing(BetweenCards);
    below->addWidget(top, 63);
    below->addLayout(right, 37);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(measure::PageMargin, 4, measure::PageMargin, BetweenCards);
    column->setSpacing(BetweenCards);
    column->addWidget(m_figures);
    column->addWidget(chart, 3);
    column->addLayout(below, 1);
}

QWidget* AnalyticsBody::makeChartCard()
{
    QFrame* card = makeCard(this);
    m_chartTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, card);
    m_chartTitle->setObjectName(u"chartTitle"_s);
    m_legend = new ChartLegend(m_theme, card);
    m_granularity = new Segments(m_theme, QStringList(3), card);
    m_granularity->setObjectName(u"granularity"_s);
    m_chart = new RevenueChart(m_theme, card);
    m_chart->setMinimumHeight(ChartHeight);
    m_noOrders = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, m_chart);
    m_noOrders->setObjectName(u"noOrders"_s);
    m_noOrders->setAlignment(Qt::AlignCenter);
    m_noOrders->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* over = new QVBoxLayout(m_chart);
    over->addWidget(m_noOrders);
    QHBoxLayout* head = makeHead(m_chartTitle);
    head->addWidget(m_legend);
    head->addWidget(m_granularity);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_chart, 1);
    connect(m_granularity, &Segments::changed, this,
            [this](int index) { Q_EMIT granularityChosen(Granularity(index)); });
    return card;
}

QWidget* AnalyticsBody::makeTopCard()
{
    QFrame* card = makeCard(this);
    m_topTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, card);
    m_topBy = new Segments(m_theme, QStringList(2), card);
    m_topBy->setObjectName(u"topBy"_s);
    m_top = new TopProducts(m_theme, card);
    QHBoxLayout* head = makeHead(m_topTitle);
    head->addWidget(m_topBy);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 4);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_top, 1);
    connect(m_topBy, &Segments::changed, this, [this](int index) {
        Q_EMIT topByChosen(index == 0 ? ports::TopBy::Revenue : ports::TopBy::Units);
    });
    return card;
}

QWidget* AnalyticsBody::makeStateCard()
{
    QFrame* card = makeCard(this);
    m_stateTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, card);
    m_stateTitle->setFixedHeight(measure::Control);
    m_states = new StatusBreakdown(m_theme, card);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(makeHead(m_stateTitle));
    column->addWidget(m_states, 1);
    return card;
}

QWidget* AnalyticsBody::makeStockCard()
{
    QFrame* card = makeCard(this);
    m_stockTitle = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, card);
    m_stockValue = makeLabel(m_theme, {}, TextStyle::Page, {}, card);
    m_stockValue->setObjectName(u"stockValue"_s);
    m_stockValue->setFont(m_theme.tabularFont(TextStyle::Page));
    m_stockVariants = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, card);
    m_stockPieces = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, card);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_stockTitle);
    left->addWidget(m_stockValue);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addStretch(1);
    right->addWidget(m_stockVariants, 0, Qt::AlignRight);
    right->addWidget(m_stockPieces, 0, Qt::AlignRight);
    right->addStretch(1);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(16, 12, 16, 12);
    row->addLayout(left, 1);
    row->addLayout(right);
    return card;
}

void AnalyticsBody::show(const ports::SalesReport& report)
{
    const ports::SalesQuery& query = report.query;
    const DayRange range{query.first, query.last};
    const QString before = beforeText(range, query.granularity, int(report.periods.size()));
    QList<RevenueBar> bars;
    for (qsizetype i = 0; i < report.periods.size(); ++i) {
        const QDate start = report.periods.at(i).start;
        const QDate end = firstDayAfter(start, query.granularity).addDays(-1);
        bars.append({.days = {std::max(start, query.first), std::min(end, query.last)},
                     .booked = report.points.value(i).booked,
                     .settled = report.settled.value(i),
                     .before = report.before.value(i).booked,
                     .orders = report.points.value(i).orders});
    }
    const bool nothing = std::all_of(bars.cbegin(), bars.cend(), [](const RevenueBar& bar) {
        return bar.booked.rupiah == 0 && bar.before.rupiah == 0;
    });
    m_noOrders->setVisible(nothing);
    m_figures->show(report);
    m_chartTitle->setText(chartTitle(query.granularity));
    m_chart->setAccessibleName(tr("%1, %2").arg(chartTitle(query.granularity), rangeText(range)));
    m_legend->setBeforeName(before);
    m_granularity->setCurrent(int(query.granularity));
    m_chart->setBars(bars, query.granularity, before);
    m_topBy->setCurrent(query.topBy == ports::TopBy::Revenue ? 0 : 1);
    m_top->show(report.top, query.topBy);
    m_states->show(report.statusCounts);
}

void AnalyticsBody::showStock(const ports::SalesSummary& summary)
{
    const Language language = uiLanguage();
    m_stockValue->setText(formatRupiah(summary.stockValue));
    m_stockVariants->setText(summary.stockVariants == 1
                                 ? tr("1 variant")
                                 : tr("%1 variants").arg(formatCount(summary.stockVariants, language)));
    m_stockPieces->setText(summary.stockPieces == 1
                               ? tr("1 piece available")
                               : tr("%1 pieces available").arg(formatCount(summary.stockPieces, language)));
}

void AnalyticsBody::retranslate()
{
    m_granularity->setTexts({tr("Day"), tr("Week"), tr("Month")});
    m_granularity->setAccessibleName(tr("One bar for each"));
    m_noOrders->setText(tr("No orders in these days or the ones before."));
    m_topTitle->setText(tr("Best sellers"));
    m_topBy->setTexts({tr("Revenue"), tr("Pieces")});
    m_topBy->setAccessibleName(tr("Best sellers by"));
    m_stateTitle->setText(tr("Order status"));
    m_stockTitle->setText(tr("Stock value now"));
    m_stockTitle->setToolTip(tr("Price times available pieces of all active products"));
}

} // namespace belanjain::ui
