// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/inventory_queries.h"

#include "domain/search_text.h"
#include "ports/inventory_reader.h"
#include "replica/text_keys.h"
#include "storage/transaction.h"

#include <algorithm>
#include <limits>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::Result;
namespace {

constexpr int pageSize = ports::InventoryReader::pageSize;
constexpr int rowsBetweenQuestions = 4'096;
constexpr qsizetype totalChunk = 8'192;
constexpr qsizetype textChunk = 512;
/// A word of fewer letters begins so many others that looking it up takes longer than everything else.
constexpr qsizetype shortWord = 3;

} // namespace

InventoryQueries::Words InventoryQueries::wordsOf(const QString& search)
{
    Words words{.all = searchWords(search), .indexed = {}, .checked = {}};
    for (const QString& word : std::as_const(words.all))
        (word.size() < shortWord ? words.checked : words.indexed) << word;
    if (words.indexed.isEmpty())
        words.indexed = std::exchange(words.checked, {});
    return words;
}

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

Result<InventoryQueries::Passing> InventoryQueries::passing(const ports::InventoryQuery& query,
                                                            const QStringList& words,
                                                            const Abandoned& abandoned)
{
    QList<FilterSql> filters = filterSql(query);
    if (!words.isEmpty())
        filters.append(FilterSql{matchSql(words)});
    Passing passing;
    for (const FilterSql& filter : std::as_const(filters)) {
        RowSet set;
        const auto filled = fill(set, filter.sql, abandoned);
        if (!filled)
            return tl::unexpected(filled.error());
        passing.gaveUp = passing.gaveUp || !*filled;
        if (filter.excludes)
            passing.except = std::move(set); // only one filter is of that kind
        else if (passing.only)
            passing.only->intersect(set);
        else
            passing.only = std::move(set);
    }
    return passing;
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
    const auto filters = passing(query, {}, [] { return false; });
    if (!filters)
        return tl::unexpected(filters.error());
    rows->removeIf([&](ports::RowNumber row) { return !filters->has(row); });
    return sorted(query, *rows);
}

Result<InventoryQueries::Rows> InventoryQueries::sorted(const ports::InventoryQuery& query, const Rows& rows)
{
    const QString sql = orderOfRowsSql(query.sort, query.status, query.descending);
    return m_database.all(sql, {jsonArray(rows.constData(), rows.size())},
                          [](const storage::Row& row) { return row.integer32(0); });
}

const InventoryQueries::Rows* InventoryQueries::kept(const ports::InventoryQuery& query) const
{
    for (const Kept& one : m_kept) {
        if (one.key == Key(query.sort, query.status))
            return &one.rows;
    }
    return nullptr;
}

void InventoryQueries::keep(const ports::InventoryQuery& query, Rows&& ascending)
{
    ascending.squeeze();
    m_kept.append({Key(query.sort, query.status), std::move(ascending)});
    while (m_kept.size() > m_limits.keptOrders)
        m_kept.removeFirst();
}

/// Looks a little way along the order; whether that was enough for a page.
Result<bool> InventoryQueries::lookAhead(const Run& run, Rows& page)
{
    // Sorting the first rows out of all numbers takes a tenth of a second over a million: not when the
    // order is kept, nor when a filter names few rows.
    const bool few =
        run.query.sync != ports::SyncFilter::Any ||
        (run.query.stock != ports::StockFilter::Any && run.query.stock != ports::StockFilter::Enough);
    const bool byNumber = orderSql(run.query.sort, run.query.status, false).byNumber;
    const Sql sql = walkSql(run.query, m_limits.lookAhead);
    if (sql.text.isEmpty() || m_limits.lookAhead == 0 || (byNumber && (few || kept(run.query))))
        return false;
    page = run.exact;
    auto rows = m_database.query(sql.text, sql.values);
    if (!rows)
        return tl::unexpected(rows.error());
    for (int looked = 1; page.size() < pageSize; ++looked) {
        const auto more = rows->next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return false;
        const storage::Row row = rows->row();
        if (row.boolean(2) && matchesWords(row.text(1), run.words.all) &&
            !run.exact.contains(row.integer32(0)))
            page.append(row.integer32(0));
        const qint64 found = page.size() - run.exact.size();
        if (looked == m_limits.estimateAfter && found * m_limits.lookAhead < qint64(pageSize) * looked)
            return false;
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

Outcome InventoryQueries::pageIfReady(Run& run, bool last)
{
    if (run.paged || (run.order.size() < pageSize && !last))
        return {};
    run.paged = true;
    return deliver(run.order.mid(0, pageSize), run.receiver);
}

void InventoryQueries::take(Run& run, ports::RowNumber row) const
{
    if (run.passing.has(row) && !run.exact.contains(row))
        run.order.append(row);
}

Outcome InventoryQueries::open(const ports::InventoryQuery& query, const Abandoned& abandoned,
                               const Receiver& receiver)
{
    // Page and order have to be of one state of the database.
    auto transaction = storage::Transaction::beginRead(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    Run run{.query = query,
            .abandoned = abandoned,
            .receiver = receiver,
            .words = wordsOf(query.search),
            .exact = {},
            .passing = {},
            .order = {}};
    auto exact = exactRows(query);
    if (!exact)
        return tl::unexpected(exact.error());
    run.exact = std::move(*exact);

    Rows page;
    const auto enough = lookAhead(run, page);
    if (!enough)
        return tl::unexpected(enough.error());
    if (abandoned())
        return {};
    run.paged = *enough;
    if (run.paged) {
        if (const auto delivered = deliver(page, receiver); !delivered)
            return delivered;
    }

    auto through = passing(query, run.words.indexed, abandoned);
    if (!through)
        return tl::unexpected(through.error());
    if (through->gaveUp || abandoned())
        return {};
    run.passing = std::move(*through);
    run.order = run.exact;
    if (const auto taken = takeInOrder(run); !taken)
        return taken;
    if (!run.words.checked.isEmpty() && !run.gaveUp) {
        if (const auto checked = checkWords(run); !checked)
            return checked;
    }
    if (run.gaveUp || abandoned())
        return {};
    if (const auto delivered = pageIfReady(run, true); !delivered)
        return delivered;
    run.order.squeeze();
    receiver.order(std::make_shared<const Rows>(std::move(run.order)));
    return {};
}

Outcome InventoryQueries::takeInOrder(Run& run)
{
    const bool descending = run.query.descending;
    if (const Rows* all = kept(run.query)) {
        const auto one = [&](ports::RowNumber row) { take(run, row); };
        if (descending)
            std::for_each(all->crbegin(), all->crend(), one);
        else
            std::for_each(all->cbegin(), all->cend(), one);
        return {};
    }
    const OrderSql sql = orderSql(run.query.sort, run.query.status, descending);
    if (run.passing.only &&
        run.passing.only->count() <= (sql.byNumber ? m_limits.fewNumbers : m_limits.fewRows)) {
        const auto few = sorted(run.query, run.passing.only->rows());
        if (!few)
            return tl::unexpected(few.error());
        for (const ports::RowNumber row : *few)
            take(run, row);
        return {};
    }
    return sql.byNumber ? sortEverything(run, sql) : walkEverything(run, sql);
}

Outcome InventoryQueries::walkEverything(Run& run, const OrderSql& sql)
{
    Rows everything;
    for (const QString& statement : sql.statements) {
        auto rows = m_database.query(statement);
        if (!rows)
            return tl::unexpected(rows.error());
        while (true) {
            const auto more = rows->next();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            const ports::RowNumber row = rows->row().integer32(0);
            everything.append(row);
            take(run, row);
            if (everything.size() % rowsBetweenQuestions == 0 && run.abandoned()) {
                run.gaveUp = true;
                return {};
            }
            if (run.words.checked.isEmpty()) {
                if (const auto delivered = pageIfReady(run, false); !delivered)
                    return delivered;
            }
        }
    }
    if (run.query.descending)
        std::reverse(everything.begin(), everything.end());
    keep(run.query, std::move(everything));
    return {};
}

Outcome InventoryQueries::sortEverything(Run& run, const OrderSql& sql)
{
    // By 12 bytes a row instead of SQLite's sorter, which takes 60 and more.
    QList<std::pair<qint64, ports::RowNumber>> keys;
    for (const QString& statement : sql.statements) {
        auto rows = m_database.query(statement);
        if (!rows)
            return tl::unexpected(rows.error());
        while (true) {
            const auto more = rows->next();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            keys.emplaceBack(rows->row().integer(1), rows->row().integer32(0));
            if (keys.size() % rowsBetweenQuestions == 0 && run.abandoned()) {
                run.gaveUp = true;
                return {};
            }
        }
    }
    std::sort(keys.begin(), keys.end());
    Rows everything;
    everything.reserve(keys.size());
    for (const auto& [key, row] : std::as_const(keys))
        everything.append(row);
    keys = {};
    keep(run.query, std::move(everything));
    return takeInOrder(run); // which finds it kept now
}

/// Leaves of what was found only the rows that have the short words too, page by page.
Outcome InventoryQueries::checkWords(Run& run)
{
    static const QString sql = textOfRowsSql();
    const Rows found = std::exchange(run.order, run.exact);
    for (qsizetype start = run.exact.size(); start < found.size(); start += textChunk) {
        if (run.abandoned()) {
            run.gaveUp = true;
            return {};
        }
        const qsizetype size = std::min(textChunk, found.size() - start);
        const Outcome done =
            m_database.each(sql, {jsonArray(found.constData() + start, size)}, [&](const storage::Row& row) {
                if (matchesWords(row.text(1), run.words.checked))
                    run.order.append(row.integer32(0));
            });
        if (!done)
            return done;
        if (const auto delivered = pageIfReady(run, false); !delivered)
            return delivered;
    }
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
    const QString sql =
        u"SELECT count(*), sum(v.available), sum(CASE WHEN v.price * 1.0 * v.available < 1e15 "
        "THEN v.price * v.available ELSE 1000000000000000 END) "
        "FROM json_each(?) j CROSS JOIN variants v ON v.row = j.value WHERE v.archived IN (0, 1)"_s;
    ports::InventoryTotals totals;
    for (qsizetype start = 0; start < rows.size(); start += totalChunk) {
        if (abandoned())
            return std::optional<ports::InventoryTotals>();
        const qsizetype size = std::min(totalChunk, rows.size() - start);
        const Outcome done =
            m_database.each(sql, {jsonArray(rows.constData() + start, size)}, [&](const storage::Row& r) {
                totals.rows += r.integer32(0);
                totals.available += r.integer(1);
                totals.value.rupiah =
                    std::min(totals.value.rupiah, std::numeric_limits<qint64>::max() - r.integer(2)) +
                    r.integer(2);
            });
        if (!done)
            return tl::unexpected(done.error());
    }
    return std::optional(totals);
}

Result<QStringList> InventoryQueries::categories()
{
    QStringList names;
    QString last;
    const Outcome done = m_database.each(categoriesSql(), {}, [&](const storage::Row& row) {
        if (row.text(0) != last) // a category on both shelves comes twice
            names << row.text(1);
        last = row.text(0);
    });
    if (!done)
        return tl::unexpected(done.error());
    return names;
}

Result<ports::InventorySummary> InventoryQueries::summary()
{
    ports::InventorySummary summary;
    const Outcome done = m_database.each(u"SELECT status, n FROM counts WHERE archived = 0"_s, {},
                                         [&](const storage::Row& row) {
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
