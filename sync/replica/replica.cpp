// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica.h"

#include "replica/damage.h"
#include "replica/decided_box.h"
#include "replica/edit_log.h"
#include "replica/removal_guard.h"
#include "replica/server_rows.h"
#include "replica/session.h"
#include "replica/submission.h"
#include "replica/uploads.h"
#include "storage/checked_file.h"
#include "storage/migrator.h"

#include <QFileInfo>

#include <utility>

static void initReplicaResources() { Q_INIT_RESOURCE(belanjain_replica_sql); }

namespace belanjain::replica {
using namespace Qt::StringLiterals;

Replica::Replica(const QString& file, const ports::Clock& clock, ports::IdFactory& ids,
                 storage::FaultHook fault)
    : m_file(file)
    , m_clock(clock)
    , m_ids(ids)
    , m_fault(std::move(fault))
    , m_state(std::make_unique<ReplicaState>())
{}

Replica::~Replica() = default;

storage::Result<std::unique_ptr<Replica>> Replica::open(const QString& file, const ports::Clock& clock,
                                                        ports::IdFactory& ids, storage::FaultHook fault)
{
    initReplicaResources();
    std::unique_ptr<Replica> replica(new Replica(file, clock, ids, std::move(fault)));
    if (const auto usable = replica->m_file.usable(); !usable)
        return tl::unexpected(usable.error());
    const QString& current = replica->m_file.current();
    replica->m_checked = !QFileInfo::exists(current) || storage::hasCheckValues(current);
    if (const auto opened = replica->openCurrent(); !opened)
        return tl::unexpected(orDamage(opened.error()));
    replica->m_file.removeStrays();
    return replica;
}

storage::Result<std::unique_ptr<storage::Database>> Replica::openDatabase(const QString& path) const
{
    auto database =
        storage::Database::open(storage::checkedFile(path), {.checkpoints = true, .fault = m_fault});
    if (!database)
        return database;
    if (const auto version = storage::migrate(**database, u":/sql/replica"_s); !version)
        return tl::unexpected(version.error());
    return database;
}

storage::Outcome Replica::openCurrent()
{
    auto database = openDatabase(m_file.current());
    if (!database)
        return tl::unexpected(database.error());
    Work work(**database);
    auto state = ReplicaState::load(work);
    if (work.ok() && !state) {
        state = ReplicaState{.device = m_ids.make<DeviceId>()};
        state->save(work);
    }
    m_pause = RemovalGuard(work).stored();
    if (!work.ok())
        return work.outcome();
    m_database = std::move(*database);
    *m_state = *state;
    m_sent = state->nextSeq - 1; // by an earlier run, perhaps
    return adoptOtherRows();
}

storage::Outcome Replica::adoptOtherRows()
{
    const auto any = m_database->integer(
        u"SELECT count(*) FROM (SELECT 1 FROM other_rows WHERE tab IN ('orders', 'reviews') LIMIT 1)"_s);
    if (!any)
        return tl::unexpected(any.error());
    if (*any == 0)
        return {};
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    ServerRows(now.work, now.state, now.effective).adoptOtherRows();
    return now.commit();
}

DeviceId Replica::deviceId() const { return m_state->device; }
qint64 Replica::acknowledgedSeq() const { return m_state->acknowledged; }
QString Replica::epoch() const { return m_state->epoch; }
qint64 Replica::cursor() const { return m_state->cursor; }
bool Replica::everSynced() const { return m_state->synced; }
qint64 Replica::rowCount() const { return m_state->rowCount; }
protocol::RowSum Replica::rowSum() const { return m_state->rowSum; }
std::optional<Instant> Replica::lastSync() const { return m_state->lastSync; }
QString Replica::databaseFile() const { return m_file.current(); }

OpId Replica::enqueue(Session& session, protocol::Op op)
{
    op.id = m_ids.make<OpId>();
    op.seq = session.state.nextSeq++;
    op.clientTime = m_clock.now();
    session.outbox.append(op);
    session.effective.touched().outbox = true;
    session.effective.rebuild(op);
    return op.id;
}

storage::Result<SubmitOutcome> Replica::submit(const QList<ports::Command>& commands)
{
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    Submission submission(now.work, m_clock.now());
    SubmitOutcome outcome;
    for (const ports::Command& command : commands) {
        const auto op = submission.prepare(command);
        if (!now.work.ok())
            return now.work.failure();
        outcome.results.append(op ? ports::CommandResult{.applied = true}
                                  : ports::CommandResult{.violation = op.error()});
        if (op && *op)
            outcome.ops.append(enqueue(now, **op));
        const auto product = op ? picturesOf(command) : std::nullopt;
        if (product) {
            now.effective.rebuildProduct(*product);
            now.effective.touched().outbox = true; // for whoever uploads
        }
    }
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    *m_state = now.state;
    outcome.touched = now.effective.touched();
    return outcome;
}

storage::Result<QList<protocol::Op>> Replica::pending(int maxOps, qint64 maxBytes, qint64 afterSeq) const
{
    const QString sql = u"SELECT %1 FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?"_s.arg(Outbox::columns());
    auto ops = m_database->all(sql, {afterSeq, maxOps}, Outbox::read);
    if (!ops)
        return ops;
    qint64 bytes = 0;
    for (qsizetype i = 0; i < ops->size(); ++i) {
        bytes += protocol::toJson(ops->at(i).toJson()).size() + 1;
        if (i > 0 && bytes > maxBytes) {
            ops->resize(i);
            break;
        }
    }
    return ops;
}

storage::Result<int> Replica::waitingCount() const
{
    Work work(*m_database);
    const int count = Outbox(work).count() + Uploads(work).count();
    return work.ok() ? storage::Result<int>(count) : work.failure();
}

storage::Outcome Replica::noteResults(const protocol::PushAnswer& answer)
{
    if (answer.results.isEmpty())
        return {};
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    for (const protocol::OpResult& result : answer.results)
        (*session)->outbox.keepResult(result);
    return (*session)->commit();
}

storage::Outcome Replica::becomeNewDevice()
{
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    now.takeNewDevice(m_ids.make<DeviceId>());
    if (const auto committed = now.commit(); !committed)
        return committed;
    *m_state = now.state;
    m_sent = now.state.nextSeq - 1; // the same ops under other numbers
    m_staged.clear(); // what they say about lastSeq was about the other device
    return {};
}

storage::Result<QList<ports::Rejection>> Replica::rejections(const std::optional<VariantId>& variant) const
{
    Work work(*m_database);
    auto list = RejectionBox(work).list(variant);
    if (!work.ok())
        return work.failure();
    return list;
}

storage::Result<int> Replica::rejectionCount() const
{
    Work work(*m_database);
    const int count = RejectionBox(work).count();
    return work.ok() ? storage::Result<int>(count) : work.failure();
}

storage::Result<SubmitOutcome> Replica::retry(qint64 rejection, const std::optional<QJsonObject>& args)
{
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    const auto refused = now.rejections.find(rejection);
    if (!now.work.ok())
        return now.work.failure();
    const auto violated = [](const Violation& violation) {
        return SubmitOutcome{.results = {{.violation = violation}}, .touched = {}};
    };
    if (!refused)
        return violated({u"rejection"_s, Rule::NotFound, {}});

    protocol::Op op = refused->op;
    op.args = args.value_or(op.args);
    Submission submission(now.work, m_clock.now());
    bool changes = true;
    if (const auto command = submission.commandOf(op.name, op.entityId, op.args)) {
        const auto prepared = submission.prepare(*command);
        if (!now.work.ok())
            return now.work.failure();
        if (!prepared)
            return violated(prepared.error());
        changes = prepared->has_value();
        if (changes)
            op = **prepared;
    } else {
        op.baseVersion = now.effective.versionOf(op);
    }
    now.rejections.decide(rejection, Fate::Retried, m_clock.now());
    now.effective.touched().rejections = true;
    if (changes)
        DecidedBox(now.work).setNewOp(rejection, enqueue(now, op));
    else
        now.effective.rebuild(op);
    now.effective.touched().outbox = true;
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    *m_state = now.state;
    return SubmitOutcome{.results = {{.applied = true}}, .touched = now.effective.touched()};
}

storage::Result<Touched> Replica::drop(qint64 rejection)
{
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    if (const auto refused = now.rejections.find(rejection)) {
        now.rejections.decide(rejection, Fate::Dropped, m_clock.now());
        forgetPictures(now, refused->op);
        now.effective.rebuild(refused->op);
        now.effective.touched().rejections = true;
    }
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    return now.effective.touched();
}

/// What was given up takes its pictures along: a picture itself, or a product that nobody else has.
void Replica::forgetPictures(Session& session, const protocol::Op& op)
{
    const auto image = ImageId::parse(op.args.value(u"imageId").toString());
    if (op.name == QStringView(protocol::op::imageAttach) && image)
        session.uploads.remove(*image);
    else if (const auto product = ProductId::parse(op.entityId);
             product && op.name == QStringView(protocol::op::productCreate))
        session.uploads.removeProduct(*product);
}

void Replica::removeLeftFiles()
{
    for (const QString& file : std::exchange(m_leftFiles, {}))
        removeDatabase(file);
}

} // namespace belanjain::replica
