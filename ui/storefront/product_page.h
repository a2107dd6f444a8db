// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefront/shop_services.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class Card;
class EmptyState;
class Gallery;
class IconLabel;
class OptionPicker;
class RatingBars;
class ReviewList;
class Stars;
class Stepper;
class Theme;

/// One product: pictures, what can be chosen, price and stock of that, specifications, reviews, its store, and
/// what sending it costs. Return puts it into the cart.
class ProductPage : public QWidget
{
    Q_OBJECT

public:
    ProductPage(const Theme& theme, const ShopServices& services, QWidget* parent = nullptr);

    void show(const ProductId& product);
    ProductId product() const { return m_id; }
    const ports::ShopProduct* shown() const { return m_product ? &*m_product : nullptr; }
    /// Where the buyer lives, for quotes; empty: not known.
    void setAddress(const ports::OrderAddress& address);

Q_SIGNALS:
    void storeRequested(const belanjain::StoreId& store);
    void cartRequested();
    void backRequested();
    /// It has been told to the cart.
    void added(const QString& name);
    void titleChanged(const QString& category, const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeMiddle(QWidget* parent);
    QWidget* makeLeft(QWidget* parent);
    QWidget* makeRight(QWidget* parent);
    void take(quint64 ticket, const ports::ShopProduct& product);
    void fail(quint64 ticket, const ports::ShopProblem& problem);
    void tellVariant();
    void tellFacts();
    void tellStore();
    void tellRatings();
    void askQuotes();
    void tellQuotes(const QList<ports::ShippingQuote>& quotes);
    void addToCart(bool thenCart);
    void retranslate();

    const Theme& m_theme;
    ShopServices m_services;
    ProductId m_id;
    std::optional<ports::ShopProduct> m_product;
    std::optional<ports::ShopStore> m_storeSeen;
    ports::ShopProblem m_problem;
    ports::OrderAddress m_address;
    quint64 m_ticket = 0;
    quint64 m_storeTicket = 0;
    quint64 m_quoteTicket = 0;
    qint64 m_quotedGrams = -1;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    EmptyState* m_trouble;
    Gallery* m_gallery;
    QLabel* m_name;
    Stars* m_stars;
    QLabel* m_ratingLine;
    QLabel* m_price;
    OptionPicker* m_options;
    Stepper* m_quantity;
    IconLabel* m_stockIcon;
    QLabel* m_stock;
    Button* m_add;
    Button* m_buy;
    QLabel* m_descriptionTitle;
    QLabel* m_description;
    QLabel* m_factsTitle;
    Card* m_facts;
    QGridLayout* m_factsGrid;
    ReviewList* m_reviews;
    QLabel* m_storeName;
    QLabel* m_storeFacts;
    Button* m_visit;
    Card* m_quotes;
    QLabel* m_quotesTitle;
    QVBoxLayout* m_quoteRows;
    Card* m_ratingCard;
    qint64 m_rated = 0; ///< how many reviews the bars are of
    QLabel* m_ratingTitle;
    RatingBars* m_bars;
};

} // namespace belanjain::ui
