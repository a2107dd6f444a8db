// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/purchase_delegate.h"

#include "common/language.h"
#include "common/paint.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "domain/format.h"
#include "orders/order_words.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/product_card.h"
#include "storefront/purchases_model.h"
#include "storefront/shop_words.h"

#include <QPainter>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int height = 84;
constexpr int tile = 48;
} // namespace

PurchaseDelegate::PurchaseDelegate(const Theme& theme, PictureThumbnails* thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
{}

QSize PurchaseDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), height};
}

void PurchaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = m_theme.tokens();
    const auto& model = *static_cast<const PurchasesModel*>(index.model());
    const ports::Purchase& one = model.purchase(index.row());
    const ports::OrderRow& head = one.order.head;
    painter->save();
    paintRow(painter, option.rect, m_theme, {.selected = option.state.testFlag(QStyle::State_Selected)});
    const QRect row = option.rect.adjusted(measure::PageMargin, 10, -16, -10);
    const ports::OrderLine& first = one.order.list.front();
    paintProductPicture(painter, QRect(row.left(), row.top() + 6, tile, tile), m_theme, first.imageHash, {}, m_thumbnails, false);
    const QRect words = row.adjusted(tile + 12, 0, 0, 0);
    const QString total = formatRupiah(head.total);
    const QString date = formatDate(head.createdAt, m_zone, uiLanguage());
    painter->setFont(m_theme.font(TextStyle::Secondary));
    painter->setPen(t.text2);
    const int dateWidth = painter->fontMetrics().horizontalAdvance(date) + 12;
    painter->drawText(words, Qt::AlignRight | Qt::AlignTop, date);
    const auto line = [&](TextStyle style, const QColor& ink, int y, int less, const QString& text) {
        painter->setFont(m_theme.font(style));
        painter->setPen(ink);
        const QRect rect(words.left(), words.top() + y, words.width() - less, 20);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          elideAtWord(text, QFontMetricsF(painter->font()), rect.width()));
    };
    line(TextStyle::Bold, t.text, -2, dateWidth, one.storeName);
    const QString more = head.lines > 1 ? tr("%1 and %2 more").arg(first.name, QString::number(head.lines - 1)) : first.name;
    line(TextStyle::Body, t.text, 20, 0, more);
    m_theme.numbers(TextStyle::Bold).paint(painter, QRectF(words.left(), words.top() + 43, words.width(), 20),
                                           Qt::AlignRight | Qt::AlignVCenter, total);
    const QString status = purchaseWord(head.status);
    const QRect chipRoom(words.left(), words.top() + 42, words.width() - 120, measure::Chip);
    paintChip(painter, chipRoom, chipOf(head.status), status, m_theme);
    const int chip = chipSize(chipOf(head.status), status, m_theme).width();
    if (option.state.testFlag(QStyle::State_Selected)) {
        // A chip of the row's own colour would be lost in it.
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(t.controlBorder);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(chipRoom.left(), chipRoom.top(), chip, chipRoom.height()).adjusted(0.5, 0.5, -0.5, -0.5),
                                 measure::RadiusControl, measure::RadiusControl);
    }
    painter->setFont(m_theme.font(TextStyle::Secondary));
    painter->setPen(t.text2);
    painter->drawText(QRect(words.left() + chip + 8, words.top() + 42, 120, measure::Chip), Qt::AlignLeft | Qt::AlignVCenter,
                      numberText(head.number));
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintCellFocus(painter, option.rect, m_theme);
}

} // namespace belanjain::ui
