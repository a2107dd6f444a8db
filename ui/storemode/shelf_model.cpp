// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/shelf_model.h"

#include "domain/format.h"

#include <algorithm>
#include <utility>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 60;
/// Begins apart from other screens that read lists (CatalogueReader::readProducts).
constexpr quint64 firstTicket = quint64(0x53) << 32;

} // namespace

ShelfModel::ShelfModel(ports::CatalogueReader& reader, QObject* parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_ticket(firstTicket)
{
    connect(&reader, &ports::CatalogueReader::productsRead, this, &ShelfModel::take);
    connect(&reader, &ports::CatalogueReader::failed, this, [this](quint64 ticket, const QString&) {
        if (ticket != m_ticket)
            return;
        m_askedFrom = -1;
        m_state = State::Failed;
        Q_EMIT stateChanged();
    });
    connect(&reader, &ports::CatalogueReader::stale, this, &ShelfModel::reload);
}

void ShelfModel::ask(int offset, int limit)
{
    m_askedFrom = offset;
    m_query.offset = offset;
    m_query.limit = limit;
    m_query.status = ports::StatusFilter::Active;
    m_reader.readProducts(++m_ticket, m_query);
}

void ShelfModel::show(const QString& search, const QString& category)
{
    m_query.search = search;
    m_query.category = category;
    m_anew = true;
    m_state = State::Reading;
    ask(0, pageSize);
    Q_EMIT stateChanged();
}

void ShelfModel::reload()
{
    // What is looked at stays where it is; only what it says changes.
    ask(0, std::max(pageSize, int(m_rows.size())));
}

void ShelfModel::take(quint64 ticket, const ports::ProductListPage& page)
{
    if (ticket != m_ticket)
        return;
    const int from = std::exchange(m_askedFrom, -1);
    m_total = page.total;
    m_state = State::Ready;
    const bool same = !m_anew && from == 0 && page.products.size() == m_rows.size()
                      && std::equal(m_rows.cbegin(), m_rows.cend(), page.products.cbegin(),
                                    [](const auto& a, const auto& b) { return a.product == b.product; });
    if (same) {
        m_rows = page.products;
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    } else if (from > 0 && from == m_rows.size()) {
        if (!page.products.isEmpty()) {
            beginInsertRows({}, from, from + int(page.products.size()) - 1);
            m_rows += page.products;
            endInsertRows();
        }
    } else {
        beginResetModel();
        m_rows = page.products;
        endResetModel();
    }
    if (std::exchange(m_anew, false))
        Q_EMIT begun();
    Q_EMIT stateChanged();
}

int ShelfModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant ShelfModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ports::ProductListRow& row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == Qt::AccessibleTextRole) {
        return row.available > 0
                   ? tr("%1, %2, %3 there").arg(row.name, formatRupiah(row.minPrice)).arg(row.available)
                   : tr("%1, %2, sold out").arg(row.name, formatRupiah(row.minPrice));
    }
    return {};
}

bool ShelfModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_state == State::Ready && m_askedFrom < 0 && m_rows.size() < m_total;
}

void ShelfModel::fetchMore(const QModelIndex&)
{
    if (m_askedFrom < 0)
        ask(int(m_rows.size()), pageSize);
}

} // namespace belanjain::ui
