// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "ports/clock.h"
#include "ports/command_withdrawal.h"
#include "ports/commands.h"
#include "ports/decisions.h"
#include "ports/id_factory.h"
#include "ports/importer.h"
#include "ports/printed.h"
#include "ports/sync_control.h"
#include "ports/upkeep.h"
#include "protocol/messages.h"
#include "replica/import_plan.h"
#include "replica/replica_file.h"
#include "replica/snapshot_builder.h"
#include "replica/touched.h"
#include "storage/database.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace belanjain::replica {

class EditLog;
class Work;
struct ReplicaState;
struct Salvage;
struct Upload;

/// What became of a batch of commands: one result per command, in order.
struct SubmitOutcome
{
    QList<ports::CommandResult> results;
    Touched touched;
    QList<OpId> ops; ///< what was queued; a command that changed nothing queued none
};

/// What became of ops that were to be taken back.
struct WithdrawOutcome
{
    ports::Withdrawal result;
    Touched touched;
    QList<OpId> ops; ///< that are as if they had never been made
};

/// What a batch of an import, or of taking one back, has done.
struct ImportStep
{
    bool finished = false; ///< there is no more of it
    ports::ImportRecord record;
    Touched touched;
};

/// Why a pull could not be applied; everything but None is answered with a snapshot.
enum class Resync : quint8 {
    None,
    SumMismatch,  ///< count or sum of the rows would not be the server's
    EpochChanged, ///< the server was restored or replaced
    ServerBehind, ///< the server does not know ops it had acknowledged
    TooLarge,     ///< so many rows are staged that a snapshot is cheaper
};

struct PullEffect
{
    bool applied = false; ///< false for a staged page (more to come) and when resync is set
    Resync resync = Resync::None;
    Touched touched;
    int acknowledged = 0; ///< ops that left the outbox
    int rejected = 0;     ///< of these, refused ones that became rejections

    bool paused = false;  ///< most of the catalogue would go: nothing was applied, see removalPause()

    bool sumMismatch() const { return resync == Resync::SumMismatch; }
    bool needsSnapshot() const { return resync != Resync::None; }
};

/// The local database of one seller's space: the rows as the server has them, the edits that wait, and
/// the effective rows that screens show, which are the former with the latter replayed over them.
///
/// Synchronous; belongs to the thread that opened it. Every call is one durable transaction: after an
/// error nothing of it was kept. What was made here is decided by calls alone (and by the clock and id
/// factory given), so a simulator gets the same bytes from the same calls.
///
/// The data lie in `file` until the first snapshot, then in a numbered file beside it that the one-line
/// file `file`.current names. Replacing that line is what swaps a snapshot in: a rename that is atomic on
/// every system, also while readers hold the old file (with its own write-ahead log) open. Renaming over
/// the database itself would hand the new rows to the old log.
class Replica
{
public:
    /// Opens or creates. The hook is called before every step of every transaction.
    static storage::Result<std::unique_ptr<Replica>> open(const QString& file, const ports::Clock& clock,
                                                          ports::IdFactory& ids,
                                                          storage::FaultHook fault = {});
    /// Leaves the edit log as it is, which the next openSound() takes for a death; see close().
    ~Replica();
    Replica(const Replica&) = delete;
    Replica& operator=(const Replica&) = delete;

    // Soundness; see openSound() in recovery.h, which is how a program opens a replica.

    /// Makes a new file of what was salvaged, puts it in force and moves everything else aside, into `aside`
    /// beside it. Until the new file is in force nothing of the old has been touched.
    static storage::Result<std::unique_ptr<Replica>> refound(const QString& file, const ports::Clock& clock,
                                                             ports::IdFactory& ids, storage::FaultHook fault,
                                                             const Salvage& salvage, const QString& aside);
    /// From now on the edits that wait are also kept in the edit log beside the replica.
    void keepEditLog();
    /// The program ends in order: the next start need not look through everything.
    void close();
    /// What can be known without reading everything: that the outbox is whole and readable. The differences.
    storage::Result<QStringList> checkOutbox() const;
    /// Every page, every index, and the rows counted and summed again; the differences.
    storage::Result<QStringList> checkAll() const;
    /// Commits that this replica has seen; only grows.
    qint64 commits() const;
    /// Whether its file has check values; one from before they were made gets them with a snapshot.
    bool isChecked() const { return m_checked; }

    // What a person has to be told

    storage::Result<QList<ports::Notice>> notices() const;
    storage::Outcome addNotice(const ports::Notice& notice);
    storage::Outcome dismissNotice(qint64 number);

    /// The sync that waits for a word, if one does; a pull or snapshot that takes less ends it.
    std::optional<ports::RemovalPause> removalPause() const { return m_pause; }
    /// The next sync may take away what it likes, once.
    storage::Outcome acceptRemoval();

    // Identity and cursor, as of the last commit.

    DeviceId deviceId() const;
    /// The highest seq that a pull has acknowledged to this device.
    qint64 acknowledgedSeq() const;
    QString epoch() const; ///< empty before the first sync
    qint64 cursor() const; ///< the version to give as `after`
    bool everSynced() const;
    qint64 rowCount() const; ///< live base rows of all tables
    protocol::RowSum rowSum() const;
    /// When a pull or snapshot last completed. After a pull that brought nothing this is known until the
    /// program ends but not written: syncing what has not changed writes nothing.
    std::optional<Instant> lastSync() const;
    /// The file that holds the data now; readers open it, and again after a swap.
    QString databaseFile() const;

    // Edits

    /// Applies a batch and queues its ops in one transaction. A command that breaks a rule is reported in
    /// its result and leaves nothing behind; the others go in.
    storage::Result<SubmitOutcome> submit(const QList<ports::Command>& commands);

    /// Takes ops out of the outbox as if they had never been made, those that may: none that noteSent() was
    /// told of, none before a later op of the same row that stays. What waits behind them moves up, so that the
    /// numbers have no gap.
    storage::Result<WithdrawOutcome> withdraw(const QList<OpId>& ops);
    /// To be called before ops up to this seq are sent: from then on the server may have them. Known until the
    /// program ends; ops of an earlier run are not withdrawn at all.
    void noteSent(qint64 seq);

    /// Counts a printing of each order's document, now. Orders that are not here are left out.
    storage::Result<Touched> notePrints(const QList<OrderId>& orders, ports::PrintedDocument document);
    /// Writes this computer's own notes, which are never synced (a draft, what was last seen), in one durable
    /// transaction.
    storage::Outcome note(const std::function<void(Work&)>& write);

    // Imports. A plan is written down first, then goes in, and perhaps out again, in batches.

    /// The number of a new one, which planImport() has to fill; one that was never filled is forgotten by the next.
    storage::Result<qint64> beginImport(const QString& name, imports::Format format, int products, int changes);
    /// `last`: the plan is whole. Gives the number again.
    storage::Result<qint64> planImport(qint64 import, int firstItem, const QList<ImportPlan>& items, bool last);
    storage::Result<ImportStep> runImport(qint64 import, int most);
    /// The last items first. Ops that wait and were not sent are withdrawn; a product that the marketplace may know
    /// is archived, a price or a stock put back by another edit. What was changed since is left.
    storage::Result<ImportStep> undoImport(qint64 import, int most);
    /// The latest first.
    storage::Result<QList<ports::ImportRecord>> importRecords() const;

    // Outbox

    /// Ops with a seq over afterSeq, in seq order, while they fit: at least one when there is one, even if
    /// it alone is over maxBytes (as JSON).
    storage::Result<QList<protocol::Op>> pending(int maxOps = protocol::maxOpsPerPush,
                                                 qint64 maxBytes = protocol::maxPushBytes,
                                                 qint64 afterSeq = 0) const;
    /// Ops not yet acknowledged by a pull, and pictures not yet uploaded.
    storage::Result<int> waitingCount() const;
    /// Keeps the results of a push until a pull acknowledges the ops. Removes no op.
    storage::Outcome noteResults(const protocol::PushAnswer& answer);
    /// After seq_mismatch: takes a new device id and renumbers the pending ops from 1.
    storage::Outcome becomeNewDevice();

    // Pull

    /// Stages a page; the complete one applies all of them in one transaction: rows, cursor and
    /// acknowledgements (ops with seq <= lastSeq leave the outbox, refused ones become rejections), then
    /// the pending ops are replayed over the new base. Pages may come twice and late: per row the highest
    /// version wins and versions at or below the cursor are ignored. Nothing is written when nothing changed.
    storage::Result<PullEffect> stagePull(const protocol::PullAnswer& page);
    /// Drops staged pages, for a pull that is started over.
    void forgetStaged();

    // Snapshot

    /// Starts a new file; one at a time.
    storage::Result<std::unique_ptr<SnapshotBuilder>> beginSnapshot(const protocol::SnapshotHead& head);
    /// Builds the indexes, verifies count and sum (SumMismatch: the file is thrown away and nothing changed),
    /// carries over device id, pending ops, rejections and history, acknowledges up to the head's lastSeq,
    /// replays what is pending, makes the file durable and swaps it in. When the server knows fewer ops than
    /// it had acknowledged (it was restored from a backup), the missing ones are queued again, in their order
    /// and before the pending ones, under a new device id. Row numbers start anew: touched.structure is set.
    storage::Result<PullEffect> swapIn(std::unique_ptr<SnapshotBuilder> builder);
    /// Removes the files that swaps replaced. Not before every reader has left them: SQLite fails when a file
    /// goes while it is being opened, and Windows keeps open files. Forgotten ones go with the next open().
    void removeLeftFiles();

    // Rejections

    storage::Result<QList<ports::Rejection>> rejections(const std::optional<VariantId>& variant = {}) const;
    storage::Result<int> rejectionCount() const;
    /// Queues the edit again as a new op against today's row, with other arguments if given; the rejection is
    /// decided then. A rule that it breaks comes as the result's violation and leaves the rejection. NotFound
    /// when there is no such rejection.
    storage::Result<SubmitOutcome> retry(qint64 rejection, const std::optional<QJsonObject>& args = {});
    /// Gives the edit up; it stays in the history.
    storage::Result<Touched> drop(qint64 rejection);

    /// The same with all that helps to decide, oldest first.
    storage::Result<QList<ports::OpenDecision>> openDecisions() const;
    /// The latest retry() and drop() calls, newest first.
    storage::Result<QList<ports::MadeDecision>> madeDecisions(int limit) const;
    /// Undoes a retry() whose edit was not sent yet, or a drop(); nullopt when that is not possible.
    storage::Result<std::optional<Touched>> reopen(qint64 rejection);

    // Pictures (replica/uploads.h)

    /// The picture to be uploaded next; of a product that the marketplace does not know yet none is.
    storage::Result<std::optional<Upload>> nextUpload() const;
    /// The marketplace has the bytes, under this hash: queues the op that attaches it. Nothing for one that was
    /// taken away meanwhile.
    storage::Result<Touched> pictureUploaded(const ImageId& image, const QString& storedHash);
    /// The marketplace will not have the bytes: a rejection tells, and retry() tries again.
    storage::Result<Touched> pictureRefused(const ImageId& image, const QString& code, const QString& detail);
    /// The hashes of the files that are still needed.
    storage::Result<QStringList> uploadHashes() const;

    // For tests and diagnosis

    /// The base rows as "table\tid\tversion\tdata\n", sorted, data as canonical JSON.
    storage::Result<QByteArray> dump() const;
    /// Recomputes count, sum, summary and effective rows and compares; the differences, empty when sound.
    storage::Result<QStringList> check() const;
    storage::Database& database() { return *m_database; }

private:
    class Session;
    class ImportRun;
    Replica(const QString& file, const ports::Clock& clock, ports::IdFactory& ids, storage::FaultHook fault);
    storage::Outcome openCurrent();
    /// Without the commit.
    WithdrawOutcome withdrawIn(Session& session, const QList<OpId>& ops) const;
    /// Runs in a transaction of its own.
    template<class T, class Do>
    storage::Result<T> inImport(Do act);
    static std::pair<qint64, protocol::RowSum> countedAgain(Work& work);
    storage::Outcome adoptOtherRows();
    storage::Result<PullEffect> pauseFor(const ports::RemovalPause& pause);
    storage::Result<std::unique_ptr<storage::Database>> openDatabase(const QString& path) const;
    storage::Result<PullEffect> applyPull(const protocol::PullAnswer& last);
    storage::Outcome carryOver(Session& session, const protocol::SnapshotHead& head);
    static void forgetPictures(Session& session, const protocol::Op& op);
    /// Runs what the op says, made now, as a new op at the end of the outbox.
    OpId enqueue(Session& session, protocol::Op op);

    ReplicaFile m_file;
    const ports::Clock& m_clock;
    ports::IdFactory& m_ids;
    storage::FaultHook m_fault;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<ReplicaState> m_state;
    std::unique_ptr<EditLog> m_log;
    std::optional<ports::RemovalPause> m_pause;
    bool m_checked = true;
    QHash<std::pair<QString, QString>, protocol::SyncRow> m_staged;
    qint64 m_sent = 0; ///< the highest seq that may have been sent
    QStringList m_leftFiles; ///< replaced by swaps, perhaps still read
};

} // namespace belanjain::replica
