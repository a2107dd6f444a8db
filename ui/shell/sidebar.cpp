// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sidebar.h"

#include "common/theme.h"
#include "shell/sidebar_items.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace belanjain::ui
{
using namespace Qt::StringLiterals;

Sidebar::Sidebar(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(u"sidebarFrame"_s);
    setFixedWidth(measure::Sidebar);
    setAutoFillBackground(true);

    m_store = new StoreButton(theme, this);
    connect(m_store, &QAbstractButton::clicked, this,
            [this] { Q_EMIT storePressed(m_store->mapToGlobal(QPoint(12, m_store->height() - 4))); });

    m_pages = new QVBoxLayout;
    m_foot = new QVBoxLayout;
    for (QVBoxLayout* group : {m_pages, m_foot}) {
        group->setContentsMargins(8, 0, 8, 0);
        group->setSpacing(2);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(0);
    layout->addWidget(m_store);
    layout->addSpacing(8);
    layout->addLayout(m_pages);
    layout->addStretch(1);
    layout->addLayout(m_foot);

    connect(&theme, &Theme::changed, this, &Sidebar::dress);
    dress();
}

void Sidebar::dress()
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, m_theme.tokens().sidebar);
    setPalette(palette);
}

void Sidebar::addItem(Place place, const QString& key, Icon icon)
{
    auto* item = new SidebarItem(m_theme, key, icon, this);
    connect(item, &QAbstractButton::clicked, this, [this, key] { Q_EMIT chosen(key); });
    (place == Place::Pages ? m_pages : m_foot)->addWidget(item);
    m_items.append(item);
}

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
    if (SidebarItem* item = find(key))
        item->setText(text);
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

void Sidebar::setStore(const QString& name, const QString& role) { m_store->setStore(name, role); }

void Sidebar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QFrame::keyPressEvent(event);
}


} // namespace belanjain::ui
