// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefront/shop_services.h"

#include <QWidget>

class QLabel;

namespace belanjain::ui {

class ResultsView;
class Theme;

/// One store: who it is, and what it sells.
class StoreView : public QWidget
{
    Q_OBJECT

public:
    StoreView(const Theme& theme, const ShopServices& services, QWidget* parent = nullptr);

    void show(const StoreId& store, const ports::ShopQuery& query);
    ResultsView& results() { return *m_results; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void tell();

    ShopServices m_services;
    std::optional<ports::ShopStore> m_store;
    StoreId m_id;
    quint64 m_ticket = 0;
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_description;
    ResultsView* m_results;
};

} // namespace belanjain::ui
