// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workspace_frame.h"

#include "common/theme.h"
#include "shell/status_strip.h"
#include "shell/upkeep_strip.h"

#include <QHBoxLayout>
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
    auto* page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_upkeep);
    page->addWidget(m_stack, 1);
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
    m_stack->setCurrentWidget(page);
    m_sidebar->setCurrent(key);
    setFocusProxy(page);
    page->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageShown(key);
}

} // namespace belanjain::ui
