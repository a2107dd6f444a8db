// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/centred_column.h"

#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui
{

CentredColumn::CentredColumn(const Theme& theme, int width, QWidget* parent) : QWidget(parent)
{
    auto* column = new QWidget;
    column->setFixedWidth(width);
    m_title = makeLabel(theme, {}, TextStyle::Figure);
    m_subtitle = makeLabel(theme, {}, TextStyle::Body, QStringLiteral("secondary"));
    m_subtitleRow = new QHBoxLayout;
    m_subtitleRow->setSpacing(8);
    m_subtitleRow->addWidget(m_subtitle);
    m_subtitleRow->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addLayout(m_subtitleRow);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(new Logo(theme, 48));
    head->addLayout(words, 1);

    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    auto* inColumn = new QVBoxLayout(column);
    inColumn->setContentsMargins(0, 0, 0, 0);
    inColumn->setSpacing(32);
    inColumn->addLayout(head);
    inColumn->addLayout(m_body, 1);

    auto* page = new QWidget;
    auto* inPage = new QVBoxLayout(page);
    inPage->setContentsMargins(20, 96, 20, 24);
    inPage->addWidget(column, 1, Qt::AlignHCenter);

    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    scroll->setBackgroundRole(QPalette::Window);
    page->setBackgroundRole(QPalette::Window);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void CentredColumn::setTitle(const QString& title) { m_title->setText(title); }

void CentredColumn::setSubtitle(const QString& subtitle) { m_subtitle->setText(subtitle); }

void CentredColumn::setSubtitleAction(QWidget* action) { m_subtitleRow->insertWidget(1, action); }

} // namespace belanjain::ui
