// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"

#include <QFrame>
#include <QList>

class QVBoxLayout;

namespace belanjain::ui {

class SearchButton;
class SidebarItem;
class StoreButton;
class Theme;

/// Where one can go: the store's name at the top, pages below it, tools at the foot. Knows no page; the
/// window adds an item per page that exists. Up, Down, Home and End move between items, Return takes one.
class Sidebar : public QFrame
{
    Q_OBJECT
public:
    enum class Place { Pages, Foot };

    explicit Sidebar(const Theme& theme, QWidget* parent = nullptr);

    /// key names the item in signals and setters.
    void addItem(Place place, const QString& key, Icon icon);
    void setText(const QString& key, const QString& text);
    /// A quiet count at the right; 0 shows nothing. An urgent one is a solid badge.
    void setCount(const QString& key, int count, bool urgent = false);
    void setItemVisible(const QString& key, bool visible);
    void setCurrent(const QString& key);
    QString current() const { return m_current; }
    void setStore(const QString& name, const QString& role);
    /// Icons only, their words as tooltips: for windows with little room.
    void setNarrow(bool narrow);
    bool isNarrow() const;
    /// Takes a widget that lies below the pages and gets the room that is left there.
    void addBelow(QWidget* widget);
    /// The button below the store's name that opens the search; there is none before.
    void setSearch(const QString& text, const QString& keys);

    struct Item
    {
        QString key;
        QString text;
        Icon icon;
    };
    /// As they are seen, from the top; without those that are hidden.
    QList<Item> items() const;

Q_SIGNALS:
    void chosen(const QString& key);
    /// The store's name was pressed; a menu opens below it.
    void storePressed(const QPoint& globalBelow);
    void searchPressed();
    void narrowChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    SidebarItem* find(const QString& key) const;

    const Theme& m_theme;
    StoreButton* m_store;
    SearchButton* m_search;
    QVBoxLayout* m_pages;
    QVBoxLayout* m_foot;
    QVBoxLayout* m_below;
    QList<SidebarItem*> m_items; ///< as they are seen, from the top
    QString m_current;
};

} // namespace belanjain::ui
