// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/row_sum.h"
#include "replica/base_rows.h"
#include "replica/order_table.h"
#include "replica/outbox.h"
#include "replica/product_table.h"
#include "replica/replay.h"
#include "replica/replica.h"
#include "replica/replica_state.h"
#include "replica/review_table.h"
#include "replica/stored_json.h"
#include "replica/text_keys.h"
#include "replica/variant_table.h"

#include <QSet>

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

/// Every base row of the replica, unsorted.
QList<protocol::SyncRow> baseRows(Work& work)
{
    QList<protocol::SyncRow> rows;
    BaseRows base(work);
    const auto add = [&](QStringView table, const QString& id, qint64 version, const QJsonObject& data) {
        const auto kept = base.find(table, id);
        if (kept || version > 0)
            rows.append({.table = table.toString(),
                         .id = id,
                         .version = kept ? kept->version : version,
                         .data = kept ? kept->data : data});
    };
    ProductTable products(work);
    VariantTable variants(work);
    const auto number = [](const storage::Row& r) { return r.integer32(0); };
    const auto productRows = work.all(u"SELECT row FROM products"_s, {}, number);
    for (const qint32 row : productRows) {
        if (const auto product = products.at(row))
            add(protocol::table::products, product->id.toString(), product->version, product->data.toJson());
    }
    const auto variantRows = work.all(u"SELECT row FROM variants"_s, {}, number);
    for (const qint32 row : variantRows) {
        if (const auto variant = variants.at(row))
            add(protocol::table::variants, variant->id.toString(), variant->version, variant->data.toJson());
    }
    OrderTable orders(work);
    const auto orderRows = work.all(u"SELECT row FROM orders"_s, {}, number);
    for (const qint32 row : orderRows) {
        if (const auto order = orders.at(row))
            add(protocol::table::orders, order->id.toString(), order->version, order->data.toJson());
    }
    const auto reviews = work.all(u"SELECT row, %1 FROM reviews"_s.arg(ReviewTable::columns()), {}, ReviewTable::read);
    for (const StoredReview& review : reviews)
        add(protocol::table::reviews, review.id.toString(), review.version, review.data.toJson());
    const auto stores = work.all(
        u"SELECT id, version, name, location, description, threshold, time_zone FROM stores"_s, {},
        [](const storage::Row& r) {
            const protocol::StoreRow store{r.text(2), r.text(3), r.text(4), r.integer32(5), r.text(6)};
            return protocol::SyncRow{.id = r.text(0), .version = r.integer(1), .data = store.toJson()};
        });
    for (const protocol::SyncRow& store : stores)
        add(protocol::table::stores, store.id, store.version, store.data);
    rows += work.all(u"SELECT tab, id, version, data FROM other_rows"_s, {}, [](const storage::Row& r) {
        return protocol::SyncRow{
            .table = r.text(0), .id = r.text(1), .version = r.integer(2), .data = objectFrom(r.text(3))};
    });
    return rows;
}

} // namespace

std::pair<qint64, protocol::RowSum> Replica::countedAgain(Work& work)
{
    std::pair<qint64, protocol::RowSum> counted;
    const auto add = [&](QStringView table, const QString& id, qint64 version) {
        ++counted.first;
        counted.second.add(protocol::rowShare(table, id, version));
    };
    QSet<std::pair<QString, QString>> set; // their base rows are counted by those that were set aside
    const auto base = work.all(u"SELECT tab, id, version FROM base_rows"_s, {}, [&](const storage::Row& row) {
        set.insert({row.text(0), row.text(1)});
        add(row.text(0), row.text(1), row.integer(2));
        return true;
    });
    for (const QStringView table : {QStringView(protocol::table::products), QStringView(protocol::table::variants),
                                    QStringView(protocol::table::orders), QStringView(protocol::table::reviews)}) {
        work.all(u"SELECT id, version FROM %1 WHERE version > 0"_s.arg(table), {}, [&](const storage::Row& row) {
            const QString id = QUuid::fromRfc4122(row.bytes(0)).toString(QUuid::WithoutBraces);
            if (!set.contains({table.toString(), id}))
                add(table, id, row.integer(1));
            return true;
        });
    }
    work.all(u"SELECT id, version FROM stores"_s, {}, [&](const storage::Row& row) {
        if (!set.contains({QStringView(protocol::table::stores).toString(), row.text(0)}))
            add(protocol::table::stores, row.text(0), row.integer(1));
        return true;
    });
    work.all(u"SELECT tab, id, version FROM other_rows"_s, {}, [&](const storage::Row& row) {
        add(row.text(0), row.text(1), row.integer(2));
        return true;
    });
    return counted;
}

storage::Result<QByteArray> Replica::dump() const
{
    Work work(*m_database);
    QList<QByteArray> lines;
    const QList<protocol::SyncRow> rows = baseRows(work);
    for (const protocol::SyncRow& row : rows) {
        lines.append(row.table.toUtf8() + '\t' + row.id.toUtf8() + '\t' + QByteArray::number(row.version) +
                     '\t' + protocol::toJson(row.data) + '\n');
    }
    if (!work.ok())
        return work.failure();
    std::sort(lines.begin(), lines.end());
    return lines.join();
}

storage::Result<QStringList> Replica::check() const
{
    Work work(*m_database);
    QStringList wrong;
    protocol::RowSum sum;
    const QList<protocol::SyncRow> rows = baseRows(work);
    for (const protocol::SyncRow& row : rows)
        sum.add(protocol::rowShare(row.table, row.id, row.version));
    if (rows.size() != m_state->rowCount)
        wrong << u"%1 base rows, %2 counted"_s.arg(rows.size()).arg(m_state->rowCount);
    if (sum != m_state->rowSum)
        wrong << u"row sum %1, kept %2"_s.arg(sum.toString(), m_state->rowSum.toString());

    const auto compare = [&](const QString& what, const QString& is, const QString& shouldBe) {
        const auto text = [](const storage::Row& r) { return r.text(0); };
        const auto found = work.one(is, {}, text);
        const auto expected = work.one(shouldBe, {}, text);
        if (found != expected)
            wrong << u"%1: %2, should be %3"_s.arg(what, found.value_or(QString()),
                                                   expected.value_or(QString()));
    };
    compare(
        u"counts"_s,
        u"SELECT group_concat(x) FROM (SELECT archived || ':' || status || ':' || n AS x FROM counts WHERE n <> 0 ORDER BY 1)"_s,
        u"SELECT group_concat(x) FROM (SELECT archived || ':' || status || ':' || count(*) AS x FROM "
        u"variants "
        "GROUP BY archived, status ORDER BY 1)"_s);
    compare(
        u"shelves"_s, u"SELECT '0'"_s,
        u"SELECT count(*) FROM variants v LEFT JOIN products p ON p.row = v.product WHERE p.row IS NULL OR p.archived <> v.archived"_s);
    compare(u"waiting flags"_s, u"SELECT count(*) FROM variants WHERE waiting <> 0"_s,
            u"SELECT count(*) FROM variants v JOIN products p ON p.row = v.product WHERE EXISTS (SELECT 1 "
            u"FROM outbox "
            "WHERE replace(entity_id, '-', '') IN (lower(hex(v.id)), lower(hex(p.id)))) "
            "OR EXISTS (SELECT 1 FROM uploads u WHERE u.product = p.id AND u.state = 0)"_s);
    compare(u"base rows without waiting edits"_s, u"SELECT '0'"_s,
            u"SELECT count(*) FROM base_rows WHERE id NOT IN (SELECT entity_id FROM outbox) AND replace(id, '-', '') "
            "NOT IN (SELECT lower(hex(product)) FROM uploads WHERE state = 0) AND replace(id, '-', '') NOT IN ("
            "SELECT lower(hex(v.id)) FROM variants v JOIN products p ON p.row = v.product JOIN outbox o ON "
            "replace(o.entity_id, '-', '') = lower(hex(p.id)) AND o.name = 'product.variants')"_s);

    Outbox outbox(work);
    VariantTable variants(work);
    BaseRows base(work);
    const QList<protocol::Op> ops = outbox.all();
    for (const protocol::Op& op : ops) {
        const auto id = VariantId::parse(op.entityId);
        const auto stored = id ? variants.find(*id) : std::nullopt;
        const auto kept = base.find(protocol::table::variants, op.entityId);
        if (!stored || !kept)
            continue;
        protocol::ObjectReader reader(kept->data);
        const auto expected =
            replayed(protocol::VariantRow::read(reader), outbox.ofVariant(*id, stored->data.product), *id);
        if (expected.toJson() != stored->data.toJson())
            wrong << u"effective row %1 is not its base with its edits"_s.arg(op.entityId);
    }
    const auto damaged =
        work.one(u"PRAGMA quick_check(1)"_s, {}, [](const storage::Row& r) { return r.text(0); });
    if (damaged != u"ok"_s)
        wrong << damaged.value_or(u"unreadable"_s);
    if (!work.ok())
        return work.failure();
    return wrong;
}

} // namespace belanjain::replica
