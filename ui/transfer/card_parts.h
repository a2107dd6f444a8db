// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;

namespace belanjain::ui {

class Card;
class Theme;
enum class TextStyle;

/// The room inside the cards of this page.
void padCard(Card& card);
/// Shows a text of several lines in its style's line height; it is plain text, whatever stands in it.
void showParagraph(QLabel& label, const Theme& theme, TextStyle style, const QString& text);

} // namespace belanjain::ui
