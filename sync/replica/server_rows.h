// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "replica/effective.h"

#include <QSet>

namespace belanjain::replica {

struct KnownRow;

/// Takes the server's rows of a pull into the replica and keeps count and sum.
class ServerRows
{
public:
    ServerRows(Work& work, ReplicaState& state, Effective& effective)
        : m_work(work)
        , m_state(state)
        , m_effective(effective)
    {}

    /// Ignores a version that is not newer than the one here.
    void apply(const protocol::SyncRow& row);
    /// Moves rows of tables that an older program kept unread to where this one shows them.
    void adoptOtherRows();
    /// Rebuilds the effective rows whose base changed while edits wait. After the last apply().
    void rebuildWaiting();

private:
    /// The server's version of the row here, 0 when there is none.
    qint64 versionOf(const protocol::SyncRow& row);
    void remove(const protocol::SyncRow& row);
    void store(const protocol::SyncRow& row);
    void show(const KnownRow& known, qint64 version);
    void keepOther(const protocol::SyncRow& row);

    Work& m_work;
    ReplicaState& m_state;
    Effective& m_effective;
    QSet<ProductId> m_products;
    QSet<VariantId> m_variants;
};

/// A row of a table that has screens here, read without errors; any other is kept as it is.
struct KnownRow
{
    std::optional<std::pair<StoreId, protocol::StoreRow>> store;
    std::optional<std::pair<ProductId, protocol::ProductRow>> product;
    std::optional<std::pair<VariantId, protocol::VariantRow>> variant;
    std::optional<std::pair<OrderId, protocol::OrderRow>> order;
    std::optional<std::pair<ReviewId, protocol::ReviewRow>> review;

    static KnownRow read(const protocol::SyncRow& row);
    bool known() const { return store || product || variant || order || review; }
};

} // namespace belanjain::replica
