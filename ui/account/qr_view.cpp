// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/qr_view.h"

#include <QPainter>

#include <algorithm>

namespace belanjain::ui {

namespace {

constexpr int side = 196;
constexpr int quietZone = 4; ///< modules, ISO/IEC 18004

} // namespace

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

QSize QrView::sizeHint() const { return {side, side}; }

void QrView::setText(const QString& text)
{
    m_code = text.isEmpty() ? std::nullopt : qrCode(text);
    update();
}

void QrView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (!m_code)
        return;
    const qreal ratio = devicePixelRatioF();
    const int across = m_code->columns + 2 * quietZone;
    const qreal module = std::max(1, int(side * ratio) / across) / ratio;
    const qreal margin = int((side - module * m_code->columns) / 2 * ratio) / ratio;
    for (int row = 0; row < m_code->rows; ++row) {
        for (int column = 0; column < m_code->columns; ++column) {
            if (m_code->at(column, row))
                painter.fillRect(QRectF(margin + column * module, margin + row * module, module, module), Qt::black);
        }
    }
}

} // namespace belanjain::ui
