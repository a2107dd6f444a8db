// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/base_rows.h"
#include "replica/order_table.h"
#include "replica/outbox.h"
#include "replica/overlay.h"
#include "replica/product_table.h"
#include "replica/rejection_box.h"
#include "replica/replica_state.h"
#include "replica/review_table.h"
#include "replica/store_table.h"
#include "replica/touched.h"
#include "replica/uploads.h"
#include "replica/variant_table.h"

#include <QSet>

#include <optional>

namespace belanjain::replica {

/// Keeps the effective rows of one transaction right: effective = the server's row + its waiting ops.
/// Gathers what changed on the way.
class Effective
{
public:
    Effective(Work& work, ReplicaState& state);

    /// To be called before many rows are set; edits must not be queued after it in the same transaction.
    void prepareForRows();

    /// The server's row changed or is new; when edits of it wait it goes to base_rows and rebuild() has to
    /// follow, which the return value says.
    [[nodiscard]] bool setProduct(const ProductId& id, qint64 version, const protocol::ProductRow& row);
    [[nodiscard]] bool setVariant(const VariantId& id, qint64 version, const protocol::VariantRow& row);
    void removeProduct(const ProductId& id);
    void removeVariant(const VariantId& id);

    /// Makes the effective row from the base and the ops now in the outbox, and the flags from those and
    /// the rejections. Moves the base to base_rows with the first waiting op and back with the last.
    void rebuildProduct(const ProductId& id);
    void rebuildVariant(const VariantId& id);
    /// The row that an op names; nothing for ops of no row here.
    void rebuild(const protocol::Op& op);

    /// The version of the server's row that an op names; nullopt when there is none.
    std::optional<qint64> versionOf(const protocol::Op& op);

    /// The store's row, with the threshold that variants without one of their own go by.
    void setStore(const StoreId& id, qint64 version, const protocol::StoreRow& row);
    void removeStore(const StoreId& id) { m_stores.remove(id); }
    void rebuildStore(const StoreId& id);

    Overlay<OrderTable>& orders() { return m_orders; }
    Overlay<ReviewTable>& reviews() { return m_reviews; }

    const Touched& touched() const { return m_touched; }
    Touched& touched() { return m_touched; }
    ProductTable& products() { return m_products; }
    VariantTable& variants() { return m_variants; }

private:
    void writeProduct(const std::optional<StoredProduct>& before, const StoredProduct& after);
    void dropProduct(const StoredProduct& product);
    void writeVariant(const std::optional<StoredVariant>& before, StoredVariant after);
    void dropVariant(const StoredVariant& variant);
    void createVariants(const QList<protocol::Op>& ops);
    int waitingFields(const VariantId& id, const ProductId& product);
    int rejectedFields(const VariantId& id, const ProductId& product);
    bool isConcerned(const QString& id) const { return !m_concerned || m_concerned->contains(id); }
    void touch(ports::RowNumber row);
    void followStoreThreshold(const StoreId& id);
    void setStoreThreshold(qint32 threshold);

    Work& m_work;
    ReplicaState& m_state;
    ProductTable m_products;
    VariantTable m_variants;
    BaseRows m_base;
    Outbox m_outbox;
    RejectionBox m_rejections;
    Uploads m_uploads;
    /// What a row of the server's has to be looked at more closely for: ids that ops, base rows or
    /// rejections name. Read once before many rows are set; until then everything may be concerned.
    std::optional<QSet<QString>> m_concerned;
    /// Variants that were concerned and have been written as they are to be, after m_concerned was read.
    QSet<QString> m_current;
    Touched m_touched;
    Overlay<OrderTable> m_orders;
    Overlay<ReviewTable> m_reviews;
    Overlay<StoreTable> m_stores;
};

} // namespace belanjain::replica
