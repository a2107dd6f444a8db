// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/stock_history_model.h"

namespace belanjain::tables {

using ports::StockHistory;
using ports::StockHistoryPage;

StockHistoryModel::StockHistoryModel(StockHistory& port, QObject* parent)
    : QAbstractListModel(parent)
    , m_port(port)
{
    connect(&port, &StockHistory::pageRead, this, &StockHistoryModel::take);
    connect(&port, &StockHistory::failed, this, &StockHistoryModel::takeFailure);
    connect(&port, &StockHistory::stale, this, [this] {
        if (!m_variant.isNull())
            m_port.read(++m_ticket, m_variant);
    });
}

void StockHistoryModel::setVariant(const VariantId& variant)
{
    if (variant == m_variant)
        return;
    clear();
    m_variant = variant;
    setState(State::Loading);
    m_port.read(++m_ticket, variant);
}

void StockHistoryModel::clear()
{
    beginResetModel();
    ++m_ticket;
    m_variant = {};
    m_waiting.clear();
    m_moves.clear();
    m_next.clear();
    m_problem.clear();
    m_seenAt.reset();
    m_fetching = false;
    endResetModel();
    setState(State::Idle);
}

void StockHistoryModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void StockHistoryModel::take(quint64 ticket, const StockHistoryPage& page)
{
    if (ticket != m_ticket || page.variant != m_variant)
        return;
    m_problem.clear();
    if (page.more) {
        m_fetching = false;
        m_next = page.nextCursor;
        if (page.moves.isEmpty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + int(page.moves.size()) - 1);
        m_moves += page.moves;
        endInsertRows();
        return;
    }
    const bool same = page.waiting == m_waiting && page.moves == m_moves.mid(0, page.moves.size()) &&
                      (!page.live || !m_moves.isEmpty() || page.moves.isEmpty());
    // What was shown live stays until the marketplace has another word.
    const bool keep = !page.live && m_state == State::Live;
    if (!same && !keep) {
        beginResetModel();
        m_waiting = page.waiting;
        m_moves = page.moves;
        m_next = page.nextCursor;
        m_fetching = false;
        endResetModel();
    } else if (keep && page.waiting != m_waiting) {
        beginResetModel();
        m_waiting = page.waiting;
        endResetModel();
    } else if (page.live && m_moves.size() == page.moves.size()) {
        m_next = page.nextCursor;
    }
    if (keep)
        return;
    m_seenAt = page.seenAt;
    if (page.live)
        setState(State::Live);
    else if (m_state != State::Loading || page.seenAt || !page.waiting.isEmpty())
        setState(page.seenAt ? State::Remembered : m_state);
}

void StockHistoryModel::takeFailure(quint64 ticket, const QString& reason)
{
    if (ticket != m_ticket)
        return;
    m_fetching = false;
    m_problem = reason;
    setState(m_seenAt || !m_moves.isEmpty() ? State::Remembered : State::Unknown);
}

StockHistoryModel::Entry StockHistoryModel::entry(int row) const
{
    if (row < m_waiting.size())
        return m_waiting.at(row);
    return m_moves.at(row - m_waiting.size());
}

int StockHistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_waiting.size() + m_moves.size());
}

QVariant StockHistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || role != Qt::DisplayRole)
        return {};
    const Entry one = entry(index.row());
    const auto* move = std::get_if<ports::StockMove>(&one);
    return move ? move->orderNumber : QString();
}

bool StockHistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_fetching && m_state == State::Live;
}

void StockHistoryModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    m_port.readMore(++m_ticket, m_variant, m_next);
}

} // namespace belanjain::tables
