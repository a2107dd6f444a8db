// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/order_queries.h"

#include "domain/search_text.h"
#include "replica/inventory_query.h"
#include "replica/order_table.h"
#include "replica/print_notes.h"
#include "replica/variant_table.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::OrderSort;
namespace {

/// Still to be shipped: OrderStatus::Pending and Processing.
constexpr char16_t openStates[] = u"o.status IN (0, 1)";

QString orderBy(OrderSort sort, bool descending)
{
    const QString way = descending ? u" DESC"_s : u" ASC"_s;
    const auto sorted = [&](const QStringList& keys) {
        QStringList parts;
        for (const QString& key : keys)
            parts << key + way;
        return u" ORDER BY "_s + parts.join(u", "_s) + u", o.created_at DESC, o.row DESC"_s;
    };
    switch (sort) {
    case OrderSort::Created:
        return u" ORDER BY o.created_at"_s + way + u", o.row"_s + way;
    case OrderSort::Number:
        return sorted({u"length(o.number)"_s, u"o.number"_s});
    case OrderSort::Customer:
        return sorted({u"o.customer_name COLLATE NOCASE"_s});
    case OrderSort::Total:
        return sorted({u"o.total"_s});
    case OrderSort::Status:
        return sorted({u"o.status"_s});
    }
    return {};
}

} // namespace

Sql orderConditions(const ports::OrdersQuery& query)
{
    QStringList all;
    QVariantList values;
    const auto add = [&](const QString& condition, const QVariantList& its = {}) {
        all << condition;
        values += its;
    };
    if (query.status)
        add(u"o.status = ?"_s, {int(*query.status)});
    if (query.product)
        add(u"o.row IN (SELECT order_row FROM order_lines WHERE product = ?)"_s, {query.product->uuid().toRfc4122()});
    if (query.lateBefore)
        add(QString::fromUtf16(openStates) + u" AND o.created_at < ?"_s, {query.lateBefore->ms});
    if (query.from)
        add(u"o.created_at >= ?"_s, {query.from->ms});
    if (query.until)
        add(u"o.created_at < ?"_s, {query.until->ms});
    if (query.sync == ports::SyncFilter::Waiting)
        add(u"o.waiting <> 0"_s);
    if (query.sync == ports::SyncFilter::Rejected)
        add(u"o.rejected <> 0"_s);
    if (const QStringList words = searchWords(query.search); !words.isEmpty()) {
        QStringList terms;
        for (const QString& word : words)
            terms << u"\"%1\"*"_s.arg(word);
        add(u"o.row IN (SELECT rowid FROM order_search WHERE order_search MATCH ?)"_s, {terms.join(u" AND "_s)});
    } else if (!query.search.trimmed().isEmpty()) {
        add(u"0"_s); // nothing but punctuation matches nothing
    }
    return {all.isEmpty() ? QString() : u" WHERE "_s + all.join(u" AND "_s), values};
}

namespace {

ports::OrderRow readRow(const storage::Row& row)
{
    return {.row = row.integer32(0),
            .order = OrderId(QUuid::fromRfc4122(row.bytes(1))),
            .number = row.text(2),
            .customerName = row.text(3),
            .city = row.text(4),
            .status = OrderStatus(row.integer32(5)),
            .total = {row.integer(6)},
            .lines = row.integer32(7),
            .pieces = row.integer(8),
            .firstLine = row.text(9),
            .shippingService = row.text(10),
            .courier = row.text(11),
            .trackingNumber = row.text(12),
            .createdAt = {row.integer(13)},
            .labelPrints = row.integer32(16),
            .waiting = ports::EditFields(row.integer32(14)),
            .rejected = ports::EditFields(row.integer32(15))};
}

QString optionsText(const QJsonObject& options)
{
    QStringList values;
    for (const QJsonValue& value : options)
        values << value.toString();
    return values.join(u", "_s);
}

} // namespace

QList<ports::RowNumber> orderRows(Work& work, const ports::OrdersQuery& query)
{
    const Sql where = orderConditions(query);
    return work.all(u"SELECT o.row FROM orders o"_s + where.text + orderBy(query.sort, query.descending), where.values,
                    [](const storage::Row& row) { return row.integer32(0); });
}

QList<ports::OrderRow> fetchOrders(Work& work, const QList<ports::RowNumber>& rows)
{
    return work.all(
        u"SELECT o.row, o.id, o.number, o.customer_name, coalesce(o.address ->> 'city', ''), o.status, o.total, "
        "(SELECT count(*) FROM order_lines l WHERE l.order_row = o.row), o.pieces, "
        "coalesce((SELECT l.name FROM order_lines l WHERE l.order_row = o.row ORDER BY l.position LIMIT 1), ''), "
        "o.shipping_service, o.courier, o.tracking_number, o.created_at, o.waiting, o.rejected, "
        "coalesce((SELECT times FROM prints WHERE order_id = o.id AND document = 1), 0) "
        "FROM json_each(?) j CROSS JOIN orders o ON o.row = j.value ORDER BY j.key"_s,
        {jsonArray(rows.constData(), rows.size())}, readRow);
}

std::optional<ports::OrderDetail> readOrderDetail(Work& work, const OrderId& order)
{
    const auto stored = OrderTable(work).find(order);
    if (!stored)
        return std::nullopt;
    const protocol::OrderRow& data = stored->data;
    const auto part = [&](QStringView key) { return data.shippingAddress.value(key).toString(); };
    ports::OrderDetail detail{.head = fetchOrders(work, {stored->row}).value(0),
                              .address = {part(u"recipient"), part(u"phone"), part(u"street"), part(u"city"),
                                          part(u"province"), part(u"postcode")},
                              .subtotal = data.subtotal,
                              .shippingCost = data.shippingCost,
                              .discount = data.discount,
                              .paymentMethod = data.paymentMethod,
                              .cancelReason = data.cancelReason,
                              .processedAt = data.processedAt,
                              .shippedAt = data.shippedAt,
                              .deliveredAt = data.deliveredAt,
                              .cancelledAt = data.cancelledAt,
                              .prints = printNotes(work, order)};
    for (const protocol::OrderLineRow& line : data.lines) {
        struct Now
        {
            QString imageHash;
            QString optionsLabel;
            qint32 weight = 0;
        };
        const auto now = work.one(
            u"SELECT p.image_hash, v.options_label, v.weight FROM variants v JOIN products p ON p.row = v.product WHERE v.id = ?"_s,
            {line.variant.uuid().toRfc4122()}, [](const storage::Row& r) { return Now{r.text(0), r.text(1), r.integer32(2)}; });
        // The label in the product's order of options, as long as the variant is known.
        const bool known = now && !now->optionsLabel.isEmpty();
        detail.list.append({.product = line.product,
                            .variant = line.variant,
                            .sku = line.sku,
                            .name = line.name,
                            .optionsLabel = known ? now->optionsLabel : optionsText(line.options),
                            .unitPrice = line.unitPrice,
                            .quantity = line.quantity,
                            .lineTotal = line.lineTotal,
                            .weightGrams = now ? now->weight : 0,
                            .imageHash = now ? now->imageHash : QString()});
    }
    return detail;
}

ports::OrderCounts countOrders(Work& work, Instant lateBefore)
{
    ports::OrderCounts counts;
    const auto perStatus = work.all(u"SELECT status, count(*) FROM orders GROUP BY status"_s, {},
                                    [](const storage::Row& r) { return std::pair(r.integer32(0), r.integer32(1)); });
    for (const auto& [status, count] : perStatus) {
        if (status >= 0 && size_t(status) < counts.byStatus.size())
            counts.byStatus[size_t(status)] = count;
    }
    const QString open = QString::fromUtf16(openStates);
    counts.late =
        int(work.integer(u"SELECT count(*) FROM orders o WHERE %1 AND o.created_at < ?"_s.arg(open), {lateBefore.ms}));
    const auto oldest = work.one(u"SELECT min(o.created_at) FROM orders o WHERE "_s + open, {},
                                 [](const storage::Row& r) { return r.optionalInteger(0); });
    if (oldest && *oldest)
        counts.oldestOpen = Instant{**oldest};
    return counts;
}

} // namespace belanjain::replica
