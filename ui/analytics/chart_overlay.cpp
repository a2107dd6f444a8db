// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/chart_overlay.h"

#include "analytics/revenue_chart.h"
#include "common/theme.h"
#include "domain/format.h"
#include "common/language.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RevenueChart)
};

constexpr qreal TickBeyondBar = 3;
constexpr qreal LongestTick = 40;
constexpr qreal TipPadding = 12;
constexpr qreal TipGap = 24;
constexpr qreal TipDistance = 10;
constexpr qreal DateGap = 20;
/// Above the plot's ground and below the bars, in the order that Qt Charts stacks them.
constexpr qreal GridHeight = 2;

struct TipRow
{
    QString name;
    QString value;
};

QString opening(qint64 orders, bool byKeyboard)
{
    if (orders == 0)
        return Words::tr("No orders");
    const QString count = formatCount(orders, uiLanguage());
    if (byKeyboard)
        return orders == 1 ? Words::tr("Enter opens 1 order") : Words::tr("Enter opens %1 orders").arg(count);
    return orders == 1 ? Words::tr("Click to open 1 order") : Words::tr("Click to open %1 orders").arg(count);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

ChartGrid::ChartGrid(const RevenueChart& chart, QGraphicsItem* parent)
    : QGraphicsItem(parent)
    , m_chart(chart)
{
    setZValue(GridHeight);
    setAcceptedMouseButtons(Qt::NoButton);
}

void ChartGrid::setArea(const QRectF& area)
{
    if (area != m_area) {
        prepareGeometryChange();
        m_area = area;
    }
    update();
}

void ChartGrid::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const QRectF plot = m_chart.plot();
    painter->setPen(QPen(m_chart.theme().tokens().rowLine, 1));
    for (int line = 0; line <= 4; ++line) {
        const qreal y = m_chart.yOf(line * m_chart.gridDistance());
        painter->drawLine(QLineF(plot.left(), y, plot.right(), y));
    }
}

ChartOverlay::ChartOverlay(const RevenueChart& chart)
    : m_chart(chart)
{
    setZValue(1'000);
    setAcceptedMouseButtons(Qt::NoButton);
}

void ChartOverlay::setArea(const QRectF& area)
{
    if (area != m_area) {
        prepareGeometryChange();
        m_area = area;
    }
    update();
}

void ChartOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    paintAxes(painter);
    if (m_chart.bars().isEmpty())
        return;
    paintDates(painter);
    paintTicks(painter);
    if (m_chart.current() >= 0) {
        paintRing(painter);
        paintTip(painter);
    }
}

void ChartOverlay::paintAxes(QPainter* painter) const
{
    const Theme& theme = m_chart.theme();
    const Tokens& t = theme.tokens();
    const QRectF plot = m_chart.plot();
    painter->setPen(t.text2);
    for (int line = 0; line <= 4; ++line) {
        const qint64 amount = line * m_chart.gridDistance();
        const QRectF place(0, m_chart.yOf(amount) - 10, plot.left() - 10, 20);
        theme.numbers(TextStyle::Secondary).paint(painter, place, Qt::AlignRight, axisMoney(amount));
    }
    painter->fillRect(QRectF(plot.left(), std::round(plot.bottom()), plot.width(), 1), t.controlBorder);
}

void ChartOverlay::paintDates(QPainter* painter) const
{
    const Theme& theme = m_chart.theme();
    const QList<RevenueBar>& bars = m_chart.bars();
    const QFontMetricsF metrics(theme.font(TextStyle::Secondary));
    const int count = int(bars.size());
    qreal widest = 1;
    const auto text = [&](int i) {
        const Granularity granularity = m_chart.granularity();
        return axisDate(granularity == Granularity::Month ? bars.at(i).days.first.addDays(1 - bars.at(i).days.first.day())
                                                          : bars.at(i).days.first,
                        granularity);
    };
    for (const int i : {0, count / 2, count - 1})
        widest = std::max(widest, metrics.horizontalAdvance(text(i)));
    const int step = std::max(1, int(std::ceil((widest + DateGap) / m_chart.column(0).width())));
    painter->setFont(theme.font(TextStyle::Secondary));
    painter->setPen(theme.tokens().text2);
    const qreal top = m_chart.plot().bottom() + 7;
    // Counted from the end, so that the latest bar always has its date.
    for (int i = count - 1; i >= 0; i -= step) {
        const qreal width = metrics.horizontalAdvance(text(i)) + 2;
        const qreal x = std::clamp(m_chart.column(i).center().x() - width / 2, 0.0, m_area.right() - width);
        painter->drawText(QRectF(x, top, width, 16), Qt::AlignCenter | Qt::TextSingleLine, text(i));
    }
}

void ChartOverlay::paintTicks(QPainter* painter) const
{
    const Tokens& t = m_chart.theme().tokens();
    const QList<RevenueBar>& bars = m_chart.bars();
    for (int i = 0; i < int(bars.size()); ++i) {
        if (bars.at(i).before.rupiah <= 0)
            continue;
        const QRectF column = m_chart.column(i);
        const qreal width = std::min({m_chart.bar(i).width() + 2 * TickBeyondBar, column.width(), LongestTick + 20});
        const qreal y = std::round(m_chart.yOf(bars.at(i).before.rupiah)) - 1;
        const QRectF tick(std::round(column.center().x() - width / 2), y, std::round(width), 2);
        // A seam of the page's colour keeps it apart from the bar it crosses.
        if (bars.at(i).booked.rupiah > 0 && width > 6)
            painter->fillRect(tick.adjusted(0, -1, 0, 1), t.surface);
        painter->fillRect(tick, t.text);
    }
}

void ChartOverlay::paintRing(QPainter* painter) const
{
    const Tokens& t = m_chart.theme().tokens();
    const QRectF bar = m_chart.bar(m_chart.current());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const qreal width = m_chart.currentByKeyboard() ? measure::FocusWidth : 1;
    painter->setPen(QPen(m_chart.currentByKeyboard() ? t.focus : t.bar, width));
    QRectF ring(QPointF(std::round(bar.left()), std::round(std::min(bar.top(), bar.bottom() - 2))),
                QPointF(std::round(bar.right()), std::round(bar.bottom()) + 1));
    ring.adjust(-3, -3, 3, 0);
    painter->drawRoundedRect(ring.adjusted(0.5, 0.5, 0.5, 0.5), measure::RadiusSmall, measure::RadiusSmall);
    painter->restore();
}

void ChartOverlay::paintTip(QPainter* painter) const
{
    const Theme& theme = m_chart.theme();
    const Tokens& t = theme.tokens();
    const RevenueBar& one = m_chart.bars().at(m_chart.current());
    const QString title = periodText(one.days, m_chart.granularity());
    const QString foot = opening(one.orders, m_chart.currentByKeyboard());
    const TipRow rows[] = {{Words::tr("Ordered"), formatRupiah(one.booked)},
                           {Words::tr("Completed"), formatRupiah(one.settled)},
                           {capitalised(m_chart.beforeName()), formatRupiah(one.before)}};

    const QFontMetricsF names(theme.font(TextStyle::Secondary));
    const NumberFont& numbers = theme.numbers(TextStyle::Header);
    qreal width = std::max(QFontMetricsF(theme.font(TextStyle::Header, 600)).horizontalAdvance(title),
                           names.horizontalAdvance(foot));
    for (const TipRow& row : rows)
        width = std::max(width, names.horizontalAdvance(row.name) + TipGap + numbers.width(row.value));
    const qreal line = theme.lineHeight(TextStyle::Secondary);
    const QSizeF size(std::ceil(width) + 2 * TipPadding, 5 * line + 6 + 2 * 8);

    const QRectF column = m_chart.column(m_chart.current());
    const QRectF bar = m_chart.bar(m_chart.current());
    qreal x = bar.right() + TipDistance;
    if (x + size.width() > m_area.right() - 4)
        x = std::max(4.0, std::min(bar.left(), column.right()) - TipDistance - size.width());
    const QRectF tip(QPointF(std::round(x), 4), size);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.inverse);
    painter->drawRoundedRect(tip, measure::RadiusControl, measure::RadiusControl);
    painter->restore();
    QRectF place(tip.left() + TipPadding, tip.top() + 8, tip.width() - 2 * TipPadding, line);
    painter->setPen(t.onInverse);
    painter->setFont(theme.font(TextStyle::Header, 600));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    for (const TipRow& row : rows) {
        place.translate(0, line);
        painter->setPen(t.onInverse);
        painter->setFont(theme.font(TextStyle::Secondary));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, row.name);
        numbers.paint(painter, place, Qt::AlignRight, row.value);
    }
    place.translate(0, line + 6);
    painter->setPen(t.onInverse2);
    painter->setFont(theme.font(TextStyle::Secondary));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, foot);
}

} // namespace belanjain::ui
