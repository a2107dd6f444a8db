// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tokens.h"

#include <cmath>

namespace belanjain::ui {

namespace {

QColor rgb(quint32 value)
{
    return QColor::fromRgb(value);
}

Tokens light()
{
    Tokens t;
    t.dark = false;
    t.window = rgb(0xF5F2ED);
    t.sidebar = rgb(0xF1EDE6);
    t.surface = rgb(0xFFFFFF);
    t.raised = rgb(0xFAF8F5);
    t.line = rgb(0xE6E0D7);
    t.rowLine = rgb(0xF0ECE5);
    t.hover = rgb(0xFAF8F5);
    t.controlBorder = rgb(0x8E8579);
    t.text = rgb(0x24201C);
    t.text2 = rgb(0x5E564D);
    t.placeholder = rgb(0x736A5F);
    t.disabled = t.placeholder;
    t.disabledIcon = rgb(0xB5ACA0);
    t.disabledLine = t.line;
    t.accent = rgb(0x852C5D);
    t.onAccent = rgb(0xFFFFFF);
    t.accentHover = rgb(0x6D214A);
    t.accentText = rgb(0x852C5D);
    t.focus = rgb(0x852C5D);
    t.selection = rgb(0xF8EAF1);
    t.selectionLine = rgb(0xEED3E0);
    t.fresh = {rgb(0x852C5D), rgb(0xF8EAF1)};
    t.low = {rgb(0x8A5800), rgb(0xFFF1D1)};
    t.out = {rgb(0x931C0C), rgb(0xFCE7E1)};
    t.rejected = {rgb(0xFFFFFF), rgb(0x931C0C)};
    t.waiting = {rgb(0x575273), rgb(0xEDEBF3)};
    t.processing = {rgb(0x1866AD), rgb(0xE4EFF9)};
    t.shipped = {rgb(0x084E5E), rgb(0xDCEFF2)};
    t.done = {rgb(0x3A6E1C), rgb(0xE9F2DF)};
    t.cancelled = {rgb(0x5E564D), rgb(0xEFEBE4)};
    t.star = rgb(0xA86A00);
    t.bar = rgb(0x852C5D);
    t.paleBar = rgb(0xDDB7CB);
    t.inverse = rgb(0x2B2622);
    t.onInverse = rgb(0xF7F3EE);
    t.onInverse2 = rgb(0xCFC7BC);
    return t;
}

Tokens dark()
{
    Tokens t;
    t.dark = true;
    t.window = rgb(0x1A1816);
    t.sidebar = rgb(0x181614);
    t.surface = rgb(0x211F1C);
    t.raised = rgb(0x282522);
    t.line = rgb(0x393531);
    t.rowLine = rgb(0x2D2A27);
    t.hover = rgb(0x282522);
    t.controlBorder = rgb(0x857C72);
    t.text = rgb(0xF1ECE5);
    t.text2 = rgb(0xBAB1A6);
    t.placeholder = rgb(0xA0978B);
    t.disabled = t.placeholder;
    t.disabledIcon = rgb(0x5F5850);
    t.disabledLine = t.line;
    t.accent = rgb(0xA9467B);
    t.onAccent = rgb(0xFFFFFF);
    t.accentHover = rgb(0x9A3F70);
    t.accentText = rgb(0xEBA3C6);
    t.focus = rgb(0xEBA3C6);
    t.selection = rgb(0x3B2631);
    t.selectionLine = rgb(0x553245);
    t.fresh = {rgb(0xEBA3C6), rgb(0x3B2631)};
    t.low = {rgb(0xF2C46B), rgb(0x3A2D13)};
    t.out = {rgb(0xFF8F78), rgb(0x44231B)};
    t.rejected = {rgb(0x2A120C), rgb(0xFF8F78)};
    t.waiting = {rgb(0xCBC7DE), rgb(0x35333F)};
    t.processing = {rgb(0x79B4F2), rgb(0x1C3148)};
    t.shipped = {rgb(0x7FDDE6), rgb(0x14383D)};
    t.done = {rgb(0xA6D67F), rgb(0x26361B)};
    t.cancelled = {rgb(0xBAB1A6), rgb(0x33302C)};
    t.star = rgb(0xF2C46B);
    t.bar = rgb(0xBF6394);
    t.paleBar = rgb(0x633D50);
    t.inverse = rgb(0xF1ECE5);
    t.onInverse = rgb(0x24201C);
    t.onInverse2 = rgb(0x5E564D);
    return t;
}

// High contrast keeps the hues and moves what is quiet (lines, secondary text, borders) to the text's end. What
// cannot be used now stays behind: it would look like everything else.
Tokens lightHighContrast()
{
    Tokens t = light();
    t.line = t.controlBorder = rgb(0x4A433B);
    t.rowLine = rgb(0xB8AFA3);
    t.text = rgb(0x000000);
    t.text2 = t.placeholder = rgb(0x36302A);
    t.disabled = t.disabledIcon = rgb(0x766E64);
    t.disabledLine = t.rowLine;
    t.accent = t.accentText = t.focus = rgb(0x5E1640);
    t.accentHover = rgb(0x430C2C);
    t.selectionLine = rgb(0x852C5D);
    t.fresh.ink = t.accentText;
    t.low.ink = rgb(0x5C3A00);
    t.out.ink = t.rejected.fill = rgb(0x6E1004);
    t.waiting.ink = rgb(0x38345A);
    t.processing.ink = rgb(0x0C4279);
    t.shipped.ink = rgb(0x043642);
    t.done.ink = rgb(0x244A0E);
    t.cancelled.ink = t.text2;
    t.star = rgb(0x6E4500);
    t.bar = t.accent;
    t.inverse = rgb(0x000000);
    t.onInverse = t.onInverse2 = rgb(0xFFFFFF);
    return t;
}

Tokens darkHighContrast()
{
    Tokens t = dark();
    t.window = t.sidebar = t.surface = rgb(0x0B0A09);
    t.raised = t.hover = rgb(0x1A1816);
    t.line = t.controlBorder = rgb(0xC4BBB0);
    t.rowLine = rgb(0x5C554D);
    t.text = rgb(0xFFFFFF);
    t.text2 = t.placeholder = rgb(0xE4DDD4);
    t.disabled = t.disabledIcon = rgb(0x8F877C);
    t.disabledLine = t.rowLine;
    t.accent = rgb(0xC4568F);
    t.onAccent = rgb(0x000000);
    t.accentHover = rgb(0xD97AAB);
    t.accentText = t.focus = t.fresh.ink = rgb(0xFFC4DF);
    t.selectionLine = rgb(0xEBA3C6);
    t.low.ink = t.star = rgb(0xFFDD97);
    t.out.ink = t.rejected.fill = rgb(0xFFB5A5);
    t.waiting.ink = rgb(0xE6E3F4);
    t.processing.ink = rgb(0xAFD4FB);
    t.shipped.ink = rgb(0xB2EEF3);
    t.done.ink = rgb(0xC9EBAD);
    t.cancelled.ink = t.text2;
    t.bar = rgb(0xE58DBB);
    t.inverse = rgb(0xFFFFFF);
    t.onInverse = t.onInverse2 = rgb(0x000000);
    return t;
}

double luminance(const QColor& color)
{
    const auto linear = [](float channel) {
        const double c = double(channel);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Tokens& tokensOf(Palette palette)
{
    static const Tokens sets[] = {light(), dark(), lightHighContrast(), darkHighContrast()};
    return sets[int(palette)];
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TypeSpec typeSpec(TextStyle style)
{
    switch (style) {
    case TextStyle::Key:
        return {11, 16, 400};
    case TextStyle::Secondary:
        return {12, 16, 400};
    case TextStyle::Header:
        return {12, 16, 500};
    case TextStyle::Body:
        return {13, 20, 400};
    case TextStyle::Strong:
        return {13, 20, 500};
    case TextStyle::Bold:
        return {13, 20, 600};
    case TextStyle::Section:
        return {15, 20, 600};
    case TextStyle::Page:
        return {20, 28, 600};
    case TextStyle::Figure:
        return {26, 32, 600};
    case TextStyle::Kiosk:
        return {16, 22, 400};
    case TextStyle::KioskLarge:
        return {24, 32, 600};
    }
    return {13, 20, 400};
}

} // namespace belanjain::ui
