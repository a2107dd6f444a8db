// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stock.h"
#include "protocol/messages.h"
#include "replica/product_table.h"
#include "replica/variant_table.h"
#include "replica/work.h"

namespace belanjain::replica
{

/// Fills an empty replica file as fast as SQLite takes it: many rows a statement, no index, trigger or
/// search word until every row is in. What breaks off leaves a file to throw away.
class BulkLoad
{
public:
    explicit BulkLoad(storage::Database& database) : m_work(database) {}

    storage::Outcome begin();
    storage::Outcome add(const protocol::SyncRow& row);
    /// Builds indexes, counts and search words and ends the transaction.
    storage::Outcome finish();

    qint64 rows() const { return m_rows; }
    protocol::RowSum sum() const { return m_sum; }
    qint32 storeThreshold() const { return m_threshold; }

private:
    void addStore(const protocol::SyncRow& row, const protocol::StoreRow& store);
    void addProduct(const ProductId& id, qint64 version, const protocol::ProductRow& data);
    void addVariant(const VariantId& id, qint64 version, const protocol::VariantRow& data);
    void appendVariant(const StoredVariant& variant, const QJsonArray& options);
    void addOther(const protocol::SyncRow& row);
    void keepLoose(const protocol::SyncRow& row);
    void flushProducts();
    void flushVariants();
    void placeLoose();
    void takeApart();
    void putTogether(const QString& table);

    Work m_work;
    StoredProduct m_product; ///< the last one: its variants follow it
    QVariantList m_products;
    QVariantList m_variants;
    QStringList m_dropped; ///< SQL of the indexes and triggers to make again
    qint32 m_productRow = 0;
    qint32 m_variantRow = 0;
    qint64 m_rows = 0;
    protocol::RowSum m_sum;
    qint32 m_threshold = defaultLowStockThreshold;
    bool m_thresholdLate = false;
    bool m_loose = false;
};

} // namespace belanjain::replica
