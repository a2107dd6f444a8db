// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QPixmap>
#include <QRect>

class QPainter;

namespace belanjain::ui {

class Theme;
class ThumbnailSource;

struct CardLook
{
    bool hovered = false;
    bool current = false; ///< the keyboard is here
    bool skeleton = false;
};

/// A product as a card: square picture, name on two lines, price, rating, store. For grids and rows of cards.
void paintProductCard(QPainter* painter, const QRect& rect, const Theme& theme, const ports::ShopCard& card,
                      ThumbnailSource* thumbnails, const CardLook& look);
/// Height of a card of that width.
int productCardHeight(int width);
/// How wide cards are so that whole ones fill a width, and how many.
struct CardColumns
{
    int count = 1;
    int width = 200;
    int gap = 16;
};
CardColumns cardColumns(int available);
/// What a screen reader says of it.
QString spokenCard(const ports::ShopCard& card);

/// The picture, or the category's icon and the word that there is none yet.
void paintProductPicture(QPainter* painter, const QRect& rect, const Theme& theme, const QString& hash,
                         const QString& category, ThumbnailSource* thumbnails, bool word = true);

} // namespace belanjain::ui
