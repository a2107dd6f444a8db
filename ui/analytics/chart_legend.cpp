// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/chart_legend.h"

#include "common/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace belanjain::ui {

namespace {
constexpr qreal MarkSize = 12;
constexpr qreal TickSize = 16;
constexpr qreal AfterMark = 6;
constexpr qreal BetweenEntries = 16;
} // namespace

ChartLegend::ChartLegend(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void ChartLegend::setBeforeName(const QString& name)
{
    m_before = name;
    if (!m_before.isEmpty())
        m_before[0] = m_before[0].toUpper();
    updateGeometry();
    update();
}

QList<ChartLegend::Entry> ChartLegend::entries() const
{
    const QFontMetricsF metrics(m_theme.font(TextStyle::Secondary));
    QList<Entry> all{{Mark::Solid, tr("Completed"), 0}, {Mark::Pale, tr("In progress"), 0}};
    if (!m_before.isEmpty())
        all.append({Mark::Tick, m_before, 0});
    for (Entry& entry : all)
        entry.width = (entry.mark == Mark::Tick ? TickSize : MarkSize) + AfterMark +
                      std::ceil(metrics.horizontalAdvance(entry.text));
    return all;
}

QSize ChartLegend::sizeHint() const
{
    qreal width = 0;
    for (const Entry& entry : entries())
        width += entry.width + BetweenEntries;
    return {int(std::ceil(width)), 20};
}

void ChartLegend::paintOn(QPainter& painter, const QRectF& rect) const
{
    const Tokens& t = m_theme.tokens();
    qreal x = rect.left();
    const qreal middle = std::round(rect.center().y());
    for (const Entry& entry : entries()) {
        qreal size = MarkSize;
        if (entry.mark == Mark::Tick) {
            size = TickSize;
            painter.fillRect(QRectF(x, middle - 1, TickSize, 2), t.text);
        } else {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(t.bar, 1));
            painter.setBrush(entry.mark == Mark::Solid ? t.bar : t.paleBar);
            painter.drawRoundedRect(QRectF(x + 0.5, middle - MarkSize / 2 + 0.5, MarkSize - 1, MarkSize - 1), 2, 2);
            painter.restore();
        }
        painter.setFont(m_theme.font(TextStyle::Secondary));
        painter.setPen(t.text2);
        painter.drawText(QRectF(x + size + AfterMark, middle - 10, entry.width, 20),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, entry.text);
        x += entry.width + BetweenEntries;
    }
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintOn(painter, rect());
}

void ChartLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateGeometry();
}

} // namespace belanjain::ui
