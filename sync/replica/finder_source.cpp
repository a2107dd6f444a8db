// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/finder_source.h"

#include "domain/search_text.h"
#include "replica/inventory_query.h"
#include "replica/lane_answer.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

/// Matches that are ranked; of more than that the first are as good as any.
constexpr int lookedAt = 60;

QString terms(const QStringList& words)
{
    QStringList all;
    for (const QString& word : words)
        all << u"\"%1\"*"_s.arg(word);
    return all.join(u" AND "_s);
}

QList<ports::RowNumber> numbers(Work& work, const QString& sql, const QVariantList& values)
{
    return work.all(sql, values, [](const storage::Row& r) { return r.integer32(0); });
}

QList<ports::FoundProduct> findProducts(Work& work, const QString& search, const QStringList& words)
{
    struct Hit
    {
        ports::FoundProduct product;
        int rank = 0;
    };
    const Sql exact = exactSql(search, ports::StatusFilter::Active);
    const QList<ports::RowNumber> known = numbers(work, exact.text, exact.values);
    QList<ports::RowNumber> rows = known;
    if (!words.isEmpty())
        rows += numbers(work, u"SELECT rowid FROM search WHERE search MATCH ? LIMIT ?"_s, {terms(words), lookedAt});
    const QString folded = words.join(u' ');
    QList<Hit> hits = work.all(
        u"SELECT v.row, p.id, p.name, p.category, p.image_hash, v.sku, p.row FROM json_each(?) j "
        "CROSS JOIN variants v ON v.row = j.value JOIN products p ON p.row = v.product WHERE v.archived = 0 ORDER BY j.key"_s,
        {jsonArray(rows.constData(), rows.size())}, [&](const storage::Row& r) {
            Hit hit{.product = {.product = ProductId(QUuid::fromRfc4122(r.bytes(1))),
                                .name = r.text(2),
                                .category = r.text(3),
                                .imageHash = r.text(4),
                                .sku = r.text(5)}};
            hit.rank = known.contains(r.integer32(0))                     ? 0
                       : foldForSearch(hit.product.name).startsWith(folded) ? 1
                                                                            : 2;
            return hit;
        });
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.rank < b.rank; });
    QList<ports::FoundProduct> found;
    for (const Hit& hit : std::as_const(hits)) {
        const bool there = std::any_of(found.cbegin(), found.cend(), [&](const ports::FoundProduct& one) {
            return one.product == hit.product.product;
        });
        if (!there && found.size() < ports::Finder::most)
            found.append(hit.product);
    }
    for (ports::FoundProduct& one : found)
        one.available = work.integer(u"SELECT coalesce(sum(available), 0) FROM variants WHERE product = (SELECT row FROM products WHERE id = ?)"_s,
                                     {one.product.uuid().toRfc4122()});
    return found;
}

QList<ports::FoundOrder> findOrders(Work& work, const QStringList& words)
{
    if (words.isEmpty())
        return {};
    return work.all(
        u"SELECT id, number, customer_name, status, total FROM orders WHERE row IN "
        "(SELECT rowid FROM order_search WHERE order_search MATCH ? ORDER BY rowid DESC LIMIT ?) "
        "ORDER BY created_at DESC, row DESC LIMIT ?"_s,
        {terms(words), lookedAt, ports::Finder::most}, [](const storage::Row& r) {
            return ports::FoundOrder{.order = OrderId(QUuid::fromRfc4122(r.bytes(0))),
                                     .number = r.text(1),
                                     .customer = r.text(2),
                                     .status = OrderStatus(r.integer32(3)),
                                     .total = {r.integer(4)}};
        });
}

} // namespace

ports::Findings findRecords(Work& work, const QString& search)
{
    const QStringList words = searchWords(search);
    if (search.trimmed().isEmpty())
        return {};
    return {.products = findProducts(work, search, words), .orders = findOrders(work, words)};
}

FinderSource::FinderSource(RecordLane& lane, QObject* parent)
    : ports::Finder(parent)
    , m_lane(lane)
{}

void FinderSource::find(quint64 ticket, const QString& search)
{
    *m_newest = ticket;
    askLane(
        m_lane, this,
        [search, ticket, newest = m_newest](Work& work) {
            return *newest == ticket ? findRecords(work, search) : ports::Findings();
        },
        [this, ticket](const ports::Findings& findings) {
            if (*m_newest == ticket)
                Q_EMIT found(ticket, findings);
        },
        [this, ticket](const QString& reason) { Q_EMIT failed(ticket, reason); });
}

} // namespace belanjain::replica
