// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/paint.h"

#include "common/theme.h"

#include <QPainter>

#include <optional>

namespace belanjain::ui {

namespace {

struct ChipLook
{
    Tint tint;
    std::optional<Icon> icon;
    int weight = 500;
};

ChipLook lookOf(ChipKind kind, const Tokens& t)
{
    switch (kind) {
    case ChipKind::New:
        return {t.fresh, Icon::DotCircle};
    case ChipKind::Processing:
        return {t.processing, Icon::HalfCircle};
    case ChipKind::Shipped:
        return {t.shipped, Icon::Truck};
    case ChipKind::Done:
        return {t.done, Icon::DoneCircle};
    case ChipKind::Cancelled:
        return {t.cancelled, Icon::CancelCircle};
    case ChipKind::Low:
        return {t.low, Icon::Warning};
    case ChipKind::Out:
        return {t.out, Icon::Empty};
    case ChipKind::Waiting:
        return {t.waiting, Icon::Clock};
    case ChipKind::Rejected:
        return {t.rejected, Icon::Octagon, 600};
    case ChipKind::Accent:
        return {t.fresh, std::nullopt};
    case ChipKind::Neutral:
        return {{t.text, t.cancelled.fill}, std::nullopt};
    case ChipKind::Late:
        return {t.out, Icon::Warning};
    case ChipKind::Offline:
        return {t.low, Icon::Offline};
    }
    return {};
}

constexpr int ChipPadding = 7;
constexpr int ChipGap = 4;

} // namespace

QString elideAtWord(const QString& text, const QFontMetricsF& metrics, qreal width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    QString cut = metrics.elidedText(text, Qt::ElideRight, width);
    const qsizetype kept = cut.size() - 1;
    if (kept <= 0 || kept >= text.size() || text.at(kept).isSpace())
        return cut;
    const qsizetype space = text.lastIndexOf(u' ', kept - 1);
    if (space <= 0)
        return cut;
    QString words = text.left(space);
    while (!words.isEmpty() && !words.back().isLetterOrNumber() && words.back() != u')')
        words.chop(1);
    return words.isEmpty() ? cut : words + QChar(0x2026);
}

QSize keyCapSize(const QString& text, const Theme& theme)
{
    const QFontMetricsF metrics(theme.font(TextStyle::Key));
    return {std::max(16, qCeil(metrics.horizontalAdvance(text)) + 10), 18};
}

void paintKeyCap(QPainter* painter, const QRect& rect, const QString& text, const Theme& theme, KeyCapLook look)
{
    const Tokens& t = theme.tokens();
    const QSize size = keyCapSize(text, theme);
    const QRectF cap(rect.right() + 1 - size.width(), rect.top() + (rect.height() - size.height()) / 2,
                     size.width(), size.height());
    QColor border = t.line;
    QColor ink = t.text2;
    QColor fill = t.raised;
    if (look != KeyCapLook::Quiet) {
        ink = look == KeyCapLook::OnAccent ? t.onAccent : t.onInverse;
        border = ink;
        border.setAlphaF(0.55F);
        fill = Qt::transparent;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(border, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
    painter->setPen(ink);
    painter->setFont(theme.font(TextStyle::Key, look == KeyCapLook::OnAccent ? 600 : 400));
    painter->drawText(cap, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter->restore();
}

QSize chipSize(ChipKind kind, const QString& text, const Theme& theme)
{
    const ChipLook look = lookOf(kind, theme.tokens());
    const QFontMetricsF metrics(theme.font(TextStyle::Header, look.weight));
    const int icon = look.icon ? measure::ChipIcon + ChipGap : 0;
    const int padding = look.icon ? ChipPadding : ChipPadding + 1;
    return {qCeil(metrics.horizontalAdvance(text)) + icon + 2 * padding + 1, measure::Chip};
}

void paintChip(QPainter* painter, const QRect& rect, ChipKind kind, const QString& text, const Theme& theme,
               bool outlined)
{
    const ChipLook look = lookOf(kind, theme.tokens());
    QSize size = chipSize(kind, text, theme);
    size.setWidth(std::min(size.width(), rect.width()));
    const QRect chip(rect.left(), rect.top() + (rect.height() - size.height()) / 2, size.width(), size.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(look.tint.fill);
    painter->drawRoundedRect(chip, measure::RadiusControl, measure::RadiusControl);
    if (outlined) {
        QColor line = look.tint.ink;
        line.setAlphaF(0.5F);
        painter->setPen(QPen(line, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusControl - 0.5,
                                 measure::RadiusControl - 0.5);
    }
    int x = chip.left() + (look.icon ? ChipPadding : ChipPadding + 1);
    if (look.icon) {
        theme.paintIcon(painter, QRect(x, chip.top(), measure::ChipIcon, chip.height()), *look.icon, look.tint.ink,
                        measure::ChipIcon);
        x += measure::ChipIcon + ChipGap;
    }
    const QFont font = theme.font(TextStyle::Header, look.weight);
    const QRectF words(x, chip.top(), chip.right() + 1 - ChipPadding - x, chip.height());
    painter->setFont(font);
    painter->setPen(look.tint.ink);
    const QFontMetricsF metrics(font);
    const bool fits = metrics.horizontalAdvance(text) <= words.width() + 1;
    painter->drawText(words.adjusted(0, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      fits ? text : metrics.elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}

void paintBadge(QPainter* painter, const QRect& rect, const QString& text, const Theme& theme)
{
    const Tokens& t = theme.tokens();
    const QFont font = theme.font(TextStyle::Key, 600);
    const int width = std::max(19, qCeil(QFontMetricsF(font).horizontalAdvance(text)) + 12);
    constexpr int height = 16;
    const QRect pill(rect.right() + 1 - width, rect.top() + (rect.height() - height) / 2, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.rejected.fill);
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter->setFont(font);
    painter->setPen(t.rejected.ink);
    painter->drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter->restore();
}

void paintStars(QPainter* painter, const QRect& rect, int rating, const Theme& theme, int px)
{
    const Tokens& t = theme.tokens();
    for (int i = 0; i < 5; ++i) {
        const bool filled = i < rating;
        theme.paintIcon(painter, QRect(rect.left() + i * (px + 1), rect.top(), px, rect.height()),
                        filled ? Icon::StarFilled : Icon::Star, filled ? t.star : t.placeholder, px);
    }
}

void paintInnerFocus(QPainter* painter, const QRect& rect, const Theme& theme, int radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.tokens().focus, measure::FocusWidth));
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter->restore();
}

} // namespace belanjain::ui
