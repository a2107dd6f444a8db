// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_commands.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

Q_LOGGING_CATEGORY(logReplica, "belanjain.replica")

/// How many batches back something can be taken back.
constexpr int keptTickets = 200;

/// For a person; the driver's words go to the log.
QString sentence(const storage::Error& error)
{
    qCWarning(logReplica).noquote() << error.text;
    // With its context in full: lupdate does not find the class from in here.
    return error.kind == storage::Error::Kind::Full
               ? QCoreApplication::translate("belanjain::replica::ReplicaWorker", "The disk is full. Free some space and try again.")
               : QCoreApplication::translate("belanjain::replica::ReplicaWorker", "The change could not be saved on this computer.");
}

} // namespace

ReplicaWorker::ReplicaWorker(std::unique_ptr<Replica> replica, QObject* parent)
    : QObject(parent)
    , m_replica(std::move(replica))
{
    qRegisterMetaType<QList<ports::CommandResult>>();
    qRegisterMetaType<ports::Withdrawal>();
    qRegisterMetaType<Touched>();
}

ReplicaWorker::~ReplicaWorker() = default;

void ReplicaWorker::submit(quint64 ticket, const QList<ports::Command>& batch)
{
    const auto outcome = m_replica->submit(batch);
    if (!outcome) {
        const ports::CommandResult lost{.storageProblem = sentence(outcome.error())};
        Q_EMIT submitted(ticket, QList<ports::CommandResult>(batch.size(), lost));
        if (outcome.error().kind == storage::Error::Kind::Corrupt)
            Q_EMIT damaged();
        return;
    }
    m_queued.insert(ticket, outcome->ops);
    if (m_queued.size() > keptTickets)
        m_queued.erase(m_queued.begin());
    Q_EMIT submitted(ticket, outcome->results);
    if (outcome->touched.any())
        Q_EMIT changed(outcome->touched);
    if (outcome->touched.outbox)
        Q_EMIT editsQueued();
}

void ReplicaWorker::withdraw(quint64 ticket)
{
    const QList<OpId> ops = m_queued.take(ticket);
    const auto outcome = m_replica->withdraw(ops);
    if (!outcome) {
        m_queued.insert(ticket, ops);
        Q_EMIT withdrawn(ticket, {.storageProblem = sentence(outcome.error())});
        return;
    }
    Q_EMIT withdrawn(ticket, outcome->result);
    if (outcome->touched.any())
        Q_EMIT changed(outcome->touched);
    if (outcome->touched.outbox)
        Q_EMIT editsQueued(); // fewer of them
}

void ReplicaWorker::notePrints(const QList<OrderId>& orders, ports::PrintedDocument document)
{
    const auto touched = m_replica->notePrints(orders, document);
    if (!touched)
        Q_EMIT printsNotKept(sentence(touched.error()));
    else if (touched->any())
        Q_EMIT changed(*touched);
}

QString ReplicaWorker::note(const std::function<void(Work&)>& write)
{
    const auto done = m_replica->note(write);
    if (done)
        return {};
    if (done.error().kind == storage::Error::Kind::Corrupt)
        Q_EMIT damaged();
    return sentence(done.error());
}

void ReplicaWorker::announce(const Touched& touched) { Q_EMIT changed(touched); }

void ReplicaWorker::announceSwap() { Q_EMIT databaseFileChanged(m_replica->databaseFile()); }

void ReplicaWorker::replace(std::unique_ptr<Replica> replica)
{
    m_replica = std::move(replica);
    announceSwap();
}

void ReplicaWorker::removeLeftFiles() { m_replica->removeLeftFiles(); }

ReplicaCommands::ReplicaCommands(ReplicaWorker& worker, QObject* parent)
    : ports::CommandSink(parent)
    , m_worker(worker)
{
    connect(&worker, &ReplicaWorker::submitted, this, &ReplicaCommands::done);
}

quint64 ReplicaCommands::submit(const QList<ports::Command>& batch)
{
    const quint64 ticket = ++m_lastTicket;
    QMetaObject::invokeMethod(
        &m_worker, [worker = &m_worker, ticket, batch] { worker->submit(ticket, batch); },
        Qt::QueuedConnection);
    return ticket;
}

ReplicaWithdrawal::ReplicaWithdrawal(ReplicaWorker& worker, QObject* parent)
    : ports::CommandWithdrawal(parent)
    , m_worker(worker)
{
    connect(&worker, &ReplicaWorker::withdrawn, this, &ReplicaWithdrawal::withdrawn);
}

void ReplicaWithdrawal::withdraw(quint64 ticket)
{
    QMetaObject::invokeMethod(
        &m_worker, [worker = &m_worker, ticket] { worker->withdraw(ticket); }, Qt::QueuedConnection);
}

ReplicaPrintLog::ReplicaPrintLog(ReplicaWorker& worker, QObject* parent)
    : ports::PrintLog(parent)
    , m_worker(worker)
{
    connect(&worker, &ReplicaWorker::printsNotKept, this, &ReplicaPrintLog::failed);
}

void ReplicaPrintLog::note(const QList<OrderId>& orders, ports::PrintedDocument document)
{
    QMetaObject::invokeMethod(
        &m_worker, [worker = &m_worker, orders, document] { worker->notePrints(orders, document); },
        Qt::QueuedConnection);
}

} // namespace belanjain::replica
