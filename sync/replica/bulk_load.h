// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stock.h"
#include "protocol/messages.h"
#include "replica/order_table.h"
#include "replica/product_table.h"
#include "replica/review_table.h"
#include "replica/variant_table.h"
#include "storage/bulk_insert.h"

#include <memory>
#include <optional>

namespace belanjain::replica {

/// Fills a new replica file as fast as SQLite takes it: no index, trigger or search word until every row
/// is in. What breaks off leaves a file to throw away.
class BulkLoad
{
public:
    BulkLoad(const QString& file, const storage::FaultHook& fault)
        : m_file(file)
        , m_fault(fault)
    {}

    /// Makes the file with its tables.
    storage::Outcome begin();
    storage::Outcome add(const protocol::SyncRow& row);
    /// Builds indexes, counts and search words and closes the file.
    storage::Outcome finish();

    qint64 rows() const { return m_rows; }
    protocol::RowSum sum() const { return m_sum; }
    qint32 storeThreshold() const { return m_threshold; }

private:
    using Statement = storage::BulkInsert::Statement;
    struct Statements
    {
        Statement store;
        Statement product;
        Statement variant;
        Statement order;
        Statement line;
        Statement words;
        Statement review;
        Statement other;
        Statement loose;
    };

    storage::Result<std::unique_ptr<storage::Database>> openForSchema() const;
    storage::Result<Statements> prepareStatements();
    storage::Outcome addStore(const protocol::SyncRow& row, const protocol::StoreRow& store);
    storage::Outcome addProduct(const ProductId& id, qint64 version, const protocol::ProductRow& data);
    storage::Outcome addVariant(const VariantId& id, qint64 version, const protocol::VariantRow& data);
    storage::Outcome addOrder(const OrderId& id, qint64 version, const protocol::OrderRow& data);
    storage::Outcome addReview(const ReviewId& id, qint64 version, const protocol::ReviewRow& data);
    storage::Outcome addOther(const protocol::SyncRow& row);
    storage::Outcome keepLoose(const protocol::SyncRow& row);
    void takeApart(Work& work);
    void putTogether(Work& work, const QString& table);
    void placeLoose(Work& work);

    QString m_file;
    storage::FaultHook m_fault;
    std::unique_ptr<storage::BulkInsert> m_insert;
    std::optional<Statements> m_statements; ///< gone before m_insert
    StoredProduct m_product;                ///< the last one: its variants follow it
    QStringList m_optionNames;              ///< its options
    QStringList m_dropped;                  ///< SQL of the indexes and triggers to make again
    qint32 m_productRow = 0;
    qint32 m_variantRow = 0;
    qint32 m_orderRow = 0;
    qint64 m_rows = 0;
    protocol::RowSum m_sum;
    qint32 m_threshold = defaultLowStockThreshold;
    bool m_thresholdLate = false;
    bool m_loose = false;
};

} // namespace belanjain::replica
