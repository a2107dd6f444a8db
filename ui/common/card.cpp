// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/card.h"

#include "common/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace belanjain::ui {

Card::Card(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(4);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setPreferred(bool on)
{
    m_preferred = on;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = m_theme.tokens();
    const qreal line = m_preferred ? 2 : 1;
    painter.setPen(QPen(m_preferred ? t.accent : t.line, line));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), measure::RadiusCard,
                            measure::RadiusCard);
}

} // namespace belanjain::ui
