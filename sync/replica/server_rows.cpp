// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/server_rows.h"

#include "protocol/row_sum.h"
#include "replica/stored_json.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

bool of(const protocol::SyncRow& row, QStringView table) { return row.table == table; }

template<class SomeId, class Data>
std::optional<std::pair<SomeId, Data>> readRow(const protocol::SyncRow& row)
{
    const auto id = SomeId::parse(row.id);
    protocol::ObjectReader reader(row.data);
    auto data = Data::read(reader);
    // The id has to come back the same, or the row's share of the sum would be another's.
    if (!id || id->toString() != row.id || !reader.ok())
        return std::nullopt;
    return std::pair(*id, std::move(data));
}

/// Of tables with ids as bytes.
bool isOwnTable(const protocol::SyncRow& row)
{
    return of(row, protocol::table::variants) || of(row, protocol::table::products) ||
           of(row, protocol::table::orders) || of(row, protocol::table::reviews);
}

} // namespace

KnownRow KnownRow::read(const protocol::SyncRow& row)
{
    if (of(row, protocol::table::variants))
        return {.variant = readRow<VariantId, protocol::VariantRow>(row)};
    if (of(row, protocol::table::products))
        return {.product = readRow<ProductId, protocol::ProductRow>(row)};
    if (of(row, protocol::table::orders))
        return {.order = readRow<OrderId, protocol::OrderRow>(row)};
    if (of(row, protocol::table::reviews))
        return {.review = readRow<ReviewId, protocol::ReviewRow>(row)};
    if (of(row, protocol::table::stores))
        return {.store = readRow<StoreId, protocol::StoreRow>(row)};
    return {};
}

qint64 ServerRows::versionOf(const protocol::SyncRow& row)
{
    const auto number = [](const storage::Row& r) { return r.integer(0); };
    std::optional<qint64> version =
        m_work.one(u"SELECT version FROM base_rows WHERE tab = ? AND id = ?"_s, {row.table, row.id}, number);
    const auto uuid = parseUuid(row.id);
    if (!version && isOwnTable(row) && uuid)
        version = m_work.one(u"SELECT version FROM %1 WHERE id = ? AND version > 0"_s.arg(row.table),
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
    const auto uuid = parseUuid(row.id);
    if (!uuid)
        return;
    if (of(row, protocol::table::variants))
        m_effective.removeVariant(VariantId(*uuid));
    else if (of(row, protocol::table::products))
        m_effective.removeProduct(ProductId(*uuid));
    else if (of(row, protocol::table::orders))
        m_effective.orders().remove(OrderId(*uuid));
    else if (of(row, protocol::table::reviews))
        m_effective.reviews().remove(ReviewId(*uuid));
    else if (of(row, protocol::table::stores))
        m_effective.removeStore(StoreId(*uuid));
}

void ServerRows::store(const protocol::SyncRow& row)
{
    const KnownRow known = KnownRow::read(row);
    if (!known.known()) {
        keepOther(row);
        return;
    }
    m_work.run(u"DELETE FROM other_rows WHERE tab = ? AND id = ?"_s, {row.table, row.id});
    show(known, row.version);
}

void ServerRows::show(const KnownRow& known, qint64 version)
{
    if (known.variant) {
        if (m_effective.setVariant(known.variant->first, version, known.variant->second))
            m_variants.insert(known.variant->first);
    } else if (known.product) {
        if (m_effective.setProduct(known.product->first, version, known.product->second))
            m_products.insert(known.product->first);
    } else if (known.order) {
        m_effective.orders().set(known.order->first, version, known.order->second);
    } else if (known.review) {
        m_effective.reviews().set(known.review->first, version, known.review->second);
    } else if (known.store) {
        m_effective.setStore(known.store->first, version, known.store->second);
    }
}

void ServerRows::adoptOtherRows()
{
    const auto kept = m_work.all(u"SELECT tab, id, version, data FROM other_rows WHERE tab IN ('orders', 'reviews')"_s,
                                 {}, [](const storage::Row& r) {
                                     return protocol::SyncRow{.table = r.text(0),
                                                              .id = r.text(1),
                                                              .version = r.integer(2),
                                                              .data = objectFrom(r.text(3))};
                                 });
    for (const protocol::SyncRow& row : kept) {
        const KnownRow known = KnownRow::read(row);
        if (!m_work.ok() || !known.known())
            continue;
        m_work.run(u"DELETE FROM other_rows WHERE tab = ? AND id = ?"_s, {row.table, row.id});
        show(known, row.version);
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
