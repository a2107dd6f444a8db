// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/import_source.h"

#include "replica/store_shelf.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace belanjain::replica {
using imports::FileError;
using imports::FileProblem;
namespace {

/// Planned at once: some hundred kilobytes.
constexpr qsizetype planItems = 500;
/// In one transaction: a few hundredths of a second.
constexpr int batchItems = 100;

std::optional<FileError> opened(QFile& file)
{
    if (QFileInfo(file.fileName()).isFile() && file.open(QIODevice::ReadOnly))
        return {};
    return FileError{FileProblem::Unreadable, file.errorString(), {}};
}

ports::ImportCheck checkedFile(const QString& path, const imports::Mapping& mapping, storage::Database& database,
                               const imports::GoOn& goOn)
{
    QFile file(path);
    if (const auto error = opened(file))
        return {.error = error};
    Work work(database);
    StoreShelf shelf(work);
    auto analysis = imports::analysed(file, mapping, shelf, goOn);
    if (!work.ok())
        return {.error = FileError{FileProblem::Unreadable, readFailure(work.failure().value()), {}}};
    if (!analysis)
        return {.error = analysis.error()};
    return {.analysis = std::make_shared<const imports::Analysis>(std::move(*analysis))};
}

tl::expected<int, FileError> savedWrongRows(const QString& path, const QString& target, const imports::Mapping& mapping,
                                            const imports::Analysis& analysis, Language language)
{
    QFile file(path);
    if (const auto error = opened(file))
        return tl::unexpected(*error);
    QSaveFile out(target);
    if (!out.open(QIODevice::WriteOnly))
        return tl::unexpected(FileError{FileProblem::Unreadable, out.errorString(), {}});
    const auto rows = imports::writeWrongRows(file, out, mapping, analysis, language);
    if (rows && !out.commit())
        return tl::unexpected(FileError{FileProblem::Unreadable, out.errorString(), {}});
    return rows;
}

ImportPlan itemOf(const imports::Plan& plan, qsizetype index)
{
    if (index < plan.products.size())
        return plan.products.at(index);
    return plan.changes.at(index - plan.products.size());
}

} // namespace

ImportSource::ImportSource(RecordLane& lane, ReplicaWorker& worker, QObject* parent)
    : ports::Importer(parent)
    , m_lane(lane)
    , m_worker(worker)
{}

void ImportSource::look(quint64 ticket, const QString& path, imports::Encoding encoding, char separator)
{
    m_lane.post([this, ticket, path, encoding, separator](const storage::Result<storage::Database*>&) {
        QFile file(path);
        ports::ImportLook look{.beginning = {}, .error = opened(file)};
        if (!look.error) {
            if (auto beginning = imports::readBeginning(file, encoding, separator))
                look.beginning = std::move(*beginning);
            else
                look.error = beginning.error();
        }
        QMetaObject::invokeMethod(this, [this, ticket, look] { Q_EMIT looked(ticket, look); }, Qt::QueuedConnection);
    });
}

void ImportSource::check(quint64 ticket, const QString& path, const imports::Mapping& mapping)
{
    const auto halt = std::make_shared<std::atomic<bool>>(false);
    m_reading.insert(ticket, halt);
    m_lane.post([this, ticket, path, mapping, halt](const storage::Result<storage::Database*>& database) {
        qint64 told = -1;
        const auto goOn = [&](qint64 done, qint64 total) {
            if (done != told) {
                told = done;
                QMetaObject::invokeMethod(
                    this, [this, ticket, done, total] { Q_EMIT progressed(ticket, done, total); }, Qt::QueuedConnection);
            }
            return !*halt;
        };
        const ports::ImportCheck result =
            database ? checkedFile(path, mapping, **database, goOn)
                     : ports::ImportCheck{.error = FileError{FileProblem::Unreadable, readFailure(database.error()), {}}};
        QMetaObject::invokeMethod(
            this,
            [this, ticket, result] {
                m_reading.remove(ticket);
                Q_EMIT checked(ticket, result);
            },
            Qt::QueuedConnection);
    });
}

void ImportSource::cancel(quint64 ticket)
{
    if (const auto halt = m_reading.value(ticket))
        *halt = true;
}

void ImportSource::cancelAll()
{
    for (const auto& halt : std::as_const(m_reading))
        *halt = true;
}

void ImportSource::saveWrongRows(quint64 ticket, const ports::ImportCheck& check, const QString& path,
                                 const imports::Mapping& mapping, const QString& target, Language language)
{
    if (!check.analysis)
        return;
    m_lane.post([this, ticket, analysis = check.analysis, path, mapping, target,
                 language](const storage::Result<storage::Database*>&) {
        const auto rows = savedWrongRows(path, target, mapping, *analysis, language);
        QMetaObject::invokeMethod(
            this,
            [this, ticket, rows] {
                Q_EMIT wrongRowsSaved(ticket, rows.value_or(0), rows ? std::nullopt : std::optional(rows.error()));
            },
            Qt::QueuedConnection);
    });
}

template<class Write, class Then>
void ImportSource::write(Write act, Then then)
{
    QMetaObject::invokeMethod(
        &m_worker,
        [this, act = std::move(act), then = std::move(then)] {
            auto result = act(m_worker.replica());
            if (!result && result.error().kind == storage::Error::Kind::Corrupt)
                Q_EMIT m_worker.damaged();
            QMetaObject::invokeMethod(
                this,
                [this, then, result = std::move(result)] {
                    if (!result) {
                        m_running.clear();
                        m_stopping.clear();
                        Q_EMIT failed(result.error().kind == storage::Error::Kind::Full);
                    } else {
                        then(*result);
                    }
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void ImportSource::start(quint64 ticket, const ports::ImportCheck& check, const QString& name, imports::Format format)
{
    if (!check.analysis || check.analysis->plan.isEmpty())
        return;
    const auto analysis = check.analysis;
    write(
        [name, format, analysis](Replica& replica) {
            return replica.beginImport(name, format, int(analysis->plan.products.size()),
                                       int(analysis->plan.changes.size()));
        },
        [this, ticket, analysis](qint64 import) { plan(ticket, import, analysis, 0); });
}

void ImportSource::plan(quint64 ticket, qint64 import, const std::shared_ptr<const imports::Analysis>& analysis,
                        qsizetype from)
{
    const qsizetype total = analysis->plan.products.size() + analysis->plan.changes.size();
    const qsizetype to = std::min(from + planItems, total);
    write(
        [import, analysis, from, to, total](Replica& replica) {
            QList<ImportPlan> items;
            for (qsizetype i = from; i < to; ++i)
                items.append(itemOf(analysis->plan, i));
            return replica.planImport(import, int(from), items, to == total);
        },
        [this, ticket, analysis, to, total](qint64 number) {
            if (to < total)
                return plan(ticket, number, analysis, to);
            Q_EMIT started(ticket, number);
            run(number, Way::In);
        });
}

void ImportSource::stop(qint64 import)
{
    if (m_running.contains(import))
        m_stopping.insert(import);
}

void ImportSource::resume(qint64 import) { run(import, Way::In); }

void ImportSource::undo(qint64 import) { run(import, Way::Out); }

void ImportSource::run(qint64 import, Way way)
{
    if (m_running.contains(import))
        return;
    m_running.insert(import);
    step(import, way);
}

void ImportSource::step(qint64 import, Way way)
{
    write(
        [worker = &m_worker, import, way](Replica& replica) {
            auto result = way == Way::In ? replica.runImport(import, batchItems) : replica.undoImport(import, batchItems);
            if (result && result->touched.any())
                worker->announce(result->touched);
            if (result && result->touched.outbox)
                Q_EMIT worker->editsQueued();
            return result;
        },
        [this, import, way](const ImportStep& result) { took(import, way, result); });
}

void ImportSource::took(qint64 import, Way way, const ImportStep& result)
{
    const bool stops = result.finished || m_stopping.contains(import);
    ports::ImportRecord record = result.record;
    record.active = !stops;
    if (stops) {
        m_running.remove(import);
        m_stopping.remove(import);
    } else {
        step(import, way);
    }
    Q_EMIT recordChanged(record);
}

void ImportSource::readRecords()
{
    write([](Replica& replica) { return replica.importRecords(); },
          [this](QList<ports::ImportRecord> records) {
              for (ports::ImportRecord& record : records)
                  record.active = m_running.contains(record.number);
              Q_EMIT recordsRead(records);
          });
}

} // namespace belanjain::replica
