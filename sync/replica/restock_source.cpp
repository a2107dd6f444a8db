// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/restock_source.h"

#include "domain/stocktake.h"
#include "replica/lane_answer.h"
#include "replica/text_keys.h"

#include <QHash>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

constexpr qint64 fourWeeksMs = qint64(28) * 24 * 3'600'000;

QHash<QByteArray, qint64> soldSince(Work& work, Instant from, Instant until)
{
    QHash<QByteArray, qint64> sold;
    work.all(u"SELECT l.variant, sum(l.quantity) FROM orders o INDEXED BY orders_by_time "
             "CROSS JOIN order_lines l ON l.order_row = o.row "
             "WHERE o.created_at >= ? AND o.created_at < ? AND o.status <> 4 GROUP BY l.variant"_s,
             {from.ms, until.ms}, [&](const storage::Row& r) {
                 sold.insert(r.bytes(0), r.integer(1));
                 return 0;
             });
    return sold;
}

} // namespace

ports::RestockList readRestock(Work& work, const QString& category, Instant now)
{
    const QString shelf = u"FROM variants v INDEXED BY variants_short JOIN products p ON p.row = v.product "
                          "WHERE v.archived = 0 AND v.status <> 0"_s;
    const QString scope = category.isEmpty() ? QString() : u" AND p.category_key = ?"_s;
    const QVariantList values = category.isEmpty() ? QVariantList() : QVariantList{foldedKey(category)};
    ports::RestockList list;
    const auto categories = work.all(u"SELECT max(p.category), count(*), p.category_key %1 GROUP BY p.category_key "
                                     "ORDER BY p.category_key"_s.arg(shelf),
                                     {}, [](const storage::Row& r) {
                                         return std::tuple(r.text(0), r.integer32(1), r.text(2));
                                     });
    for (const auto& [name, count, folded] : categories) {
        list.categories.append(name);
        if (category.isEmpty() || folded == values.constFirst().toString())
            list.total += count;
    }
    const auto sold = soldSince(work, {now.ms - fourWeeksMs}, now);
    list.lines = work.all(
        u"SELECT v.id, p.name, v.options_label, v.sku, v.barcode, p.category, v.available, v.threshold %1%2 "
        "ORDER BY p.category_key, p.name_key, p.row, v.position LIMIT ?"_s.arg(shelf, scope),
        values + QVariantList{ports::RestockReader::maxLines}, [&](const storage::Row& r) {
            ports::RestockLine line{.variant = VariantId(QUuid::fromRfc4122(r.bytes(0))),
                                    .productName = r.text(1),
                                    .optionsLabel = r.text(2),
                                    .sku = r.text(3),
                                    .barcode = r.text(4),
                                    .category = r.text(5),
                                    .available = r.integer32(6),
                                    .threshold = r.integer32(7),
                                    .soldInFourWeeks = sold.value(r.bytes(0))};
            line.suggested = suggestedOrder(line.available, line.threshold, line.soldInFourWeeks);
            return line;
        });
    return list;
}

RestockSource::RestockSource(RecordLane& lane, QObject* parent)
    : ports::RestockReader(parent)
    , m_lane(lane)
{}

void RestockSource::read(quint64 ticket, const QString& category, Instant now)
{
    *m_newest = ticket;
    askLane(
        m_lane, this,
        [category, now, ticket, newest = m_newest](Work& work) {
            return *newest == ticket ? readRestock(work, category, now) : ports::RestockList();
        },
        [this, ticket](const ports::RestockList& list) {
            if (*m_newest == ticket)
                Q_EMIT listRead(ticket, list);
        },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

void RestockSource::notifyChanged(const Touched& touched)
{
    if (!touched.rows.isEmpty() || touched.structure || touched.ordersAdded || !touched.orders.isEmpty())
        QMetaObject::invokeMethod(this, &RestockSource::stale, Qt::QueuedConnection);
}

} // namespace belanjain::replica
