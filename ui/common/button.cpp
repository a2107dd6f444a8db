// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"

#include "common/paint.h"
#include "common/theme.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 8;
constexpr int CapGap = 10;

/// The text as it is read: "&x" is x with its key, "&&" an ampersand.
QString withoutKeys(const QString& text)
{
    QString words;
    words.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && ++i == text.size())
            break;
        words += text.at(i);
    }
    return words;
}

} // namespace

Button::Button(const Theme& theme, const QString& text, QWidget* parent)
    : QPushButton(text, parent)
    , m_theme(theme)
{
    init();
}

Button::Button(const Theme& theme, Icon icon, const QString& accessibleName, QWidget* parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_glyph(icon)
{
    init();
    setKind(Kind::Flat);
    setAccessibleName(accessibleName);
    setToolTip(accessibleName);
}

void Button::init()
{
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] { update(); });
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    static constexpr const char* names[] = {"outlined", "primary", "danger", "flat"};
    setProperty("kind", QString::fromLatin1(names[int(kind)]));
    updateGeometry();
    update();
}

void Button::setControlSize(Size size)
{
    m_size = size;
    updateGeometry();
    update();
}

void Button::setGlyph(std::optional<Icon> icon)
{
    m_glyph = icon;
    updateGeometry();
    update();
}

void Button::setKeyCap(const QString& key)
{
    m_keyCap = key;
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

void Button::setChevron(bool on)
{
    m_chevron = on;
    updateGeometry();
    update();
}

void Button::setGlyphTint(Tint Tokens::*tint)
{
    m_tint = tint;
    update();
}

void Button::setChosen(bool on)
{
    m_chosen = on;
    update();
}

QFont Button::textFont() const
{
    const int weight = m_kind == Kind::Primary || m_chosen ? 600 : 500;
    return m_theme.font(m_size == Size::Touch ? TextStyle::Kiosk : TextStyle::Strong, weight);
}

int Button::padding() const
{
    switch (m_size) {
    case Size::Small:
        return 10;
    case Size::Normal:
        return text().isEmpty() ? 8 : 13;
    case Size::Large:
        return 16;
    case Size::Touch:
        return 20;
    }
    return 13;
}

int Button::iconPx() const
{
    if (m_size == Size::Small && text().isEmpty())
        return measure::IconSmall;
    return m_size == Size::Touch ? measure::IconLarge : measure::IconNormal;
}

int Button::contentWidth() const
{
    int width = m_glyph ? iconPx() : 0;
    if (!text().isEmpty()) {
        width += (width ? Gap : 0) + qCeil(QFontMetricsF(textFont()).horizontalAdvance(withoutKeys(text())));
    }
    if (!m_keyCap.isEmpty())
        width += CapGap + keyCapSize(m_keyCap, m_theme).width();
    if (m_chevron)
        width += (width ? Gap : 0) + measure::IconSmall;
    return width;
}

QSize Button::sizeHint() const
{
    static constexpr int heights[] = {measure::ControlSmall, measure::Control, measure::ControlLarge,
                                      measure::ControlTouch};
    const int height = heights[int(m_size)];
    if (text().isEmpty() && !m_chevron && m_keyCap.isEmpty())
        return {height, height};
    return {contentWidth() + 2 * padding(), height};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QStyleOptionButton option;
    initStyleOption(&option);
    const bool enabled = isEnabled();
    const bool hover = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const bool pressed = enabled && (isDown() || (menu() && menu()->isVisible()));

    QColor fill = pressed ? t.rowLine : hover ? t.raised : t.surface;
    QColor border = t.line;
    QColor ink = t.text;
    QColor iconInk = t.text2;
    if (m_kind == Kind::Primary) {
        fill = hover || pressed ? t.accentHover : t.accent;
        border = fill;
        ink = iconInk = t.onAccent;
    } else if (m_kind == Kind::Danger) {
        ink = iconInk = t.out.ink;
        if (hover || pressed)
            fill = t.out.fill;
    } else if (m_kind == Kind::Flat) {
        fill = pressed || isChecked() ? t.selection : hover ? t.rowLine : QColor(Qt::transparent);
        border = fill;
    }
    int borderWidth = 1;
    if (m_chosen && m_kind == Kind::Outlined) {
        fill = t.selection;
        border = t.focus;
        ink = iconInk = t.accentText;
        borderWidth = 2;
    }
    if (m_tint)
        iconInk = (t.*m_tint).ink;
    if (!enabled) {
        ink = t.disabled;
        iconInk = text().isEmpty() ? t.disabledIcon : t.disabled;
        if (m_kind != Kind::Flat) {
            fill = t.raised;
            border = t.disabledLine;
        }
    }

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.alpha() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    const qreal inset = borderWidth / 2.0;
    const qreal radius = measure::RadiusControl - inset;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);

    const int content = contentWidth();
    int x = (width() - content) / 2;
    // A button stretched over its text keeps its chevron at the right edge, as a combo box does.
    if (m_chevron && width() > content + 2 * padding())
        x = padding();
    if (m_glyph) {
        m_theme.paintIcon(&painter, QRect(x, 0, iconPx(), height()), *m_glyph, iconInk, iconPx());
        x += iconPx() + Gap;
    }
    if (!text().isEmpty()) {
        const QFont font = textFont();
        const int wordsWidth = qCeil(QFontMetricsF(font).horizontalAdvance(withoutKeys(text())));
        const bool showKeys = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRect(x, 0, wordsWidth + 2, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine
                             | (showKeys ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                         text());
        x += wordsWidth;
    }
    if (!m_keyCap.isEmpty()) {
        x += CapGap;
        paintKeyCap(&painter, QRect(x, 0, keyCapSize(m_keyCap, m_theme).width(), height()), m_keyCap, m_theme,
                    m_kind == Kind::Primary && enabled ? KeyCapLook::OnAccent : KeyCapLook::Quiet);
    }
    if (m_chevron) {
        const QRect place(width() - padding() - measure::IconSmall, 0, measure::IconSmall, height());
        m_theme.paintIcon(&painter, place, Icon::ChevronDown, iconInk, measure::IconSmall);
    }
}

void Button::keyPressEvent(QKeyEvent* event)
{
    // Return presses the focused button in every window, not only in dialogs.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat()) {
        menu() ? showMenu() : click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

DropButton::DropButton(const Theme& theme, const QString& text, QWidget* parent)
    : Button(theme, text, parent)
    , m_menu(new QMenu(this))
{
    setChevron(true);
    setMenu(m_menu);
    auto* group = new QActionGroup(m_menu);
    group->setObjectName(u"choices"_s);
}

void DropButton::addChoice(const QString& text, const QVariant& value)
{
    QAction* action = m_menu->addAction(text);
    action->setCheckable(true);
    action->setData(value);
    m_menu->findChild<QActionGroup*>(u"choices"_s)->addAction(action);
    connect(action, &QAction::triggered, this, [this, value] {
        setCurrent(value);
        Q_EMIT chosen(value);
    });
    if (m_menu->actions().size() == 1)
        setCurrent(value);
}

void DropButton::clearChoices()
{
    m_menu->clear();
    m_current.clear();
}

void DropButton::setCurrent(const QVariant& value)
{
    for (QAction* action : m_menu->actions()) {
        if (action->data() == value) {
            m_current = value;
            action->setChecked(true);
            setText(action->text());
            updateGeometry();
        }
    }
}

} // namespace belanjain::ui
