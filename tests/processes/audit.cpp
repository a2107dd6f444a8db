// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit.h"

#include "marketplace/doctor/doctor.h"
#include "marketplace/syncing/snapshot.h"
#include "ports/system.h"
#include "protocol/json.h"
#include "replica/replica.h"

#include <QJsonDocument>

#include <algorithm>

namespace belanjain::processes
{
using namespace Qt::StringLiterals;
using storage::Row;
namespace
{

QByteArray markOf(int desk, const QString& op, const QString& id, const QString& field, const QJsonValue& value)
{
    return QByteArray::number(desk) + ' '
           + QJsonDocument(QJsonObject{{u"op"_s, op}, {u"id"_s, id}, {u"field"_s, field}, {u"value"_s, value}}).toJson(QJsonDocument::Compact);
}

bool looksAlike(const QString& op) { return op == u"product.archive" || op == u"product.restore"; }

/// "table\tid\tversion\tdata" of each row of the space, as a replica dumps its own.
QByteArray dumpOf(storage::Database& db, const QString& space, QStringList& wrong)
{
    QByteArray text;
    const auto end = marketplace::writeSnapshot(db, space, {}, [&](const QByteArray& piece) {
        text += piece;
        return true;
    });
    if (!end || *end != marketplace::SnapshotEnd::Complete)
        wrong << u"the server's rows cannot be read"_s;
    QList<QByteArray> rows;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray& line : lines) {
        const auto json = protocol::parseObject(line);
        if (!json || !json->contains(u"table"_s))
            continue;
        protocol::ObjectReader reader(*json);
        const auto row = protocol::SyncRow::read(reader);
        rows.append(row.table.toUtf8() + '\t' + row.id.toUtf8() + '\t' + QByteArray::number(row.version) + '\t'
                    + protocol::toJson(row.data) + '\n');
    }
    std::sort(rows.begin(), rows.end());
    return rows.join();
}

QString difference(const QByteArray& is, const QByteArray& shouldBe)
{
    const QList<QByteArray> a = is.split('\n');
    const QList<QByteArray> b = shouldBe.split('\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return u"has '%1' instead of '%2'"_s.arg(QString::fromUtf8(a.value(i)), QString::fromUtf8(b.value(i)));
    }
    return {};
}

void check(storage::Database& db, const QString& whose, QStringList& wrong)
{
    const auto answer = db.one(u"PRAGMA quick_check"_s, {}, [](const Row& row) { return row.text(0); });
    if (!answer || !*answer || **answer != u"ok")
        wrong << u"%1: quick_check: %2"_s.arg(whose, answer ? answer->value_or(u"nothing"_s) : answer.error().text);
}

} // namespace

/// The server's side of a look.
class ServerLook
{
public:
    explicit ServerLook(storage::Database& db) : m_db(db) {}

    struct Recorded
    {
        OpId op;
        protocol::OpStatus status;
    };

    /// In the order in which the server took them.
    QList<Recorded> results(QStringList& wrong)
    {
        QList<Recorded> list;
        QSet<OpId> seen;
        const auto done = m_db.each(u"SELECT result FROM sync_results ORDER BY rowid"_s, {}, [&](const Row& row) {
            protocol::ObjectReader reader(protocol::parseObject(row.text(0).toUtf8()).value_or(QJsonObject()));
            const auto result = protocol::OpResult::read(reader);
            if (seen.contains(result.id))
                wrong << u"the server recorded op %1 twice"_s.arg(result.id.toString());
            seen.insert(result.id);
            list.append({result.id, result.status});
        });
        if (!done)
            wrong << done.error().text;
        return list;
    }
    QHash<QString, int> moves()
    {
        QHash<QString, int> moves;
        (void)m_db.each(u"SELECT reason FROM stock_moves WHERE kind IN ('adjusted', 'counted')"_s, {},
                        [&](const Row& row) { ++moves[row.text(0)]; });
        return moves;
    }
    QString field(const QString& table, const QString& column, const QString& id)
    {
        const auto is = m_db.one(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(column, table), {id},
                                 [](const Row& row) { return row.isNull(0) ? QString() : row.text(0); });
        return is && *is ? **is : u"(gone)"_s;
    }
    QHash<QString, QStringList> allOrders()
    {
        QHash<QString, QStringList> orders;
        (void)m_db.each(u"SELECT json_extract(shipping_address, '$.recipient'), id FROM orders WHERE json_extract(shipping_address, '$.recipient') <> 'first'"_s, {},
                        [&](const Row& row) { orders[row.text(0)] << row.text(1); });
        return orders;
    }

private:
    storage::Database& m_db;
};

void Audit::heard(int desk, const QByteArray& line)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArray word = space < 0 ? line : line.left(space);
    m_tried += word == "try" ? 1 : 0;
    m_signIns += word == "signin" ? 1 : 0;
    if (word != "ok")
        return;
    ++m_acknowledged;
    const QJsonObject json = QJsonDocument::fromJson(line.mid(space + 1)).object();
    const QString op = json[u"op"].toString();
    const QByteArray mark = markOf(desk, op, json[u"id"].toString(), json[u"field"].toString(), json[u"value"]);
    if (looksAlike(op))
        ++m_archivings[mark];
    else
        m_new.append({mark, desk});
}

void Audit::replica(int desk, const QString& file, const QByteArray& serverDump, QStringList& wrong)
{
    const QString whose = u"desk %1"_s.arg(desk);
    const ports::SystemClock clock;
    ports::SystemRandom random;
    ports::IdFactory ids(clock, random);
    const auto opened = replica::Replica::open(file, clock, ids);
    if (!opened) {
        wrong << u"%1 does not open: %2"_s.arg(whose, opened.error().text);
        return;
    }
    replica::Replica& replica = **opened;
    check(replica.database(), whose, wrong);
    if (replica.waitingCount().value_or(-1) != 0)
        wrong << whose + u": edits still wait"_s;
    const QStringList unsound = replica.check().value_or(QStringList{u"unreadable"_s});
    if (!unsound.isEmpty())
        wrong << whose + u": "_s + unsound.join(u"; ");
    if (const QByteArray dump = replica.dump().value_or(QByteArray()); dump != serverDump)
        wrong << whose + u": its rows are not the server's: "_s + difference(dump, serverDump);
    const auto read = replica.database().each(
        u"SELECT op_id, name, entity_id, args, status FROM history"_s, {}, [&](const Row& row) {
            const OpId id = row.id<OpId>(0).value_or(OpId());
            if (m_ops.contains(id))
                return;
            Known known{{}, desk, row.integer32(4)};
            known.op.id = id;
            known.op.name = row.text(1);
            known.op.entityId = row.text(2);
            known.op.args = protocol::parseObject(row.text(3).toUtf8()).value_or(QJsonObject());
            m_refused += known.status >= int(protocol::OpStatus::Rejected) ? 1 : 0;
            if (looksAlike(known.op.name))
                m_byMark[markOf(desk, known.op.name, known.op.entityId, {}, {})].append(id);
            for (auto it = known.op.args.constBegin(); it != known.op.args.constEnd(); ++it)
                m_byMark[markOf(desk, known.op.name, known.op.entityId, it.key(), it.value())].append(id);
            m_ops.insert(id, known);
        });
    if (!read)
        wrong << whose + u": "_s + read.error().text;
    const auto twice = replica.database().integer(u"SELECT count(*) - count(DISTINCT op_id) FROM history"_s);
    if (twice.value_or(-1) != 0)
        wrong << whose + u": an edit was settled twice"_s;
}

/// What done() said is there once, whatever was killed.
void Audit::promises(QStringList& wrong)
{
    for (const Promise& promise : std::exchange(m_new, {})) {
        // A step of an order may be taken again after it was refused; everything else is said once.
        const qsizetype found = m_byMark.value(promise.mark).size();
        const bool may = promise.mark.contains("order.transition") ? found >= 1 : found == 1;
        if (!may)
            wrong << u"acknowledged %1 is there %2 times"_s.arg(QString::fromUtf8(promise.mark)).arg(found);
    }
    for (auto it = m_archivings.cbegin(); it != m_archivings.cend(); ++it) {
        if (m_byMark.value(it.key()).size() < it.value())
            wrong << u"acknowledged %1 times: %2"_s.arg(it.value()).arg(QString::fromUtf8(it.key()));
    }
}

void Audit::server(ServerLook& look, QStringList& wrong)
{
    static const QHash<QString, std::pair<QString, QString>> columns{
        {u"variant.update price"_s, {u"variants"_s, u"price"_s}},
        {u"variant.update barcode"_s, {u"variants"_s, u"barcode"_s}},
        {u"variant.update weightGrams"_s, {u"variants"_s, u"weight_grams"_s}},
        {u"variant.update lowStockThreshold"_s, {u"variants"_s, u"low_stock_threshold"_s}},
        {u"variant.update sku"_s, {u"variants"_s, u"sku"_s}},
        {u"product.update name"_s, {u"products"_s, u"name"_s}},
        {u"product.update description"_s, {u"products"_s, u"description"_s}},
        {u"review.reply reply"_s, {u"reviews"_s, u"reply"_s}},
        {u"store.update description"_s, {u"stores"_s, u"description"_s}}};
    const auto results = look.results(wrong);
    const QHash<QString, int> moves = look.moves();
    QHash<OpId, protocol::OpStatus> byOp;
    QHash<std::pair<QString, QString>, QString> last; // (op field, id)
    QSet<std::pair<QString, QString>> steps;
    for (const auto& result : results) {
        byOp.insert(result.op, result.status);
        const auto known = m_ops.constFind(result.op);
        if (known == m_ops.cend()) {
            wrong << u"the server took op %1, which no desk knows"_s.arg(result.op.toString());
            continue;
        }
        if (result.status == protocol::OpStatus::Rejected)
            continue;
        const protocol::Op& op = known->op;
        for (auto it = op.args.constBegin(); it != op.args.constEnd(); ++it)
            last[{op.name + u' ' + it.key(), op.entityId}] = it.value().toVariant().toString();
        const std::pair step(op.entityId, op.args[u"to"].toString());
        if (op.name == u"order.transition" && steps.contains(step))
            wrong << u"order %1 became %2 twice"_s.arg(step.first, step.second);
        steps.insert(step);
        if (looksAlike(op.name))
            last[{u"status"_s, op.entityId}] = op.name == u"product.archive" ? u"archived"_s : u"active"_s;
        if (op.name == u"product.create" && look.field(u"products"_s, u"id"_s, op.entityId) != op.entityId)
            wrong << u"product %1 is not there"_s.arg(op.entityId);
    }
    for (const Known& known : std::as_const(m_ops)) {
        const auto result = byOp.constFind(known.op.id);
        if (result == byOp.cend()) {
            wrong << u"the server has no result of %1 %2"_s.arg(known.op.name, known.op.id.toString());
            continue;
        }
        if ((*result == protocol::OpStatus::Rejected) != (known.status >= int(protocol::OpStatus::Rejected)))
            wrong << u"the two ends differ on what became of %1 %2"_s.arg(known.op.name, known.op.id.toString());
        if (!known.op.name.startsWith(u"stock."))
            continue;
        const QString reason = known.op.args[u"reason"].toString();
        const int should = *result == protocol::OpStatus::Rejected ? 0 : 1;
        if (moves.value(reason) != should)
            wrong << u"%1 moved stock %2 times instead of %3"_s.arg(reason).arg(moves.value(reason)).arg(should);
    }
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        const auto column = columns.value(it.key().first, {u"products"_s, u"status"_s});
        if (!columns.contains(it.key().first) && it.key().first != u"status")
            continue;
        const QString is = look.field(column.first, column.second, it.key().second);
        if (is != it.value())
            wrong << u"%1 of %2 is '%3', the last edit made it '%4'"_s.arg(it.key().first, it.key().second, is, it.value());
    }
}

void Audit::look(const QStringList& replicaFiles, const QList<const Buyer*>& buyers, QStringList& wrong)
{
    const auto opened = storage::Database::open(storage::Address::sqlite(m_serverFile), {.readOnly = true});
    if (!opened) {
        wrong << opened.error().text;
        return;
    }
    storage::Database& db = **opened;
    check(db, u"server"_s, wrong);
    const auto diagnosis = marketplace::runDoctor(db);
    if (!diagnosis)
        wrong << diagnosis.error().text;
    else if (!diagnosis->isContent())
        wrong << diagnosis->lines();
    const QByteArray dump = dumpOf(db, m_space, wrong);
    for (int desk = 0; desk < replicaFiles.size(); ++desk)
        replica(desk, replicaFiles[desk], dump, wrong);
    promises(wrong);
    ServerLook look(db);
    server(look, wrong);

    const QHash<QString, QStringList> orders = look.allOrders();
    qsizetype asked = 0;
    for (const Buyer* buyer : buyers) {
        for (const Purchase& purchase : buyer->purchases()) {
            ++asked;
            if (orders.value(QString::fromLatin1(purchase.key)) != QStringList{purchase.order})
                wrong << u"checkout %1 made %2 orders"_s.arg(QString::fromLatin1(purchase.key)).arg(
                    orders.value(QString::fromLatin1(purchase.key)).size());
        }
        if (!buyer->problem.isEmpty())
            wrong << buyer->problem;
    }
    if (asked != orders.size())
        wrong << u"%1 checkouts were asked for, %2 are there"_s.arg(asked).arg(orders.size());
}

} // namespace belanjain::processes
