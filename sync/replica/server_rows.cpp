// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/server_rows.h"

#include "protocol/row_sum.h"
#include "replica/stored_json.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

bool of(const protocol::SyncRow& row, QStringView table) { return row.table == table; }

} // namespace

KnownRow KnownRow::read(const protocol::SyncRow& row)
{
    protocol::ObjectReader reader(row.data);
    if (of(row, protocol::table::variants)) {
        const auto id = VariantId::parse(row.id);
        auto data = protocol::VariantRow::read(reader);
        // The id has to come back the same, or the row's share of the sum would be another's.
        if (id && id->toString() == row.id && reader.ok())
            return {.variant = std::pair(*id, std::move(data))};
    } else if (of(row, protocol::table::products)) {
        const auto id = ProductId::parse(row.id);
        auto data = protocol::ProductRow::read(reader);
        if (id && id->toString() == row.id && reader.ok())
            return {.product = std::pair(*id, std::move(data))};
    } else if (of(row, protocol::table::stores)) {
        auto data = protocol::StoreRow::read(reader);
        if (reader.ok())
            return {.store = std::move(data)};
    }
    return {};
}

qint64 ServerRows::versionOf(const protocol::SyncRow& row)
{
    const auto number = [](const storage::Row& r) { return r.integer(0); };
    std::optional<qint64> version =
        m_work.one(u"SELECT version FROM base_rows WHERE tab = ? AND id = ?"_s, {row.table, row.id}, number);
    const auto uuid = parseUuid(row.id);
    if (!version && of(row, protocol::table::variants) && uuid)
        version = m_work.one(u"SELECT version FROM variants WHERE id = ? AND version > 0"_s,
                             {uuid->toRfc4122()}, number);
    else if (!version && of(row, protocol::table::products) && uuid)
        version = m_work.one(u"SELECT version FROM products WHERE id = ? AND version > 0"_s,
                             {uuid->toRfc4122()}, number);
    else if (!version && of(row, protocol::table::stores))
        version = m_work.one(u"SELECT version FROM stores WHERE id = ?"_s, {row.id}, number);
    if (!version)
        version = m_work.one(u"SELECT version FROM other_rows WHERE tab = ? AND id = ?"_s,
                             {row.table, row.id}, number);
    return version.value_or(0);
}

void ServerRows::apply(const protocol::SyncRow& row)
{
    const qint64 old = versionOf(row);
    if (row.version <= old)
        return;
    if (old > 0) {
        m_state.rowSum.remove(protocol::rowShare(row.table, row.id, old));
        --m_state.rowCount;
    }
    if (row.deleted) {
        if (old > 0)
            remove(row);
        return;
    }
    m_state.rowSum.add(protocol::rowShare(row.table, row.id, row.version));
    ++m_state.rowCount;
    store(row);
}

void ServerRows::remove(const protocol::SyncRow& row)
{
    m_work.run(u"DELETE FROM other_rows WHERE tab = ? AND id = ?"_s, {row.table, row.id});
    if (of(row, protocol::table::variants)) {
        if (const auto id = VariantId::parse(row.id))
            m_effective.removeVariant(*id);
    } else if (of(row, protocol::table::products)) {
        if (const auto id = ProductId::parse(row.id))
            m_effective.removeProduct(*id);
    } else if (of(row, protocol::table::stores)) {
        m_work.run(u"DELETE FROM stores WHERE id = ?"_s, {row.id});
    }
}

void ServerRows::store(const protocol::SyncRow& row)
{
    const KnownRow known = KnownRow::read(row);
    if (!known.known()) {
        keepOther(row);
        return;
    }
    m_work.run(u"DELETE FROM other_rows WHERE tab = ? AND id = ?"_s, {row.table, row.id});
    if (known.variant) {
        if (m_effective.setVariant(known.variant->first, row.version, known.variant->second))
            m_variants.insert(known.variant->first);
    } else if (known.product) {
        if (m_effective.setProduct(known.product->first, row.version, known.product->second))
            m_products.insert(known.product->first);
    } else {
        const protocol::StoreRow& store = *known.store;
        m_work.run(
            u"INSERT OR REPLACE INTO stores (id, version, name, location, description, threshold, time_zone) "
            "VALUES (?,?,?,?,?,?,?)"_s,
            {row.id, row.version, notNull(store.name), notNull(store.location), notNull(store.description),
             store.lowStockThreshold, notNull(store.timeZone)});
        m_effective.setStoreThreshold(store.lowStockThreshold);
    }
}

/// A known table's row in a form that cannot be read replaces whatever was shown of it before.
void ServerRows::keepOther(const protocol::SyncRow& row)
{
    remove(row);
    m_work.run(u"INSERT OR REPLACE INTO other_rows (tab, id, version, data) VALUES (?,?,?,?)"_s,
               {row.table, row.id, row.version, toText(row.data)});
}

void ServerRows::rebuildWaiting()
{
    for (const ProductId& id : std::as_const(m_products))
        m_effective.rebuildProduct(id);
    for (const VariantId& id : std::as_const(m_variants))
        m_effective.rebuildVariant(id);
}

} // namespace belanjain::replica
