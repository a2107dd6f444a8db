// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/link_button.h"

#include "common/paint.h"
#include "common/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace belanjain::ui {

namespace {
constexpr int CapGap = 8;
constexpr int LeastWidth = 48;
constexpr int FingerSize = 48;
}

LinkButton::LinkButton(const Theme& theme, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void LinkButton::setLook(Look look)
{
    m_look = look;
    updateGeometry();
    update();
}

void LinkButton::setTextSize(Size size)
{
    m_size = size;
    updateGeometry();
}

void LinkButton::setKeyCap(const QString& key)
{
    m_keyCap = key;
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

void LinkButton::setShrinking()
{
    m_shrinks = true;
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setToolTip(text());
    updateGeometry();
}

QSize LinkButton::minimumSizeHint() const { return m_shrinks ? QSize(LeastWidth, sizeHint().height()) : sizeHint(); }

QFont LinkButton::textFont() const
{
    const TextStyle style = m_size == Size::Body    ? TextStyle::Body
                            : m_size == Size::Touch ? TextStyle::Kiosk
                                                    : TextStyle::Secondary;
    return m_theme.font(style, m_look == Look::Inverse ? 600 : m_look == Look::Secondary ? 400 : 500);
}

QSize LinkButton::sizeHint() const
{
    int width = qCeil(QFontMetricsF(textFont()).horizontalAdvance(text())) + 1;
    if (!m_keyCap.isEmpty())
        width += CapGap + keyCapSize(m_keyCap, m_theme).width();
    return m_size == Size::Touch ? QSize(std::max(width, FingerSize), FingerSize) : QSize(width, 20);
}

void LinkButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    QFont font = textFont();
    font.setUnderline(underMouse() && isEnabled());
    painter.setFont(font);
    QColor ink = m_look == Look::Accent    ? t.accentText
                 : m_look == Look::Inverse ? t.onInverse
                 : m_look == Look::Plain   ? t.text
                                           : t.text2;
    if (!isEnabled())
        ink = t.disabled;
    painter.setPen(ink);
    painter.drawText(rect().adjusted(0, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_shrinks ? elideAtWord(text(), painter.fontMetrics(), width()) : text());
    if (!m_keyCap.isEmpty())
        paintKeyCap(&painter, rect(), m_keyCap, m_theme,
                    m_look == Look::Inverse ? KeyCapLook::OnInverse : KeyCapLook::Quiet);
}

void LinkButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace belanjain::ui
