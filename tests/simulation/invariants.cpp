// SPDX-License-Identifier: GPL-3.0-or-later
#include "invariants.h"

#include "marketplace/doctor/doctor.h"
#include "marketplace/syncing/snapshot.h"
#include "protocol/json.h"
#include "world.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using storage::Row;
namespace
{

struct Recorded
{
    OpId op;
    protocol::OpStatus status;
    QString code;
};

/// What the server recorded of ops, each once, in the order in which it took them.
QList<Recorded> recorded(storage::Database& db)
{
    QList<Recorded> list;
    QSet<OpId> seen;
    const auto all = db.all(u"SELECT result FROM sync_results ORDER BY rowid"_s, {}, [](const Row& row) { return row.text(0); });
    for (const QString& text : all.value_or(QStringList())) {
        protocol::ObjectReader reader(protocol::parseObject(text.toUtf8()).value_or(QJsonObject()));
        const auto result = protocol::OpResult::read(reader);
        if (!seen.contains(result.id)) {
            seen.insert(result.id);
            list.append({result.id, result.status, result.code});
        }
    }
    return list;
}

class Look
{
public:
    explicit Look(World& world) : m_world(world), m_db(world.server().database()) {}

    void doctor()
    {
        const auto diagnosis = marketplace::runDoctor(m_db);
        if (!diagnosis)
            return m_world.fail(u"doctor"_s, diagnosis.error().text);
        if (!diagnosis->isContent())
            m_world.fail(u"doctor: "_s + diagnosis->findings.first().check, diagnosis->lines().join(u"; "));
    }

    void violations()
    {
        const auto found = m_db.all(u"SELECT what FROM sim_violations"_s, {}, [](const Row& row) { return row.text(0); });
        if (!found || !found->isEmpty())
            m_world.fail(found ? found->first().section(u':', 0, 0) : u"violations"_s,
                         found ? found->join(u"; ") : found.error().text);
    }

    /// "table\tid\tversion\tdata" of each row of a store, as the server has them.
    QByteArray serverDump(const StoreId& store, QHash<QString, qint64>& versions)
    {
        QByteArray text;
        const auto end = marketplace::writeSnapshot(m_db, store.toString(), {}, [&](const QByteArray& piece) {
            text += piece;
            return true;
        });
        if (!end || *end != marketplace::SnapshotEnd::Complete)
            m_world.fail(u"snapshot"_s, end ? u"not complete"_s : end.error().text);
        QList<QByteArray> lines = text.split('\n');
        lines.removeFirst();
        QList<QByteArray> rows;
        for (const QByteArray& line : std::as_const(lines)) {
            const auto json = protocol::parseObject(line);
            if (!json || !json->contains(u"table"_s))
                continue;
            protocol::ObjectReader reader(*json);
            const auto row = protocol::SyncRow::read(reader);
            versions.insert(row.table + row.id, row.version);
            rows.append(row.table.toUtf8() + '\t' + row.id.toUtf8() + '\t' + QByteArray::number(row.version) + '\t'
                        + protocol::toJson(row.data) + '\n');
        }
        std::sort(rows.begin(), rows.end());
        return rows.join();
    }

    void replicas(const std::array<QByteArray, 2>& dumps)
    {
        for (int number = 0; number < desktopCount; ++number) {
            replica::Replica& replica = m_world.desktop(number).replica();
            const QByteArray& shouldBe = dumps[size_t(StartingPoint::storeOf(number))];
            const QByteArray is = replica.dump().value_or(QByteArray("unreadable"));
            if (is != shouldBe)
                m_world.fail(u"replicas equal the server"_s, u"desktop %1: "_s.arg(number) + difference(is, shouldBe));
            const QStringList wrong = replica.check().value_or(QStringList{u"unreadable"_s});
            if (!wrong.isEmpty())
                m_world.fail(u"a replica is sound"_s, u"desktop %1: %2"_s.arg(number).arg(wrong.join(u"; ")));
            if (replica.waitingCount().value_or(-1) != 0)
                m_world.fail(u"outboxes are empty"_s, u"desktop %1"_s.arg(number));
            ownRows(number, is);
            neverNegative(number);
            effective(number);
            m_world.trace().add(is);
        }
    }

    /// What a desktop has is its own store's.
    void ownRows(int number, const QByteArray& dump)
    {
        static const QHash<QByteArray, QString> owners{
            {"products", u"SELECT store_id FROM products WHERE id = ?"_s},
            {"variants", u"SELECT p.store_id FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = ?"_s},
            {"orders", u"SELECT store_id FROM orders WHERE id = ?"_s},
            {"reviews", u"SELECT p.store_id FROM reviews r JOIN products p ON p.id = r.product_id WHERE r.id = ?"_s},
            {"stores", u"SELECT id FROM stores WHERE id = ?"_s}};
        const QString own = m_world.start().stores[StartingPoint::storeOf(number)].toString();
        for (const QByteArray& line : dump.split('\n')) {
            const QList<QByteArray> row = line.split('\t');
            if (row.size() != 4 || !owners.contains(row[0]))
                continue;
            const auto owner = m_db.one(owners.value(row[0]), {QString::fromUtf8(row[1])}, [](const Row& r) { return r.text(0); });
            if (!owner || (*owner && **owner != own))
                m_world.fail(u"no row of another store"_s, u"desktop %1 has %2 %3"_s.arg(number).arg(QString::fromUtf8(row[0]), QString::fromUtf8(row[1])));
        }
    }

    /// Neither here nor there, and never at the server: its triggers look at each write.
    void neverNegative(int number)
    {
        const QString sql = u"SELECT count(*) FROM variants WHERE on_hand < 0 OR reserved < 0"_s;
        if (m_db.integer(sql).value_or(-1) != 0 || m_world.desktop(number).replica().database().integer(sql).value_or(-1) != 0)
            m_world.fail(u"stock is never negative"_s, u"desktop %1 or the server"_s.arg(number));
    }

    /// With nothing waiting, what is shown is what the server has.
    void effective(int number)
    {
        auto& db = m_world.desktop(number).replica().database();
        const auto shown = db.integer(u"SELECT coalesce(sum(on_hand * 31 + reserved), 0) FROM variants"_s);
        const auto there = m_db.integer(u"SELECT coalesce(sum(on_hand * 31 + reserved), 0) FROM variants WHERE store_id = ?"_s,
                                        {m_world.start().stores[StartingPoint::storeOf(number)].toString()});
        if (shown.value_or(-1) != there.value_or(-2))
            m_world.fail(u"what is shown is there"_s, u"desktop %1 shows other stock than the server has"_s.arg(number));
    }

    void versions(const std::array<QHash<QString, qint64>, 2>& now, std::array<QHash<QString, qint64>, 2>& before,
                  QString& lastEpoch)
    {
        const QString epoch =
            m_db.one(u"SELECT epoch FROM sync_epoch"_s, {}, [](const Row& row) { return row.text(0); }).value_or(u""_s).value_or(u""_s);
        for (size_t store = 0; store < 2 && epoch == lastEpoch; ++store) {
            for (auto it = before[store].cbegin(); it != before[store].cend(); ++it) {
                if (now[store].value(it.key(), -1) < it.value())
                    m_world.fail(u"versions only grow"_s, it.key());
            }
        }
        before = now;
        lastEpoch = epoch;
    }

    void edits()
    {
        const QList<Recorded> records = recorded(m_db);
        QHash<OpId, Recorded> byOp;
        for (const Recorded& record : records)
            byOp.insert(record.op, record);
        std::array<QHash<OpId, int>, desktopCount> history;
        for (int number = 0; number < desktopCount; ++number)
            history[size_t(number)] = historyOf(number);
        Ledger& ledger = m_world.ledger();
        order(records);
        QHash<QString, int> expected = ledger.apiTags;
        for (const OpId& id : std::as_const(ledger.order)) {
            const KnownOp& known = ledger.ops[id];
            const auto result = byOp.constFind(id);
            const bool old = ledger.results.contains(id);
            if (result == byOp.cend() && !known.mayBeLost && !old && !wasRefusedBeforeARestore(history[size_t(known.desktop)], id))
                m_world.fail(u"no edit is lost"_s, u"%1 of desktop %2 (seq %3, made under %4) has no result at the server"_s
                                                       .arg(known.op.name).arg(known.desktop).arg(known.op.seq).arg(id.toString()));
            if (result == byOp.cend() && !old)
                continue;
            const auto status = result == byOp.cend() ? protocol::OpStatus(ledger.results.value(id)) : result->status;
            const QString reason = known.op.args.value(u"reason").toString();
            if (known.op.name.startsWith(u"stock.") && !reason.isEmpty())
                expected[reason] += status == protocol::OpStatus::Rejected ? 0 : 1;
            acknowledged(known, id, status, history[size_t(known.desktop)]);
            if (result != byOp.cend() && result->code == u"failed"_s)
                m_world.fail(u"the server takes every edit"_s, u"%1 failed for a reason of its own"_s.arg(known.op.name));
        }
        moves(expected);
        fields(records);
        grids();
    }

    /// The server took each desktop's edits in the order in which they were made.
    void order(const QList<Recorded>& records)
    {
        const Ledger& ledger = m_world.ledger();
        QHash<OpId, qsizetype> place;
        for (qsizetype i = 0; i < ledger.order.size(); ++i)
            place.insert(ledger.order[i], i);
        std::array<qsizetype, desktopCount> last{-1, -1, -1};
        for (const Recorded& record : records) {
            const auto known = ledger.ops.constFind(record.op);
            // One that was lost to damage may come again later, from an older copy.
            if (known == ledger.ops.cend() || known->mayBeLost)
                continue;
            qsizetype& before = last[size_t(known->desktop)];
            if (place.value(record.op) < before)
                m_world.fail(u"edits keep their order"_s, u"%1 of desktop %2"_s.arg(known->op.name).arg(known->desktop));
            before = place.value(record.op);
        }
    }

    /// What nobody made is not there.
    void origins()
    {
        QSet<QString> made;
        for (const KnownOp& known : std::as_const(m_world.ledger().ops)) {
            if (known.op.name == u"product.create"_s)
                made.insert(known.op.entityId);
        }
        qint64 unknown = 0;
        const auto done = m_db.each(u"SELECT id FROM products"_s, {}, [&](const Row& row) { unknown += made.contains(row.text(0)) ? 0 : 1; });
        if (!done || unknown != StartingPoint::productCount)
            m_world.fail(u"each product was made by somebody"_s, u"%1 were not"_s.arg(unknown - StartingPoint::productCount));
    }

    /// Each reason of a stock move is an edit's own: as many moves as edits that were applied.
    void moves(const QHash<QString, int>& expected)
    {
        QHash<QString, int> found;
        const auto done = m_db.each(u"SELECT reason FROM stock_moves WHERE reason LIKE 't%' OR reason LIKE 'a%'"_s, {},
                                    [&](const Row& row) { ++found[row.text(0)]; });
        if (!done)
            return m_world.fail(u"moves"_s, done.error().text);
        for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
            if (found.value(it.key()) != it.value())
                m_world.fail(u"each edit has one effect"_s,
                             u"%1 has %2 stock moves, should have %3"_s.arg(it.key()).arg(found.value(it.key())).arg(it.value()));
        }
        for (auto it = found.cbegin(); it != found.cend(); ++it) {
            if (!expected.contains(it.key()) && !m_world.ledger().apiTagsUnsure.contains(it.key()))
                m_world.fail(u"each effect has an edit"_s, it.key());
            if (m_world.ledger().apiTagsUnsure.contains(it.key()) && it.value() > 1)
                m_world.fail(u"each edit has one effect"_s, it.key() + u" has several moves"_s);
        }
    }

    static QString compact(const QJsonValue& value)
    {
        const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    }

    /// A buyer who chooses values chooses one variant, and the stock of a new one was put there once.
    void grids()
    {
        const auto twice = m_db.integer(u"SELECT count(*) FROM (SELECT 1 FROM variants GROUP BY product_id, options HAVING count(*) > 1)"_s);
        if (twice.value_or(-1) != 0)
            m_world.fail(u"a combination is one variant"_s, u"%1 are several"_s.arg(twice.value_or(-1)));
        const auto begun = m_db.integer(u"SELECT count(*) FROM (SELECT v.id FROM variants v LEFT JOIN stock_moves m ON m.variant_id = v.id "
                                        "AND m.kind = 'initial' GROUP BY v.id HAVING count(m.id) > 1)"_s);
        if (begun.value_or(-1) != 0)
            m_world.fail(u"a variant begins once"_s, u"%1 began more than once"_s.arg(begun.value_or(-1)));
    }

    /// What was applied last to a field is what it holds.
    void fields(const QList<Recorded>& records)
    {
        static const QHash<QString, QString> columns{{u"price"_s, u"variants.price"_s},
                                                     {u"barcode"_s, u"variants.barcode"_s},
                                                     {u"weightGrams"_s, u"variants.weight_grams"_s},
                                                     {u"lowStockThreshold"_s, u"variants.low_stock_threshold"_s},
                                                     {u"sku"_s, u"variants.sku"_s},
                                                     {u"name"_s, u"products.name"_s},
                                                     {u"description"_s, u"products.description"_s}};
        QHash<std::pair<QString, QString>, QVariant> last; // (column, id)
        for (const Recorded& record : records) {
            const auto known = m_world.ledger().ops.constFind(record.op);
            if (record.status == protocol::OpStatus::Rejected || known == m_world.ledger().ops.cend())
                continue;
            const protocol::Op& op = known->op;
            if (op.name == u"product.archive"_s || op.name == u"product.restore"_s) {
                last[{u"products.status"_s, op.entityId}] = op.name == u"product.archive"_s ? u"archived"_s : u"active"_s;
                continue;
            }
            if (op.name == u"product.variants"_s) {
                last[{u"products.options"_s, op.entityId}] = compact(op.args.value(u"options"));
                const QJsonArray variants = op.args.value(u"variants").toArray();
                for (const QJsonValue& one : variants)
                    last[{u"variants.options"_s, one[u"id"].toString()}] = compact(one[u"options"]);
                continue;
            }
            if (op.name != u"variant.update"_s && op.name != u"product.update"_s)
                continue;
            for (auto it = op.args.constBegin(); it != op.args.constEnd(); ++it) {
                if (columns.contains(it.key()))
                    last[{columns.value(it.key()), op.entityId}] = it.value().toVariant();
            }
        }
        for (auto it = last.cbegin(); it != last.cend(); ++it) {
            const QString table = it.key().first.section(u'.', 0, 0);
            const auto is = m_db.one(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(it.key().first.section(u'.', 1), table),
                                     {it.key().second}, [](const Row& row) { return row.isNull(0) ? QString() : row.text(0); });
            if (!is || !*is || **is != it.value().toString())
                m_world.fail(u"the last edit stands"_s, u"%1 of %2 is '%3', the last edit made it '%4'"_s.arg(
                                                            it.key().first, it.key().second, is && *is ? **is : u"gone"_s,
                                                            it.value().toString()));
        }
    }

    void purchases()
    {
        for (const Purchase& purchase : std::as_const(m_world.ledger().purchases)) {
            const auto checkouts = m_db.integer(
                u"SELECT count(DISTINCT checkout_id) FROM orders WHERE json_extract(shipping_address, '$.recipient') = ?"_s, {purchase.tag});
            const qint64 found = checkouts.value_or(-1);
            if (found > 1)
                m_world.fail(u"one key, one checkout"_s, u"%1 bought %2 times"_s.arg(purchase.tag).arg(found));
            if (found == 0 && purchase.acknowledged && !purchase.mayBeLost)
                m_world.fail(u"no order is lost"_s, purchase.tag);
        }
    }

private:
    QHash<OpId, int> historyOf(int number)
    {
        QHash<OpId, int> history;
        const auto done = m_world.desktop(number).replica().database().each(
            u"SELECT op_id, status FROM history"_s, {}, [&](const Row& row) {
                const OpId id = row.id<OpId>(0).value_or(OpId());
                if (history.contains(id))
                    m_world.fail(u"an edit is settled once"_s, u"desktop %1 has %2 twice"_s.arg(number).arg(id.toString()));
                history.insert(id, row.integer32(1));
            });
        if (!done)
            m_world.fail(u"history"_s, done.error().text);
        return history;
    }

    /// A refusal is not sent again when the server forgets it: the person has been told.
    bool wasRefusedBeforeARestore(const QHash<OpId, int>& history, const OpId& id) const
    {
        return m_world.ledger().restores > 0 && history.value(id, 0) >= int(protocol::OpStatus::Rejected);
    }

    /// The desktop that made it knows how it ended, as the server does.
    void acknowledged(const KnownOp& known, const OpId& id, protocol::OpStatus status, const QHash<OpId, int>& history)
    {
        if (known.mayBeLost || known.mayBeForgotten)
            return;
        if (!history.contains(id))
            return m_world.fail(u"each edit is settled at its desktop"_s, u"%1 of desktop %2 is not in its history"_s.arg(known.op.name).arg(known.desktop));
        const bool refusedThere = history.value(id) >= int(protocol::OpStatus::Rejected);
        if (refusedThere != (status == protocol::OpStatus::Rejected) && m_world.ledger().restores == 0)
            m_world.fail(u"both ends agree on an edit"_s, u"%1 of desktop %2"_s.arg(known.op.name).arg(known.desktop));
    }

    static QString difference(const QByteArray& is, const QByteArray& shouldBe)
    {
        const QList<QByteArray> a = is.split('\n');
        const QList<QByteArray> b = shouldBe.split('\n');
        for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
            if (a.value(i) != b.value(i))
                return u"has\n  %1\nserver\n  %2"_s.arg(QString::fromUtf8(a.value(i)), QString::fromUtf8(b.value(i)));
        }
        return {};
    }

    World& m_world;
    storage::Database& m_db;
};

} // namespace

void harvestResults(World& world)
{
    for (const Recorded& record : recorded(world.server().database()))
        world.ledger().results.insert(record.op, int(record.status));
}

void lookAtEverything(World& world, std::array<QHash<QString, qint64>, 2>& versions, QString& lastEpoch)
{
    Look look(world);
    look.violations();
    look.doctor();
    std::array<QByteArray, 2> dumps;
    std::array<QHash<QString, qint64>, 2> now;
    for (size_t store = 0; store < 2; ++store)
        dumps[store] = look.serverDump(world.start().stores[qsizetype(store)], now[store]);
    look.replicas(dumps);
    look.versions(now, versions, lastEpoch);
    look.edits();
    look.purchases();
    look.origins();
    for (int number = 0; number < desktopCount; ++number) {
        if (!world.desktop(number).network().failures.isEmpty())
            world.fail(u"no 5xx"_s, world.desktop(number).network().failures.first());
    }
}

} // namespace belanjain::simulation
