// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/inventory_queries.h"

#include "domain/search_text.h"
#include "ports/inventory_reader.h"
#include "replica/text_keys.h"
#include "storage/transaction.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace belanjain::replica
{
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::Result;
namespace
{

constexpr int pageSize = ports::InventoryReader::pageSize;
constexpr int rowsBetweenQuestions = 4'096;
constexpr qsizetype totalChunk = 8'192;

} // namespace

Result<bool> InventoryQueries::fill(RowSet& set, const Sql& sql, const Abandoned& abandoned)
{
    auto rows = m_database.query(sql.text, sql.values);
    if (!rows)
        return tl::unexpected(rows.error());
    for (qint64 n = 1;; ++n) {
        const auto more = rows->next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return true;
        set.insert(rows->row().integer32(0));
        if (n % rowsBetweenQuestions == 0 && abandoned())
            return false;
    }
}

Result<std::optional<RowSet>> InventoryQueries::passing(const ports::InventoryQuery& query, const QStringList& words,
                                                        const Abandoned& abandoned, bool& gaveUp)
{
    QList<Sql> filters = filterSql(query);
    if (!words.isEmpty())
        filters.append(matchSql(words));
    std::optional<RowSet> all;
    for (const Sql& sql : std::as_const(filters)) {
        RowSet set;
        const auto filled = fill(set, sql, abandoned);
        if (!filled)
            return tl::unexpected(filled.error());
        gaveUp = gaveUp || !*filled;
        if (all)
            all->intersect(set);
        else
            all = std::move(set);
    }
    return all;
}

Result<InventoryQueries::Rows> InventoryQueries::exactRows(const ports::InventoryQuery& query)
{
    if (query.search.trimmed().isEmpty())
        return Rows();
    const Sql sql = exactSql(query.search, query.status);
    auto rows = m_database.all(sql.text, sql.values, [](const storage::Row& r) { return r.integer32(0); });
    if (!rows || rows->isEmpty())
        return rows;
    // The other filters hold for these as well.
    RowSet exact;
    for (const ports::RowNumber row : std::as_const(*rows))
        exact.insert(row);
    bool gaveUp = false;
    ports::InventoryQuery rest = query;
    const auto filters = passing(rest, {}, [] { return false; }, gaveUp);
    if (!filters)
        return tl::unexpected(filters.error());
    if (*filters)
        exact.intersect(**filters);
    return sorted(query, exact.rows());
}

Result<InventoryQueries::Rows> InventoryQueries::sorted(const ports::InventoryQuery& query, const Rows& rows)
{
    const QString sql = orderOfRowsSql(query.sort, query.status, query.descending);
    Rows order;
    const Outcome done = m_database.each(sql, {jsonArray(rows.constData(), rows.size())},
                                         [&](const storage::Row& row) { order.append(row.integer32(0)); });
    if (!done)
        return tl::unexpected(done.error());
    return order;
}

const InventoryQueries::Rows* InventoryQueries::kept(const Key& key) const
{
    for (const Kept& one : m_kept) {
        if (one.key == key)
            return &one.rows;
    }
    return nullptr;
}

/// Walks a little along the order; whether that was enough for a page (or for everything).
Result<bool> InventoryQueries::readFirstPage(const ports::InventoryQuery& query, const QStringList& words,
                                             const Rows& exact, Rows& page)
{
    const Sql sql = walkSql(query, m_limits.lookAhead);
    if (sql.text.isEmpty())
        return false;
    page = exact;
    auto rows = m_database.query(sql.text, sql.values);
    if (!rows)
        return tl::unexpected(rows.error());
    while (page.size() < pageSize) {
        const auto more = rows->next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return false;
        const storage::Row row = rows->row();
        if ((words.isEmpty() || matchesWords(row.text(1), words)) && !exact.contains(row.integer32(0)))
            page.append(row.integer32(0));
    }
    return true;
}

Outcome InventoryQueries::deliver(const Rows& page, const Receiver& receiver)
{
    const auto rows = fetch(page);
    if (!rows)
        return tl::unexpected(rows.error());
    receiver.firstPage(*rows);
    return {};
}

Outcome InventoryQueries::open(const ports::InventoryQuery& query, const Abandoned& abandoned, const Receiver& receiver)
{
    // Page and order have to be of one state of the database.
    auto transaction = storage::Transaction::beginRead(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QStringList words = searchWords(query.search);
    const auto exact = exactRows(query);
    if (!exact)
        return tl::unexpected(exact.error());

    Rows page;
    const auto walked = readFirstPage(query, words, *exact, page);
    if (!walked)
        return tl::unexpected(walked.error());
    bool paged = *walked;
    if (abandoned())
        return {};
    if (paged) {
        if (const auto delivered = deliver(page, receiver); !delivered)
            return delivered;
    }

    bool gaveUp = false;
    const auto set = passing(query, words, abandoned, gaveUp);
    if (!set)
        return tl::unexpected(set.error());
    if (gaveUp || abandoned())
        return {};

    Rows order = *exact;
    const QSet<ports::RowNumber> ahead(exact->begin(), exact->end());
    const auto take = [&](ports::RowNumber row) {
        if ((!*set || (*set)->contains(row)) && !ahead.contains(row))
            order.append(row);
    };
    const auto pageIfReady = [&](bool last) -> Outcome {
        if (paged || (order.size() < pageSize && !last))
            return {};
        paged = true;
        return deliver(order.mid(0, pageSize), receiver);
    };

    const Key key(query.sort, query.status);
    if (const Rows* all = kept(key)) {
        if (query.descending)
            std::for_each(all->crbegin(), all->crend(), take);
        else
            std::for_each(all->cbegin(), all->cend(), take);
    } else if (*set && (*set)->count() <= m_limits.fewRows) {
        const auto few = sorted(query, (*set)->rows());
        if (!few)
            return tl::unexpected(few.error());
        std::for_each(few->cbegin(), few->cend(), take);
    } else {
        Rows everything;
        const QStringList statements = orderSql(query.sort, query.status, query.descending);
        for (const QString& sql : statements) {
            auto rows = m_database.query(sql);
            if (!rows)
                return tl::unexpected(rows.error());
            for (bool more = true; more;) {
                const auto next = rows->next();
                if (!next)
                    return tl::unexpected(next.error());
                more = *next;
                if (!more)
                    break;
                const ports::RowNumber row = rows->row().integer32(0);
                everything.append(row);
                take(row);
                if (everything.size() % rowsBetweenQuestions == 0 && abandoned())
                    return {};
                if (const auto delivered = pageIfReady(false); !delivered)
                    return delivered;
            }
        }
        if (query.descending)
            std::reverse(everything.begin(), everything.end());
        everything.squeeze();
        m_kept.append({key, std::move(everything)});
        while (m_kept.size() > m_limits.keptOrders)
            m_kept.removeFirst();
    }
    if (abandoned())
        return {};
    if (const auto delivered = pageIfReady(true); !delivered)
        return delivered;
    order.squeeze();
    receiver.order(std::make_shared<const Rows>(std::move(order)));
    return {};
}

Result<QList<ports::InventoryRow>> InventoryQueries::fetch(const QList<ports::RowNumber>& rows)
{
    static const QString sql = fetchSql();
    return m_database.all(sql, {jsonArray(rows.constData(), rows.size())}, readInventoryRow);
}

Result<std::optional<ports::InventoryTotals>> InventoryQueries::total(const QList<ports::RowNumber>& rows,
                                                                      const Abandoned& abandoned)
{
    // A product beyond 10^15 rupiah is a typing mistake; held there, no sum of a chunk overflows.
    const QString sql = u"SELECT count(*), sum(v.available), sum(CASE WHEN v.price * 1.0 * v.available < 1e15 "
                        "THEN v.price * v.available ELSE 1000000000000000 END) "
                        "FROM json_each(?) j CROSS JOIN variants v ON v.row = j.value WHERE v.archived IN (0, 1)"_s;
    ports::InventoryTotals totals;
    for (qsizetype start = 0; start < rows.size(); start += totalChunk) {
        if (abandoned())
            return std::optional<ports::InventoryTotals>();
        const qsizetype size = std::min(totalChunk, rows.size() - start);
        const Outcome done = m_database.each(sql, {jsonArray(rows.constData() + start, size)}, [&](const storage::Row& r) {
            totals.rows += r.integer32(0);
            totals.available += r.integer(1);
            totals.value.rupiah = std::min(totals.value.rupiah, std::numeric_limits<qint64>::max() - r.integer(2)) + r.integer(2);
        });
        if (!done)
            return tl::unexpected(done.error());
    }
    return std::optional(totals);
}

Result<QStringList> InventoryQueries::categories()
{
    return m_database.all(u"SELECT DISTINCT category_key, category FROM products WHERE archived IN (0, 1) AND "
                          "category <> '' ORDER BY category_key, category"_s, {},
                          [](const storage::Row& row) { return row.text(1); });
}

Result<ports::InventorySummary> InventoryQueries::summary()
{
    ports::InventorySummary summary;
    const Outcome done = m_database.each(u"SELECT status, n FROM counts WHERE archived = 0"_s, {}, [&](const storage::Row& row) {
        summary.variants += row.integer32(1);
        if (row.integer32(0) == 1)
            summary.low = row.integer32(1);
        else if (row.integer32(0) == 2)
            summary.out = row.integer32(1);
    });
    if (!done)
        return tl::unexpected(done.error());
    return summary;
}

void InventoryQueries::invalidate(const Touched& touched)
{
    if (touched.structure || touched.text) {
        m_kept.clear();
        return;
    }
    if (touched.rows.isEmpty())
        return;
    m_kept.removeIf([](const Kept& one) {
        switch (one.key.first) {
        case ports::InventorySort::Product:
        case ports::InventorySort::Sku:
        case ports::InventorySort::Category:
            return false;
        case ports::InventorySort::Price:
        case ports::InventorySort::OnHand:
        case ports::InventorySort::Reserved:
        case ports::InventorySort::Available:
        case ports::InventorySort::Threshold:
        case ports::InventorySort::Sync:
            return true;
        }
        return true;
    });
}

} // namespace belanjain::replica
