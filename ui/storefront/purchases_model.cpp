// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/purchases_model.h"

#include "domain/format.h"
#include "orders/order_words.h"
#include "storefront/shop_words.h"

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

PurchasesModel::PurchasesModel(ports::Purchases& purchases, QObject* parent)
    : QAbstractListModel(parent)
    , m_purchases(purchases)
{
    connect(&purchases, &ports::Purchases::listRead, this, &PurchasesModel::take);
    connect(&purchases, &ports::Purchases::failed, this, [this](quint64 ticket, const ports::ShopProblem& problem) {
        if (ticket != m_ticket)
            return;
        m_ticket = 0;
        m_problem = problem;
        if (m_rows.isEmpty())
            m_state = State::Failed;
        Q_EMIT stateChanged();
    });
}

void PurchasesModel::setQuery(const ports::PurchaseQuery& query)
{
    m_query = query;
    m_state = State::Reading;
    m_first = true;
    beginResetModel();
    m_rows.clear();
    m_next.clear();
    endResetModel();
    m_ticket = m_purchases.newTicket();
    m_purchases.readList(m_ticket, m_query, {});
    Q_EMIT stateChanged();
}

void PurchasesModel::reload()
{
    if (m_state == State::Idle || m_state == State::Failed) {
        setQuery(m_query);
        return;
    }
    m_first = true;
    m_ticket = m_purchases.newTicket();
    m_purchases.readList(m_ticket, m_query, {});
}

void PurchasesModel::take(quint64 ticket, const ports::PurchasePage& page)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    m_state = State::Ready;
    const bool first = std::exchange(m_first, false);
    // What is the same stands still, so that nobody loses the place.
    const bool prefix = first && page.items.size() <= m_rows.size()
                        && std::equal(page.items.cbegin(), page.items.cend(), m_rows.cbegin());
    if (prefix && !m_rows.isEmpty()) {
        Q_EMIT stateChanged();
        return;
    }
    m_next = page.nextCursor;
    if (first) {
        beginResetModel();
        m_rows = page.items;
        endResetModel();
    } else {
        QList<ports::Purchase> more;
        for (const ports::Purchase& one : page.items) {
            if (rowOf(one.order.head.order) < 0)
                more.append(one);
        }
        if (!more.isEmpty()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + more.size()) - 1);
            m_rows.append(more);
            endInsertRows();
        }
    }
    Q_EMIT stateChanged();
}

int PurchasesModel::rowOf(const OrderId& order) const
{
    const auto at = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const auto& one) { return one.order.head.order == order; });
    return at == m_rows.cend() ? -1 : int(at - m_rows.cbegin());
}

void PurchasesModel::replace(const ports::Purchase& now)
{
    const int row = rowOf(now.order.head.order);
    if (row < 0)
        return;
    m_rows[row] = now;
    Q_EMIT dataChanged(index(row), index(row));
}

int PurchasesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant PurchasesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ports::Purchase& one = m_rows.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return u"%1, %2, %3, %4"_s.arg(numberText(one.order.head.number), one.storeName, purchaseWord(one.order.head.status),
                                       formatRupiah(one.order.head.total));
    return {};
}

bool PurchasesModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_ticket == 0 && m_state == State::Ready && !m_next.isEmpty();
}

void PurchasesModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_ticket = m_purchases.newTicket();
    m_purchases.readList(m_ticket, m_query, m_next);
}

} // namespace belanjain::ui
