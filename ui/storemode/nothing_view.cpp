// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/nothing_view.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

NothingView::NothingView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(theme, {}, TextStyle::KioskLarge, {}, this))
    , m_sentence(makeLabel(theme, {}, TextStyle::Kiosk, u"secondary"_s, this))
    , m_button(new Button(theme, QString(), this))
{
    m_title->setObjectName(u"storeNothingTitle"_s);
    m_button->setObjectName(u"storeNothingGo"_s);
    m_button->setControlSize(Button::Size::Touch);
    m_button->setGlyph(Icon::Grid);
    for (QLabel* words : {m_title, m_sentence}) {
        words->setAlignment(Qt::AlignHCenter);
        words->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(new IconLabel(theme, Icon::Search, &Tokens::placeholder, 64, this), 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(12);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &Button::clicked, this, &NothingView::chosen);
}

void NothingView::setTexts(const QString& title, const QString& sentence, const QString& button)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace belanjain::ui
