// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"
#include "domain/product.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <array>
#include <optional>

// What a buyer sees of the marketplace. Everything here came from outside and was checked: texts are
// normalised and of bounded length, money lies within the range that the domain accepts.
namespace belanjain::ports
{

/// Whether an answer is the marketplace's of now, or what this computer saw last.
struct Seen
{
    bool live = false;
    std::optional<Instant> at; ///< when the marketplace said so

    bool operator==(const Seen&) const = default;
};

/// Why something was not done. `text` is the marketplace's sentence, empty when it did not answer.
struct ShopProblem
{
    QString code; ///< "unreachable", "session_ended", "unexpected_answer", or the marketplace's own code
    QString text;

    bool isEmpty() const { return code.isEmpty(); }
    bool operator==(const ShopProblem&) const = default;
};

struct ShopCard
{
    ProductId product;
    StoreId store;
    QString storeName;
    QString name;
    QString category;
    Money minPrice;
    Money maxPrice;
    qint64 available = 0;
    double rating = 0; ///< 0 to 5
    qint64 reviewCount = 0;
    qint64 sold = 0;
    QString imageHash; ///< of the first picture; empty when there is none

    bool operator==(const ShopCard&) const = default;
};

struct ShopVariant
{
    VariantId id;
    QString sku;
    QList<OptionValue> options; ///< in the product's order
    Money price;
    qint32 weightGrams = 0;
    qint64 available = 0;

    bool operator==(const ShopVariant&) const = default;
};

struct ShopPicture
{
    QString hash; ///< SHA-256, as /v1/images/{sha256} takes it
    int width = 0;
    int height = 0;

    bool operator==(const ShopPicture&) const = default;
};

struct ShopProduct
{
    ShopCard card;
    QString description;
    QList<Option> options;
    QList<Specification> specifications;
    QList<ShopPicture> pictures;
    QList<ShopVariant> variants; ///< at least one
    Seen seen;

    const ShopVariant* variant(const VariantId& id) const;
    bool operator==(const ShopProduct&) const = default;
};

enum class ShopSort : quint8 { Relevance, Popular, Newest, PriceUp, PriceDown, Rating };

struct ShopQuery
{
    QString text;
    QString category;
    std::optional<Money> minPrice; ///< one variant's price lies between the two
    std::optional<Money> maxPrice;
    bool inStock = false;
    std::optional<StoreId> store;
    ShopSort sort = ShopSort::Popular;

    bool operator==(const ShopQuery&) const = default;
};

struct ShopPage
{
    QList<ShopCard> items;
    QString nextCursor;          ///< empty on the last page
    std::optional<qint64> total; ///< with the first page
    Seen seen;
};

struct ShopCategory
{
    QString name;
    qint64 count = 0; ///< active products

    bool operator==(const ShopCategory&) const = default;
};

struct ShopStore
{
    StoreId id;
    QString name;
    QString location;
    QString description;
    double rating = 0;
    qint64 productCount = 0;
    Seen seen;

    bool operator==(const ShopStore&) const = default;
};

struct ShopReview
{
    ReviewId id;
    int rating = 0; ///< 1 to 5
    QString comment;
    QString customerName;
    QString reply; ///< the store's; empty when there is none
    Instant createdAt;

    bool operator==(const ShopReview&) const = default;
};

struct ShopReviewPage
{
    QList<ShopReview> items; ///< newest first
    QString nextCursor;
    double average = 0;
    qint64 count = 0;
    std::array<qint64, 5> histogram{}; ///< [0] is one star
    Seen seen;
};

struct ShippingQuote
{
    QString service; ///< what a checkout takes
    QString name;    ///< for people
    Money price;
    int minDays = 0;
    int maxDays = 0;

    bool operator==(const ShippingQuote&) const = default;
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::ShopProblem)
Q_DECLARE_METATYPE(belanjain::ports::ShopProduct)
Q_DECLARE_METATYPE(belanjain::ports::ShopPage)
Q_DECLARE_METATYPE(belanjain::ports::ShopStore)
Q_DECLARE_METATYPE(belanjain::ports::ShopReviewPage)
