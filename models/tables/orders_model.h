// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders_reader.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace belanjain::tables {

enum class OrderColumn : quint8 { Mark, Number, Customer, Pieces, Total, Status, When };
inline constexpr int orderColumnCount = 7;

/// What an order can be sorted by in this column; nullopt for the check box and the pieces.
std::optional<ports::OrderSort> sortOf(OrderColumn column);

/// The list of orders: a frozen order of row numbers, and of the orders themselves only those that were looked
/// at. Rows not here yet show nothing and arrive by dataChanged. Ticks belong to orders and outlive searches.
class OrdersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class State { Idle, Loading, Ready, Failed };
    /// The most orders that can be ticked at once: what one person ships, and prints, in a day.
    static constexpr int mostMarked = 2'000;

    /// The reader must outlive the model.
    explicit OrdersModel(ports::OrdersReader& reader, QObject* parent = nullptr);

    State state() const { return m_state; }
    const QString& failure() const { return m_failure; }

    /// Shows what matches; the rows on screen stay until the new ones are here.
    void setQuery(const ports::OrdersQuery& query);
    const ports::OrdersQuery& query() const { return m_query; }
    /// Asks again for the same query, keeping the rows that stay.
    void reopen();

    /// The order as shown, or nullptr when it is not here yet, in which case it is fetched. Valid until the
    /// event loop runs again.
    const ports::OrderRow* shownAt(int position) const;
    ports::RowNumber rowNumber(int position) const { return m_order.value(position, -1); }
    /// -1 when the row is not in this view.
    int positionOf(ports::RowNumber row) const { return m_positions.value(row, -1); }

    bool isMarked(int position) const { return m_marked.contains(m_order.at(position)); }
    /// Ticks stop at mostMarked; false when that was reached.
    bool setMarked(int first, int last, bool marked);
    void clearMarks();
    int markedCount() const { return int(m_marked.size()); }
    Qt::CheckState markState() const;
    /// The ticked orders as known now; asked for when some are not here yet, see marksRead().
    QList<ports::OrderRow> markedOrders() const;
    bool marksKnown() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();
    /// The whole order is known; `again` when it was the same query opened anew.
    void ordered(bool again);
    /// The set of ticks, or what is known of the ticked orders, changed.
    void marksChanged();
    /// Orders on screen have other values.
    void rowsUpdated();

private:
    void start(bool again);
    void takeOrder(quint64 generation, const ports::RowOrder& order, const QList<ports::OrderRow>& firstPage);
    void takeRows(const QList<ports::OrderRow>& rows);
    void keep(const QList<ports::OrderRow>& rows);
    void askForRows();
    void setState(State state, const QString& failure = {});

    ports::OrdersReader& m_reader;
    ports::OrdersQuery m_query;
    State m_state = State::Idle;
    QString m_failure;
    quint64 m_generation = 0;
    bool m_again = false;
    QList<ports::RowNumber> m_order;
    QHash<ports::RowNumber, int> m_positions;
    QHash<ports::RowNumber, ports::OrderRow> m_rows; ///< looked at since the order was taken
    QHash<ports::RowNumber, std::optional<ports::OrderRow>> m_marked;
    mutable QSet<ports::RowNumber> m_wanted;
    mutable QSet<ports::RowNumber> m_asked;
    mutable QTimer m_askSoon;
    QTimer m_reopenSoon;
};

} // namespace belanjain::tables
