// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;

namespace belanjain::ui {

class Button;
class DropButton;
class FormField;
class LinkButton;
class Theme;

/// What narrows and orders a search: category, price, stock; how many were found, and the order.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const Theme& theme, QWidget* parent = nullptr);

    void setCategories(const QList<ports::ShopCategory>& categories);
    /// Without the category where one store is looked at.
    void setCategoryOffered(bool offered);
    /// Shows a query; changed() is not emitted.
    void setQuery(const ports::ShopQuery& query);
    /// `live` is false for what was only seen before, which may be fewer than there are.
    void setCount(std::optional<qint64> count, bool live = true);
    /// Keeps its distance from a strip above it.
    void setBelowStrip(bool below);

Q_SIGNALS:
    void changed(const belanjain::ports::ShopQuery& query);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makePricePanel(const Theme& theme);
    void takePrices();
    void fillCategories();
    void retranslate();
    void tellPrice();

    ports::ShopQuery m_query;
    QList<ports::ShopCategory> m_list;
    std::optional<qint64> m_found;
    bool m_live = true;
    DropButton* m_category;
    Button* m_price;
    QMenu* m_priceMenu;
    QLineEdit* m_least;
    QLineEdit* m_most;
    FormField* m_leastField;
    FormField* m_mostField;
    Button* m_apply;
    QCheckBox* m_stock;
    LinkButton* m_reset;
    QLabel* m_count;
    DropButton* m_sort;
};

} // namespace belanjain::ui
