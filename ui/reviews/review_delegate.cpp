// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_delegate.h"

#include "common/language.h"
#include "common/paint.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "reviews/reply_editor.h"
#include "reviews/reviews_model.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Around = 14;
constexpr int Tile = 40;
constexpr int AfterTile = 12;
constexpr int WidestText = 760; ///< lines longer than this are hard to follow back
constexpr int StarPx = 14;
constexpr int Gap = 6;
constexpr int BoxSide = 12;
constexpr int BoxTop = 8;

const ReviewsModel& modelOf(const QModelIndex& index)
{
    return *static_cast<const ReviewsModel*>(index.model());
}

/// Sets text in lines of the body's height, broken at words and only inside one that is longer than a line.
/// Paints it when there is a painter; returns the height.
int setLines(const Theme& theme, QString text, const QPoint& corner, int width, QPainter* painter = nullptr)
{
    if (text.isEmpty())
        return 0;
    text.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(text, theme.font(TextStyle::Body));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    const int lineHeight = theme.lineHeight(TextStyle::Body);
    int height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height + (lineHeight - line.height()) / 2));
        height += lineHeight;
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, corner);
    return height;
}

} // namespace

ReviewDelegate::ReviewDelegate(const Theme& theme, ThumbnailSource* thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
{}

QString ReviewDelegate::actionText(const ports::Review& review) const
{
    return review.reply.isEmpty() ? tr("Reply") : tr("Edit reply");
}

ReviewDelegate::Parts ReviewDelegate::partsOf(const QRect& row, const ports::Review& review) const
{
    Parts p;
    const int left = row.left() + measure::PageMargin + Tile + AfterTile;
    const int right = row.right() + 1 - measure::PageMargin;
    const int width = std::max(160, std::min(right - left, WidestText));
    int y = row.top() + Around;
    p.tile = {row.left() + measure::PageMargin, y, Tile, Tile};
    p.head = {left, y, right - left, 20};
    y += 20;
    p.who = {left, y, right - left, 20};
    y += 20;
    if (!review.comment.isEmpty()) {
        y += Gap - 2;
        p.comment = {left, y, width, setLines(m_theme, review.comment, {}, width)};
        y += p.comment.height();
    }
    if (m_editing == review.review) {
        y += Gap + 2;
        p.editor = {left, y, width, ReplyEditor::Height};
        y += p.editor.height();
    } else {
        if (!review.reply.isEmpty()) {
            y += Gap + 2;
            const int inner = width - 2 * BoxSide;
            const int words = setLines(m_theme, review.reply, {}, inner);
            p.replyBox = {left, y, width, 2 * BoxTop + 18 + words};
            p.reply = {left + BoxSide, y + BoxTop + 18, inner, words};
            y += p.replyBox.height();
        }
        y += Gap - 2;
        const QFontMetrics metrics(m_theme.font(TextStyle::Strong));
        p.action = {left - 2, y, metrics.horizontalAdvance(actionText(review)) + 4, 22};
        y += p.action.height();
    }
    p.height = y + Around - 2 - row.top();
    return p;
}

QRect ReviewDelegate::editorRect(const QRect& row, const ports::Review& review) const
{
    return partsOf(row, review).editor;
}

QRect ReviewDelegate::actionRect(const QRect& row, const ports::Review& review) const
{
    return partsOf(row, review).action;
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = option.rect.width();
    return {width, partsOf(QRect(0, 0, width, 0), modelOf(index).review(index.row())).height};
}

void ReviewDelegate::paintHead(QPainter* painter, const Parts& p, const ports::Review& review) const
{
    const Tokens& t = m_theme.tokens();
    QRect head = p.head;
    painter->setFont(m_theme.font(TextStyle::Secondary));
    painter->setPen(t.text2);
    const QString date = formatDate(review.createdAt, m_zone, uiLanguage());
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, date);
    head.setRight(head.right() - QFontMetrics(painter->font()).horizontalAdvance(date) - 12);
    const bool rejected = review.rejected.testFlag(ports::EditField::Reply);
    if (rejected || review.waiting.testFlag(ports::EditField::Reply)) {
        const ChipKind kind = rejected ? ChipKind::Rejected : ChipKind::Waiting;
        const QString word = rejected ? tr("Reply rejected") : tr("Waiting");
        const QSize size = chipSize(kind, word, m_theme);
        paintChip(painter, QRect(head.right() - size.width(), head.top(), size.width(), head.height()), kind, word,
                  m_theme);
        head.setRight(head.right() - size.width() - 12);
    }
    paintStars(painter, head, review.rating, m_theme, StarPx);
    const int stars = 5 * (StarPx + 1) + 7;
    const QFont strong = m_theme.font(TextStyle::Strong);
    painter->setFont(strong);
    painter->setPen(t.text);
    const QRect name = head.adjusted(stars, 0, 0, 0);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elideAtWord(review.productName, QFontMetricsF(strong), name.width()));
    painter->setFont(m_theme.font(TextStyle::Secondary));
    painter->setPen(t.text2);
    painter->drawText(p.who, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, review.customerName);
}

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = m_theme.tokens();
    const ports::Review& review = modelOf(index).review(index.row());
    const Parts p = partsOf(option.rect, review);
    paintRow(painter, option.rect, m_theme, {.last = index.row() + 1 == index.model()->rowCount()});
    const QPixmap photo = m_thumbnails && !review.imageHash.isEmpty()
                              ? m_thumbnails->thumbnail(review.imageHash, Tile, painter->device()->devicePixelRatioF())
                              : QPixmap();
    paintTile(painter, p.tile, m_theme, photo, Icon::Box, measure::IconLarge);
    paintHead(painter, p, review);

    painter->setPen(t.text);
    if (!p.comment.isNull())
        setLines(m_theme, review.comment, p.comment.topLeft(), p.comment.width(), painter);
    if (!p.replyBox.isNull()) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.line, 1));
        painter->setBrush(t.raised);
        painter->drawRoundedRect(QRectF(p.replyBox).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusControl,
                                 measure::RadiusControl);
        painter->restore();
        const QString when = review.repliedAt ? formatDate(*review.repliedAt, m_zone, uiLanguage()) : QString();
        painter->setFont(m_theme.font(TextStyle::Header));
        painter->setPen(t.text2);
        painter->drawText(QRect(p.reply.left(), p.replyBox.top() + BoxTop, p.reply.width(), 16),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          when.isEmpty() ? tr("Your reply") : tr("Your reply, %1").arg(when));
        painter->setPen(t.text);
        setLines(m_theme, review.reply, p.reply.topLeft(), p.reply.width(), painter);
    }
    if (!p.action.isNull()) {
        painter->setFont(m_theme.font(TextStyle::Strong));
        painter->setPen(t.accentText);
        painter->drawText(p.action.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          actionText(review));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintCellFocus(painter, option.rect, m_theme);
}

} // namespace belanjain::ui
