// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sidebar_items.h"

#include "common/theme.h"

#include <QEvent>
#include <QPainter>

namespace belanjain::ui
{
using namespace Qt::StringLiterals;

SidebarItem::SidebarItem(const Theme& theme, QString key, Icon icon, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_key(std::move(key)), m_icon(icon)
{
    setObjectName(u"sidebar."_s + m_key);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SidebarItem::setCount(int count, bool urgent)
{
    m_count = count;
    m_urgent = urgent;
    update();
}

void SidebarItem::setCurrent(bool current)
{
    m_current = current;
    update();
}

QSize SidebarItem::sizeHint() const { return {measure::Sidebar - 16, measure::SidebarItem}; }

void SidebarItem::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = m_current || underMouse();
    if (lit) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_current ? tokens.selection : tokens.hover);
        painter.drawRoundedRect(rect(), measure::RadiusControl, measure::RadiusControl);
    }
    m_theme.paintIcon(&painter, QRect(8, 0, 20, height()), m_icon, m_current ? tokens.accentText : tokens.text2,
                      measure::IconNormal + 2);

    int right = width() - 8;
    if (m_count > 0) {
        painter.setFont(m_theme.font(m_urgent ? TextStyle::Key : TextStyle::Secondary, m_urgent ? 600 : 400));
        const QString text = m_count > 999 ? u"999+"_s : QString::number(m_count);
        const int textWidth = painter.fontMetrics().horizontalAdvance(text);
        if (m_urgent) {
            const QRect badge(right - qMax(18, textWidth + 11), (height() - 17) / 2, qMax(18, textWidth + 11), 17);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.rejected.fill);
            painter.drawRoundedRect(badge, 8.5, 8.5);
            painter.setPen(tokens.rejected.ink);
            painter.drawText(badge, Qt::AlignCenter, text);
            right = badge.left() - 8;
        } else {
            painter.setPen(m_current ? tokens.accentText : tokens.text2);
            painter.drawText(QRect(right - textWidth, 0, textWidth, height()), Qt::AlignVCenter, text);
            right -= textWidth + 8;
        }
    }
    painter.setFont(m_theme.font(m_current ? TextStyle::Bold : TextStyle::Body));
    painter.setPen(tokens.text);
    const QRect textRect(36, 0, right - 36, height());
    painter.drawText(textRect, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
}

StoreButton::StoreButton(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(u"sidebar.store"_s);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StoreButton::setStore(const QString& name, const QString& role)
{
    setText(name);
    m_role = role;
    setAccessibleName(u"%1, %2"_s.arg(name, role));
    update();
}

QSize StoreButton::sizeHint() const { return {measure::Sidebar, measure::PageHeader}; }

void StoreButton::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_theme.paintLogo(&painter, QRectF(12, 12, 32, 32));
    const QRect textRect(54, 11, width() - 54 - 32, 18);
    painter.setFont(m_theme.font(TextStyle::Bold));
    painter.setPen(tokens.text);
    painter.drawText(textRect, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
    painter.setFont(m_theme.font(TextStyle::Secondary));
    painter.setPen(tokens.text2);
    painter.drawText(textRect.translated(0, 17), Qt::AlignVCenter, m_role);
    m_theme.paintIcon(&painter, QRect(width() - 29, 0, 16, height()), Icon::ChevronDown, tokens.text2,
                      measure::IconSmall);
}

} // namespace belanjain::ui
