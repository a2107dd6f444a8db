// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/card_parts.h"

#include "common/card.h"
#include "common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

void padCard(Card& card) { card.column()->setContentsMargins(20, 16, 20, 20); }

void showParagraph(QLabel& label, const Theme& theme, TextStyle style, const QString& text)
{
    label.setTextFormat(Qt::RichText); // a plain label stacks its lines as the font likes
    label.setText(u"<p style=\"margin:0; line-height:%1px\">%2</p>"_s.arg(theme.lineHeight(style)).arg(text.toHtmlEscaped()));
}

} // namespace belanjain::ui
