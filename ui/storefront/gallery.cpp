// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/gallery.h"

#include "common/theme.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/product_card.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int thumb = 64;
constexpr int gap = 8;
constexpr int largest = 424;
} // namespace

Gallery::Gallery(const Theme& theme, PictureThumbnails* thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
{
    setObjectName(u"gallery"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMaximumWidth(largest);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
}

QSize Gallery::sizeHint() const { return {largest, heightForWidth(largest)}; }

int Gallery::heightForWidth(int width) const
{
    return std::min(width, largest) + (m_pictures.size() > 1 ? gap + thumb : 0);
}

int Gallery::side() const { return std::min(width(), largest); }

void Gallery::setProduct(const ports::ShopProduct& product)
{
    m_name = product.card.name;
    m_category = product.card.category;
    if (m_pictures != product.pictures) {
        m_pictures = product.pictures;
        m_current = 0;
    }
    setFocusPolicy(m_pictures.size() > 1 ? Qt::StrongFocus : Qt::NoFocus);
    describe();
    updateGeometry();
    update();
}

void Gallery::describe()
{
    setAccessibleName(m_pictures.isEmpty()
                          ? tr("No photo of %1 yet").arg(m_name)
                          : tr("Photo %1 of %2: %3").arg(QString::number(m_current + 1),
                                                         QString::number(m_pictures.size()), m_name));
}

QRect Gallery::thumbRect(int index) const { return {index * (thumb + gap), side() + gap, thumb, thumb}; }

void Gallery::go(int index)
{
    if (m_pictures.isEmpty())
        return;
    m_current = std::clamp(index, 0, int(m_pictures.size()) - 1);
    describe();
    update();
}

void Gallery::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        go(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        go(m_current + 1);
    else
        QWidget::keyPressEvent(event);
}

void Gallery::mousePressEvent(QMouseEvent* event)
{
    for (int i = 0; i < m_pictures.size(); ++i) {
        if (thumbRect(i).contains(event->position().toPoint()))
            go(i);
    }
}

void Gallery::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect large(0, 0, side(), side());
    QPainterPath shape;
    shape.addRoundedRect(QRectF(large).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard, measure::RadiusCard);
    painter.setClipPath(shape);
    painter.fillRect(large, t.raised);
    const QString hash = m_pictures.isEmpty() ? QString() : m_pictures.at(m_current).hash;
    const QPixmap whole = m_thumbnails && !hash.isEmpty() ? m_thumbnails->whole(hash, side(), devicePixelRatioF()) : QPixmap();
    if (whole.isNull()) {
        paintProductPicture(&painter, large, m_theme, hash, m_category, m_thumbnails);
    } else {
        const QSizeF size = whole.deviceIndependentSize();
        const QSizeF fitted = size.scaled(QSizeF(large.size()), Qt::KeepAspectRatio);
        painter.drawPixmap(QRectF((large.width() - fitted.width()) / 2, (large.height() - fitted.height()) / 2,
                                  fitted.width(), fitted.height()),
                           whole, QRectF(whole.rect()));
    }
    painter.setClipping(false);
    painter.setPen(t.line);
    painter.drawPath(shape);
    if (m_pictures.size() < 2)
        return;
    for (int i = 0; i < m_pictures.size(); ++i) {
        const QRect rect = thumbRect(i);
        paintProductPicture(&painter, rect, m_theme, m_pictures.at(i).hash, m_category, m_thumbnails, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(i == m_current ? QPen(t.focus, 2) : QPen(t.line, 1));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusSmall, measure::RadiusSmall);
    }
}

} // namespace belanjain::ui
