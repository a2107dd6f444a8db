// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/inventory_source.h"

#include "replica/reader_lane.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <limits>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

Q_LOGGING_CATEGORY(logReader, "belanjain.replica.reader")

constexpr int orderCacheKiB = 8'000;
constexpr int rowCacheKiB = 4'000;

/// For a person; what the driver said goes to the log.
QString sentence(const storage::Error& error)
{
    qCWarning(logReader).noquote() << error.text;
    // With its context in full: lupdate does not find the class from in here.
    return QCoreApplication::translate("belanjain::replica::InventorySource", "The local data could not be read.");
}

} // namespace

InventorySource::InventorySource(const QString& databaseFile, QObject* parent)
    : ports::InventoryReader(parent)
    , m_orders(new ReaderLane(databaseFile, orderCacheKiB))
    , m_rows(new ReaderLane(databaseFile, rowCacheKiB))
{
    m_orders->moveToThread(&m_orderThread);
    m_rows->moveToThread(&m_rowThread);
    connect(&m_orderThread, &QThread::finished, m_orders, &QObject::deleteLater);
    connect(&m_rowThread, &QThread::finished, m_rows, &QObject::deleteLater);
    m_orderThread.setObjectName(u"inventory orders"_s);
    m_rowThread.setObjectName(u"inventory rows"_s);
    m_orderThread.start();
    m_rowThread.start();
}

InventorySource::~InventorySource()
{
    *m_newest = std::numeric_limits<quint64>::max(); // abandons what is under way
    *m_newestTotal = std::numeric_limits<quint64>::max();
    m_orderThread.quit();
    m_rowThread.quit();
    m_orderThread.wait();
    m_rowThread.wait();
}

template<class Task>
void InventorySource::post(ReaderLane* lane, Task task)
{
    QMetaObject::invokeMethod(
        lane,
        [this, lane, task = std::move(task)] {
            task(*lane);
            if (lane->isDamaged())
                Q_EMIT fileDamaged();
        },
        Qt::QueuedConnection);
}

/// Called on a reader's thread; delivers on this object's, unless a newer query has begun by then.
template<class Deliver>
void InventorySource::answer(quint64 generation, Deliver deliver)
{
    QMetaObject::invokeMethod(
        this,
        [this, generation, deliver = std::move(deliver)] {
            if (generation >= *m_newest)
                deliver();
        },
        Qt::QueuedConnection);
}

void InventorySource::open(quint64 generation, const ports::InventoryQuery& query)
{
    *m_newest = generation;
    post(m_orders, [this, generation, query, newest = m_newest](ReaderLane& lane) {
        const auto abandoned = [&] { return *newest != generation; };
        if (abandoned())
            return;
        const auto queries = lane.queries();
        storage::Outcome done = queries ? storage::Outcome() : tl::unexpected(queries.error());
        if (done) {
            done = (*queries)->open(
                query, abandoned,
                {.firstPage =
                     [&](const QList<ports::InventoryRow>& rows) {
                         answer(generation, [=, this] { Q_EMIT opened(generation, rows); });
                     },
                 .order =
                     [&](const ports::RowOrder& order) {
                         answer(generation, [=, this] { Q_EMIT ordered(generation, order); });
                     }});
        }
        if (!done)
            answer(generation, [=, this, text = sentence(done.error())] { Q_EMIT failed(generation, text); });
    });
}

void InventorySource::fetch(quint64 generation, const QList<ports::RowNumber>& rows)
{
    post(m_rows, [this, generation, rows, newest = m_newest](ReaderLane& lane) {
        if (generation < *newest)
            return;
        const auto queries = lane.queries();
        const auto read = queries ? (*queries)->fetch(rows) : tl::unexpected(queries.error());
        if (read)
            answer(generation, [=, this, list = *read] { Q_EMIT fetched(generation, list); });
        else
            answer(generation, [=, this, text = sentence(read.error())] { Q_EMIT failed(generation, text); });
    });
}

void InventorySource::total(quint64 generation, const ports::RowOrder& rows)
{
    // A selection that grows asks again and again: only the last question is worth an answer.
    const quint64 question = ++*m_newestTotal;
    post(m_orders, [this, generation, rows, question, newest = m_newest,
                    last = m_newestTotal](ReaderLane& lane) {
        const auto abandoned = [&] { return generation < *newest || question != *last; };
        const auto queries = lane.queries();
        const auto totals = queries ? (*queries)->total(rows ? *rows : QList<ports::RowNumber>(), abandoned)
                                    : tl::unexpected(queries.error());
        if (!totals)
            answer(generation,
                   [=, this, text = sentence(totals.error())] { Q_EMIT failed(generation, text); });
        else if (*totals)
            answer(generation, [=, this, sums = **totals] { Q_EMIT totalled(generation, sums); });
    });
}

void InventorySource::readCategories()
{
    post(m_orders, [this](ReaderLane& lane) {
        const auto queries = lane.queries();
        const auto names = queries ? (*queries)->categories() : tl::unexpected(queries.error());
        const quint64 generation = *m_newest;
        if (names)
            QMetaObject::invokeMethod(
                this, [this, list = *names] { Q_EMIT categoriesRead(list); }, Qt::QueuedConnection);
        else
            answer(generation,
                   [=, this, text = sentence(names.error())] { Q_EMIT failed(generation, text); });
    });
}

void InventorySource::readSummary()
{
    post(m_rows, [this](ReaderLane& lane) {
        const auto queries = lane.queries();
        const auto counts = queries ? (*queries)->summary() : tl::unexpected(queries.error());
        const quint64 generation = *m_newest;
        if (counts) {
            lane.lastSummary = *counts;
            QMetaObject::invokeMethod(
                this, [this, sums = *counts] { Q_EMIT summarised(sums); }, Qt::QueuedConnection);
        } else {
            answer(generation,
                   [=, this, text = sentence(counts.error())] { Q_EMIT failed(generation, text); });
        }
    });
}

void InventorySource::notifyChanged(const Touched& touched)
{
    if (touched.rows.isEmpty() && !touched.structure)
        return;
    post(m_orders, [touched](ReaderLane& lane) {
        if (const auto queries = lane.queries())
            (*queries)->invalidate(touched);
    });
    const QMutexLocker lock(&m_changesLock);
    m_changes.merge(touched);
    if (m_changesPosted)
        return; // read with those that wait already
    m_changesPosted = true;
    post(m_rows, [this](ReaderLane& lane) {
        Touched changes;
        {
            const QMutexLocker guard(&m_changesLock);
            changes = std::exchange(m_changes, {});
            m_changesPosted = false;
        }
        deliverChanges(lane, changes);
    });
}

/// On the row thread. What cannot be read here is told by the next request of the screen itself.
void InventorySource::deliverChanges(ReaderLane& lane, const Touched& changes)
{
    const auto queries = lane.queries();
    if (!queries)
        return;
    // Another name or shelf of a product is another place in the list, or none. A cell that was typed in stays where
    // it is, as in a spreadsheet.
    if (changes.structure || changes.products)
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT orderStale(); }, Qt::QueuedConnection);
    if (!changes.rows.isEmpty()) {
        QList<ports::RowNumber> rows = changes.rows;
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        if (const auto read = (*queries)->fetch(rows))
            QMetaObject::invokeMethod(
                this, [this, list = *read] { Q_EMIT rowsChanged(list); }, Qt::QueuedConnection);
    }
    const auto counts = (*queries)->summary();
    if (counts && lane.lastSummary != *counts) {
        lane.lastSummary = *counts;
        QMetaObject::invokeMethod(
            this, [this, sums = *counts] { Q_EMIT summarised(sums); }, Qt::QueuedConnection);
    }
}

void InventorySource::setDatabaseFile(const QString& databaseFile)
{
    {
        const QMutexLocker guard(&m_changesLock);
        m_changes.rows.clear(); // numbers of the old file
    }
    m_lanesToMove += 2;
    for (ReaderLane* lane : {m_orders, m_rows}) {
        post(lane, [this, databaseFile](ReaderLane& its) {
            its.setFile(databaseFile);
            if (--m_lanesToMove == 0)
                Q_EMIT earlierFilesLeft();
        });
    }
    notifyChanged({.structure = true, .text = true});
}

} // namespace belanjain::replica
