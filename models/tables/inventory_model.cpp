// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/inventory_model.h"

#include "tables/order_steps.h"

#include <QSet>

#include <algorithm>

namespace belanjain::tables {

using ports::InventoryReader;
using ports::InventoryRow;
using ports::RowNumber;

namespace {
/// Forty pages are ten thousand rows, some six megabytes.
constexpr int pagesKept = 40;
constexpr int pagesUnderWay = 2;
constexpr int mostRuns = 32;
/// While a first sync pours rows in, one order a moment is enough.
constexpr int reopenDelayMs = 120;
} // namespace

InventoryModel::InventoryModel(InventoryReader& reader, ports::CommandSink& sink, EditHistory& history,
                               QObject* parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_sink(sink)
    , m_history(history)
    , m_cache(InventoryReader::pageSize, pagesKept)
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(0);
    m_reopenSoon.setSingleShot(true);
    m_reopenSoon.setInterval(reopenDelayMs);
    connect(&m_askSoon, &QTimer::timeout, this, &InventoryModel::askForPages);
    connect(&m_reopenSoon, &QTimer::timeout, this, &InventoryModel::reopen);
    connect(&m_reader, &InventoryReader::opened, this, &InventoryModel::takeFirstPage);
    connect(&m_reader, &InventoryReader::ordered, this, &InventoryModel::takeOrder);
    connect(&m_reader, &InventoryReader::fetched, this, &InventoryModel::takeRows);
    connect(&m_reader, &InventoryReader::failed, this, &InventoryModel::takeFailure);
    connect(&m_reader, &InventoryReader::rowsChanged, this, &InventoryModel::takeChanges);
    connect(&m_reader, &InventoryReader::orderStale, this, [this] {
        if (m_state != State::Idle && !m_reopenSoon.isActive())
            m_reopenSoon.start();
    });
    connect(&m_sink, &ports::CommandSink::done, this, &InventoryModel::takeResults);
}

void InventoryModel::setQuery(const ports::InventoryQuery& query)
{
    if (m_state != State::Idle && m_state != State::Failed && query == m_query)
        return;
    m_query = query;
    start(false);
}

void InventoryModel::reopen()
{
    if (m_opening) // its answer may be older than the news
        m_reopenSoon.start();
    else if (m_state != State::Idle)
        start(m_state != State::Failed);
}

void InventoryModel::start(bool again)
{
    ++m_generation;
    m_opening = true;
    m_again = again;
    if (!again)
        setState(State::Loading);
    m_reader.open(m_generation, m_query);
}

void InventoryModel::setState(State state, const QString& failure)
{
    if (m_state == state && m_failure == failure)
        return;
    m_state = state;
    m_failure = failure;
    Q_EMIT stateChanged();
}

void InventoryModel::takeFirstPage(quint64 generation, const QList<InventoryRow>& rows)
{
    if (generation != m_generation || m_again)
        return;
    QList<RowNumber> order;
    order.reserve(rows.size());
    for (const InventoryRow& row : rows)
        order.append(row.row);
    m_ordered = false;
    replaceBy(order);
    m_cache.store(0, rows);
    setState(State::Ready);
}

void InventoryModel::takeOrder(quint64 generation, const ports::RowOrder& order)
{
    if (generation != m_generation || !order)
        return;
    const bool again = m_again;
    m_opening = false;
    m_again = true;
    m_ordered = true;
    if (!again && order->size() >= m_order.size() &&
        std::equal(m_order.cbegin(), m_order.cend(), order->cbegin()))
        extendTo(*order);
    else
        moveTo(*order);
    countMarks();
    setState(State::Ready);
    Q_EMIT ordered(again);
}

void InventoryModel::extendTo(const QList<RowNumber>& order)
{
    if (order.size() == m_order.size())
        return;
    if (m_order.size() % m_cache.pageSize() != 0)
        m_cache.forget(pageCount() - 1);
    beginInsertRows({}, int(m_order.size()), int(order.size()) - 1);
    m_order = order;
    endInsertRows();
}

void InventoryModel::moveTo(const QList<RowNumber>& order)
{
    m_cache.startOver();
    const auto steps = order == m_order ? OrderSteps{} : stepsBetween(m_order, order, mostRuns);
    if (!steps) {
        replaceBy(order);
        return;
    }
    for (const Run& run : steps->gone) {
        beginRemoveRows({}, run.first, run.last);
        m_order.remove(run.first, run.last - run.first + 1);
        endRemoveRows();
    }
    if (steps->moved)
        permuteTo(steps->kept);
    for (const Run& run : steps->added) {
        beginInsertRows({}, run.first, run.last);
        m_order.insert(run.first, run.last - run.first + 1, 0);
        std::copy(order.cbegin() + run.first, order.cbegin() + run.last + 1, m_order.begin() + run.first);
        endInsertRows();
    }
    m_order = order; // the same numbers; shares the reader's list again
    if (!m_order.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_order.size()) - 1, inventoryColumnCount - 1));
}

void InventoryModel::permuteTo(const QList<RowNumber>& kept)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QSet<RowNumber> anchored;
    for (const QModelIndex& cell : before)
        anchored.insert(m_order[cell.row()]);
    QHash<RowNumber, int> places;
    for (int position = 0; position < int(kept.size()) && places.size() < anchored.size(); ++position) {
        if (anchored.contains(kept[position]))
            places.insert(kept[position], position);
    }
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& cell : before)
        after.append(index(places.value(m_order[cell.row()], 0), cell.column()));
    m_order = kept;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void InventoryModel::replaceBy(const QList<RowNumber>& order)
{
    beginResetModel();
    m_cache.startOver();
    m_order = order;
    m_lookedAt = 0;
    endResetModel();
    countMarks();
}

const InventoryRow* InventoryModel::shown(RowNumber row) const
{
    if (const InventoryRow* pending = m_pending.shown(row))
        return pending;
    return m_cache.find(row);
}

const InventoryRow* InventoryModel::shownAt(int position) const
{
    const auto page = position / m_cache.pageSize();
    const bool missing = m_cache.want(page);
    if (missing || page != m_lookedAt) {
        m_lookedAt = page;
        if (!m_askSoon.isActive())
            m_askSoon.start();
    }
    return shown(m_order[position]);
}

int InventoryModel::pageCount() const
{
    return int((m_order.size() + m_cache.pageSize() - 1) / m_cache.pageSize());
}

void InventoryModel::askForPages()
{
    // Of a list that is still coming, only the first page is known.
    if (!m_ordered || (m_opening && !m_again))
        return;
    while (m_cache.askedCount() < pagesUnderWay && m_cache.hasWanted()) {
        const auto page = m_cache.takeWanted();
        if (page < pageCount())
            ask(page);
    }
    for (const int neighbour : {m_lookedAt + 1, m_lookedAt - 1}) {
        if (m_cache.askedCount() >= pagesUnderWay || neighbour < 0 || neighbour >= pageCount() ||
            m_cache.isLoaded(neighbour) || m_cache.isAsked(neighbour))
            continue;
        m_cache.want(neighbour);
        ask(m_cache.takeWanted());
    }
}

void InventoryModel::ask(RowCache::Page page)
{
    m_reader.fetch(m_generation, m_order.mid(qsizetype(page) * m_cache.pageSize(), m_cache.pageSize()));
}

void InventoryModel::takeRows(quint64 generation, const QList<InventoryRow>& rows)
{
    if (generation != m_generation || m_cache.askedCount() == 0)
        return;
    // Answers name their rows, not their page; a page of which every row is gone comes back empty, in turn.
    auto answered = m_cache.asked().constFirst();
    for (const auto page : m_cache.asked()) {
        const auto numbers = m_order.mid(qsizetype(page) * m_cache.pageSize(), m_cache.pageSize());
        if (!rows.isEmpty() && numbers.contains(rows.constFirst().row))
            answered = page;
    }
    for (const InventoryRow& row : rows)
        m_pending.rowArrived(row);
    m_cache.store(answered, rows);
    const int first = answered * m_cache.pageSize();
    const int last = std::min(first + m_cache.pageSize(), int(m_order.size())) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, inventoryColumnCount - 1));
    askForPages();
}

void InventoryModel::takeChanges(const QList<InventoryRow>& rows)
{
    // A product that was archived or brought back has no place in this view any more.
    const bool archived = m_query.status == ports::StatusFilter::Archived;
    const auto misplaced = [this, archived](const InventoryRow& row) { return row.archived != archived && m_cache.find(row.row); };
    if (m_query.status != ports::StatusFilter::All && !m_reopenSoon.isActive() &&
        std::any_of(rows.cbegin(), rows.cend(), misplaced))
        m_reopenSoon.start();
    QList<RowNumber> here;
    for (const InventoryRow& row : rows) {
        m_pending.rowArrived(row);
        if (m_cache.update(row))
            here.append(row.row);
    }
    announce(here);
    if (!here.isEmpty())
        Q_EMIT rowsUpdated();
}

void InventoryModel::announce(const QList<RowNumber>& rows)
{
    if (rows.isEmpty())
        return;
    const QSet<RowNumber> wanted(rows.begin(), rows.end());
    for (const auto page : m_cache.loadedPages()) {
        const int first = page * m_cache.pageSize();
        const int last = std::min(first + m_cache.pageSize(), int(m_order.size()));
        for (int position = first; position < last; ++position) {
            if (wanted.contains(m_order[position]))
                Q_EMIT dataChanged(index(position, 0), index(position, inventoryColumnCount - 1));
        }
    }
}

void InventoryModel::takeFailure(quint64 generation, const QString& reason)
{
    if (generation != m_generation)
        return;
    m_opening = false;
    setState(State::Failed, reason);
}

quint64 InventoryModel::submit(const QList<CellEdit>& edits)
{
    EditStep step{.field = edits.constFirst().field, .forward = {}, .inverse = {}};
    for (const CellEdit& edit : edits) {
        step.forward.append(edit.forward);
        step.inverse.append(edit.inverse);
        if (edit.field != step.field)
            step.field = ports::EditField::Product; // several kinds: "12 cells"
    }
    const quint64 ticket = m_sink.submit(step.forward);
    m_history.record(ticket, step);
    m_submitted.insert(ticket, edits);
    QList<RowNumber> rows;
    for (int i = 0; i < int(edits.size()); ++i) {
        const InventoryRow* base = m_cache.find(edits[i].row);
        if (!base)
            continue;
        m_pending.add(ticket, i, edits[i], *base);
        rows.append(edits[i].row);
    }
    announce(rows);
    return ticket;
}

void InventoryModel::takeResults(quint64 ticket, const QList<ports::CommandResult>& results)
{
    const QList<CellEdit> edits = m_submitted.take(ticket);
    if (edits.isEmpty())
        return;
    const auto applied = [&results](int i) { return i < results.size() && results[i].applied; };
    QList<RowNumber> rows;
    for (const auto& settledRow : m_pending.settle(ticket, applied)) {
        if (settledRow.keep)
            m_cache.update(*settledRow.keep);
        rows.append(settledRow.row);
    }
    announce(rows);

    EditReport report;
    for (int i = 0; i < int(edits.size()); ++i) {
        if (applied(i))
            ++report.applied;
        else if (i < results.size() && results[i].violation)
            report.refused.append({edits[i].row, edits[i].column, *results[i].violation});
        if (i < results.size() && report.storageProblem.isEmpty())
            report.storageProblem = results[i].storageProblem;
    }
    if (edits.size() == 1 && !report.refused.isEmpty())
        Q_EMIT editRefused(edits.constFirst().row, edits.constFirst().column,
                           report.refused.constFirst().violation);
    if (!report.storageProblem.isEmpty())
        Q_EMIT storageFailed(report.storageProblem);
    Q_EMIT settled(ticket, report);
}

void InventoryModel::setMarked(int first, int last, bool marked)
{
    first = std::max(first, 0);
    last = std::min(last, int(m_order.size()) - 1);
    if (first > last)
        return;
    for (int position = first; position <= last; ++position) {
        if (m_marks.has(m_order[position]) != marked) {
            m_marks.set(m_order[position], marked);
            m_markedHere += marked ? 1 : -1;
        }
    }
    Q_EMIT dataChanged(index(first, 0), index(last, inventoryColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, int(InventoryColumn::Mark), int(InventoryColumn::Mark));
    Q_EMIT marksChanged();
}

void InventoryModel::markAll(bool marked)
{
    if (!marked) {
        m_marks.clear();
        m_markedHere = 0;
    }
    if (m_order.isEmpty())
        Q_EMIT marksChanged();
    else
        setMarked(0, int(m_order.size()) - 1, marked);
}

void InventoryModel::countMarks()
{
    const int before = m_markedHere;
    m_markedHere = m_marks.countIn(m_order);
    Q_EMIT headerDataChanged(Qt::Horizontal, int(InventoryColumn::Mark), int(InventoryColumn::Mark));
    if (m_markedHere != before)
        Q_EMIT marksChanged();
}

Qt::CheckState InventoryModel::markState() const
{
    if (m_markedHere == 0)
        return Qt::Unchecked;
    return m_markedHere == m_order.size() ? Qt::Checked : Qt::PartiallyChecked;
}

Checked<std::optional<CellEdit>> InventoryModel::readCell(const QModelIndex& cell, const QString& text) const
{
    const auto column = InventoryColumn(cell.column());
    const InventoryRow* row = cell.isValid() ? shownAt(cell.row()) : nullptr;
    if (!row)
        return tl::unexpected(Violation{columnInfo(column).keyText(), Rule::NotFound, {}});
    return readEdit(*row, column, text);
}

bool InventoryModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid())
        return false;
    const auto column = InventoryColumn(index.column());
    if (role == Qt::CheckStateRole && column == InventoryColumn::Mark) {
        setMarked(index.row(), index.row(), value.value<Qt::CheckState>() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || !columnInfo(column).edit)
        return false;
    const auto edit = readCell(index, value.toString());
    if (!edit) {
        Q_EMIT editRefused(m_order[index.row()], column, edit.error());
        return false;
    }
    if (*edit)
        submit({**edit});
    return true;
}

} // namespace belanjain::tables
