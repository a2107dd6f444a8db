// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"

#include <QAbstractButton>

namespace belanjain::ui {

class Theme;

/// One line of the sidebar.
class SidebarItem : public QAbstractButton
{
    Q_OBJECT
public:
    SidebarItem(const Theme& theme, QString key, Icon icon, QWidget* parent);

    const QString& key() const { return m_key; }
    Icon icon() const { return m_icon; }
    void setCount(int count, bool urgent);
    void setCurrent(bool current);
    /// The words, where there is no room for them; to be called after setText().
    void showTip();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString countText() const;

    const Theme& m_theme;
    QString m_key;
    Icon m_icon;
    int m_count = 0;
    bool m_urgent = false;
    bool m_current = false;
};

/// Leads to the command palette; looks like the field that it opens.
class SearchButton : public QAbstractButton
{
    Q_OBJECT
public:
    SearchButton(const Theme& theme, QWidget* parent);
    void setKeys(const QString& keys);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QString m_keys;
};

/// The store's name over the sidebar, with the mark; opens the account menu.
class StoreButton : public QAbstractButton
{
    Q_OBJECT
public:
    StoreButton(const Theme& theme, QWidget* parent);
    void setStore(const QString& name, const QString& role);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QString m_role;
};

} // namespace belanjain::ui
