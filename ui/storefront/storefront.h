// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefront/shop_services.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace belanjain::ui {

class Button;
class HomeView;
class LinkButton;
class OfflineStrip;
class ProductPage;
class ResultsView;
class SearchField;
class StoreView;
class SuggestBox;
class Theme;
class Toast;

/// Looking around: the first page, what a search found, a store, a product; with the way back through them.
/// Ctrl F searches, Alt Left goes back.
class Storefront : public QWidget
{
    Q_OBJECT

public:
    Storefront(const Theme& theme, const ShopServices& services, QWidget* parent = nullptr);
    ~Storefront() override;

    void start();
    void showHome();
    void showQuery(const ports::ShopQuery& query);
    void showProduct(const ProductId& product);
    void showStore(const StoreId& store);
    void back();
    void focusSearch();

    HomeView& home() { return *m_home; }
    ResultsView& results() { return *m_results; }
    ProductPage& productPage() { return *m_product; }

Q_SIGNALS:
    void cartRequested();
    void categoriesKnown(const QList<belanjain::ports::ShopCategory>& categories);
    /// The category that is looked at; empty for none.
    void categoryShown(const QString& category);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place
    {
        enum class Kind { Home, Results, Store, Product } kind = Kind::Home;
        ports::ShopQuery query = {};
        StoreId store = {};
        ProductId product = {};
        bool operator==(const Place&) const = default;
    };

    QWidget* makeHeader();
    void connectParts();
    /// What was typed leaves the focus and the suggestions where they are; everything else takes the field over.
    enum class Asked { ByTyping, Otherwise };
    void go(const Place& place, Asked asked = Asked::Otherwise);
    void show(const Place& place, Asked asked = Asked::Otherwise);
    void tellHeader();
    void search(const QString& text);
    /// Somebody is typing in the field.
    bool isSearching() const;
    void retranslate();

    const Theme& m_theme;
    ShopServices m_services;
    QList<Place> m_history;
    QString m_category; ///< of the product shown
    qint64 m_pieces = 0;
    QLabel* m_title;
    Button* m_back;
    LinkButton* m_crumb;
    SearchField* m_search;
    SuggestBox* m_suggest;
    Button* m_cart;
    OfflineStrip* m_strip;
    QStackedWidget* m_stack;
    HomeView* m_home;
    ResultsView* m_results;
    StoreView* m_store;
    ProductPage* m_product;
    Toast* m_toast;
};

} // namespace belanjain::ui
