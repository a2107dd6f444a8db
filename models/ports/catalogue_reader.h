// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/product.h"
#include "domain/store.h"
#include "ports/inventory.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <optional>

namespace belanjain::ports
{

enum class PictureState : quint8 {
    Stored,
    Waiting, ///< on this computer, to be uploaded
    Refused, ///< the marketplace did not take it; the rejection says why
};

struct ProductPicture
{
    QString id;
    QString hash; ///< sha256 of the picture at the marketplace, or of the file here while it is not there
    int width = 0;
    int height = 0;
    PictureState state = PictureState::Stored;

    bool operator==(const ProductPicture&) const = default;
};

/// A variant with its stock, for an editor.
struct ProductVariant
{
    Variant variant;
    qint32 onHand = 0;
    qint32 reserved = 0;
    EditFields waiting;
    EditFields rejected;

    qint32 available() const { return onHand > reserved ? onHand - reserved : 0; }
    bool operator==(const ProductVariant&) const = default;
};

/// A whole product as a seller edits it: the effective values, pending edits included.
struct ProductDetail
{
    ProductId product;
    QString name;
    QString description;
    QString category;
    bool archived = false;
    QList<Option> options;
    QList<Specification> specifications;
    QList<ProductPicture> pictures;
    QList<ProductVariant> variants;
    Instant createdAt;
    Instant updatedAt; ///< at the marketplace; 0 for one that is not there yet
    bool waiting = false; ///< edits of the product itself wait

    bool operator==(const ProductDetail&) const = default;
};

/// A line of the list of products.
struct ProductListRow
{
    ProductId product;
    QString name;
    QString category;
    QString imageHash;
    bool archived = false;
    int variants = 0;
    Money minPrice;
    Money maxPrice;
    qint64 available = 0;
    int low = 0; ///< variants that are low
    int out = 0; ///< variants that are out of stock

    bool operator==(const ProductListRow&) const = default;
};

struct ProductListQuery
{
    QString search; ///< words matched by prefix in name, options, SKU and barcode
    QString category; ///< empty: all
    StatusFilter status = StatusFilter::Active;
    int limit = 100;
    int offset = 0;

    bool operator==(const ProductListQuery&) const = default;
};

struct ProductListPage
{
    QList<ProductListRow> products; ///< by name
    int total = 0;
};

/// What a scanned or typed code belongs to.
struct CodeMatch
{
    QString code;
    std::optional<VariantId> variant;
    std::optional<ProductId> product;
};

/// A variant that a few typed words fit.
struct VariantMatch
{
    VariantId variant;
    ProductId product;
    QString title; ///< product and options: "Kaos Polos, Hitam, L"
    QString sku;
    QString barcode;
};

/// Reads whole products and the store's profile from the replica off the caller's thread. Tickets come back
/// with the answers.
class CatalogueReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by productRead(); nullopt when there is no such product.
    virtual void readProduct(quint64 ticket, const ProductId& product) = 0;
    /// Answered by productsRead(); a newer request abandons an older one, unless the upper halves of their tickets
    /// differ: screens that read lists at the same time begin their tickets apart.
    virtual void readProducts(quint64 ticket, const ProductListQuery& query) = 0;
    /// Looks for a variant by exact barcode, else SKU; answered by codeFound().
    virtual void findCode(quint64 ticket, const QString& code) = 0;
    /// The first variants on sale that the words match as in a list; answered by variantsFound().
    virtual void findVariants(quint64 ticket, const QString& words) = 0;
    /// Answered by storeRead(), now and whenever it changes.
    virtual void readStore() = 0;

Q_SIGNALS:
    void productRead(quint64 ticket, const std::optional<belanjain::ports::ProductDetail>& product);
    void productsRead(quint64 ticket, const belanjain::ports::ProductListPage& page);
    void codeFound(quint64 ticket, const belanjain::ports::CodeMatch& match);
    void variantsFound(quint64 ticket, const QList<belanjain::ports::VariantMatch>& matches);
    void storeRead(const belanjain::StoreId& id, const belanjain::StoreProfile& profile);
    void failed(quint64 ticket, const QString& reason);
    /// Products changed: what is shown may be old.
    void stale();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::ProductDetail)
Q_DECLARE_METATYPE(belanjain::ports::ProductListPage)
Q_DECLARE_METATYPE(belanjain::ports::CodeMatch)
