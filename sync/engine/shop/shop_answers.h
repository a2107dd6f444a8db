// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/transport.h"
#include "ports/purchases.h"
#include "ports/shop.h"

#include <QJsonObject>

#include <optional>

namespace belanjain::engine
{

// The marketplace's answers to a buyer, checked: what is ill-typed, out of range or endless is not taken.
// A list leaves out the items that cannot be read; nullopt is an answer that is none.

std::optional<ports::ShopProduct> readShopProduct(const QJsonObject& json);

struct ProductListAnswer
{
    QList<std::pair<QJsonObject, ports::ShopProduct>> items; ///< as sent, and as read
    QString nextCursor;
    std::optional<qint64> total;
};
std::optional<ProductListAnswer> readProductList(const QByteArray& body);

std::optional<QList<ports::ShopCategory>> readCategories(const QByteArray& body);
std::optional<ports::ShopStore> readShopStore(const QByteArray& body);
std::optional<ports::ShopReviewPage> readShopReviews(const QByteArray& body);
std::optional<QList<ports::ShippingQuote>> readQuotes(const QByteArray& body);

/// A line of the account's cart.
struct CartAnswerLine
{
    VariantId variant;
    ProductId product;
    StoreId store;
    QString storeName;
    QString name;
    QString optionsLabel;
    Money unitPrice;
    qint64 quantity = 0;
    qint64 available = 0;
    bool notForSale = false;
};
std::optional<QList<CartAnswerLine>> readCart(const QByteArray& body);

std::optional<ports::Purchase> readPurchase(const QJsonObject& json);
struct PurchaseListAnswer
{
    QList<std::pair<QJsonObject, ports::Purchase>> items;
    QString nextCursor;
    std::optional<qint64> total;
};
std::optional<PurchaseListAnswer> readPurchases(const QByteArray& body);

/// Of an answer that is no success.
ports::ShopProblem problemOf(const HttpAnswer& answer);

/// The last part of "/v1/images/{sha256}"; empty for anything else.
QString imageHashOf(const QString& url);

} // namespace belanjain::engine
