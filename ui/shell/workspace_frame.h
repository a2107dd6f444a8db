// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/sidebar.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace belanjain::ui {

class StatusStrip;
class Theme;
class UpkeepStrip;

/// Where one works: the sidebar, the page that is chosen and the status line. Knows no page's kind.
class WorkspaceFrame : public QWidget
{
    Q_OBJECT
public:
    explicit WorkspaceFrame(const Theme& theme, QWidget* parent = nullptr);

    /// Takes the page. The first one added is shown.
    void addPage(Sidebar::Place place, const QString& key, Icon icon, QWidget* page);
    /// An item that leads into a page without being one; chosen() tells.
    void addShortcut(Sidebar::Place place, const QString& key, Icon icon);
    void showPage(const QString& key);
    QWidget* page(const QString& key) const { return m_pages.value(key); }
    Sidebar& sidebar() { return *m_sidebar; }
    StatusStrip& strip() { return *m_strip; }
    /// Above the page.
    UpkeepStrip& upkeep() { return *m_upkeep; }

Q_SIGNALS:
    void shortcutChosen(const QString& key);
    void pageShown(const QString& key);

protected:
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Sidebar* m_sidebar;
    StatusStrip* m_strip;
    UpkeepStrip* m_upkeep;
    QStackedWidget* m_stack;
    QHash<QString, QWidget*> m_pages;
};

} // namespace belanjain::ui
