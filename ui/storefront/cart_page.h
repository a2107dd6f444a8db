// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefront/cart_list.h"
#include "storefront/shop_services.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class Card;
class CheckoutPanel;
class EmptyState;
class LinkButton;
class OfflineStrip;
class Theme;
class Toast;

/// The cart, and what it takes to make orders of it: address, shipping, payment, one confirmation, and the
/// outcome. Ctrl Return orders, Ctrl Z puts back what was removed.
class CartPage : public QWidget
{
    Q_OBJECT

public:
    CartPage(const Theme& theme, const ShopServices& services, QWidget* parent = nullptr);
    ~CartPage() override;

    void start();
    const ports::ShopCartState& cart() const { return m_cart; }

Q_SIGNALS:
    void productRequested(const belanjain::ProductId& product);
    void storeRequested(const belanjain::StoreId& store);
    void shoppingRequested();
    void ordersRequested();
    void signInRequested();
    void piecesChanged(qint64 pieces);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeResult();
    void connectParts();
    void takeCart(const ports::ShopCartState& cart);
    void takeCheckout(const ports::CheckoutState& state);
    void takeAddresses(const QList<ports::SavedAddress>& addresses);
    void takeQuotes(quint64 ticket, const QList<ports::ShippingQuote>& quotes);
    void askQuotes();
    void remove(const VariantId& variant);
    void undo();
    void editAddress();
    void confirm();
    void showAll();
    void showDone();
    void retranslate();
    Money shippingTotal() const;
    /// Why nothing can be ordered now; empty when it can.
    QString obstacle() const;
    int orders() const;

    const Theme& m_theme;
    ShopServices m_services;
    ports::ShopCartState m_cart;
    ports::CheckoutState m_checkout;
    QStringList m_confirmed; ///< the stores of the last checkout, in the order of the cart
    QList<ports::SavedAddress> m_addresses;
    QHash<StoreId, StoreShipping> m_shipping;
    QHash<StoreId, std::pair<QString, qint64>> m_asked; ///< postcode and weight the quotes are for
    QHash<quint64, StoreId> m_tickets;
    std::optional<ports::ShopCartLine> m_removed;
    QLabel* m_title;
    QLabel* m_subtitle;
    LinkButton* m_goOn;
    OfflineStrip* m_strip;
    QStackedWidget* m_stack;
    QWidget* m_full;
    CartList* m_list;
    CheckoutPanel* m_panel;
    EmptyState* m_empty;
    QWidget* m_done;
    QLabel* m_doneTitle;
    QLabel* m_doneText;
    QVBoxLayout* m_doneRows;
    Button* m_toOrders;
    Button* m_shopOn;
    Toast* m_toast;
};

} // namespace belanjain::ui
