// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/orders_model.h"

#include <algorithm>

namespace belanjain::tables {
namespace {

/// Rows fetched around one that is looked at, so that scrolling asks rarely.
constexpr int around = ports::OrdersReader::pageSize / 2;
constexpr int reopenAfterMs = 120;
/// Rows kept; beyond these the table forgets them all and fetches what is looked at.
constexpr int mostKept = 20'000;

} // namespace

std::optional<ports::OrderSort> sortOf(OrderColumn column)
{
    switch (column) {
    case OrderColumn::Number:
        return ports::OrderSort::Number;
    case OrderColumn::Customer:
        return ports::OrderSort::Customer;
    case OrderColumn::Total:
        return ports::OrderSort::Total;
    case OrderColumn::Status:
        return ports::OrderSort::Status;
    case OrderColumn::When:
        return ports::OrderSort::Created;
    case OrderColumn::Mark:
    case OrderColumn::Pieces:
        break;
    }
    return std::nullopt;
}

OrdersModel::OrdersModel(ports::OrdersReader& reader, QObject* parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
    m_askSoon.setSingleShot(true);
    m_reopenSoon.setSingleShot(true);
    m_reopenSoon.setInterval(reopenAfterMs);
    connect(&m_askSoon, &QTimer::timeout, this, &OrdersModel::askForRows);
    connect(&m_reopenSoon, &QTimer::timeout, this, &OrdersModel::reopen);
    connect(&m_reader, &ports::OrdersReader::ordered, this, &OrdersModel::takeOrder);
    connect(&m_reader, &ports::OrdersReader::fetched, this,
            [this](quint64 generation, const QList<ports::OrderRow>& rows) {
                if (generation == m_generation)
                    takeRows(rows);
            });
    connect(&m_reader, &ports::OrdersReader::rowsChanged, this, &OrdersModel::takeRows);
    connect(&m_reader, &ports::OrdersReader::orderStale, &m_reopenSoon, qOverload<>(&QTimer::start));
    connect(&m_reader, &ports::OrdersReader::failed, this, [this](quint64 generation, const QString& reason) {
        if (generation == m_generation)
            setState(State::Failed, reason);
    });
}

void OrdersModel::setState(State state, const QString& failure)
{
    if (m_state == state && m_failure == failure)
        return;
    m_state = state;
    m_failure = failure;
    Q_EMIT stateChanged();
}

void OrdersModel::setQuery(const ports::OrdersQuery& query)
{
    m_query = query;
    start(false);
}

void OrdersModel::reopen() { start(true); }

void OrdersModel::start(bool again)
{
    m_again = again;
    m_reopenSoon.stop();
    setState(State::Loading);
    m_reader.open(++m_generation, m_query);
}

void OrdersModel::takeOrder(quint64 generation, const ports::RowOrder& order, const QList<ports::OrderRow>& firstPage)
{
    if (generation != m_generation)
        return;
    beginResetModel();
    m_order = *order;
    m_positions.clear();
    m_positions.reserve(m_order.size());
    for (int i = 0; i < m_order.size(); ++i)
        m_positions.insert(m_order.at(i), i);
    m_rows.clear();
    m_wanted.clear();
    m_asked.clear();
    keep(firstPage);
    endResetModel();
    setState(State::Ready);
    Q_EMIT ordered(m_again);
}

void OrdersModel::keep(const QList<ports::OrderRow>& rows)
{
    bool marks = false;
    for (const ports::OrderRow& row : rows) {
        m_rows.insert(row.row, row);
        m_asked.remove(row.row);
        if (const auto marked = m_marked.find(row.row); marked != m_marked.end()) {
            marks = marks || *marked != row;
            *marked = row;
        }
    }
    if (marks)
        Q_EMIT marksChanged();
}

void OrdersModel::takeRows(const QList<ports::OrderRow>& rows)
{
    if (m_rows.size() + rows.size() > mostKept)
        m_rows.clear();
    keep(rows);
    for (const ports::OrderRow& row : rows) {
        if (const int position = m_positions.value(row.row, -1); position >= 0)
            Q_EMIT dataChanged(index(position, 0), index(position, orderColumnCount - 1));
    }
    Q_EMIT rowsUpdated();
}

const ports::OrderRow* OrdersModel::shownAt(int position) const
{
    if (position < 0 || position >= m_order.size())
        return nullptr;
    const auto found = m_rows.constFind(m_order.at(position));
    if (found != m_rows.cend())
        return &*found;
    const int last = std::min(position + around, int(m_order.size()) - 1);
    for (int i = std::max(0, position - around); i <= last; ++i) {
        if (!m_rows.contains(m_order.at(i)) && !m_asked.contains(m_order.at(i)))
            m_wanted.insert(m_order.at(i));
    }
    if (!m_wanted.isEmpty() && !m_askSoon.isActive())
        m_askSoon.start(0);
    return nullptr;
}

void OrdersModel::askForRows()
{
    QList<ports::RowNumber> rows(m_wanted.begin(), m_wanted.end());
    std::sort(rows.begin(), rows.end(),
              [this](auto a, auto b) { return m_positions.value(a, -1) < m_positions.value(b, -1); });
    m_asked.unite(m_wanted);
    m_wanted.clear();
    if (!rows.isEmpty())
        m_reader.fetch(m_generation, rows);
}

bool OrdersModel::setMarked(int first, int last, bool marked)
{
    bool room = true;
    bool wanted = false;
    for (int i = std::max(0, first); i <= std::min(last, int(m_order.size()) - 1); ++i) {
        const ports::RowNumber row = m_order.at(i);
        if (!marked) {
            m_marked.remove(row);
            continue;
        }
        if (m_marked.size() >= mostMarked && !m_marked.contains(row)) {
            room = false;
            break;
        }
        const auto known = m_rows.constFind(row);
        m_marked.insert(row, known != m_rows.cend() ? std::optional(*known) : std::nullopt);
        if (known == m_rows.cend()) {
            m_wanted.insert(row);
            wanted = true;
        }
    }
    if (wanted)
        m_askSoon.start(0);
    if (!m_order.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_order.size()) - 1, 0));
    Q_EMIT marksChanged();
    return room;
}

void OrdersModel::clearMarks()
{
    if (m_marked.isEmpty())
        return;
    m_marked.clear();
    if (!m_order.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_order.size()) - 1, 0));
    Q_EMIT marksChanged();
}

Qt::CheckState OrdersModel::markState() const
{
    if (m_marked.isEmpty())
        return Qt::Unchecked;
    const bool all = std::all_of(m_order.begin(), m_order.end(),
                                 [this](ports::RowNumber row) { return m_marked.contains(row); });
    return all && !m_order.isEmpty() ? Qt::Checked : Qt::PartiallyChecked;
}

QList<ports::OrderRow> OrdersModel::markedOrders() const
{
    QList<ports::OrderRow> orders;
    for (const auto& row : m_marked) {
        if (row)
            orders.append(*row);
    }
    std::sort(orders.begin(), orders.end(),
              [](const auto& a, const auto& b) { return std::pair(a.createdAt, a.row) < std::pair(b.createdAt, b.row); });
    return orders;
}

bool OrdersModel::marksKnown() const
{
    return std::all_of(m_marked.begin(), m_marked.end(), [](const auto& row) { return row.has_value(); });
}

int OrdersModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_order.size()); }

int OrdersModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : orderColumnCount; }

QVariant OrdersModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::CheckStateRole && index.column() == int(OrderColumn::Mark))
        return isMarked(index.row()) ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const ports::OrderRow* row = shownAt(index.row());
    if (!row)
        return {};
    switch (OrderColumn(index.column())) {
    case OrderColumn::Number:
        return row->number;
    case OrderColumn::Customer:
        return row->customerName;
    case OrderColumn::Pieces:
        return row->pieces;
    case OrderColumn::Total:
        return row->total.rupiah;
    case OrderColumn::Status:
        return wireName(row->status);
    case OrderColumn::When:
    case OrderColumn::Mark:
        break;
    }
    return {};
}

} // namespace belanjain::tables
