// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/rating_bars.h"

#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace belanjain::ui {

RatingBars::RatingBars(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("ratingBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RatingBars::setHistogram(const std::array<qint64, 5>& histogram)
{
    m_histogram = histogram;
    QStringList spoken;
    for (int stars = 5; stars >= 1; --stars)
        spoken << (stars == 1 ? tr("1 star: %1") : tr("%1 stars: %2").arg(stars)).arg(histogram[size_t(stars - 1)]);
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    update();
}

void RatingBars::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qint64 all = std::max<qint64>(1, std::accumulate(m_histogram.begin(), m_histogram.end(), qint64(0)));
    for (int i = 0; i < 5; ++i) {
        const int stars = 5 - i;
        const QRect line(0, i * 24, width(), 24);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(t.text);
        painter.drawText(QRect(0, line.top(), 12, 24), Qt::AlignLeft | Qt::AlignVCenter, QString::number(stars));
        m_theme.paintIcon(&painter, QRect(16, line.top(), 14, 24), Icon::StarFilled, t.star, 12);
        const int countWidth = 44;
        const QRectF track(38, line.top() + 9, std::max(10, width() - 38 - countWidth), 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.rowLine);
        painter.drawRoundedRect(track, 3, 3);
        const qint64 count = m_histogram[size_t(stars - 1)];
        if (count > 0) {
            QRectF bar = track;
            bar.setWidth(std::max<qreal>(3, track.width() * qreal(count) / qreal(all)));
            painter.setBrush(t.star);
            painter.drawRoundedRect(bar, 3, 3);
        }
        painter.setPen(t.text2);
        m_theme.numbers(TextStyle::Secondary)
            .paint(&painter, QRectF(width() - countWidth, line.top(), countWidth, 24), Qt::AlignRight | Qt::AlignVCenter,
                   formatCount(count, uiLanguage()));
    }
}

} // namespace belanjain::ui
