// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/choice_line.h"

#include "common/paint.h"
#include "common/theme.h"

#include <QPainter>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 16;
constexpr int gap = 10;
constexpr int glyphPx = 24;
constexpr int lineHeight = 22;
constexpr int hintedHeight = 68;
constexpr int leastWidth = 160;

} // namespace

ChoiceLine::ChoiceLine(const Theme& theme, std::optional<Icon> icon, QWidget* parent)
    : Button(theme, QString(), parent)
    , m_icon(icon)
{
    setControlSize(Size::Touch);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceLine::setWords(const QString& title, const QString& detail, const QString& hint, const QString& price)
{
    m_title = title;
    m_detail = detail;
    m_hint = hint;
    m_price = price;
    QStringList spoken{title, detail, hint, price};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(u", "_s));
    updateGeometry();
    update();
}

void ChoiceLine::setPicked(bool picked)
{
    m_picked = picked;
    setChosen(picked);
}

QSize ChoiceLine::sizeHint() const { return {leastWidth, m_hint.isEmpty() ? measure::ControlTouch : hintedHeight}; }

void ChoiceLine::paintEvent(QPaintEvent* event)
{
    Button::paintEvent(event); // the frame; it has no text of its own
    const Theme& look = theme();
    const Tokens& t = look.tokens();
    const QColor ink = !isEnabled() ? t.placeholder : m_picked ? t.accentText : t.text;
    const QColor quiet = !isEnabled() ? t.placeholder : m_picked ? t.accentText : t.text2;
    const QFont strong = look.font(TextStyle::Kiosk, 600);
    const QFont plain = look.font(TextStyle::Kiosk);
    QPainter painter(this);
    QRect room = rect().adjusted(side, 0, -side, 0);
    if (m_icon) {
        look.paintIcon(&painter, QRect(room.left(), 0, glyphPx, height()), *m_icon, quiet, glyphPx);
        room.setLeft(room.left() + glyphPx + gap + 2);
    }
    if (!m_price.isEmpty()) {
        const int wide = qCeil(QFontMetricsF(strong).horizontalAdvance(m_price)) + 1;
        painter.setFont(strong);
        painter.setPen(ink);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_price);
        room.setRight(room.right() - wide - gap);
    }
    QRect upper = room;
    if (!m_hint.isEmpty()) {
        upper = QRect(room.left(), height() / 2 - lineHeight, room.width(), lineHeight);
        painter.setFont(plain);
        painter.setPen(quiet);
        painter.drawText(upper.translated(0, lineHeight), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         elideAtWord(m_hint, QFontMetricsF(plain), upper.width()));
    }
    const QString title = elideAtWord(m_title, QFontMetricsF(strong), upper.width());
    painter.setFont(strong);
    painter.setPen(ink);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    upper.setLeft(upper.left() + qCeil(QFontMetricsF(strong).horizontalAdvance(title)) + gap);
    if (m_detail.isEmpty() || upper.width() <= 0)
        return;
    painter.setFont(plain);
    painter.setPen(quiet);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     elideAtWord(m_detail, QFontMetricsF(plain), upper.width()));
}

} // namespace belanjain::ui
