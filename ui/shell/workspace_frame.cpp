// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workspace_frame.h"

#include "common/theme.h"
#include "shell/status_strip.h"
#include "shell/upkeep_strip.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

WorkspaceFrame::WorkspaceFrame(const Theme& theme, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("workspace"));
    m_sidebar = new Sidebar(theme);
    m_strip = new StatusStrip(theme);
    m_upkeep = new UpkeepStrip(theme);
    m_stack = new QStackedWidget;
    // A page that needs more than the window has is scrolled, not cut off: 200 % on a small screen.
    auto* room = new QScrollArea;
    room->setObjectName(QStringLiteral("pageRoom"));
    room->setFrameShape(QFrame::NoFrame);
    room->setFocusPolicy(Qt::NoFocus);
    room->setWidgetResizable(true);
    room->setWidget(m_stack);
    m_stack->setAutoFillBackground(false);
    auto* page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_upkeep);
    page->addWidget(room, 1);
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_sidebar);
    across->addLayout(page, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(across, 1);
    layout->addWidget(m_strip);
    connect(m_sidebar, &Sidebar::chosen, this, [this](const QString& key) {
        if (m_pages.contains(key))
            showPage(key);
        else
            Q_EMIT shortcutChosen(key);
    });
}

void WorkspaceFrame::addPage(Sidebar::Place place, const QString& key, Icon icon, QWidget* page)
{
    m_sidebar->addItem(place, key, icon);
    m_pages.insert(key, page);
    page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_stack->addWidget(page);
    if (m_pages.size() == 1)
        showPage(key);
}

void WorkspaceFrame::addShortcut(Sidebar::Place place, const QString& key, Icon icon)
{
    m_sidebar->addItem(place, key, icon);
}

void WorkspaceFrame::showPage(const QString& key)
{
    QWidget* page = m_pages.value(key);
    if (!page)
        return;
    // Only the page in front says how much room is needed.
    if (QWidget* before = m_stack->currentWidget())
        before->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    page->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_stack->setCurrentWidget(page);
    m_sidebar->setCurrent(key);
    setFocusProxy(page);
    page->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageShown(key);
}

bool WorkspaceFrame::focusNextPrevChild(bool next)
{
    // A page hands the focus to its table by a proxy. Qt would take the page itself for the next stop, and go from
    // the sidebar to the table past everything above it.
    QWidget* here = window()->focusWidget();
    if (!here || !isAncestorOf(here))
        return QWidget::focusNextPrevChild(next);
    for (QWidget* at = next ? here->nextInFocusChain() : here->previousInFocusChain(); at && at != here;
         at = next ? at->nextInFocusChain() : at->previousInFocusChain()) {
        const bool takesFocus = (at->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !at->focusProxy();
        if (!takesFocus || !isAncestorOf(at) || at->window() != window() || !at->isEnabled() || !at->isVisibleTo(this))
            continue;
        at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return false;
}

void WorkspaceFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForWords = 1000;
    m_sidebar->setNarrow(event->size().width() < roomForWords);
}

} // namespace belanjain::ui
