// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop_cart.h"
#include "storefront/shop_services.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace belanjain::ui {

class Theme;

/// The shipping services that were offered for a store's parcel, and the one chosen.
struct StoreShipping
{
    QList<ports::ShippingQuote> quotes;
    QString chosen; ///< service; empty: none is offered or known yet
    bool asking = false;
    bool failed = false;

    const ports::ShippingQuote* quote() const;
};

/// The cart's lines in a card for each store, with what is wrong with them and the service that sends them.
class CartList : public QWidget
{
    Q_OBJECT

public:
    CartList(const Theme& theme, PictureThumbnails* thumbnails, QWidget* parent = nullptr);

    void show(const ports::ShopCartState& cart, const QHash<StoreId, StoreShipping>& shipping, bool addressKnown);

Q_SIGNALS:
    void quantityChanged(const belanjain::VariantId& variant, int quantity);
    void removed(const belanjain::VariantId& variant);
    void priceAccepted(const belanjain::VariantId& variant);
    void serviceChosen(const belanjain::StoreId& store, const QString& service);
    void productRequested(const belanjain::ProductId& product);
    void storeRequested(const belanjain::StoreId& store);

private:
    QWidget* makeStore(const ports::ShopCartStore& store, int number, const StoreShipping& shipping, bool addressKnown);
    QWidget* makeLine(const ports::ShopCartLine& line, QWidget* parent);
    QWidget* makeShipping(const ports::ShopCartStore& store, const StoreShipping& shipping, bool addressKnown, QWidget* parent);

    const Theme& m_theme;
    PictureThumbnails* m_thumbnails;
    QVBoxLayout* m_column;
    bool m_locked = false;
};

} // namespace belanjain::ui
