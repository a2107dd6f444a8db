// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefront/shop_services.h"

#include <QScrollArea>

#include <array>

class QLabel;

namespace belanjain::ui {

class CardStrip;
class CategoryTiles;
class EmptyState;
class Theme;

/// Where a buyer begins: categories, what was looked at last, and rows of what sells, is new and is liked.
class HomeView : public QScrollArea
{
    Q_OBJECT

public:
    HomeView(const Theme& theme, const ShopServices& services, QWidget* parent = nullptr);

    void reload();
    /// Only what this computer knows itself.
    void refreshRecent();

Q_SIGNALS:
    void opened(const belanjain::ports::ShopCard& card);
    void queryRequested(const belanjain::ports::ShopQuery& query);
    void categoriesKnown(const QList<belanjain::ports::ShopCategory>& categories);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Shelf
    {
        CardStrip* strip = nullptr;
        ports::ShopQuery query;
        quint64 ticket = 0;
        bool failed = false;
    };

    void take(quint64 ticket, const ports::ShopPage& page);
    void fail(quint64 ticket, const ports::ShopProblem& problem);
    void showTrouble();
    void retranslate();

    ShopServices m_services;
    QLabel* m_categoriesTitle;
    CategoryTiles* m_tiles;
    CardStrip* m_recent;
    std::array<Shelf, 3> m_shelves;
    EmptyState* m_trouble;
    QWidget* m_content;
    quint64 m_recentTicket = 0;
    quint64 m_categoriesTicket = 0;
    bool m_anything = false;
    ports::ShopProblem m_problem;
};

} // namespace belanjain::ui
