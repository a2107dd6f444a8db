// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/centred_column.h"

#include "common/labels.h"
#include "common/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int LeastMargin = 24;
constexpr int LowHeight = 600;
constexpr int FullHeight = 900;

} // namespace

CentredColumn::CentredColumn(const Theme& theme, int width, int top, QWidget* parent)
    : QWidget(parent)
    , m_top(top)
{
    auto* column = new QWidget;
    column->setFixedWidth(width);
    m_title = makeLabel(theme, {}, TextStyle::Figure);
    m_subtitle = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
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
    inColumn->setSpacing(30);
    inColumn->addLayout(head);
    inColumn->addLayout(m_body, 1);

    auto* content = new QWidget;
    m_across = new QHBoxLayout(content);
    // Stretches rather than an alignment: only so is the height asked for at the column's own width.
    m_across->addStretch(1);
    m_across->addWidget(column);
    m_across->addStretch(1);

    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setBackgroundRole(QPalette::Window);
    content->setBackgroundRole(QPalette::Window);
    // Tab scrolls by itself; a field that is pointed out as wrong must come into sight too.
    connect(qApp, &QApplication::focusChanged, scroll, [scroll, content](QWidget*, QWidget* now) {
        if (now && content->isAncestorOf(now))
            scroll->ensureWidgetVisible(now, 0, 48);
    });
    m_page = new QVBoxLayout(this);
    m_page->setContentsMargins(0, 0, 0, 0);
    m_page->setSpacing(0);
    m_page->addWidget(scroll, 1);
    placeColumn();
}

void CentredColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeColumn();
}

void CentredColumn::placeColumn()
{
    // The space above is the first thing to give way in a low window.
    const int top =
        std::clamp(m_top - (FullHeight - height()) * (m_top - LeastMargin) / (FullHeight - LowHeight),
                   LeastMargin, m_top);
    m_across->setContentsMargins(measure::PageMargin, top, measure::PageMargin, LeastMargin);
}

void CentredColumn::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void CentredColumn::setSubtitle(const QString& subtitle) { m_subtitle->setText(subtitle); }

void CentredColumn::setSubtitleAction(QWidget* action) { m_subtitleRow->insertWidget(1, action); }

void CentredColumn::setStrip(QWidget* strip) { m_page->addWidget(strip); }

} // namespace belanjain::ui
