// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/importer.h"
#include "replica/record_lane.h"
#include "replica/replica_commands.h"

#include <QHash>
#include <QSet>

#include <atomic>
#include <memory>

namespace belanjain::replica {

/// Reads files on a lane and writes through the worker, a batch at a time, so that other edits and the sync go on
/// in between. The lane ends before this, cancelAll() first keeps that short; so does the worker's thread.
class ImportSource : public ports::Importer
{
    Q_OBJECT
public:
    ImportSource(RecordLane& lane, ReplicaWorker& worker, QObject* parent = nullptr);

    void look(quint64 ticket, const QString& path, imports::Encoding encoding, char separator) override;
    void check(quint64 ticket, const QString& path, const imports::Mapping& mapping) override;
    void cancel(quint64 ticket) override;
    void saveWrongRows(quint64 ticket, const ports::ImportCheck& check, const QString& path,
                       const imports::Mapping& mapping, const QString& target, Language language) override;
    void start(quint64 ticket, const ports::ImportCheck& check, const QString& name, imports::Format format) override;
    void stop(qint64 import) override;
    void resume(qint64 import) override;
    void undo(qint64 import) override;
    void readRecords() override;
    void cancelAll();

private:
    enum class Way : quint8 { In, Out };

    /// Runs on the worker's thread; `then` gets the result back here.
    template<class Write, class Then>
    void write(Write act, Then then);
    void plan(quint64 ticket, qint64 import, const std::shared_ptr<const imports::Analysis>& analysis, qsizetype from);
    void run(qint64 import, Way way);
    void step(qint64 import, Way way);
    void took(qint64 import, Way way, const ImportStep& result);

    RecordLane& m_lane;
    ReplicaWorker& m_worker;
    QHash<quint64, std::shared_ptr<std::atomic<bool>>> m_reading; ///< set: to be given up
    QSet<qint64> m_running;
    QSet<qint64> m_stopping;
};

} // namespace belanjain::replica
