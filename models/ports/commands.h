// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"
#include "domain/order_state.h"
#include "domain/product.h"
#include "domain/product_draft.h"
#include "domain/violation.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>
#include <variant>

namespace belanjain::ports
{

// What a seller means, not what a row becomes: each turns into one op of the sync protocol.

struct AdjustStock
{
    VariantId variant;
    qint32 delta = 0; ///< pieces; what was typed against what was shown
    QString reason;
};

struct CountStock
{
    VariantId variant;
    qint32 counted = 0;
    qint32 expected = 0; ///< on hand as the counter saw it
    QString reason;
};

struct SetPrice
{
    VariantId variant;
    Money price;
};

struct SetSku
{
    VariantId variant;
    QString sku;
};

struct SetBarcode
{
    VariantId variant;
    QString barcode;
};

struct SetThreshold
{
    VariantId variant;
    std::optional<qint32> threshold; ///< nullopt: the store's again
};

struct SetProductArchived
{
    ProductId product;
    bool archived = true;
};

struct SetWeight
{
    VariantId variant;
    qint32 grams = 0;
};

/// The fields of a product that were changed; the others stay.
struct UpdateProduct
{
    ProductId product;
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString> category;
    std::optional<QList<Specification>> specifications;
};

/// A step of an order at the hands of its seller. A cancellation needs a reason.
struct MoveOrder
{
    OrderId order;
    OrderStatus to = OrderStatus::Pending;
    QString reason;
    QString courier;
    QString trackingNumber;
};

/// An answer to a review, in place of a former one; empty takes it away.
struct ReplyToReview
{
    ReviewId review;
    QString reply;
};

/// The fields of the store's profile that were changed; the others stay.
struct UpdateStore
{
    StoreId store;
    std::optional<QString> name;
    std::optional<QString> location;
    std::optional<QString> description;
    std::optional<qint32> lowStockThreshold;
    std::optional<QString> timeZone;
};

/// A product with one variant: AddProduct for whoever has no more to say.
struct CreateProduct
{
    ProductId product;
    VariantId variant;
    QString name;
    QString category;
    QString sku; ///< empty: one is made
    Money price;
    qint32 stock = 0;
};

/// A whole product, with the ids of its variants: as many as the draft has, or as it has combinations of options.
/// Missing SKUs are made.
struct AddProduct
{
    ProductId product;
    ProductDraft draft;
    QList<VariantId> variants;
};

/// A variant in the grid of a product that is there. Of one that the product has, only the place and the option
/// values are looked at: prices, SKUs and stock have commands of their own. A new one needs a price.
struct GridVariant
{
    VariantId variant;
    VariantDraft draft;
};

/// Other options for a product that is there, and its variants by them, in their order. Every variant that the
/// product has must fit in; none is taken away, since a variant has been counted and sold.
struct SetVariants
{
    ProductId product;
    QList<Option> expected; ///< the options that this was made on; OptionsMismatch in "expected" when they are others now
    QList<Option> options;
    QList<GridVariant> variants;
};

/// A picture that Pictures::keep() has put on disk, for a product. It is shown at once and uploaded when the
/// marketplace can be reached.
struct AttachPicture
{
    ProductId product;
    ImageId image;
    QString hash; ///< as kept() gave it
    int width = 0;
    int height = 0;
    std::optional<int> position; ///< from 0; nullopt: behind the others
};

struct RemovePicture
{
    ProductId product;
    ImageId image;
};

/// The product's pictures in this order; what is not named stays behind those that are.
struct OrderPictures
{
    ProductId product;
    QList<ImageId> images;
};

using Command = std::variant<AdjustStock, CountStock, SetPrice, SetSku, SetBarcode, SetThreshold, SetWeight,
                             SetProductArchived, UpdateProduct, CreateProduct, MoveOrder, ReplyToReview, UpdateStore,
                             AddProduct, SetVariants, AttachPicture, RemovePicture, OrderPictures>;

/// The fate of one command: applied here and queued, or refused by a rule with nothing changed.
struct CommandResult
{
    bool applied = false;
    std::optional<Violation> violation;
    /// The replica could not be written (disk full, file gone): nothing of the batch was kept.
    QString storageProblem;
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::CommandResult)
