// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace belanjain::ui {

/// Ink on its own tint: a state's colour. The ink is also readable on surface, raised and selection.
struct Tint
{
    QColor ink;
    QColor fill;
};

/// Every colour of the program, named by what it is for. Nothing else in ui/ writes a colour.
/// Source of the values and of their contrast ratios: the design's colour table.
struct Tokens
{
    bool dark = false;

    QColor window;   ///< behind pages that are not a sheet of their own (sign-in, first run, kiosk)
    QColor sidebar;  ///< sidebar and status bar
    QColor surface;  ///< pages, tables, cards, inputs
    QColor raised;   ///< table header, side panels, bulk bar, key caps, disabled controls
    QColor line;     ///< borders of cards and outlined buttons, dividers; decorative
    QColor rowLine;  ///< between the rows of a table; decorative
    QColor hover;    ///< under the pointer, on surface
    QColor controlBorder; ///< inputs, check boxes: 3:1 against what is around them

    QColor text;
    QColor text2;       ///< secondary text, icons at rest
    QColor placeholder; ///< prompts
    QColor disabled;     ///< text of what cannot be used now
    QColor disabledIcon; ///< paler: an icon alone has to show it without words
    QColor disabledLine; ///< around what cannot be used now

    QColor accent;      ///< fill of the primary button, checked boxes
    QColor onAccent;
    QColor accentHover;
    QColor accentText;  ///< links, current icons
    QColor focus;       ///< focus rings, borders of editors
    QColor selection;
    QColor selectionLine;

    Tint fresh; ///< new orders: accent on selection
    Tint low;
    Tint out;
    Tint rejected; ///< solid: light ink on a strong fill in the light theme
    Tint waiting;
    Tint processing;
    Tint shipped;
    Tint done;
    Tint cancelled;

    QColor star;
    QColor bar;     ///< chart bars
    QColor paleBar; ///< chart bars of what is not final; outlined with `bar`
    QColor inverse; ///< toasts and tooltips
    QColor onInverse;
    QColor onInverse2;
};

/// Which set of colours is shown.
enum class Palette { Light, Dark, LightHighContrast, DarkHighContrast };

const Tokens& tokensOf(Palette palette);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

/// Sizes in logical pixels, on a grid of 4.
namespace measure {
inline constexpr int Grid = 4;
inline constexpr int PageMargin = 20;
inline constexpr int PageHeader = 56;
inline constexpr int Toolbar = 44;
inline constexpr int Banner = 40;
inline constexpr int TableHeader = 32;
inline constexpr int Row = 36;
inline constexpr int BulkBar = 48;
inline constexpr int StatusBar = 28;
inline constexpr int Sidebar = 216;
inline constexpr int SidebarItem = 32;
inline constexpr int Control = 32;
inline constexpr int ControlSmall = 28;
inline constexpr int ControlLarge = 40;
inline constexpr int ControlTouch = 52;
inline constexpr int Chip = 22;
inline constexpr int ChipIcon = 14;
inline constexpr int IconSmall = 14;
inline constexpr int IconNormal = 16;
inline constexpr int IconLarge = 20;
inline constexpr int CheckBox = 16;
inline constexpr int Thumbnail = 28;
inline constexpr int Toast = 40;
inline constexpr int ToastMilliseconds = 6000;
inline constexpr int StateBar = 3;
inline constexpr int FocusWidth = 2;
inline constexpr int FocusGap = 1;
inline constexpr int CellPadding = 8;
inline constexpr int RadiusSmall = 4;  ///< check box, thumbnail, cell editor, key cap
inline constexpr int RadiusControl = 6; ///< button, input, chip
inline constexpr int RadiusCard = 8;
} // namespace measure

/// The type scale; sizes and line heights are in tokens.cpp.
enum class TextStyle {
    Key,       ///< 11/16
    Secondary, ///< 12/16
    Header,    ///< 12/16 500: table headers, chips, status
    Body,      ///< 13/20
    Strong,    ///< 13/20 500: names in rows, buttons
    Bold,      ///< 13/20 600
    Section,   ///< 15/20 600
    Page,      ///< 20/28 600
    Figure,    ///< 26/32 600
    Kiosk,     ///< 16/22
    KioskLarge ///< 24/32 600
};

struct TypeSpec
{
    int pixelSize;
    int lineHeight;
    int weight; ///< 400, 500 or 600
};

TypeSpec typeSpec(TextStyle style);

} // namespace belanjain::ui
