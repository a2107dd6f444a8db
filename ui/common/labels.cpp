// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/labels.h"

#include "common/theme.h"

#include <QPainter>
#include <QStyle>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

KeyCap::KeyCap(const Theme& theme, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void KeyCap::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(m_text, m_theme);
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintKeyCap(&painter, rect(), m_text, m_theme);
}

Chip::Chip(const Theme& theme, ChipKind kind, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(kind, text);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Chip::set(ChipKind kind, const QString& text)
{
    m_kind = kind;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(m_kind, m_text, m_theme);
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_kind, m_text, m_theme);
}

IconLabel::IconLabel(const Theme& theme, Icon icon, QColor Tokens::*ink, int px, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_ink(ink)
    , m_px(px)
{
    setFixedSize(px, px);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void IconLabel::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void IconLabel::setInk(QColor Tokens::*ink)
{
    m_ink = ink;
    m_tint = nullptr;
    update();
}

void IconLabel::setTint(Tint Tokens::*tint)
{
    m_tint = tint;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {m_px, m_px};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    m_theme.paintIcon(&painter, rect(), m_icon, m_tint ? (t.*m_tint).ink : t.*m_ink, m_px);
}

Logo::Logo(const Theme& theme, int px, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(px, px);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Logo::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_theme.paintLogo(&painter, rect());
}

ElidedLabel::ElidedLabel(const Theme& theme, const QString& text, TextStyle style, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_style(style)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void ElidedLabel::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

void ElidedLabel::setTextStyle(TextStyle style)
{
    m_style = style;
    updateGeometry();
    elide();
}

void ElidedLabel::setInk(QColor Tokens::*ink)
{
    m_ink = ink;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {qCeil(QFontMetricsF(m_theme.font(m_style)).horizontalAdvance(m_text)) + 1, m_theme.lineHeight(m_style)};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(40, sizeHint().width()), m_theme.lineHeight(m_style)};
}

void ElidedLabel::elide()
{
    m_shown = elideAtWord(m_text, QFontMetricsF(m_theme.font(m_style)), width());
    setToolTip(m_shown == m_text ? QString() : m_text);
    update();
}

void ElidedLabel::resizeEvent(QResizeEvent*)
{
    elide();
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setFont(m_theme.font(m_style));
    painter.setPen(isEnabled() ? t.*m_ink : t.disabled);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_shown);
}

QLabel* makeLabel(const Theme& theme, const QString& text, TextStyle style, const QString& ink, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(theme.tabularFont(style));
    label->setMinimumHeight(theme.lineHeight(style));
    if (!ink.isEmpty())
        label->setProperty("ink", ink);
    return label;
}

void setInk(QLabel* label, const QString& ink)
{
    if (label->property("ink").toString() == ink)
        return;
    label->setProperty("ink", ink);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QString withDesignBold(QString richText)
{
    richText.replace("<b>"_L1, "<span style=\"font-weight:600\">"_L1);
    richText.replace("</b>"_L1, "</span>"_L1);
    return richText;
}

} // namespace belanjain::ui
