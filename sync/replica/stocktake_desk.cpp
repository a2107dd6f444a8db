// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/stocktake_desk.h"

#include "replica/lane_answer.h"
#include "replica/stocktake_table.h"

namespace belanjain::replica {

StocktakeDesk::StocktakeDesk(ReplicaWorker& worker, RecordLane& lane, const ports::Clock& clock, QObject* parent)
    : ports::Stocktake(parent)
    , m_worker(worker)
    , m_lane(lane)
    , m_clock(clock)
{}

template<class Answer>
void StocktakeDesk::write(std::function<Answer(Work&)> task, std::function<void(const Answer&)> deliver)
{
    QMetaObject::invokeMethod(
        &m_worker,
        [this, worker = &m_worker, task = std::move(task), deliver = std::move(deliver)] {
            Answer answer{};
            const QString problem = worker->note([&](Work& work) { answer = task(work); });
            QMetaObject::invokeMethod(
                this,
                [this, answer, problem, deliver] {
                    if (problem.isEmpty())
                        deliver(answer);
                    else
                        Q_EMIT failed(problem);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void StocktakeDesk::change(std::function<void(Work&)> task)
{
    write<ports::StocktakeSheet>(
        [task = std::move(task)](Work& work) {
            task(work);
            return StocktakeTable(work).read();
        },
        [this](const ports::StocktakeSheet& sheet) { Q_EMIT sheetRead(sheet); });
}

void StocktakeDesk::read()
{
    if (!m_looked) {
        m_looked = true;
        change([](Work& work) { StocktakeTable(work).finishApplying(); });
        return;
    }
    askLane(
        m_lane, this, [](Work& work) { return StocktakeTable(work).read(); },
        [this](const ports::StocktakeSheet& sheet) { Q_EMIT sheetRead(sheet); },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

void StocktakeDesk::begin(const QString& category)
{
    change([category, now = m_clock.now()](Work& work) { StocktakeTable(work).begin(category, now); });
}

void StocktakeDesk::scan(quint64 ticket, const QString& code)
{
    write<ports::ScanAnswer>(
        [code, now = m_clock.now()](Work& work) { return StocktakeTable(work).scan(code, now); },
        [this, ticket](const ports::ScanAnswer& answer) { Q_EMIT scanned(ticket, answer); });
}

void StocktakeDesk::setCount(quint64 ticket, const VariantId& variant, std::optional<qint32> pieces)
{
    if (!pieces) {
        change([variant](Work& work) { StocktakeTable(work).setCount(variant, std::nullopt, {}); });
        return;
    }
    write<ports::ScanAnswer>(
        [variant, pieces, now = m_clock.now()](Work& work) { return StocktakeTable(work).setCount(variant, pieces, now); },
        [this, ticket](const ports::ScanAnswer& answer) { Q_EMIT scanned(ticket, answer); });
}

void StocktakeDesk::settleCode(const QString& code, const std::optional<VariantId>& variant)
{
    change([code, variant, now = m_clock.now()](Work& work) { StocktakeTable(work).settleCode(code, variant, now); });
}

void StocktakeDesk::readUncounted(quint64 ticket, int offset, int limit)
{
    using Answer = std::pair<QList<ports::StocktakeLine>, int>;
    askLane(
        m_lane, this,
        [offset, limit](Work& work) {
            StocktakeTable table(work);
            const QString category = table.category();
            const auto [inScope, counted] = table.scope(category);
            return Answer(table.uncounted(category, offset, limit), inScope - counted);
        },
        [this, ticket](const Answer& answer) { Q_EMIT uncountedRead(ticket, answer.first, answer.second); },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

void StocktakeDesk::markApplying()
{
    write<int>(
        [now = m_clock.now()](Work& work) {
            StocktakeTable(work).markApplying(now);
            return 0;
        },
        [](int) {});
}

void StocktakeDesk::settle(const QList<VariantId>& applied)
{
    change([applied](Work& work) { StocktakeTable(work).settle(applied); });
}

void StocktakeDesk::discard()
{
    change([](Work& work) { StocktakeTable(work).discard(); });
}

void StocktakeDesk::notifyChanged(const Touched& touched)
{
    if (!touched.rows.isEmpty() || touched.structure || touched.text)
        QMetaObject::invokeMethod(this, &StocktakeDesk::stale, Qt::QueuedConnection);
}

} // namespace belanjain::replica
