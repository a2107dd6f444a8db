// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/style.h"

#include "common/theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QWidget>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

QRectF centred(const QRect& rect, int size)
{
    return QRectF(rect.left() + (rect.width() - size) / 2, rect.top() + (rect.height() - size) / 2, size, size);
}

bool isInvalid(const QWidget* widget)
{
    return widget && widget->property("invalid").toBool();
}

int controlHeight(const QWidget* widget)
{
    const QString size = widget ? widget->property("controlSize").toString() : QString();
    if (size == "small"_L1)
        return measure::ControlSmall;
    if (size == "large"_L1)
        return measure::ControlLarge;
    if (size == "touch"_L1)
        return measure::ControlTouch;
    return measure::Control;
}

} // namespace

void paintCheckBox(QPainter* painter, const QRect& rect, const Theme& theme, CheckState state, bool enabled)
{
    const Tokens& t = theme.tokens();
    const QRectF box = centred(rect, measure::CheckBox);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor border = state == CheckState::Off ? t.controlBorder : t.accent;
    if (state == CheckState::Partial)
        border = t.dark ? t.bar : t.accent;
    QColor fill = state == CheckState::On ? t.accent : t.surface;
    if (!enabled) {
        border = t.disabledLine;
        fill = t.raised;
    }
    painter->setPen(QPen(border, state == CheckState::Off ? 1 : 1.25));
    painter->setBrush(fill);
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
    const QColor ink = !enabled ? t.disabled : state == CheckState::On ? t.onAccent : border;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (state == CheckState::On) {
        const QPointF tick[] = {box.topLeft() + QPointF(4.2, 8.4), box.topLeft() + QPointF(6.9, 11.0),
                                box.topLeft() + QPointF(11.9, 5.4)};
        painter->drawPolyline(tick, 3);
    } else if (state == CheckState::Partial) {
        painter->drawLine(box.topLeft() + QPointF(4.5, 8), box.topLeft() + QPointF(11.5, 8));
    }
    painter->restore();
}

void paintRadio(QPainter* painter, const QRect& rect, const Theme& theme, bool on, bool enabled)
{
    const Tokens& t = theme.tokens();
    const QRectF box = centred(rect, measure::CheckBox);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(enabled ? t.accent : t.disabledIcon);
        painter->drawEllipse(box);
        painter->setBrush(enabled ? t.onAccent : t.raised);
        painter->drawEllipse(box.center(), 3, 3);
    } else {
        painter->setPen(QPen(enabled ? t.controlBorder : t.disabledLine, 1));
        painter->setBrush(enabled ? t.surface : t.raised);
        painter->drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

Style::Style(const Theme* theme)
    : QProxyStyle(u"Fusion"_s)
    , m_theme(theme)
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    // A style sheet in force asks the sheet, not us, how high a spin box is.
    if (qobject_cast<QAbstractSpinBox*>(widget))
        widget->setFixedHeight(controlHeight(widget));
    // The delegate that a combo box starts with knows nothing of the sheet's rows.
    auto* combo = qobject_cast<QComboBox*>(widget);
    if (combo && !qobject_cast<QStyledItemDelegate*>(combo->itemDelegate()))
        combo->setItemDelegate(new QStyledItemDelegate(combo));
}

void Style::drawInputFrame(const QRect& rect, bool focused, bool enabled, bool invalid, QPainter* painter) const
{
    const Tokens& t = m_theme->tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int width = focused || invalid ? 2 : 1;
    painter->setPen(QPen(invalid ? t.out.ink : focused ? t.focus : enabled ? t.controlBorder : t.disabledLine, width));
    painter->setBrush(enabled ? t.surface : t.raised);
    const qreal inset = width / 2.0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), measure::RadiusControl - inset,
                             measure::RadiusControl - inset);
    painter->restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (!m_theme) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const Tokens& t = m_theme->tokens();
    const bool enabled = option->state.testFlag(State_Enabled);
    const QColor ink = enabled ? t.text2 : t.disabled;
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheckBox(painter, option->rect, *m_theme,
                      option->state.testFlag(State_NoChange) ? CheckState::Partial
                      : option->state.testFlag(State_On)     ? CheckState::On
                                                             : CheckState::Off,
                      enabled);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(painter, option->rect, *m_theme, option->state.testFlag(State_On), enabled);
        return;
    case PE_IndicatorArrowDown:
        m_theme->paintIcon(painter, option->rect, Icon::ChevronDown, ink, measure::IconSmall);
        return;
    case PE_IndicatorArrowUp:
        m_theme->paintIcon(painter, option->rect, Icon::ChevronUp, ink, measure::IconSmall);
        return;
    case PE_IndicatorArrowRight:
        m_theme->paintIcon(painter, option->rect, Icon::ChevronRight, ink, measure::IconSmall);
        return;
    case PE_IndicatorArrowLeft:
        m_theme->paintIcon(painter, option->rect, Icon::ChevronLeft, ink, measure::IconSmall);
        return;
    case PE_IndicatorMenuCheckMark:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option); !item || item->checked)
            m_theme->paintIcon(painter, option->rect, Icon::Check, t.accentText, measure::IconSmall);
        return;
    case PE_FrameFocusRect:
        return; // FocusRing and the delegates show the focus
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    if (m_theme && element == CE_ComboBoxLabel) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && !combo->editable) {
            const Tokens& t = m_theme->tokens();
            QRect text = combo->rect.adjusted(10, 0, -32, 0);
            painter->save();
            if (!combo->currentIcon.isNull()) {
                const int px = measure::IconNormal;
                combo->currentIcon.paint(painter, QRect(text.left(), text.center().y() - px / 2, px, px));
                text.setLeft(text.left() + px + 8);
            }
            painter->setPen(combo->state.testFlag(State_Enabled) ? t.text : t.disabled);
            painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                              combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, text.width()));
            painter->restore();
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool focused = option->state.testFlag(State_HasFocus);
    if (m_theme && control == CC_ComboBox) {
        const QColor ink = enabled ? m_theme->tokens().text2 : m_theme->tokens().disabled;
        drawInputFrame(option->rect, focused, enabled, isInvalid(widget), painter);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        m_theme->paintIcon(painter, arrow, Icon::ChevronDown, ink);
        return;
    }
    if (m_theme && control == CC_SpinBox) {
        const Tokens& t = m_theme->tokens();
        drawInputFrame(option->rect, focused, enabled, isInvalid(widget), painter);
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            const bool canUp = enabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled);
            const bool canDown = enabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled);
            m_theme->paintIcon(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), Icon::ChevronUp,
                               canUp ? t.text2 : t.disabledLine, 12);
            m_theme->paintIcon(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget),
                               Icon::ChevronDown, canDown ? t.text2 : t.disabledLine, 12);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox) {
        result.setWidth(size.width() + 44);
        result.setHeight(controlHeight(widget));
    } else if (type == CT_SpinBox) {
        result.setHeight(controlHeight(widget));
    }
    return result;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                            const QWidget* widget) const
{
    const QRect& r = option->rect;
    if (control == CC_ComboBox) {
        if (sub == SC_ComboBoxArrow)
            return {r.right() - 28, r.top(), 20, r.height()};
        if (sub == SC_ComboBoxEditField)
            return r.adjusted(8, 2, -32, -2);
    }
    if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int half = r.height() / 2;
        if (sub == SC_SpinBoxUp)
            return buttons ? QRect(r.right() - 25, r.top() + 2, 20, half - 2) : QRect();
        if (sub == SC_SpinBoxDown)
            return buttons ? QRect(r.right() - 25, r.top() + half, 20, half - 2) : QRect();
        if (sub == SC_SpinBoxEditField)
            return r.adjusted(8, 2, buttons ? -28 : -8, -2);
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return measure::IconNormal;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace belanjain::ui
