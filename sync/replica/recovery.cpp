// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/recovery.h"

#include "protocol/variant_ops.h"
#include "replica/damage.h"
#include "replica/edit_log.h"
#include "replica/notice_box.h"
#include "replica/plausible.h"
#include "replica/replica_file.h"
#include "replica/salvage.h"
#include "replica/session.h"
#include "storage/checked_file.h"
#include "storage/log_check.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QUuid>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

constexpr int keptFolders = 3;

/// Beside the replica, not in use yet.
QString asideFolder(const QString& file, Instant now)
{
    const QDir beside = QFileInfo(file).dir();
    const QString name = u"damaged-"_s + QDateTime::fromMSecsSinceEpoch(now.ms).toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    QString free = name;
    for (int i = 2; beside.exists(free); ++i)
        free = u"%1-%2"_s.arg(name).arg(i);
    return beside.filePath(free);
}

/// Moves the replica's files but those of `keep`, a database.
void moveAside(const QString& file, const QString& keep, const QString& folder)
{
    const QFileInfo info(file);
    QDir beside = info.dir();
    const QString kept = QFileInfo(keep).fileName();
    if (!beside.mkpath(folder))
        return; // they stay, and the next start removes them
    const QStringList names = beside.entryList({info.fileName() + u'*'}, QDir::Files);
    for (const QString& name : names) {
        const bool stays = name == kept || name.startsWith(kept + u'-') || name == info.fileName() + u".current"_s;
        if (!stays)
            beside.rename(name, QDir(folder).filePath(name));
    }
}

void removeOldFolders(const QString& file)
{
    const QDir beside = QFileInfo(file).dir();
    static const QRegularExpression pattern(u"^damaged-\\d{8}-\\d{6}(-\\d+)?$"_s);
    QStringList folders = beside.entryList({u"damaged-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    folders.removeIf([](const QString& name) { return !pattern.match(name).hasMatch(); });
    for (qsizetype i = 0; i < folders.size() - keptFolders; ++i)
        QDir(beside.filePath(folders.at(i))).removeRecursively();
}

void insertRows(Work& work, const QString& table, const QString& columns, const QList<QVariantList>& rows)
{
    for (const QVariantList& row : rows) {
        if (!work.ok())
            return;
        work.run(u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, columns, QStringList(row.size(), u"?"_s).join(u',')), row);
    }
}

/// A log that was damaged after some of its pages had gone into the database leaves half of a commit: what an
/// edit left at its rows, without the edit.
QStringList strayMarks(Work& work, const QList<protocol::Op>& ops)
{
    QSet<QString> edited;
    for (const protocol::Op& op : ops) {
        edited.insert(op.entityId);
        const auto arranged = op.name == QStringView(protocol::op::productVariants) ? ProductId::parse(op.entityId) : std::nullopt;
        if (!arranged)
            continue;
        const auto variants = work.all(u"SELECT v.id FROM variants v JOIN products p ON p.row = v.product WHERE p.id = ?"_s,
                                       {arranged->uuid().toRfc4122()}, [](const storage::Row& row) {
                                           return QUuid::fromRfc4122(row.bytes(0)).toString(QUuid::WithoutBraces);
                                       });
        for (const QString& variant : variants)
            edited.insert(variant);
    }
    const QList<ProductId> uploading = Uploads(work).products(); // a picture on its way marks its product as an edit does
    for (const ProductId& product : uploading)
        edited.insert(product.toString());
    QStringList strays;
    const auto kept = work.all(u"SELECT id FROM base_rows"_s, {}, [](const storage::Row& row) { return row.text(0); });
    for (const QString& id : kept) {
        if (!edited.contains(id))
            strays << u"%1 is kept without an edit"_s.arg(id);
    }
    const auto marked = work.all(u"SELECT v.id, p.id FROM variants v JOIN products p ON p.row = v.product WHERE v.waiting <> 0"_s, {},
                                 [](const storage::Row& row) {
                                     return std::pair(QUuid::fromRfc4122(row.bytes(0)).toString(QUuid::WithoutBraces),
                                                      QUuid::fromRfc4122(row.bytes(1)).toString(QUuid::WithoutBraces));
                                 });
    for (const auto& [variant, product] : marked) {
        if (!edited.contains(variant) && !edited.contains(product))
            strays << u"%1 waits without an edit"_s.arg(variant);
    }
    return strays;
}

ports::Notice noticeOf(const Salvage& salvage, Instant now, const QString& folder)
{
    return {.at = now, .kept = int(salvage.ops.size()), .lost = salvage.lost, .folder = folder};
}

} // namespace

storage::Result<std::unique_ptr<Replica>> Replica::refound(const QString& file, const ports::Clock& clock,
                                                           ports::IdFactory& ids, storage::FaultHook fault,
                                                           const Salvage& salvage, const QString& aside)
{
    std::unique_ptr<Replica> fresh(new Replica(file, clock, ids, std::move(fault)));
    const QString path = fresh->m_file.next();
    removeDatabase(path);
    auto database = fresh->openDatabase(path);
    if (!database)
        return tl::unexpected(database.error());

    ReplicaState state{.device = ids.make<DeviceId>()};
    if (salvage.state) {
        state.device = salvage.state->device;
        state.nextSeq = salvage.state->nextSeq;
        state.acknowledged = salvage.state->acknowledged;
        state.commits = salvage.state->commits;
    }
    auto session = Session::begin(**database, ReplicaState());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    now.state = state;
    insertRows(now.work, u"rejections"_s, Salvage::rejectionColumns(), salvage.rejections);
    insertRows(now.work, u"history"_s, Salvage::historyColumns(), salvage.history);
    insertRows(now.work, u"notices"_s, Salvage::noticeColumns(), salvage.notices);
    insertRows(now.work, u"prints"_s, Salvage::printColumns(), salvage.prints);
    insertRows(now.work, u"uploads"_s, Salvage::uploadColumns(), salvage.uploads);
    for (protocol::Op op : salvage.ops) {
        // Otherwise under numbers that nobody knows, by a device that nobody knows: the marketplace
        // recognises by its id whatever has arrived before.
        if (!salvage.state)
            op.seq = now.state.nextSeq++;
        now.outbox.append(op);
        now.effective.rebuild(op);
    }
    if (!salvage.state)
        now.work.run(u"UPDATE history SET seq = 0"_s);
    now.state.history = ReplicaState::HistoryMark::of(now.work);
    NoticeBox(now.work).add(noticeOf(salvage, clock.now(), aside));
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    *fresh->m_state = now.state;
    fresh->m_sent = now.state.nextSeq - 1; // by the former one, perhaps
    session->reset();
    if (const auto flushed = (*database)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !flushed)
        return tl::unexpected(flushed.error());
    if (const auto pointed = fresh->m_file.makeCurrent(path); !pointed)
        return tl::unexpected(pointed.error());
    fresh->m_database = std::move(*database);
    moveAside(file, path, aside);
    return fresh;
}

void Replica::keepEditLog()
{
    Work work(*m_database);
    const QList<protocol::Op> waiting = Outbox(work).all();
    if (!work.ok())
        return; // the next write finds out what is wrong
    m_log = std::make_unique<EditLog>(EditLog::fileOf(m_file.base()));
    m_log->restart(waiting, m_state->mark());
}

void Replica::close()
{
    if (m_log)
        m_log->close();
    m_log.reset();
}

qint64 Replica::commits() const { return m_state->commits; }

storage::Result<QStringList> Replica::checkOutbox() const
{
    Work work(*m_database);
    QStringList wrong;
    const QList<protocol::Op> ops = Outbox(work).all();
    const QList<ports::Rejection> refused = RejectionBox(work).list({});
    if (!work.ok())
        return work.failure();
    qint64 expected = m_state->nextSeq;
    for (auto op = ops.crbegin(); op != ops.crend(); ++op) {
        if (op->seq != --expected || op->id.uuid().isNull() || op->name.isEmpty())
            wrong << u"edit %1 is not where it should be"_s.arg(op->seq);
    }
    if (expected != m_state->acknowledged + 1)
        wrong << u"edits %1 to %2 are missing"_s.arg(m_state->acknowledged + 1).arg(expected - 1);
    const auto history = ReplicaState::HistoryMark::of(work);
    if (history != m_state->history)
        wrong << u"the history is %1 lines to %2, kept %3 to %4"_s.arg(history.rows).arg(history.last).arg(m_state->history.rows).arg(m_state->history.last);
    // An index that has other rows than its table shows only when a row is to be taken away.
    for (const QString& table : {u"outbox"_s, u"results"_s, u"rejections"_s, u"history"_s, u"base_rows"_s, u"uploads"_s})
        wrong += work.all(u"PRAGMA integrity_check(%1)"_s.arg(table), {}, [](const storage::Row& row) { return row.text(0); });
    wrong.removeAll(u"ok"_s);
    const auto strays = strayMarks(work, ops);
    if (!work.ok())
        return work.failure();
    return wrong + strays;
}

storage::Result<QStringList> Replica::checkAll() const
{
    auto wrong = checkOutbox();
    if (!wrong)
        return wrong;
    Work work(*m_database);
    *wrong += work.all(u"PRAGMA quick_check(10)"_s, {}, [](const storage::Row& row) { return row.text(0); });
    wrong->removeAll(u"ok"_s);
    *wrong += implausible(work);
    const auto [rows, sum] = countedAgain(work);
    if (!work.ok())
        return work.failure();
    if (rows != m_state->rowCount || sum != m_state->rowSum)
        *wrong << u"%1 rows of sum %2, kept %3 of %4"_s.arg(rows).arg(sum.toString()).arg(m_state->rowCount).arg(m_state->rowSum.toString());
    return wrong;
}

storage::Result<QList<ports::Notice>> Replica::notices() const
{
    Work work(*m_database);
    auto list = NoticeBox(work).list();
    if (!work.ok())
        return work.failure();
    for (ports::Notice& notice : list)
        notice.waiting = notice.kind == ports::Notice::Kind::Recovered && !m_state->synced;
    return list;
}

storage::Outcome Replica::addNotice(const ports::Notice& notice)
{
    Work work(*m_database);
    NoticeBox(work).add(notice);
    return work.outcome();
}

storage::Outcome Replica::dismissNotice(qint64 number)
{
    Work work(*m_database);
    NoticeBox(work).remove(number);
    return work.outcome();
}

bool isSound(const QString& databaseFile)
{
    const auto database = storage::Database::open(storage::checkedFile(databaseFile), {.readOnly = true});
    if (!database)
        return database.error().kind != storage::Error::Kind::Corrupt;
    const auto said = (*database)->one(u"PRAGMA quick_check(1)"_s, {}, [](const storage::Row& row) { return row.text(0); });
    return said ? *said == u"ok"_s : said.error().kind != storage::Error::Kind::Corrupt;
}

namespace {

storage::Result<Opened> foundAnew(const QString& file, const ports::Clock& clock, ports::IdFactory& ids,
                                  storage::FaultHook fault, bool lostCommits)
{
    const Salvage salvage = Salvage::from(file, lostCommits);
    const QString aside = asideFolder(file, clock.now());
    auto replica = Replica::refound(file, clock, ids, std::move(fault), salvage, aside);
    if (!replica)
        return tl::unexpected(replica.error());
    removeOldFolders(file);
    (*replica)->keepEditLog();
    return Opened{.replica = std::move(*replica), .recovered = noticeOf(salvage, clock.now(), aside), .damage = {}};
}

} // namespace

storage::Result<Opened> recover(const QString& file, const ports::Clock& clock, ports::IdFactory& ids,
                                storage::FaultHook fault)
{
    // A start has seen that the log was whole; while the database is in use it is not to be read beside SQLite.
    return foundAnew(file, clock, ids, std::move(fault), false);
}

storage::Result<Opened> openSound(const QString& file, const ports::Clock& clock, ports::IdFactory& ids,
                                  storage::FaultHook fault, Care care)
{
    const auto log = EditLog::read(EditLog::fileOf(file));
    const bool cleanly = log && log->cleanly;
    QStringList damage;
    bool all = true;
    const ReplicaFile files(file);
    const bool lostCommits = files.usable() && storage::logLostCommits(files.current());
    // Opening it would make what its log lost look as if it had never been.
    auto opened = lostCommits ? storage::Result<std::unique_ptr<Replica>>(tl::unexpected(storage::Error{
                                    storage::Error::Kind::Corrupt, u"the log lost commits"_s}))
                              : Replica::open(file, clock, ids, fault);
    if (!opened && opened.error().kind != storage::Error::Kind::Corrupt)
        return tl::unexpected(opened.error());
    if (!opened) {
        damage << opened.error().text;
    } else {
        const Replica& replica = **opened;
        if (log && log->mark && log->mark->commits > replica.commits())
            damage << u"%1 commits of %2"_s.arg(replica.commits()).arg(log->mark->commits);
        all = QFileInfo(replica.databaseFile()).size() <= (cleanly ? care.afterCleanExit : care.afterDeath);
        const auto found = all ? replica.checkAll() : replica.checkOutbox();
        if (found)
            damage += *found;
        else if (orDamage(found.error()).kind == storage::Error::Kind::Corrupt)
            damage << found.error().text;
        else
            return tl::unexpected(found.error());
    }
    if (damage.isEmpty()) {
        (*opened)->keepEditLog();
        return Opened{.replica = std::move(*opened), .recovered = {}, .damage = {}, .lookLater = !all};
    }
    if (opened)
        opened->reset();
    auto recovered = foundAnew(file, clock, ids, std::move(fault), lostCommits);
    if (recovered)
        recovered->damage = damage.join(u"; "_s);
    return recovered;
}

} // namespace belanjain::replica
