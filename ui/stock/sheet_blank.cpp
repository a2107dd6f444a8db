// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/sheet_blank.h"

#include <QVBoxLayout>

namespace belanjain::ui {

SheetBlank::SheetBlank(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void SheetBlank::present(const Content& content)
{
    if (content == m_content)
        return;
    m_content = content;
    EmptyState*& state = m_states[content.drawing];
    if (!state) {
        state = new EmptyState(m_theme, content.drawing, {}, {}, this);
        m_column->addWidget(state);
        connect(state, &EmptyState::chosen, this, &SheetBlank::chosen);
    }
    state->setTexts(content.title, content.sentence);
    state->clearChoices();
    if (hasChoice())
        state->addChoice(Icon::Plus, content.choice, content.outcome);
    for (EmptyState* one : std::as_const(m_states))
        one->setVisible(one == state);
    setFocusProxy(hasChoice() ? state : nullptr);
}

} // namespace belanjain::ui
