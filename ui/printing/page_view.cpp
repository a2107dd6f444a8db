// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page_view.h"

#include "common/theme.h"

#include <QPainter>

#include <algorithm>

namespace belanjain::ui {

namespace {
constexpr int around = 20;
}

PageView::PageView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PageView::show(const PrintPage& page)
{
    m_page = page;
    setAccessibleDescription(page.text());
    update();
}

void PageView::clear() { show({}); }

void PageView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    if (m_page.size.isEmpty())
        return;
    const QSizeF room(width() - 2 * around, height() - 2 * around);
    const qreal pxPerMm = std::min(room.width() / m_page.size.width(), room.height() / m_page.size.height());
    const QSizeF size = m_page.size * pxPerMm;
    const QPointF corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    // Paper is white in the dark as well: this is what comes out of the printer.
    painter.fillRect(QRectF(corner, size), Qt::white);
    painter.setPen(m_theme.tokens().line);
    painter.drawRect(QRectF(corner, size).adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.translate(corner);
    painter.setClipRect(QRectF({}, size));
    // By device dots, so that the bars stay even on screens of any density.
    paintPage(painter, m_page, pxPerMm);
}

} // namespace belanjain::ui
