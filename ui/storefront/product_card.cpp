// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/product_card.h"

#include "common/language.h"
#include "common/paint.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/format.h"
#include "inventory/category_icon.h"
#include "storefront/shop_words.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <array>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct CardTexts
{
    Q_DECLARE_TR_FUNCTIONS(belanjain::ui::CardTexts)
};

constexpr int textHeight = 116; // as much air below the words as beside them
constexpr int leastWidth = 176;
constexpr int widestCard = 236;
constexpr int padding = 12;
constexpr qreal smallEnough = 330;

void drawLine(QPainter* painter, const QRect& rect, const QString& text)
{
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elideAtWord(text, QFontMetricsF(painter->font()), rect.width()));
}

/// Two lines at most, the second one elided.
void drawName(QPainter* painter, const QRect& rect, const QString& name)
{
    const QFontMetricsF metrics(painter->font());
    QTextLayout layout(name, painter->font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(rect.width());
    const int cut = first.textLength();
    layout.endLayout();
    const QRect upper(rect.left(), rect.top(), rect.width(), rect.height() / 2);
    drawLine(painter, upper, name.left(cut).trimmed());
    if (cut < name.size())
        drawLine(painter, upper.translated(0, rect.height() / 2), name.mid(cut).trimmed());
}

void paintSkeleton(QPainter* painter, const QRect& rect, const Theme& theme)
{
    const Tokens& t = theme.tokens();
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.rowLine);
    const int y = rect.top() + rect.width() + padding;
    const int width = rect.width() - 2 * padding;
    for (const auto& [top, share, height] :
         std::array<std::array<int, 3>, 4>{{{4, 90, 10}, {24, 60, 10}, {48, 45, 14}, {72, 70, 10}}})
        painter->drawRoundedRect(rect.left() + padding, y + top, width * share / 100, height, 4, 4);
}

} // namespace

int productCardHeight(int width) { return width + textHeight; }

CardColumns cardColumns(int available)
{
    CardColumns columns;
    columns.count = std::max(2, (available + columns.gap) / (216 + columns.gap));
    const auto widthFor = [&](int count) { return (available - (count - 1) * columns.gap) / count; };
    while (columns.count > 1 && widthFor(columns.count) < leastWidth)
        --columns.count;
    columns.width = std::clamp(widthFor(columns.count), 140, columns.count == 1 ? widestCard : 320);
    return columns;
}

QString spokenCard(const ports::ShopCard& card)
{
    const QString stock = card.available == 0 ? CardTexts::tr("out of stock") : QString();
    QStringList parts{card.name, priceText(card), ratingLine(card), card.storeName, stock};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

void paintProductPicture(QPainter* painter, const QRect& rect, const Theme& theme, const QString& hash,
                         const QString& category, ThumbnailSource* thumbnails, bool word)
{
    const Tokens& t = theme.tokens();
    painter->fillRect(rect, t.raised);
    // Small pictures are kept for 200 pixels; a card a little wider is not worth fetching the whole one.
    const qreal ratio = painter->device()->devicePixelRatioF();
    const bool small = rect.width() * ratio <= smallEnough;
    const int px = small ? std::min(rect.width(), int(200 / ratio)) : rect.width();
    const QPixmap photo = thumbnails && !hash.isEmpty() ? thumbnails->thumbnail(hash, px, ratio) : QPixmap();
    if (!photo.isNull()) {
        const QSizeF size = QSizeF(photo.size()).scaled(QSizeF(rect.size()), Qt::KeepAspectRatioByExpanding);
        const qreal scale = photo.width() / size.width();
        const QSizeF shown = QSizeF(rect.size()) * scale;
        const QRectF source((photo.width() - shown.width()) / 2, (photo.height() - shown.height()) / 2, shown.width(),
                            shown.height());
        painter->save();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawPixmap(QRectF(rect), photo, source);
        painter->restore();
        return;
    }
    const bool roomy = rect.width() >= 100;
    QRect icon = rect;
    if (roomy && word && hash.isEmpty()) {
        icon.adjust(0, 0, 0, -28);
        painter->setFont(theme.font(TextStyle::Secondary));
        painter->setPen(t.text2);
        painter->drawText(QRect(rect.left(), rect.center().y() + 14, rect.width(), 20), Qt::AlignCenter,
                          CardTexts::tr("No photo yet"));
    }
    theme.paintIcon(painter, icon, categoryIcon(category), t.placeholder, roomy ? 32 : rect.width() / 2);
}

void paintProductCard(QPainter* painter, const QRect& rect, const Theme& theme, const ports::ShopCard& card,
                      ThumbnailSource* thumbnails, const CardLook& look)
{
    const Tokens& t = theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, measure::RadiusCard, measure::RadiusCard);
    painter->fillPath(shape, look.hovered && !look.skeleton ? t.hover : t.surface);
    painter->setClipPath(shape);
    const QRect picture(rect.left(), rect.top(), rect.width(), rect.width());
    if (look.skeleton)
        painter->fillRect(picture, t.raised);
    else
        paintProductPicture(painter, picture, theme, card.imageHash, card.category, thumbnails);
    painter->fillRect(QRect(rect.left(), picture.bottom(), rect.width(), 1), t.line);
    painter->setClipping(false);
    if (look.skeleton) {
        paintSkeleton(painter, rect, theme);
    } else {
        const int width = rect.width() - 2 * padding;
        int y = picture.bottom() + 1 + 8;
        const int left = rect.left() + padding;
        painter->setFont(theme.font(TextStyle::Body));
        painter->setPen(t.text);
        drawName(painter, QRect(left, y, width, 36), card.name);
        y += 36;
        painter->setFont(theme.font(TextStyle::Section));
        drawLine(painter, QRect(left, y + 2, width, 22), priceText(card));
        y += 26;
        painter->setFont(theme.font(TextStyle::Secondary));
        painter->setPen(t.text2);
        const bool rated = card.reviewCount > 0;
        if (rated)
            theme.paintIcon(painter, QRect(left, y, 14, 20), Icon::StarFilled, t.star, 12);
        drawLine(painter, QRect(left + (rated ? 18 : 0), y, width - (rated ? 18 : 0), 20), ratingLine(card));
        y += 20;
        theme.paintIcon(painter, QRect(left, y, 14, 20), Icon::Shop, t.text2, 14);
        painter->setPen(t.text2);
        drawLine(painter, QRect(left + 18, y, width - 18, 20), card.storeName);
        const QRect chip(rect.left() + 8, rect.top() + 8, rect.width() - 16, measure::Chip);
        if (card.available == 0)
            paintChip(painter, chip, ChipKind::Out, CardTexts::tr("Out of stock"), theme);
        else if (card.available < fewLeft)
            paintChip(painter, chip, ChipKind::Low, CardTexts::tr("%1 left").arg(card.available), theme);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(t.line);
    painter->drawRoundedRect(frame, measure::RadiusCard, measure::RadiusCard);
    if (look.current) {
        painter->setPen(QPen(t.focus, measure::FocusWidth));
        painter->drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), measure::RadiusCard + 1, measure::RadiusCard + 1);
    }
    painter->restore();
}

} // namespace belanjain::ui
