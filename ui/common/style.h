// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>

class QPainter;

namespace belanjain::ui {

class Theme;

enum class CheckState { Off, On, Partial };

/// A 16 px check box centred in `rect`, as everywhere in the program.
void paintCheckBox(QPainter* painter, const QRect& rect, const Theme& theme, CheckState state,
                   bool enabled = true);
/// A 16 px radio button centred in `rect`.
void paintRadio(QPainter* painter, const QRect& rect, const Theme& theme, bool on, bool enabled = true);

/// Fusion with our check boxes, radio buttons, combo boxes and arrows: what a style sheet cannot draw from
/// colour tokens. Falls back to plain Fusion once its theme is gone.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(const Theme* theme);

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

private:
    void drawInputFrame(const QRect& rect, bool focused, bool enabled, bool invalid, QPainter* painter) const;

    QPointer<const Theme> m_theme;
};

} // namespace belanjain::ui
