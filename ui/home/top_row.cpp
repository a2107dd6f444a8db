// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/top_row.h"

#include "common/language.h"
#include "common/paint.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/format.h"
#include "inventory/category_icon.h"

#include <QKeyEvent>
#include <QPainter>

namespace belanjain::ui {

TopRow::TopRow(const Theme& theme, ThumbnailSource* thumbnails, const ports::TopProduct& product, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
    , m_product(product)
{
    setText(product.name);
    setToolTip(product.name);
    setAccessibleName(tr("%1, %2 sold this week").arg(product.name, formatCount(product.units, uiLanguage())));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, this, [this](const QString& hash) {
            if (hash == m_product.imageHash)
                update();
        });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize TopRow::sizeHint() const { return {280, measure::Row}; }

void TopRow::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.hover);
        painter.drawRoundedRect(rect(), measure::RadiusControl, measure::RadiusControl);
    }
    const QRect tile(8, (height() - measure::Thumbnail) / 2, measure::Thumbnail, measure::Thumbnail);
    const QPixmap photo = m_thumbnails && !m_product.imageHash.isEmpty()
                              ? m_thumbnails->thumbnail(m_product.imageHash, measure::Thumbnail, devicePixelRatioF())
                              : QPixmap();
    paintTile(&painter, tile, m_theme, photo, categoryIcon(m_product.name), measure::IconNormal);
    const NumberFont& numbers = m_theme.numbers(TextStyle::Body);
    const QString units = formatCount(m_product.units, uiLanguage());
    painter.setPen(tokens.text2);
    numbers.paint(&painter, QRectF(0, 0, width() - 8, height()), Qt::AlignRight | Qt::AlignVCenter, units);
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(tokens.text);
    const qreal room = width() - 8 - numbers.width(units) - 12 - tile.right() - 10;
    painter.drawText(QRectF(tile.right() + 10, 0, room, height()), Qt::AlignVCenter,
                     elideAtWord(text(), QFontMetricsF(painter.font()), room));
}

void TopRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace belanjain::ui
