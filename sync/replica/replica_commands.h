// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/command_sink.h"
#include "ports/command_withdrawal.h"
#include "ports/print_log.h"
#include "replica/replica.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace belanjain::replica {

/// Owns the replica on the thread it is moved to. Everything that writes goes through here or through
/// code on the same thread that is given replica(), such as the sync engine, which says afterwards what
/// it changed.
class ReplicaWorker : public QObject
{
    Q_OBJECT
public:
    explicit ReplicaWorker(std::unique_ptr<Replica> replica, QObject* parent = nullptr);
    ~ReplicaWorker() override;

    /// For objects on this one's thread.
    Replica& replica() { return *m_replica; }

    void submit(quint64 ticket, const QList<ports::Command>& batch);
    /// What was submitted under the ticket, one of the latest.
    void withdraw(quint64 ticket);
    void notePrints(const QList<OrderId>& orders, ports::PrintedDocument document);
    /// Replica::note(); why it failed as a sentence for a person, empty when it went in.
    QString note(const std::function<void(Work&)>& write);
    /// After a commit made through replica(): passes it on to whoever shows rows.
    void announce(const replica::Touched& touched);
    /// After Replica::swapIn().
    void announceSwap();
    /// After a recovery: the former one goes, the other takes its place.
    void replace(std::unique_ptr<Replica> replica);
    /// Once nobody reads the file of before the swap.
    void removeLeftFiles();

Q_SIGNALS:
    void submitted(quint64 ticket, const QList<belanjain::ports::CommandResult>& results);
    void withdrawn(quint64 ticket, const belanjain::ports::Withdrawal& outcome);
    void printsNotKept(const QString& reason);
    /// Something was committed here; for readers of the rows.
    void changed(const belanjain::replica::Touched& touched);
    /// Edits were queued; for the sync engine.
    void editsQueued();
    void databaseFileChanged(const QString& file);
    /// The database turned out to be damaged when something was to be written.
    void damaged();

private:
    std::unique_ptr<Replica> m_replica;
    QMap<quint64, QList<OpId>> m_queued; ///< by ticket, the latest
};

/// The command sink of screens: posts batches to a ReplicaWorker on its thread. Lives on the thread that
/// submits; done() comes there, once the batch is on disk.
class ReplicaCommands : public ports::CommandSink
{
    Q_OBJECT
public:
    explicit ReplicaCommands(ReplicaWorker& worker, QObject* parent = nullptr);

    quint64 submit(const QList<ports::Command>& batch) override;

private:
    ReplicaWorker& m_worker;
    quint64 m_lastTicket = 0;
};

/// Takes back what a ReplicaCommands of the same worker has submitted.
class ReplicaWithdrawal : public ports::CommandWithdrawal
{
    Q_OBJECT
public:
    explicit ReplicaWithdrawal(ReplicaWorker& worker, QObject* parent = nullptr);

    void withdraw(quint64 ticket) override;

private:
    ReplicaWorker& m_worker;
};

/// Keeps notes of what was printed in the replica.
class ReplicaPrintLog : public ports::PrintLog
{
    Q_OBJECT
public:
    explicit ReplicaPrintLog(ReplicaWorker& worker, QObject* parent = nullptr);

    void note(const QList<OrderId>& orders, ports::PrintedDocument document) override;

private:
    ReplicaWorker& m_worker;
};

} // namespace belanjain::replica
