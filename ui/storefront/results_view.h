// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefront/products_model.h"
#include "storefront/shop_services.h"

#include <QWidget>

class QStackedWidget;

namespace belanjain::ui {

class Button;
class EmptyState;
class FilterBar;
class ProductGrid;
class Theme;

/// What was found, with its filters, and what to do when that is nothing.
class ResultsView : public QWidget
{
    Q_OBJECT

public:
    ResultsView(const Theme& theme, const ShopServices& services, QWidget* parent = nullptr);

    void showQuery(const ports::ShopQuery& query);
    const ports::ShopQuery& query() const { return m_model.query(); }
    FilterBar& filters() { return *m_filters; }
    ProductGrid& grid() { return *m_grid; }
    ProductsModel& model() { return m_model; }

Q_SIGNALS:
    void opened(const belanjain::ports::ShopCard& card);
    void queryChanged(const belanjain::ports::ShopQuery& query);
    /// Everything, please.
    void leaveRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void tell();
    void tellEmpty();

    ShopServices m_services;
    ProductsModel m_model;
    FilterBar* m_filters;
    QStackedWidget* m_stack;
    ProductGrid* m_grid;
    EmptyState* m_empty;
    Button* m_more;
};

} // namespace belanjain::ui
