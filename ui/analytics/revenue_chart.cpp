// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue_chart.h"

#include "analytics/chart_overlay.h"
#include "common/focus_ring.h"
#include "common/theme.h"
#include "domain/format.h"
#include "common/language.h"

#include <QAccessible>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int AboveTop = 12;
constexpr int BelowBaseline = 28;
constexpr int BesideLabels = 12;
constexpr int RightOfPlot = 16;
constexpr qreal BarShare = 0.58;
constexpr qreal WidestBar = 56;
constexpr qreal DenseSlot = 6;
constexpr qint64 EmptyScale = 1'000'000; ///< rupiah; what stands beside a chart without bars

} // namespace

RevenueChart::RevenueChart(const Theme& theme, QWidget* parent)
    : QChartView(new QChart, parent)
    , m_theme(theme)
    , m_x(new QValueAxis(this))
    , m_y(new QValueAxis(this))
    , m_grid(new ChartGrid(*this, chart()))
    , m_overlay(new ChartOverlay(*this))
{
    setObjectName(u"revenueChart"_s);
    setProperty(FocusRing::OwnFocus, true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundPen(Qt::NoPen);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setLabelsVisible(false);
    m_y->setLineVisible(false);
    m_y->setGridLineVisible(false);
    scene()->addItem(m_overlay);
    connect(&theme, &Theme::changed, this, &RevenueChart::dress);
    dress();
}

RevenueChart::~RevenueChart() = default;

QSize RevenueChart::sizeHint() const { return {640, 272}; }

void RevenueChart::dress()
{
    const Tokens& t = m_theme.tokens();
    setBackgroundBrush(t.surface);
    chart()->setBackgroundBrush(t.surface);
    if (m_solid && m_pale) {
        m_solid->setBrush(t.bar);
        m_pale->setBrush(t.paleBar);
    }
    place();
}

void RevenueChart::setBars(const QList<RevenueBar>& bars, Granularity granularity, const QString& beforeName)
{
    const bool same = bars == m_bars && granularity == m_granularity;
    const bool sameShape = granularity == m_granularity && bars.size() == m_bars.size() &&
                           (bars.isEmpty() || bars.constFirst().days == m_bars.constFirst().days);
    m_bars = bars;
    m_granularity = granularity;
    m_beforeName = beforeName;
    if (!same)
        fillSeries();
    if (!sameShape)
        setCurrent(-1, false);
    dress();
}

void RevenueChart::fillSeries()
{
    qint64 most = 0;
    QList<qreal> solid;
    QList<qreal> pale;
    for (const RevenueBar& bar : std::as_const(m_bars)) {
        most = std::max({most, bar.booked.rupiah, bar.before.rupiah});
        solid.append(qreal(bar.settled.rupiah));
        pale.append(qreal(std::max<qint64>(0, bar.booked.rupiah - bar.settled.rupiah)));
    }
    m_step = gridStep(most > 0 ? most : EmptyScale);
    chart()->removeAllSeries();
    auto series = std::make_unique<QStackedBarSeries>();
    auto solidSet = std::make_unique<QBarSet>(QString());
    auto paleSet = std::make_unique<QBarSet>(QString());
    m_solid = solidSet.release();
    m_pale = paleSet.release();
    series->append(m_solid);
    series->append(m_pale);
    m_series = series.release();
    chart()->addSeries(m_series);
    m_x->setRange(-0.5, std::max<qreal>(1, qreal(m_bars.size())) - 0.5);
    m_y->setRange(0, qreal(4 * m_step));
    m_series->attachAxis(m_x);
    m_series->attachAxis(m_y);
    // Last: each of the steps above would lay out every bar anew.
    m_solid->append(solid);
    m_pale->append(pale);
}

void RevenueChart::place()
{
    const QRectF area(QPointF(), viewport()->size());
    qreal labels = 0;
    for (int line = 0; line <= 4; ++line)
        labels = std::max(labels, m_theme.numbers(TextStyle::Secondary).width(axisMoney(line * m_step)));
    const qreal left = std::ceil(measure::PageMargin - 4 + labels + BesideLabels);
    chart()->setPlotArea(area.adjusted(left, AboveTop, -RightOfPlot, -BelowBaseline));
    if (m_series && !m_bars.isEmpty()) {
        const qreal slot = plot().width() / qreal(m_bars.size());
        const bool dense = slot < DenseSlot;
        m_series->setBarWidth(dense ? 1 : std::min(BarShare, WidestBar / slot));
        // Both parts have the outline, or the pale one would stand out by a pixel on each side. A year of days is
        // a silhouette instead: gaps and outlines of less than a pixel would only flicker.
        const QPen outline = dense ? QPen(Qt::NoPen) : QPen(m_theme.tokens().bar, 1);
        m_solid->setPen(outline);
        m_pale->setPen(outline);
    }
    // At once rather than with the next event, which a picture of a chart never sees.
    chart()->layout()->activate();
    m_grid->setArea(area);
    m_overlay->setArea(area);
}

QRectF RevenueChart::plot() const { return chart()->plotArea(); }

QRectF RevenueChart::column(int index) const
{
    const qreal slot = plot().width() / std::max<qreal>(1, qreal(m_bars.size()));
    return {plot().left() + slot * index, plot().top(), slot, plot().height()};
}

QRectF RevenueChart::bar(int index) const
{
    const QRectF whole = column(index);
    const qreal width = std::max(1.0, whole.width() * (m_series ? m_series->barWidth() : BarShare));
    const qreal top = yOf(m_bars.at(index).booked.rupiah);
    return {whole.center().x() - width / 2, top, width, plot().bottom() - top};
}

qreal RevenueChart::yOf(qint64 rupiah) const
{
    return plot().bottom() - plot().height() * qreal(rupiah) / qreal(4 * m_step);
}

QString RevenueChart::sentence(int index) const
{
    const RevenueBar& one = m_bars.at(index);
    return tr("%1: %2 ordered, %3 of it completed, %4: %5")
        .arg(periodText(one.days, m_granularity), formatRupiah(one.booked), formatRupiah(one.settled), m_beforeName,
             formatRupiah(one.before));
}

void RevenueChart::setCurrent(int index, bool byKeyboard)
{
    index = index < int(m_bars.size()) ? index : -1;
    if (index == m_current && byKeyboard == m_byKeyboard)
        return;
    m_current = index;
    m_byKeyboard = byKeyboard;
    setAccessibleDescription(index < 0 ? QString() : sentence(index));
    if (byKeyboard && index >= 0) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    m_overlay->update();
    Q_EMIT currentChanged(index);
}

int RevenueChart::indexAt(const QPointF& position) const
{
    const QRectF area = plot().adjusted(0, -AboveTop, 0, BelowBaseline);
    if (m_bars.isEmpty() || !area.contains(position))
        return -1;
    const int index = int((position.x() - plot().left()) * qreal(m_bars.size()) / plot().width());
    return std::clamp(index, 0, int(m_bars.size()) - 1);
}

void RevenueChart::open(int index)
{
    if (index >= 0 && index < int(m_bars.size()) && m_bars.at(index).orders > 0)
        Q_EMIT opened(index);
}

void RevenueChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    place();
}

void RevenueChart::mouseMoveEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position());
    setCurrent(index, false);
    const bool opens = index >= 0 && m_bars.at(index).orders > 0;
    viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void RevenueChart::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position()) : -1;
}

void RevenueChart::mouseReleaseEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position());
    if (event->button() == Qt::LeftButton && index == m_pressed)
        open(index);
    m_pressed = -1;
}

void RevenueChart::wheelEvent(QWheelEvent* event)
{
    // The page scrolls under the pointer; the chart has nothing to scroll.
    event->ignore();
}

bool RevenueChart::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave && !m_byKeyboard)
        setCurrent(-1, false);
    return QChartView::viewportEvent(event);
}

void RevenueChart::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current < 0 ? last : std::max(0, m_current - 1), true);
        break;
    case Qt::Key_Right:
        setCurrent(m_current < 0 ? last : std::min(last, m_current + 1), true);
        break;
    case Qt::Key_Home:
        setCurrent(last < 0 ? -1 : 0, true);
        break;
    case Qt::Key_End:
        setCurrent(last, true);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        open(m_current);
        break;
    default:
        // Not the view's own keys: they would scroll a scene that fits.
        event->ignore();
    }
}

void RevenueChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setCurrent(m_current < 0 ? int(m_bars.size()) - 1 : m_current, true);
}

void RevenueChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        setCurrent(-1, false);
}

} // namespace belanjain::ui
