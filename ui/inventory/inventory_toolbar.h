// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QWidget>

class QMenu;

namespace belanjain::ui {

class Button;
class ColumnLayout;
class DropButton;
class SearchField;
class Theme;

/// Search and filters of the stock table, and what columns it has.
class InventoryToolbar : public QWidget
{
    Q_OBJECT

public:
    explicit InventoryToolbar(const Theme& theme, QWidget* parent = nullptr);

    void setColumns(ColumnLayout* columns) { m_columns = columns; }
    void setCategories(const QStringList& categories);
    /// Shows the filters of a query without reporting them.
    void showQuery(const ports::InventoryQuery& query);
    /// Puts search and filters into a query; its sort order stays.
    void fill(ports::InventoryQuery& query) const;
    /// Whether anything but the default is looked for.
    bool isFiltering() const;
    void clear();
    void focusSearch();
    /// A store with nothing in it has nothing to search.
    void setUsable(bool usable);
    void openColumnMenu(const QPoint& global);

Q_SIGNALS:
    void changed();
    /// The search was left for the table by a key.
    void searchLeft();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QMenu* makeColumnMenu();
    void fillChoices();

    const Theme& m_theme;
    ColumnLayout* m_columns = nullptr;
    SearchField* m_search;
    DropButton* m_category;
    DropButton* m_status;
    DropButton* m_stock;
    Button* m_columnButton;
    QStringList m_categories;
};

} // namespace belanjain::ui
