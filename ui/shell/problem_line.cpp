// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/problem_line.h"

#include "common/labels.h"

#include <QHBoxLayout>

namespace belanjain::ui {
using namespace Qt::StringLiterals;

ProblemLine::ProblemLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_text(makeLabel(theme, {}, TextStyle::Body, u"out"_s))
{
    auto* icon = new IconLabel(theme, Icon::Octagon);
    icon->setTint(&Tokens::out);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_text->setTextFormat(Qt::PlainText);
    // The icon sits on the first line of a sentence that may take several.
    auto* iconColumn = new QVBoxLayout;
    iconColumn->setContentsMargins(0, 0, 0, 0);
    iconColumn->addWidget(icon);
    iconColumn->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addLayout(iconColumn);
    row->addWidget(m_text, 1);
    hide();
}

void ProblemLine::setText(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString ProblemLine::text() const { return m_text->text(); }

} // namespace belanjain::ui
