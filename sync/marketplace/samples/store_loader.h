// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/catalogue/write_context.h"
#include "marketplace/samples/load_step.h"
#include "marketplace/samples/order_plan.h"
#include "marketplace/syncing/space.h"

#include <QJsonObject>

#include <optional>

namespace belanjain::marketplace::samples {

/// A variant as it was stored, with what an order line repeats of it. A null id: its product broke a rule and
/// was left out.
struct StoredVariant
{
    ProductId product;
    VariantId id;
    QString sku;
    QString name; ///< the product's
    QJsonObject options;
};

/// A store that was put in, and where its rows are found by the sample's indexes.
struct StoredStore
{
    StoreId id;
    QString name;
    QString seller;                       ///< the person's name, for the stock ledger
    QList<QList<StoredVariant>> variants; ///< by product and variant
};

/// Puts in stores with their sellers, products, stock and reviews, inside the caller's transaction. The
/// caller finishes the SpaceWriter.
class StoreLoader
{
public:
    StoreLoader(storage::Database& database, SpaceWriter& writer, const LoadOptions& options,
                LoadReport& report)
        : m_database(database)
        , m_writer(writer)
        , m_options(options)
        , m_report(report)
    {}

    /// nullopt when the seller's e-mail address has an account already. `taken` are the pieces each variant
    /// had more than it has now; nothing when the store has no orders. `since` is when a store that has
    /// orders opened: before the first of them.
    Step<std::optional<StoredStore>> load(const SampleStore& store, const Pieces& taken,
                                          std::optional<Instant> since, Progress& progress);

private:
    Step<std::optional<StoredStore>> openStore(const SampleStore& store, Instant since);
    Step<QList<StoredVariant>> addProduct(const StoredStore& store, const SampleProduct& product,
                                          const QList<qint64>& taken, Instant since);

    Step<void> addPhoto(const WriteContext& context, const ProductId& product, const QString& photo);

    storage::Database& m_database;
    SpaceWriter& m_writer;
    const LoadOptions& m_options;
    LoadReport& m_report;
};

} // namespace belanjain::marketplace::samples
