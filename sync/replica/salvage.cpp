// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/salvage.h"

#include "replica/damage.h"
#include "replica/edit_log.h"
#include "replica/outbox.h"
#include "replica/replica_file.h"
#include "storage/checked_file.h"

#include <QSet>

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

/// So many rows between two unreadable places are asked for one by one.
constexpr qint64 maxProbes = 100'000;
constexpr int maxNotices = 20;

/// One database's share.
struct Found
{
    std::optional<ReplicaState> state;
    QList<protocol::Op> ops;
    bool everyOp = false; ///< the outbox was read to its end
    QList<QVariantList> rejections;
    QList<QVariantList> history;
    QList<QVariantList> notices;
    QList<QVariantList> prints;
    QList<QVariantList> uploads;
};

/// Reads a table by its key from both ends, and what lies between two bad places row by row.
class Reader
{
public:
    explicit Reader(storage::Database& database)
        : m_database(database)
    {}

    /// Whether all of it could be read.
    template<class Map>
    bool read(const QString& table, const QString& key, const QString& columns, Map map, qint64 lastKey = 0)
    {
        QSet<qint64> seen;
        std::optional<qint64> last;
        const auto take = [&](const storage::Row& row) {
            const qint64 number = row.integer(0);
            last = number;
            if (!seen.contains(number)) {
                seen.insert(number);
                map(row);
            }
        };
        const QString sql = u"SELECT %1, %2 FROM %3"_s.arg(key, columns, table);
        if (m_database.each(sql + u" ORDER BY %1"_s.arg(key), {}, take))
            return true;
        const qint64 before = counter(last.value_or(0));
        last.reset();
        (void)m_database.each(sql + u" ORDER BY %1 DESC"_s.arg(key), {}, take);
        const qint64 after = counter(last.value_or(std::max(lastKey, before) + 1));
        for (qint64 number = before + 1; number < std::min(after, before + maxProbes); ++number)
            (void)m_database.each(sql + u" WHERE %1 = ?"_s.arg(key), {number}, take);
        return false;
    }

    /// Columns by a letter each: i for a whole number, t for text. An empty value stays empty.
    bool rows(const QString& table, const QString& key, const QString& columns, QLatin1StringView kinds,
              QList<QVariantList>& into)
    {
        return read(table, key, columns, [&](const storage::Row& row) {
            QVariantList values;
            for (qsizetype i = 0; i < kinds.size(); ++i) {
                const int column = int(i) + 1;
                values << (row.isNull(column)        ? QVariant()
                           : kinds.at(i) == u'i' ? QVariant(row.integer(column))
                                                     : QVariant(row.text(column)));
            }
            into.append(values);
        });
    }

private:
    storage::Database& m_database;
};

bool isWhole(const protocol::Op& op) { return !op.id.uuid().isNull() && op.seq > 0 && !op.name.isEmpty() && !op.entityId.isEmpty(); }

Found read(const QString& path, qint64 lastSeq)
{
    Found found;
    auto opened = storage::Database::open(storage::checkedFile(path), {.readOnly = true});
    if (!opened)
        return found;
    {
        Work work(**opened);
        found.state = ReplicaState::load(work);
    }
    Reader reader(**opened);
    const qint64 last = std::max(lastSeq, found.state ? found.state->nextSeq - 1 : 0);
    found.everyOp = reader.read(
        u"outbox"_s, u"seq"_s, u"op_id, name, entity_id, base_version, args, client_time"_s,
        [&](const storage::Row& row) {
            const protocol::Op op = Outbox::read(row);
            if (isWhole(op))
                found.ops.append(op);
        },
        last);
    reader.rows(u"rejections"_s, u"number"_s, Salvage::rejectionColumns(), "ttttiittti"_L1, found.rejections);
    reader.rows(u"history"_s, u"number"_s, Salvage::historyColumns(), "itttitiiiti"_L1, found.history);
    reader.rows(u"notices"_s, u"number"_s, Salvage::noticeColumns(), "iit"_L1, found.notices);
    (void)(*opened)->each(u"SELECT %1 FROM prints"_s.arg(Salvage::printColumns()), {}, [&](const storage::Row& row) {
        found.prints.append({row.bytes(0), row.integer(1), row.integer(2), row.integer(3)});
    });
    (void)(*opened)->each(u"SELECT %1 FROM uploads"_s.arg(Salvage::uploadColumns()), {}, [&](const storage::Row& row) {
        found.uploads.append({row.text(0), row.bytes(1), row.text(2), row.integer(3), row.integer(4), row.integer(5),
                              row.integer(6), row.integer(7)});
    });
    return found;
}

void sortBySeq(QList<protocol::Op>& ops)
{
    std::stable_sort(ops.begin(), ops.end(), [](const protocol::Op& a, const protocol::Op& b) { return a.seq < b.seq; });
}

bool isContiguous(const QList<protocol::Op>& ops, const ReplicaState& state)
{
    qint64 expected = state.nextSeq;
    for (auto op = ops.crbegin(); op != ops.crend(); ++op) {
        if (op->seq != --expected)
            return false;
    }
    return expected == state.acknowledged + 1;
}

} // namespace

QString Salvage::rejectionColumns() { return u"op_id, name, entity_id, args, client_time, fields, code, detail, current, refused_at"_s; }
QString Salvage::historyColumns()
{
    return u"seq, op_id, name, entity_id, base_version, args, client_time, fields, status, code, settled_at"_s;
}
QString Salvage::uploadColumns() { return u"image, product, hash, width, height, position, state, created_at"_s; }
QString Salvage::printColumns() { return u"order_id, document, times, last_at"_s; }
QString Salvage::noticeColumns() { return u"kind, at, data"_s; }

Salvage Salvage::from(const QString& file, bool lostCommits)
{
    const auto log = EditLog::read(EditLog::fileOf(file));
    const auto mark = log ? log->mark : std::nullopt;
    const ReplicaFile files(file);
    const bool logTells = log && log->whole && mark;
    QStringList candidates = files.all();
    if (files.usable()) // the others are leftovers then
        candidates = {files.current()};

    Found best;
    for (const QString& candidate : std::as_const(candidates)) {
        Found found = read(candidate, mark ? mark->nextSeq - 1 : 0);
        const auto rank = [](const Found& one) { return std::tuple(one.state ? one.state->commits : -1, one.ops.size()); };
        if (rank(found) > rank(best))
            best = std::move(found);
    }

    Salvage salvage{.ops = best.ops, .rejections = best.rejections, .history = best.history, .notices = best.notices.mid(0, maxNotices), .prints = best.prints,
                    .uploads = best.uploads};
    QSet<QString> inHistory;
    for (const QVariantList& line : std::as_const(salvage.history))
        inHistory.insert(line.at(1).toString());
    // Of pages of several moments the later ones are right: what is in the history does not wait any more.
    salvage.ops.removeIf([&](const protocol::Op& op) { return inHistory.contains(op.id.toString()); });
    const bool newest = best.state && (logTells || !lostCommits) && (!mark || best.state->commits >= mark->commits);
    if (newest && best.everyOp) {
        // The database is the truth: what only the log has was settled in the commit after its last line. Unless
        // numbers are missing: then its pages are of different commits.
        sortBySeq(salvage.ops);
        if (isContiguous(salvage.ops, *best.state)) {
            salvage.lost = 0;
            salvage.state = best.state;
            return salvage;
        }
    }

    QSet<QString> known = inHistory;
    for (const protocol::Op& op : std::as_const(salvage.ops))
        known.insert(op.id.toString());
    const QList<protocol::Op> logged = log ? log->waiting : QList<protocol::Op>();
    for (const protocol::Op& op : logged) {
        if (isWhole(op) && !known.contains(op.id.toString()))
            salvage.ops.append(op);
    }
    const bool oneNumbering = !best.state || !mark || best.state->device == mark->device;
    if (oneNumbering)
        sortBySeq(salvage.ops);
    if (newest && isContiguous(salvage.ops, *best.state)) {
        salvage.state = best.state;
        salvage.lost = 0;
        return salvage;
    }
    if (best.state || mark) {
        const qint64 next = std::max(best.state ? best.state->nextSeq : 1, mark ? mark->nextSeq : 1);
        const qint64 settled = std::max(best.state ? best.state->acknowledged : 0, mark ? mark->acknowledged : 0);
        salvage.lost = int(std::max<qint64>(0, next - 1 - settled - salvage.ops.size()));
        const bool certain = oneNumbering && (!log || log->whole) && (logTells || !lostCommits); // lines that cannot be read may have been edits
        if (!certain)
            salvage.lost = std::nullopt;
    }
    return salvage;
}

} // namespace belanjain::replica
