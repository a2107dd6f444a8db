// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workspace_frame.h"

#include "shell/status_strip.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belanjain::ui
{
namespace
{

/// A one-pixel line in the theme's colour.
class Hairline : public QWidget
{
public:
    Hairline(const Theme& theme, Qt::Orientation orientation) : m_theme(theme)
    {
        orientation == Qt::Horizontal ? setFixedHeight(1) : setFixedWidth(1);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), m_theme.tokens().line); }

private:
    const Theme& m_theme;
};

} // namespace

WorkspaceFrame::WorkspaceFrame(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("workspace"));
    m_sidebar = new Sidebar(theme);
    m_strip = new StatusStrip(theme);
    m_stack = new QStackedWidget;
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_sidebar);
    across->addWidget(new Hairline(theme, Qt::Vertical));
    across->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(across, 1);
    layout->addWidget(new Hairline(theme, Qt::Horizontal));
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
    page->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageShown(key);
}

} // namespace belanjain::ui
