// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/products_model.h"

#include "storefront/product_card.h"

namespace belanjain::ui {

ProductsModel::ProductsModel(ports::ShopReader& reader, QObject* parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
{
    connect(&reader, &ports::ShopReader::productsRead, this, &ProductsModel::take);
    connect(&reader, &ports::ShopReader::failed, this, &ProductsModel::fail);
}

ProductsModel::~ProductsModel() = default;

void ProductsModel::setQuery(const ports::ShopQuery& query)
{
    m_query = query;
    beginResetModel();
    m_cards.clear();
    m_known.clear();
    m_next.clear();
    m_total.reset();
    m_state = State::Reading;
    endResetModel();
    ask({});
    Q_EMIT stateChanged();
}

void ProductsModel::reload()
{
    if (m_state == State::Idle)
        return;
    if (m_cards.isEmpty()) {
        setQuery(m_query);
        return;
    }
    ask({});
}

void ProductsModel::ask(const QString& cursor)
{
    if (m_ticket != 0)
        m_reader.abandon(m_ticket);
    m_first = cursor.isEmpty();
    m_moreFailed = false;
    m_ticket = m_reader.newTicket();
    m_reader.readProducts(m_ticket, m_query, cursor, m_pageSize);
}

void ProductsModel::take(quint64 ticket, const ports::ShopPage& page)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    m_next = page.nextCursor;
    m_seen = page.seen;
    m_state = State::Ready;
    if (m_first) {
        m_total = page.total;
        beginResetModel();
        m_cards = page.items;
        m_known.clear();
        for (const ports::ShopCard& card : std::as_const(m_cards))
            m_known.insert(card.product);
        endResetModel();
    } else {
        QList<ports::ShopCard> more;
        for (const ports::ShopCard& card : page.items) {
            // The list moved while it was read: what is there already does not come twice.
            if (!m_known.contains(card.product)) {
                m_known.insert(card.product);
                more.append(card);
            }
        }
        if (!more.isEmpty()) {
            beginInsertRows({}, int(m_cards.size()), int(m_cards.size() + more.size()) - 1);
            m_cards.append(more);
            endInsertRows();
        }
    }
    Q_EMIT stateChanged();
}

void ProductsModel::fail(quint64 ticket, const ports::ShopProblem& problem)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    m_problem = problem;
    if (m_cards.isEmpty())
        m_state = State::Failed;
    else
        m_moreFailed = !m_first;
    Q_EMIT stateChanged();
}

int ProductsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_cards.size()); }

QVariant ProductsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_cards.size())
        return {};
    if (role == Qt::AccessibleTextRole)
        return spokenCard(m_cards.at(index.row()));
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_cards.at(index.row()).name;
    return {};
}

bool ProductsModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_ticket == 0 && m_state == State::Ready && hasMore() && !m_moreFailed;
}

void ProductsModel::fetchMore(const QModelIndex& parent)
{
    if (!parent.isValid() && m_ticket == 0 && hasMore())
        ask(m_next);
}

} // namespace belanjain::ui
