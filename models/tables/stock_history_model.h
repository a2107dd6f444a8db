// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stock_history.h"

#include <QAbstractListModel>

#include <variant>

namespace belanjain::tables {

/// The history of one variant's stock: edits that wait on top, then the ledger, newest first. More of it is fetched
/// as the list is scrolled.
class StockHistoryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class State { Idle, Loading, Live, Remembered, Unknown };
    /// A line of the list.
    using Entry = std::variant<ports::WaitingMove, ports::StockMove>;

    explicit StockHistoryModel(ports::StockHistory& port, QObject* parent = nullptr);

    /// Reads the variant's history; the same one again keeps its place.
    void setVariant(const VariantId& variant);
    void clear();
    /// Live: the marketplace's word. Remembered: what was last seen; Unknown: nothing ever was.
    State state() const { return m_state; }
    std::optional<Instant> seenAt() const { return m_seenAt; }
    /// Why there is no answer, for logs; empty while offline.
    const QString& problem() const { return m_problem; }
    Entry entry(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void take(quint64 ticket, const ports::StockHistoryPage& page);
    void takeFailure(quint64 ticket, const QString& reason);
    void setState(State state);

    ports::StockHistory& m_port;
    VariantId m_variant;
    State m_state = State::Idle;
    quint64 m_ticket = 0;
    bool m_fetching = false;
    std::optional<Instant> m_seenAt;
    QString m_problem;
    QString m_next;
    QList<ports::WaitingMove> m_waiting;
    QList<ports::StockMove> m_moves;
};

} // namespace belanjain::tables
