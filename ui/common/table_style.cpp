// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/table_style.h"

#include "common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace belanjain::ui {

namespace {

constexpr int Padding = measure::CellPadding;
constexpr int WordGap = 5;
constexpr int ClockGap = 7;

QRect inner(const QRect& cell)
{
    // The row's line takes the last pixel; content is centred in what is above it.
    return cell.adjusted(Padding, 0, -Padding, -1);
}

class Saved
{
public:
    explicit Saved(QPainter* painter)
        : m_painter(painter)
    {
        painter->save();
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter* m_painter;
};

void drawLine(QPainter* painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    painter->drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), text);
}

} // namespace

QColor inkColor(const Theme& theme, CellInk ink)
{
    const Tokens& t = theme.tokens();
    switch (ink) {
    case CellInk::Text:
        return t.text;
    case CellInk::Secondary:
        return t.text2;
    case CellInk::Placeholder:
        return t.placeholder;
    case CellInk::Accent:
        return t.accentText;
    case CellInk::Low:
        return t.low.ink;
    case CellInk::Out:
        return t.out.ink;
    case CellInk::Waiting:
        return t.waiting.ink;
    case CellInk::Done:
        return t.done.ink;
    }
    return t.text;
}

void paintRow(QPainter* painter, const QRect& cell, const Theme& theme, const RowState& state)
{
    const Tokens& t = theme.tokens();
    painter->fillRect(cell, state.selected ? t.selection : state.hovered ? t.hover : t.surface);
    if (!state.last)
        painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, state.selected ? t.selectionLine : t.rowLine);
}

void paintStateBar(QPainter* painter, const QRect& cell, const Theme& theme, StateBar bar)
{
    if (bar == StateBar::None)
        return;
    const Tokens& t = theme.tokens();
    const Saved saved(painter);
    if (bar == StateBar::Current) {
        painter->fillRect(cell.left(), cell.top(), measure::StateBar, cell.height() - 1, t.accentText);
        return;
    }
    const QColor color = bar == StateBar::Low ? t.low.ink : bar == StateBar::Out ? t.out.ink : t.waiting.ink;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->setClipRect(cell, Qt::IntersectClip);
    // Round at the right end only: the left end lies outside the clip.
    painter->drawRoundedRect(QRectF(cell.left() - 3, cell.top() + 6, 6, cell.height() - 13), 1.5, 1.5);
}

void paintCheckCell(QPainter* painter, const QRect& cell, const Theme& theme, CheckState state)
{
    paintCheckBox(painter, cell.adjusted(0, 0, 0, -1), theme, state);
}

void paintTile(QPainter* painter, const QRect& tile, const Theme& theme, const QPixmap& photo, Icon category,
               int iconPx)
{
    const Tokens& t = theme.tokens();
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5);
    if (photo.isNull()) {
        painter->setPen(QPen(t.line, 1));
        painter->setBrush(t.raised);
        painter->drawRoundedRect(frame, measure::RadiusSmall, measure::RadiusSmall);
        theme.paintIcon(painter, tile, category, t.placeholder, iconPx);
        return;
    }
    QPainterPath clip;
    clip.addRoundedRect(QRectF(tile), measure::RadiusSmall, measure::RadiusSmall);
    painter->setClipPath(clip, Qt::IntersectClip);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    // Fill the square and cut what is over, as a shop window does.
    const QSizeF size = QSizeF(photo.size()).scaled(QSizeF(tile.size()), Qt::KeepAspectRatioByExpanding);
    QRectF target(QPointF(), size);
    target.moveCenter(QRectF(tile).center());
    painter->drawPixmap(target, photo, QRectF(photo.rect()));
    painter->setClipping(false);
    painter->setPen(QPen(t.line, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame, measure::RadiusSmall, measure::RadiusSmall);
}

void paintThumbnail(QPainter* painter, const QRect& cell, const Theme& theme, const QPixmap& photo, Icon category)
{
    const int px = measure::Thumbnail;
    const QRect tile(cell.left() + (cell.width() - px) / 2, cell.top() + (cell.height() - 1 - px) / 2, px, px);
    paintTile(painter, tile, theme, photo, category, measure::IconNormal);
}

void paintTextCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& text, CellInk ink,
                   TextStyle style)
{
    const QRect area = inner(cell);
    const QFont font = theme.font(style);
    const Saved saved(painter);
    painter->setFont(font);
    painter->setPen(inkColor(theme, ink));
    drawLine(painter, area, Qt::AlignLeft, elideAtWord(text, QFontMetricsF(font), area.width()));
}

void paintTwoTextCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& text,
                      const QString& secondary, TextStyle style)
{
    const QRect area = inner(cell);
    const QFont font = theme.font(style);
    const QFontMetricsF metrics(font);
    const QString first = elideAtWord(text, metrics, area.width());
    const Saved saved(painter);
    painter->setFont(font);
    painter->setPen(theme.tokens().text);
    drawLine(painter, area, Qt::AlignLeft, first);
    const qreal used = metrics.horizontalAdvance(first) + 4;
    const QFont small = theme.font(TextStyle::Secondary);
    const qreal left = area.width() - used;
    if (left < 24 || first != text)
        return;
    painter->setFont(small);
    painter->setPen(theme.tokens().text2);
    // Words of two sizes on one line share the baseline.
    const QFontMetricsF smallMetrics(small);
    const qreal baseline = area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent();
    painter->drawText(QPointF(area.left() + used, qRound(baseline)), elideAtWord(secondary, smallMetrics, left));
}

void paintNumberCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& number, CellInk ink,
                     TextStyle style)
{
    const Saved saved(painter);
    painter->setPen(number.isEmpty() ? theme.tokens().placeholder : inkColor(theme, ink));
    theme.numbers(style).paint(painter, inner(cell), Qt::AlignRight,
                               number.isEmpty() ? QStringLiteral("\u2013") : number);
}

void paintWaitingNumberCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& number,
                            TextStyle style)
{
    const QRect area = inner(cell);
    const QColor ink = theme.tokens().waiting.ink;
    const Saved saved(painter);
    painter->setPen(ink);
    const NumberFont& numbers = theme.numbers(style);
    numbers.paint(painter, area, Qt::AlignRight, number);
    const int x = area.right() + 1 - qCeil(numbers.width(number)) - ClockGap - measure::IconSmall;
    if (x >= cell.left())
        theme.paintIcon(painter, QRect(x, area.top(), measure::IconSmall, area.height()), Icon::Clock, ink,
                        measure::IconSmall);
}

void paintIconTextCell(QPainter* painter, const QRect& cell, const Theme& theme, Icon icon, const QString& text,
                       CellInk ink, TextStyle style)
{
    QRect area = inner(cell);
    const QColor color = inkColor(theme, ink);
    const QFont font = theme.font(style);
    const Saved saved(painter);
    theme.paintIcon(painter, QRect(area.left(), area.top(), measure::IconNormal, area.height()), icon, color);
    area.setLeft(area.left() + measure::IconNormal + WordGap);
    painter->setFont(font);
    painter->setPen(color);
    drawLine(painter, area, Qt::AlignLeft, elideAtWord(text, QFontMetricsF(font), area.width()));
}

void paintStockCell(QPainter* painter, const QRect& cell, const Theme& theme, const StockCell& stock)
{
    const QRect area = inner(cell);
    const NumberFont& numbers = theme.numbers(TextStyle::Bold);
    CellInk ink = CellInk::Text;
    if (stock.rejected) {
        paintRejectedBorder(painter, cell, theme);
        theme.paintIcon(painter, QRect(area.left(), area.top(), measure::IconNormal, area.height()), Icon::Octagon,
                        theme.tokens().out.ink);
    } else if (stock.level != StockLevel::Normal) {
        const bool out = stock.level == StockLevel::Out;
        ink = out ? CellInk::Out : CellInk::Low;
        const int clock = stock.waiting ? ClockGap + measure::IconSmall : 0;
        const int room = area.width() - qCeil(numbers.width(stock.number)) - WordGap - clock;
        const QFontMetricsF metrics(theme.font(TextStyle::Header));
        const bool wordFits = metrics.horizontalAdvance(stock.word) + measure::IconNormal + WordGap <= room;
        const QRect words(cell.left(), cell.top(), room + Padding, cell.height());
        paintIconTextCell(painter, words.adjusted(0, 0, Padding, 0), theme, out ? Icon::Empty : Icon::Warning,
                          wordFits ? stock.word : QString(), ink);
    }
    if (stock.waiting && !stock.rejected) {
        if (stock.level == StockLevel::Normal) {
            paintWaitingNumberCell(painter, cell, theme, stock.number, TextStyle::Bold);
            return;
        }
        const int x = area.right() + 1 - qCeil(numbers.width(stock.number)) - ClockGap - measure::IconSmall;
        theme.paintIcon(painter, QRect(x, area.top(), measure::IconSmall, area.height()), Icon::Clock,
                        theme.tokens().waiting.ink, measure::IconSmall);
    }
    paintNumberCell(painter, cell, theme, stock.number, ink, TextStyle::Bold);
}

void paintRejectedBorder(QPainter* painter, const QRect& cell, const Theme& theme)
{
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.tokens().out.ink, 1));
    painter->setBrush(theme.tokens().surface);
    painter->drawRoundedRect(QRectF(cell).adjusted(2.5, 2.5, -2.5, -3.5), 3.5, 3.5);
}

void paintChipCell(QPainter* painter, const QRect& cell, const Theme& theme, ChipKind kind, const QString& text,
                   bool outlined)
{
    paintChip(painter, inner(cell).adjusted(0, 0, Padding, 0), kind, text, theme, outlined);
}

void paintKeyHintCell(QPainter* painter, const QRect& cell, const Theme& theme, const QString& key,
                      const QString& text)
{
    const QRect area = inner(cell);
    const int cap = keyCapSize(key, theme).width();
    paintKeyCap(painter, QRect(area.left(), area.top(), cap, area.height()), key, theme);
    const Saved saved(painter);
    painter->setFont(theme.font(TextStyle::Secondary));
    painter->setPen(theme.tokens().text2);
    drawLine(painter, area.adjusted(cap + 5, 0, Padding, 0), Qt::AlignLeft, text);
}

void paintCellFocus(QPainter* painter, const QRect& cell, const Theme& theme)
{
    paintInnerFocus(painter, cell.adjusted(0, 0, 0, -1), theme, measure::RadiusSmall);
}

void paintHeaderSection(QPainter* painter, const QRect& section, const Theme& theme, const HeaderSection& header)
{
    const Tokens& t = theme.tokens();
    const Saved saved(painter);
    painter->fillRect(section, t.raised);
    painter->fillRect(section.left(), section.bottom(), section.width(), 1, t.line);
    if (header.check) {
        paintCheckCell(painter, section, theme, *header.check);
        return;
    }
    QRect area = inner(section);
    const QFont font = theme.font(TextStyle::Header);
    const QFontMetricsF metrics(font);
    painter->setFont(font);
    painter->setPen(header.hovered ? t.text : t.text2);
    constexpr int chevron = 12;
    constexpr int gap = 3;
    const int room = area.width() - (header.sort ? chevron + gap : 0);
    const QString text = metrics.horizontalAdvance(header.text) <= room
        ? header.text
        : metrics.elidedText(header.text, Qt::ElideRight, room);
    const int width = qCeil(metrics.horizontalAdvance(text));
    int x = area.left();
    if (header.alignment.testFlag(Qt::AlignRight))
        x = area.right() + 1 - width - (header.sort ? chevron + gap : 0);
    drawLine(painter, QRectF(x, area.top(), width + 2, area.height()), Qt::AlignLeft, text);
    if (header.sort) {
        const Icon icon = *header.sort == Qt::AscendingOrder ? Icon::ChevronUp : Icon::ChevronDown;
        theme.paintIcon(painter, QRect(x + width + gap, area.top(), chevron, area.height()), icon, t.accentText, 12);
    }
}

} // namespace belanjain::ui
