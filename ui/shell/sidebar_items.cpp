// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sidebar_items.h"

#include "common/paint.h"
#include "common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace belanjain::ui {
using namespace Qt::StringLiterals;
namespace {

/// Without room for words.
bool isNarrow(const QWidget* item) { return item->width() < 100; }

bool isArrow(const QKeyEvent* event) { return event->key() == Qt::Key_Up || event->key() == Qt::Key_Down; }

void paintHover(QPainter* painter, const QRect& rect, const QColor& color)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(rect, measure::RadiusControl, measure::RadiusControl);
}

/// The fill alone is too close to the sidebar's colour to be told from it.
void paintCurrent(QPainter* painter, const QRect& rect, const Theme& theme)
{
    const Tokens& tokens = theme.tokens();
    if (theme.highContrast()) {
        painter->setPen(QPen(tokens.selectionLine, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusControl - 0.5,
                                 measure::RadiusControl - 0.5);
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.accentText);
    painter->drawRoundedRect(QRectF(rect.left(), rect.top() + 6, measure::StateBar, rect.height() - 12), 1.5, 1.5);
}

} // namespace

SidebarItem::SidebarItem(const Theme& theme, QString key, Icon icon, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_key(std::move(key))
    , m_icon(icon)
{
    setObjectName(u"sidebar."_s + m_key);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SidebarItem::setCount(int count, bool urgent)
{
    m_count = count;
    m_urgent = urgent;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString());
    update();
}

void SidebarItem::setCurrent(bool current)
{
    m_current = current;
    update();
}

QSize SidebarItem::sizeHint() const { return {measure::SidebarItem, measure::SidebarItem}; }

void SidebarItem::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    showTip();
}

void SidebarItem::showTip() { setToolTip(isNarrow(this) ? text() : QString()); }

void SidebarItem::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_current || underMouse())
        paintHover(&painter, rect(), m_current ? tokens.selection : tokens.rowLine);
    if (m_current)
        paintCurrent(&painter, rect(), m_theme);
    const bool narrow = isNarrow(this);
    m_theme.paintIcon(&painter, narrow ? rect() : QRect(8, 0, 20, height()), m_icon,
                      m_current ? tokens.accentText : tokens.text2, measure::IconNormal + 2);
    if (narrow) {
        if (m_count > 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_urgent ? tokens.rejected.fill : tokens.accentText);
            painter.drawEllipse(QRectF(width() - 13, 5, 7, 7));
        }
        return;
    }

    int right = width() - 8;
    if (m_count > 0 && m_urgent) {
        paintBadge(&painter, QRect(0, 0, right, height()), countText(), m_theme);
        right -= 36;
    } else if (m_count > 0) {
        const NumberFont& numbers = m_theme.numbers(TextStyle::Secondary);
        painter.setPen(m_current ? tokens.accentText : tokens.text2);
        numbers.paint(&painter, QRectF(0, 0, right, height()), Qt::AlignRight | Qt::AlignVCenter,
                      countText());
        right -= qCeil(numbers.width(countText())) + 8;
    }
    painter.setFont(m_theme.font(m_current ? TextStyle::Bold : TextStyle::Body));
    painter.setPen(tokens.text);
    const QRect textRect(36, 0, right - 36, height());
    painter.drawText(textRect, Qt::AlignVCenter,
                     elideAtWord(text(), QFontMetricsF(painter.font()), textRect.width()));
}

QString SidebarItem::countText() const { return m_count > 999 ? u"999+"_s : QString::number(m_count); }

void SidebarItem::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (isArrow(event))
        event->ignore(); // the sidebar moves the focus
    else
        QAbstractButton::keyPressEvent(event);
}

SearchButton::SearchButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SearchButton::setKeys(const QString& keys)
{
    m_keys = keys;
    setAccessibleDescription(keys);
    update();
}

QSize SearchButton::sizeHint() const { return {measure::Control, measure::Control}; }

void SearchButton::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(underMouse() ? tokens.controlBorder : tokens.line);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusControl, measure::RadiusControl);
    const bool narrow = isNarrow(this);
    m_theme.paintIcon(&painter, narrow ? rect() : QRect(10, 0, measure::IconNormal, height()), Icon::Search, tokens.text2);
    if (narrow)
        return;
    const QSize cap = keyCapSize(m_keys, m_theme);
    const QRect capRect(QPoint(width() - 8 - cap.width(), (height() - cap.height()) / 2), cap);
    paintKeyCap(&painter, capRect, m_keys, m_theme);
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(tokens.placeholder);
    const QRectF words(34, 0, capRect.left() - 40, height());
    painter.drawText(words, Qt::AlignVCenter, elideAtWord(text(), QFontMetricsF(painter.font()), words.width()));
}

void SearchButton::keyPressEvent(QKeyEvent* event)
{
    if (isArrow(event))
        event->ignore(); // the sidebar walks
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

StoreButton::StoreButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(u"sidebar.store"_s);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StoreButton::setStore(const QString& name, const QString& role)
{
    setText(name);
    m_role = role;
    setAccessibleName(u"%1, %2"_s.arg(name, role));
    setToolTip(name);
    update();
}

QSize StoreButton::sizeHint() const { return {measure::PageHeader, measure::PageHeader}; }

void StoreButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (isArrow(event))
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

void StoreButton::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        paintHover(&painter, rect().adjusted(4, 4, -3, -4), tokens.rowLine);
    m_theme.paintLogo(&painter, QRectF(12, 12, 32, 32));
    if (isNarrow(this))
        return;
    const QRect textRect(54, 11, width() - 54 - 34, 20);
    painter.setFont(m_theme.font(TextStyle::Bold));
    painter.setPen(tokens.text);
    painter.drawText(textRect, Qt::AlignVCenter,
                     elideAtWord(text(), QFontMetricsF(painter.font()), textRect.width()));
    painter.setFont(m_theme.font(TextStyle::Secondary));
    painter.setPen(tokens.text2);
    painter.drawText(textRect.translated(0, 16), Qt::AlignVCenter,
                     elideAtWord(m_role, QFontMetricsF(painter.font()), textRect.width()));
    m_theme.paintIcon(&painter, QRect(width() - 29, 0, 16, height()), Icon::ChevronDown, tokens.text2,
                      measure::IconNormal);
}

} // namespace belanjain::ui
