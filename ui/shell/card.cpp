// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/card.h"

#include "common/theme.h"

#include <QPainter>

namespace belanjain::ui
{

Card::Card(const Theme& theme, Fill fill, QWidget* parent) : QFrame(parent), m_theme(theme), m_fill(fill)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.line);
    painter.setBrush(m_fill == Fill::Surface ? tokens.surface : tokens.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard, measure::RadiusCard);
}

} // namespace belanjain::ui
