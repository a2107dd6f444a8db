// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "protocol/rows.h"
#include "replica/touched.h"
#include "replica/work.h"

#include <optional>

namespace belanjain::replica {

struct StoredStore
{
    StoreId id;
    qint64 version = 0; ///< the server's
    protocol::StoreRow data;
    int waiting = 0;    ///< not kept: a store has no cells to mark
    int rejected = 0;
};

/// The stores table: the one store of the space.
class StoreTable
{
public:
    using Id = StoreId;
    using Data = protocol::StoreRow;
    using Stored = StoredStore;
    static constexpr const char16_t* name = protocol::table::stores;

    explicit StoreTable(Work& work)
        : m_work(work)
    {}

    std::optional<StoredStore> find(const StoreId& id);
    void write(const std::optional<StoredStore>& before, const StoredStore& after, Touched& touched);
    void remove(const StoredStore& store, Touched& touched);

private:
    Work& m_work;
};

} // namespace belanjain::replica
