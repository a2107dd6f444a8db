// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sidebar.h"

#include "common/theme.h"
#include "shell/sidebar_items.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui {

namespace {

constexpr int narrowWidth = 56;

/// Scrolls when the window is too low for all items; arrows are the sidebar's.
class ItemsRoom : public QScrollArea
{
public:
    explicit ItemsRoom(QWidget* parent)
        : QScrollArea(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        viewport()->setAutoFillBackground(false);
    }

protected:
    void keyPressEvent(QKeyEvent* event) override { event->ignore(); }
};

} // namespace
using namespace Qt::StringLiterals;

Sidebar::Sidebar(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setObjectName(u"sidebarFrame"_s);
    setFixedWidth(measure::Sidebar);

    m_store = new StoreButton(theme, this);
    connect(m_store, &QAbstractButton::clicked, this,
            [this] { Q_EMIT storePressed(m_store->mapToGlobal(QPoint(8, m_store->height() - 4))); });

    m_search = new SearchButton(theme, this);
    m_search->setObjectName(u"sidebar.search"_s);
    m_search->hide();
    connect(m_search, &QAbstractButton::clicked, this, &Sidebar::searchPressed);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(8, 0, 7, 8);
    search->addWidget(m_search);

    m_pages = new QVBoxLayout;
    m_foot = new QVBoxLayout;
    for (QVBoxLayout* group : {m_pages, m_foot}) {
        group->setContentsMargins(8, 0, 7, 0);
        group->setSpacing(2);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 8);
    layout->setSpacing(0);
    layout->addWidget(m_store);
    layout->addLayout(search);
    auto* inside = new QWidget;
    auto* items = new QVBoxLayout(inside);
    items->setContentsMargins(0, 0, 0, 0);
    items->setSpacing(0);
    items->addLayout(m_pages);
    m_below = new QVBoxLayout;
    m_below->addStretch();
    items->addLayout(m_below, 1);
    items->addLayout(m_foot);
    auto* room = new ItemsRoom(this);
    room->setWidget(inside);
    inside->setAutoFillBackground(false);
    layout->addWidget(room, 1);
}

void Sidebar::addItem(Place place, const QString& key, Icon icon)
{
    auto* item = new SidebarItem(m_theme, key, icon, this);
    connect(item, &QAbstractButton::clicked, this, [this, key] { Q_EMIT chosen(key); });
    (place == Place::Pages ? m_pages : m_foot)->addWidget(item);
    // In the order in which they are seen, which is the order of the keyboard too.
    const qsizetype at = place == Place::Pages ? m_pages->count() - 1 : m_items.size();
    m_items.insert(at, item);
    setTabOrder(m_store, m_search);
    QWidget* before = m_search;
    for (SidebarItem* each : m_items) {
        setTabOrder(before, each);
        before = each;
    }
}

void Sidebar::addBelow(QWidget* widget) { m_below->insertWidget(m_below->count() - 1, widget); }

SidebarItem* Sidebar::find(const QString& key) const
{
    for (SidebarItem* item : m_items) {
        if (item->key() == key)
            return item;
    }
    return nullptr;
}

void Sidebar::setText(const QString& key, const QString& text)
{
    if (SidebarItem* item = find(key)) {
        item->setText(text);
        item->showTip();
    }
}

void Sidebar::setCount(const QString& key, int count, bool urgent)
{
    if (SidebarItem* item = find(key))
        item->setCount(count, urgent);
}

void Sidebar::setItemVisible(const QString& key, bool visible)
{
    if (SidebarItem* item = find(key))
        item->setVisible(visible);
}

void Sidebar::setCurrent(const QString& key)
{
    m_current = key;
    for (SidebarItem* item : m_items)
        item->setCurrent(item->key() == key);
}

void Sidebar::setNarrow(bool narrow)
{
    const int width = narrow ? narrowWidth : measure::Sidebar;
    const bool changed = minimumWidth() != width;
    if (changed)
        setFixedWidth(width);
    // What lies below the pages is words, and has no room there.
    for (int i = 0; i < m_below->count(); ++i) {
        if (QWidget* below = m_below->itemAt(i)->widget())
            below->setMaximumWidth(narrow ? 0 : QWIDGETSIZE_MAX);
    }
    if (changed)
        Q_EMIT narrowChanged();
}

bool Sidebar::isNarrow() const { return minimumWidth() == narrowWidth; }

void Sidebar::setStore(const QString& name, const QString& role) { m_store->setStore(name, role); }

void Sidebar::setSearch(const QString& text, const QString& keys)
{
    m_search->setText(text);
    m_search->setKeys(keys);
    m_search->show();
}

QList<Sidebar::Item> Sidebar::items() const
{
    QList<Item> shown;
    for (const SidebarItem* item : m_items) {
        if (!item->isHidden())
            shown.append({item->key(), item->text(), item->icon()});
    }
    return shown;
}

void Sidebar::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key != Qt::Key_Down && key != Qt::Key_Up && key != Qt::Key_Home && key != Qt::Key_End) {
        QFrame::keyPressEvent(event);
        return;
    }
    QList<QWidget*> stops{m_store};
    if (!m_search->isHidden())
        stops.append(m_search);
    for (SidebarItem* item : m_items) {
        if (!item->isHidden())
            stops.append(item);
    }
    const qsizetype last = stops.size() - 1;
    const qsizetype here = stops.indexOf(focusWidget());
    const qsizetype next = key == Qt::Key_Home ? 0
                           : key == Qt::Key_End
                               ? last
                               : std::clamp<qsizetype>(here + (key == Qt::Key_Down ? 1 : -1), 0, last);
    stops.at(next)->setFocus(Qt::TabFocusReason);
}

} // namespace belanjain::ui
