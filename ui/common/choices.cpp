// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/choices.h"

#include "common/focus_ring.h"
#include "common/paint.h"
#include "common/style.h"
#include "common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QShortcut>

namespace belanjain::ui {

namespace {

bool isReturn(const QKeyEvent* event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

/// A rectangle whose top or bottom corners alone are round.
QPainterPath cardPath(const QRectF& rect, qreal radius, bool roundTop, bool roundBottom)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (!roundTop && !roundBottom) {
        path.addRect(rect);
        return path;
    }
    path.addRoundedRect(rect, radius, radius);
    if (!roundTop)
        path.addRect(QRectF(rect.left(), rect.top(), rect.width(), rect.height() / 2));
    if (!roundBottom)
        path.addRect(QRectF(rect.left(), rect.center().y(), rect.width(), rect.height() / 2));
    return path.simplified();
}

constexpr int CardTextLeft = 89;
constexpr int CardPadding = 17;
constexpr int RowTextLeft = 52;
constexpr int RowHeight = 56;

} // namespace

ChoiceCard::ChoiceCard(const Theme& theme, Icon icon, const QString& title, const QString& subtitle, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_subtitle(subtitle)
{
    setText(title);
    setAccessibleDescription(subtitle);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void ChoiceCard::setSubtitle(const QString& subtitle)
{
    m_subtitle = subtitle;
    setAccessibleDescription(subtitle);
    updateGeometry();
    update();
}

void ChoiceCard::setNote(const QString& note)
{
    m_note = note;
    updateGeometry();
    update();
}

void ChoiceCard::setBadge(const QString& badge)
{
    m_badge = badge;
    update();
}

void ChoiceCard::setKey(const QString& key)
{
    m_key = key;
    // Not the button's own shortcut: a new text would take that away.
    if (!m_shortcut) {
        m_shortcut = new QShortcut(this);
        connect(m_shortcut, &QShortcut::activated, this, &QAbstractButton::click);
    }
    m_shortcut->setKey(QKeySequence(key));
    update();
}

QSize ChoiceCard::sizeHint() const
{
    const int words = qCeil(QFontMetricsF(m_theme.font(TextStyle::Body)).horizontalAdvance(m_subtitle));
    return {std::max(400, CardTextLeft + words + 64), m_note.isEmpty() ? 78 : 98};
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int border = isChecked() ? 2 : 1;
    painter.setPen(QPen(isChecked() ? t.focus : t.line, border));
    painter.setBrush(underMouse() && !isChecked() ? t.hover : t.surface);
    const qreal inset = border / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), measure::RadiusCard - inset,
                            measure::RadiusCard - inset);

    const QRect titleLine(CardTextLeft, CardPadding, width() - CardTextLeft - 60, 22);
    paintRadio(&painter, QRect(17, titleLine.top(), 16, 22), m_theme, isChecked(), isEnabled());
    m_theme.paintIcon(&painter, QRect(49, titleLine.top(), 22, 22), m_icon,
                      !isEnabled() ? t.disabledIcon : isChecked() ? t.accentText : t.text2, 22);

    const QFont titleFont = m_theme.font(TextStyle::Section);
    painter.setFont(titleFont);
    painter.setPen(isEnabled() ? t.text : t.disabled);
    painter.drawText(titleLine, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (!m_badge.isEmpty()) {
        const int x = titleLine.left() + qCeil(QFontMetricsF(titleFont).horizontalAdvance(text())) + 9;
        paintChip(&painter, QRect(x, titleLine.top(), titleLine.right() - x, 22), ChipKind::Accent, m_badge, m_theme);
    }
    painter.setPen(isEnabled() ? t.text2 : t.disabled);
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.drawText(titleLine.translated(0, 23), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_subtitle);
    if (!m_note.isEmpty()) {
        painter.setFont(m_theme.font(TextStyle::Secondary));
        painter.drawText(titleLine.translated(0, 44), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_note);
    }
    if (!m_key.isEmpty())
        paintKeyCap(&painter, rect().adjusted(0, 0, -17, 0), m_key, m_theme);
}

void ChoiceCard::keyPressEvent(QKeyEvent* event)
{
    if (!isReturn(event)) {
        QAbstractButton::keyPressEvent(event);
        return;
    }
    // Once it is chosen, Return belongs to the page: on some desktops it would press a button again.
    if (isChecked())
        event->ignore();
    else
        click();
}

ChoiceRow::ChoiceRow(const Theme& theme, Icon icon, const QString& title, const QString& subtitle, const QString& key,
                     QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_subtitle(subtitle)
    , m_key(key)
{
    setText(title);
    setAccessibleDescription(subtitle);
    setFocusPolicy(Qt::StrongFocus);
    setProperty(FocusRing::OwnFocus, true);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void ChoiceRow::setEnds(bool first, bool last)
{
    m_first = first;
    m_last = last;
    update();
}

void ChoiceRow::setPrimary(bool primary)
{
    m_primary = primary;
    update();
}

QSize ChoiceRow::sizeHint() const
{
    return {520, RowHeight};
}

void ChoiceRow::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus() || m_primary;
    const QRectF all(rect());
    if (focused || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(focused ? t.selection : t.hover);
        painter.drawPath(cardPath(all.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, m_first, m_last));
    }
    if (!m_last && !focused) {
        painter.setPen(QPen(t.rowLine, 1));
        painter.drawLine(QPointF(1, height() - 0.5), QPointF(width() - 1, height() - 0.5));
    }
    if (focused) {
        painter.setPen(QPen(t.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(cardPath(all.adjusted(1, 1, -1, -1), 7, m_first, m_last));
    }
    m_theme.paintIcon(&painter, QRect(18, 0, 20, height()), m_icon, focused ? t.accentText : t.text2,
                      measure::IconLarge);
    const int right = width() - 64;
    painter.setPen(t.text);
    painter.setFont(m_theme.font(TextStyle::Bold));
    painter.drawText(QRect(RowTextLeft, 10, right - RowTextLeft, 20), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setPen(t.text2);
    const QFont small = m_theme.font(TextStyle::Secondary);
    painter.setFont(small);
    painter.drawText(QRect(RowTextLeft, 30, right - RowTextLeft, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     elideAtWord(m_subtitle, QFontMetricsF(small), right - RowTextLeft));
    if (m_key.isEmpty())
        m_theme.paintIcon(&painter, QRect(width() - 33, 0, 16, height()), Icon::ChevronRight, t.text2);
    else
        paintKeyCap(&painter, rect().adjusted(0, 0, -17, 0), m_key, m_theme);
}

void ChoiceRow::keyPressEvent(QKeyEvent* event)
{
    if (isReturn(event)) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace belanjain::ui
