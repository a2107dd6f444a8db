// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/stocktake_table.h"

#include "protocol/messages.h"
#include "replica/catalogue_queries.h"
#include "replica/stored_json.h"
#include "replica/text_keys.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::ScanAnswer;
using ports::StocktakeLine;
namespace {

/// So many digits that are no code are a number of pieces.
constexpr qsizetype maxCountDigits = 5;
constexpr qsizetype maxCode = 128;

QByteArray key(const VariantId& variant) { return variant.uuid().toRfc4122(); }

/// Of variants v and products p; a count's own columns come from c.
const QString& lineColumns()
{
    static const QString sql = u"v.id, p.name, v.options_label, v.sku, v.barcode, p.category, v.price, v.on_hand, "
                               "v.archived"_s;
    return sql;
}

StocktakeLine lineFrom(const storage::Row& r)
{
    return {.variant = VariantId(QUuid::fromRfc4122(r.bytes(0))),
            .productName = r.text(1),
            .optionsLabel = r.text(2),
            .sku = r.text(3),
            .barcode = r.text(4),
            .category = r.text(5),
            .price = {r.integer(6)},
            .count = {.onHand = r.integer32(7)},
            .archived = r.integer(8) != 0};
}

StocktakeLine countedFrom(const storage::Row& r)
{
    StocktakeLine line = lineFrom(r);
    line.count.counted = r.integer32(9);
    line.count.expected = r.integer32(10);
    line.at = {r.integer(11)};
    return line;
}

QString countedSql()
{
    return u"SELECT %1, c.counted, c.expected, c.at FROM stocktake_counts c JOIN variants v ON v.id = c.variant "
           "JOIN products p ON p.row = v.product"_s.arg(lineColumns());
}

std::optional<qint32> piecesOf(const QString& code)
{
    const bool digits = std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || code.isEmpty() || code.size() > maxCountDigits)
        return std::nullopt;
    return qint32(code.toInt());
}

} // namespace

ports::StocktakeSheet StocktakeTable::read()
{
    ports::StocktakeSheet sheet;
    const auto head = m_work.one(u"SELECT started_at, category FROM stocktake"_s, {},
                                 [](const storage::Row& r) { return std::pair(r.integer(0), r.text(1)); });
    if (!head)
        return sheet;
    sheet.open = true;
    sheet.startedAt = {head->first};
    sheet.category = head->second;
    sheet.lines = m_work.all(countedSql() + u" ORDER BY c.place DESC"_s, {}, countedFrom);
    sheet.codes = m_work.all(u"SELECT code, times FROM stocktake_codes ORDER BY place DESC"_s, {},
                             [](const storage::Row& r) { return ports::UnknownCode{r.text(0), r.integer32(1)}; });
    std::tie(sheet.inScope, sheet.countedInScope) = scope(sheet.category);
    return sheet;
}

std::pair<int, int> StocktakeTable::scope(const QString& category)
{
    if (category.isEmpty())
        return {int(m_work.integer(u"SELECT coalesce(sum(n), 0) FROM counts WHERE archived = 0"_s)),
                int(m_work.integer(u"SELECT count(*) FROM stocktake_counts c JOIN variants v ON v.id = c.variant "
                                   "WHERE v.archived = 0"_s))};
    const QString folded = foldedKey(category);
    return {int(m_work.integer(u"SELECT count(*) FROM products p INDEXED BY products_by_category "
                               "JOIN variants v ON v.product = p.row WHERE p.archived = 0 AND p.category_key = ?"_s,
                               {folded})),
            int(m_work.integer(u"SELECT count(*) FROM stocktake_counts c JOIN variants v ON v.id = c.variant "
                               "JOIN products p ON p.row = v.product WHERE v.archived = 0 AND p.category_key = ?"_s,
                               {folded}))};
}

void StocktakeTable::begin(const QString& category, Instant now)
{
    m_work.run(u"INSERT INTO stocktake (one, started_at, category) VALUES (1, ?, ?) "
               "ON CONFLICT (one) DO UPDATE SET category = excluded.category"_s,
               {now.ms, notNull(category)});
}

std::optional<StocktakeLine> StocktakeTable::line(const VariantId& variant)
{
    return m_work.one(countedSql() + u" WHERE c.variant = ?"_s, {key(variant)}, countedFrom);
}

void StocktakeTable::add(const VariantId& variant, qint32 pieces, bool onTop, Instant now)
{
    // Counting anew what was counted before: what moved since then is in the new number, or was left out of the old
    // one. On top of an old count the pieces belong to it, so it keeps what it expected.
    m_work.run(u"INSERT INTO stocktake_counts (variant, counted, expected, at, place) "
               "SELECT v.id, ?, v.on_hand, ?, ? "
               "FROM variants v WHERE v.id = ? "
               "ON CONFLICT (variant) DO UPDATE SET counted = min(%1 excluded.counted, %2), "
               "expected = %3, at = excluded.at, place = excluded.place"_s
                   .arg(onTop ? u"counted +"_s : QString(), QString::number(maxStock),
                        onTop ? u"expected"_s : u"excluded.expected"_s),
               {pieces, now.ms, nextPlace(), key(variant)});
}

ScanAnswer StocktakeTable::scan(const QString& typed, Instant now)
{
    ScanAnswer answer{.code = typed.simplified().left(maxCode)};
    if (answer.code.isEmpty() || !m_work.has(u"SELECT 1 FROM stocktake"_s, {}))
        return answer;
    const ports::CodeMatch match = findCode(m_work, answer.code);
    if (match.variant) {
        answer.newLine = !line(*match.variant);
        add(*match.variant, 1, true, now);
        answer.line = line(*match.variant);
        return answer;
    }
    if (const auto pieces = piecesOf(answer.code); pieces && setLast(*pieces, now, answer))
        return answer;
    m_work.run(u"INSERT INTO stocktake_codes (code, times, place) VALUES (?, 1, ?) "
               "ON CONFLICT (code) DO UPDATE SET times = times + 1, place = excluded.place"_s,
               {answer.code, nextPlace()});
    answer.unknown = unknown(answer.code);
    return answer;
}

bool StocktakeTable::setLast(qint32 pieces, Instant now, ScanAnswer& answer)
{
    const auto variant = m_work.one(u"SELECT variant, place FROM stocktake_counts ORDER BY place DESC LIMIT 1"_s, {},
                                    [](const storage::Row& r) {
                                        return std::pair(VariantId(QUuid::fromRfc4122(r.bytes(0))), r.integer(1));
                                    });
    const auto code = m_work.one(u"SELECT code, place FROM stocktake_codes ORDER BY place DESC LIMIT 1"_s, {},
                                 [](const storage::Row& r) { return std::pair(r.text(0), r.integer(1)); });
    if (code && (!variant || code->second > variant->second)) {
        m_work.run(u"UPDATE stocktake_codes SET times = ? WHERE code = ?"_s, {pieces, code->first});
        answer.unknown = unknown(code->first);
        return true;
    }
    if (!variant)
        return false;
    add(variant->first, pieces, false, now);
    answer.line = line(variant->first);
    return true;
}

std::optional<ports::UnknownCode> StocktakeTable::unknown(const QString& code)
{
    return m_work.one(u"SELECT code, times FROM stocktake_codes WHERE code = ?"_s, {code},
                      [](const storage::Row& r) { return ports::UnknownCode{r.text(0), r.integer32(1)}; });
}

qint64 StocktakeTable::nextPlace()
{
    return m_work.integer(u"SELECT 1 + max((SELECT coalesce(max(place), 0) FROM stocktake_counts), "
                          "(SELECT coalesce(max(place), 0) FROM stocktake_codes))"_s);
}

ScanAnswer StocktakeTable::setCount(const VariantId& variant, std::optional<qint32> pieces, Instant now)
{
    ScanAnswer answer;
    if (!pieces) {
        m_work.run(u"DELETE FROM stocktake_counts WHERE variant = ?"_s, {key(variant)});
        return answer;
    }
    answer.newLine = !line(variant);
    add(variant, std::clamp(*pieces, 0, maxStock), false, now);
    answer.line = line(variant);
    return answer;
}

void StocktakeTable::settleCode(const QString& code, const std::optional<VariantId>& variant, Instant now)
{
    const auto times = m_work.integer(u"SELECT coalesce(sum(times), 0) FROM stocktake_codes WHERE code = ?"_s, {code});
    m_work.run(u"DELETE FROM stocktake_codes WHERE code = ?"_s, {code});
    if (variant && times > 0)
        add(*variant, qint32(std::min<qint64>(times, maxStock)), true, now);
}

QString StocktakeTable::category()
{
    return m_work.one(u"SELECT category FROM stocktake"_s, {}, [](const storage::Row& r) { return r.text(0); })
        .value_or(QString());
}

QList<StocktakeLine> StocktakeTable::uncounted(const QString& category, int offset, int limit)
{
    // Walks the products in their order, so that the first pages come at once, however many there are.
    const bool all = category.isEmpty();
    const QVariantList scope = all ? QVariantList() : QVariantList{foldedKey(category)};
    return m_work.all(u"SELECT %1 FROM products p INDEXED BY %2 JOIN variants v ON v.product = p.row "
                      "WHERE p.archived = 0 %3 AND NOT EXISTS "
                      "(SELECT 1 FROM stocktake_counts c WHERE c.variant = v.id) "
                      "ORDER BY p.name_key, p.row, v.position LIMIT ? OFFSET ?"_s
                          .arg(lineColumns(), all ? u"products_by_name"_s : u"products_by_category"_s,
                               all ? QString() : u"AND p.category_key = ?"_s),
                      scope + QVariantList{limit, offset}, lineFrom);
}

void StocktakeTable::markApplying(Instant now)
{
    m_work.run(u"UPDATE stocktake SET applying_at = ?"_s, {now.ms});
}

void StocktakeTable::settle(const QList<VariantId>& applied)
{
    for (const VariantId& variant : applied) {
        if (m_work.ok())
            m_work.run(u"DELETE FROM stocktake_counts WHERE variant = ?"_s, {key(variant)});
    }
    m_work.run(u"UPDATE stocktake SET applying_at = NULL"_s);
    const qint64 left = m_work.integer(
        u"SELECT (SELECT count(*) FROM stocktake_counts) + (SELECT count(*) FROM stocktake_codes)"_s);
    if (left == 0)
        m_work.run(u"DELETE FROM stocktake"_s);
}

void StocktakeTable::finishApplying()
{
    const auto since = m_work.one(u"SELECT applying_at FROM stocktake WHERE applying_at IS NOT NULL"_s, {},
                                  [](const storage::Row& r) { return r.integer(0); });
    if (!since)
        return;
    QList<VariantId> applied;
    for (const QString& table : {u"outbox"_s, u"history"_s, u"rejections"_s}) {
        const auto ids = m_work.all(
            u"SELECT entity_id FROM %1 WHERE name = ? AND client_time >= ?"_s.arg(table),
            {QString::fromUtf16(protocol::op::stockCount), *since}, [](const storage::Row& r) { return r.text(0); });
        for (const QString& id : ids) {
            if (const auto variant = VariantId::parse(id))
                applied.append(*variant);
        }
    }
    if (applied.isEmpty()) {
        m_work.run(u"UPDATE stocktake SET applying_at = NULL"_s); // it ended before anything was queued
        return;
    }
    // One batch is one transaction. What was counted as expected is no edit, and is done with the others.
    m_work.run(u"DELETE FROM stocktake_counts WHERE counted = expected"_s);
    settle(applied);
}

void StocktakeTable::discard()
{
    for (const QString& table : {u"stocktake"_s, u"stocktake_counts"_s, u"stocktake_codes"_s})
        m_work.run(u"DELETE FROM "_s + table);
}

} // namespace belanjain::replica
