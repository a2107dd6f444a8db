// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/inventory_bulk.h"

#include <QSet>

#include <algorithm>

namespace belanjain::tables {

using ports::InventoryRow;
using ports::RowNumber;

namespace {
/// Fetches of bulk edits are told from those of the table by numbers that no open() ever reaches.
constexpr quint64 firstGeneration = quint64(1) << 48;
constexpr qsizetype fetchedAtOnce = 2048;
} // namespace

InventoryBulk::InventoryBulk(InventoryModel& model, ports::InventoryReader& reader, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_reader(reader)
    , m_generation(firstGeneration)
{
    connect(&m_reader, &ports::InventoryReader::fetched, this, &InventoryBulk::takeRows);
    connect(&m_reader, &ports::InventoryReader::failed, this, &InventoryBulk::takeFailure);
    connect(&m_model, &InventoryModel::settled, this, &InventoryBulk::settle);
}

void InventoryBulk::Plan::take(RowNumber row, InventoryColumn column, Checked<std::optional<CellEdit>> edit)
{
    if (!edit)
        refused.append({row, column, edit.error()});
    else if (*edit)
        edits.append(**edit);
    else
        ++unchanged;
}

void InventoryBulk::applyBlock(int position, const QList<InventoryColumn>& columns,
                               const QList<QStringList>& block)
{
    const auto& order = m_model.order();
    const auto count = std::min<qsizetype>(block.size(), order.size() - position);
    if (position < 0 || count <= 0)
        return;
    start(order.mid(position, count), [columns, block](const InventoryRow& row, qsizetype place, Plan& plan) {
        InventoryRow current = row; // on hand and available of one row build on each other
        const QStringList& texts = block[place];
        for (qsizetype i = 0; i < std::min(texts.size(), columns.size()); ++i) {
            const ColumnInfo& info = columnInfo(columns[i]);
            const bool mayBeEmpty =
                info.edit == ports::EditField::Threshold || info.edit == ports::EditField::Barcode;
            if (!info.edit || (texts[i].trimmed().isEmpty() && !mayBeEmpty))
                continue;
            const auto edit = readEdit(current, columns[i], texts[i]);
            if (edit && *edit)
                show(**edit, current);
            plan.take(row.row, columns[i], edit);
        }
    });
}

void InventoryBulk::fillDown(int first, int last, const QList<InventoryColumn>& columns)
{
    if (first < 0 || first >= m_model.order().size() || last <= first)
        return;
    const InventoryRow* source = m_model.shownAt(first);
    if (!source)
        return;
    QStringList texts;
    for (const InventoryColumn column : columns) {
        const bool unique = column == InventoryColumn::Sku || column == InventoryColumn::Barcode;
        // An SKU or barcode belongs to one variant; stock filled from on hand must not count twice.
        texts.append(unique ? QString() : plainText(*source, column));
    }
    QList<InventoryColumn> targets = columns;
    for (qsizetype i = targets.size() - 1; i >= 0; --i) {
        if (texts[i].isEmpty()) {
            texts.removeAt(i);
            targets.removeAt(i);
        }
    }
    if (!targets.isEmpty())
        applyBlock(first + 1, targets, QList<QStringList>(last - first, texts));
}

void InventoryBulk::addStock(const QList<RowNumber>& rows, qint32 pieces)
{
    start(rows, [pieces](const InventoryRow& row, qsizetype, Plan& plan) {
        plan.take(row.row, InventoryColumn::Available, tables::addStock(row, pieces));
    });
}

void InventoryBulk::setToZero(const QList<RowNumber>& rows)
{
    start(rows, [](const InventoryRow& row, qsizetype, Plan& plan) {
        plan.take(row.row, InventoryColumn::Available, emptyShelf(row));
    });
}

void InventoryBulk::setPrices(const QList<RowNumber>& rows, Money price)
{
    start(rows, [text = QString::number(price.rupiah)](const InventoryRow& row, qsizetype, Plan& plan) {
        plan.take(row.row, InventoryColumn::Price, readEdit(row, InventoryColumn::Price, text));
    });
}

void InventoryBulk::setThresholds(const QList<RowNumber>& rows, std::optional<qint32> threshold)
{
    const QString text = threshold ? QString::number(*threshold) : QString();
    start(rows, [text](const InventoryRow& row, qsizetype, Plan& plan) {
        plan.take(row.row, InventoryColumn::Threshold, readEdit(row, InventoryColumn::Threshold, text));
    });
}

void InventoryBulk::setArchived(const QList<RowNumber>& rows, bool archived)
{
    const auto seen = std::make_shared<QSet<ProductId>>();
    start(rows, [archived, seen](const InventoryRow& row, qsizetype, Plan& plan) {
        if (seen->contains(row.product))
            return;
        seen->insert(row.product);
        if (row.archived == archived) {
            ++plan.unchanged;
            return;
        }
        plan.edits.append({.row = row.row,
                           .column = InventoryColumn::Product,
                           .field = ports::EditField::Product,
                           .forward = ports::SetProductArchived{row.product, archived},
                           .inverse = ports::SetProductArchived{row.product, !archived}});
    });
}

void InventoryBulk::start(const QList<RowNumber>& rows, Planner planner)
{
    if (rows.isEmpty())
        return;
    m_jobs.append(std::make_shared<Job>(
        Job{.rows = rows, .fetched = {}, .missing = {}, .planner = std::move(planner)}));
    if (m_jobs.size() == 1)
        startNext();
}

void InventoryBulk::startNext()
{
    if (m_jobs.isEmpty())
        return;
    Job& job = *m_jobs.constFirst();
    for (const RowNumber row : job.rows) {
        if (!m_model.shown(row))
            job.missing.append(row);
    }
    fetchNext();
}

void InventoryBulk::fetchNext()
{
    Job& job = *m_jobs.constFirst();
    if (job.missing.isEmpty()) {
        submit();
        return;
    }
    const auto some = job.missing.mid(0, fetchedAtOnce);
    job.missing.remove(0, some.size());
    m_reader.fetch(++m_generation, some);
}

void InventoryBulk::takeRows(quint64 generation, const QList<InventoryRow>& rows)
{
    if (generation != m_generation || m_jobs.isEmpty())
        return;
    for (const InventoryRow& row : rows)
        m_jobs.constFirst()->fetched.insert(row.row, row);
    fetchNext();
}

void InventoryBulk::takeFailure(quint64 generation, const QString& reason)
{
    if (generation != m_generation || m_jobs.isEmpty())
        return;
    m_jobs.removeFirst();
    Q_EMIT finished({.applied = 0, .refused = {}, .storageProblem = reason}, 0);
    startNext();
}

void InventoryBulk::submit()
{
    const auto job = m_jobs.constFirst();
    m_plan = {};
    for (qsizetype place = 0; place < job->rows.size(); ++place) {
        const InventoryRow* row = m_model.shown(job->rows[place]);
        if (!row) {
            const auto fetched = job->fetched.constFind(job->rows[place]);
            if (fetched == job->fetched.constEnd())
                continue; // gone meanwhile
            row = &*fetched;
        }
        job->planner(*row, place, m_plan);
    }
    if (!m_plan.edits.isEmpty()) {
        m_ticket = m_model.submit(m_plan.edits);
        return;
    }
    m_jobs.removeFirst();
    Q_EMIT finished({.applied = 0, .refused = m_plan.refused, .storageProblem = {}}, m_plan.unchanged);
    startNext();
}

void InventoryBulk::settle(quint64 ticket, const EditReport& report)
{
    if (m_jobs.isEmpty() || ticket != m_ticket)
        return;
    m_jobs.removeFirst();
    EditReport whole = report;
    whole.refused = m_plan.refused + report.refused;
    const int unchanged = m_plan.unchanged;
    m_plan = {};
    Q_EMIT finished(whole, unchanged);
    startNext();
}

} // namespace belanjain::tables
