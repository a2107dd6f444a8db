// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/payment_row.h"

#include "common/focus_ring.h"
#include "common/paint.h"
#include "common/style.h"
#include "common/theme.h"

#include <QFocusEvent>
#include <QPainter>
#include <QPainterPath>

namespace belanjain::ui {

namespace {

constexpr int rowHeight = 48;
constexpr int textLeft = 68;

} // namespace

PaymentRow::PaymentRow(const Theme& theme, Icon icon, QWidget* parent)
    : QRadioButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty(FocusRing::OwnFocus, true);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PaymentRow::setNote(const QString& note)
{
    m_note = note;
    setAccessibleDescription(note);
    update();
}

void PaymentRow::setEnds(bool first, bool last)
{
    m_first = first;
    m_last = last;
    update();
}

void PaymentRow::focusInEvent(QFocusEvent* event)
{
    m_byKeyboard = event->reason() != Qt::MouseFocusReason;
    QRadioButton::focusInEvent(event);
}

void PaymentRow::keyPressEvent(QKeyEvent* event)
{
    m_byKeyboard = true;
    update();
    QRadioButton::keyPressEvent(event);
}

QSize PaymentRow::sizeHint() const { return {280, rowHeight}; }

void PaymentRow::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    // Taller than the row where the card goes on, so that only its own corners are round.
    card.addRoundedRect(QRectF(rect()).adjusted(0, m_first ? 0 : -20, 0, m_last ? 0 : 20), measure::RadiusCard - 1,
                        measure::RadiusCard - 1);
    painter.setClipPath(card);
    if (isChecked() || underMouse())
        painter.fillRect(rect(), isChecked() ? t.selection : t.hover);
    if (!m_last)
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.rowLine);
    painter.setClipping(false);
    paintRadio(&painter, QRect(12, 0, 16, height()), m_theme, isChecked(), isEnabled());
    m_theme.paintIcon(&painter, QRect(38, 0, measure::IconLarge, height()), m_icon, t.text2, measure::IconLarge);
    const int room = width() - textLeft - 12;
    const bool alone = m_note.isEmpty();
    painter.setFont(m_theme.font(TextStyle::Strong));
    painter.setPen(isEnabled() ? t.text : t.placeholder);
    painter.drawText(QRect(textLeft, alone ? 0 : 6, room, alone ? height() : 20), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (!alone) {
        painter.setFont(m_theme.font(TextStyle::Secondary));
        painter.setPen(t.text2);
        painter.drawText(QRect(textLeft, 25, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         elideAtWord(m_note, QFontMetricsF(painter.font()), room));
    }
    if (hasFocus() && m_byKeyboard)
        paintInnerFocus(&painter, rect(), m_theme);
}

} // namespace belanjain::ui
