// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "ports/command_sink.h"
#include "ports/inventory_reader.h"
#include "tables/cell_edit.h"
#include "tables/edit_history.h"
#include "tables/marks.h"
#include "tables/pending_edits.h"
#include "tables/row_cache.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace belanjain::tables {

struct RefusedCell
{
    ports::RowNumber row = 0;
    InventoryColumn column = InventoryColumn::Available;
    Violation violation;
};

/// What became of a batch of edits.
struct EditReport
{
    int applied = 0;
    QList<RefusedCell> refused;
    QString storageProblem; ///< nothing was written; empty when the disk did its part
};

/// The stock table: a frozen order of row numbers, and of the rows themselves only the pages that
/// somebody looks at. Rows not here yet show nothing and arrive by dataChanged.
///
/// Edits show at once and turn into what the replica says when it has written them. A reader that reports
/// changes updates rows in place; rows that come or go are put in or taken out one run at a time, so that
/// current cell, selection, scroll position and an open editor stay with their row.
class InventoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        RowRole = Qt::UserRole + 1, ///< ports::InventoryRow as shown; invalid while not loaded
        PlainTextRole,              ///< for the clipboard: digits without currency or grouping
    };
    enum class State { Idle, Loading, Ready, Failed };

    /// The three ports must outlive the model.
    InventoryModel(ports::InventoryReader& reader, ports::CommandSink& sink, EditHistory& history,
                   QObject* parent = nullptr);

    State state() const { return m_state; }
    const QString& failure() const { return m_failure; }
    /// Whether the order is complete; before, the first page may be all there is.
    bool isOrdered() const { return m_ordered; }

    /// Shows what matches; the rows on screen stay until the new ones are here.
    void setQuery(const ports::InventoryQuery& query);
    const ports::InventoryQuery& query() const { return m_query; }
    /// Asks again for the same query, keeping every place.
    void reopen();

    void setLanguage(Language language);
    Language language() const { return m_language; }

    /// The row as shown, or nullptr when it is not here yet, in which case it is fetched. Valid until the
    /// event loop runs again.
    const ports::InventoryRow* shownAt(int position) const;
    /// The row as shown if it happens to be here; never fetches.
    const ports::InventoryRow* shown(ports::RowNumber row) const;
    ports::RowNumber rowNumber(int position) const { return m_order[position]; }
    /// -1 when the row is not in this view.
    int positionOf(ports::RowNumber row) const { return int(m_order.indexOf(row)); }
    const QList<ports::RowNumber>& order() const { return m_order; }

    // Ticks. They belong to variants, not to positions, and outlive searches.
    bool isMarked(int position) const { return m_marks.has(m_order[position]); }
    void setMarked(int first, int last, bool marked);
    void markAll(bool marked = true); ///< all of this view; false: those of other views too
    int markedCount() const { return m_marks.count(); }
    /// Marked, but not in this view.
    int markedElsewhere() const { return m_marks.count() - m_markedHere; }
    Qt::CheckState markState() const;
    QList<ports::RowNumber> markedRows() const { return m_marks.rows(); }

    /// Reads what was typed into a cell without submitting it: for previews and messages while typing.
    Checked<std::optional<CellEdit>> readCell(const QModelIndex& cell, const QString& text) const;
    /// Submits edits as one step of the history; settled() follows with the ticket returned.
    quint64 submit(const QList<CellEdit>& edits);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Text into an editable cell, or a check state into the mark. False when the text breaks a rule (then
    /// editRefused() says which) or the row is not here.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void stateChanged();
    void marksChanged();
    /// The whole order is known; `again` when it was the same query opened anew.
    void ordered(bool again);
    void settled(quint64 ticket, const belanjain::tables::EditReport& report);
    /// One cell's edit was refused, at once or by the replica; the cell shows its old value again.
    void editRefused(belanjain::ports::RowNumber row, belanjain::tables::InventoryColumn column,
                     const belanjain::Violation& violation);
    void storageFailed(const QString& problem);
    /// Rows of the view have other values (not the edits just submitted).
    void rowsUpdated();

private:
    void takeFirstPage(quint64 generation, const QList<ports::InventoryRow>& rows);
    void takeOrder(quint64 generation, const ports::RowOrder& order);
    void takeRows(quint64 generation, const QList<ports::InventoryRow>& rows);
    void takeChanges(const QList<ports::InventoryRow>& rows);
    void takeFailure(quint64 generation, const QString& reason);
    void takeResults(quint64 ticket, const QList<ports::CommandResult>& results);
    void start(bool again);
    void setState(State state, const QString& failure = {});
    void extendTo(const QList<ports::RowNumber>& order);
    void moveTo(const QList<ports::RowNumber>& order);
    void replaceBy(const QList<ports::RowNumber>& order);
    void permuteTo(const QList<ports::RowNumber>& kept);
    void askForPages();
    void ask(RowCache::Page page);
    int pageCount() const;
    void announce(const QList<ports::RowNumber>& rows);
    void countMarks();
    QString displayText(const ports::InventoryRow& row, InventoryColumn column) const;
    QString columnHint(InventoryColumn column) const;
    QString accessibleText(const ports::InventoryRow& row, InventoryColumn column) const;

    ports::InventoryReader& m_reader;
    ports::CommandSink& m_sink;
    EditHistory& m_history;
    ports::InventoryQuery m_query;
    Language m_language = Language::English;
    State m_state = State::Idle;
    QString m_failure;
    quint64 m_generation = 0;
    bool m_again = false;   ///< the open under way asks for the query shown already
    bool m_opening = false; ///< its order has not come yet
    bool m_ordered = false;
    QList<ports::RowNumber> m_order;
    mutable RowCache m_cache;
    mutable RowCache::Page m_lookedAt = 0;
    mutable QTimer m_askSoon;
    QTimer m_reopenSoon;
    PendingEdits m_pending;
    QHash<quint64, QList<CellEdit>> m_submitted;
    Marks m_marks;
    int m_markedHere = 0;
};

} // namespace belanjain::tables

Q_DECLARE_METATYPE(belanjain::tables::EditReport)
