// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/product_list_model.h"

namespace belanjain::ui {

namespace {
constexpr int pageRows = 100;
constexpr int soonMs = 80;
/// Tickets of the port are shared by all who read through it.
constexpr quint64 ticketBase = 0x50'0000'0000;
} // namespace

ProductListModel::ProductListModel(ports::CatalogueReader& reader, QObject* parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_ticket(ticketBase)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &ProductListModel::reload);
    connect(&reader, &ports::CatalogueReader::productsRead, this, &ProductListModel::take);
    connect(&reader, &ports::CatalogueReader::stale, this, [this] {
        // Also while an answer is on its way: it may be from before.
        if (m_ticket != ticketBase)
            m_soon.start();
    });
    connect(&reader, &ports::CatalogueReader::failed, this, [this](quint64 ticket, const QString& reason) {
        if (ticket != m_ticket)
            return;
        m_asked = -1;
        m_failure = reason;
        m_state = State::Failed;
        Q_EMIT stateChanged();
    });
}

void ProductListModel::setQuery(const ports::ProductListQuery& query)
{
    m_query = query;
    m_fresh = true;
    m_state = State::Reading;
    ask(0);
    Q_EMIT stateChanged();
}

void ProductListModel::reload()
{
    m_soon.stop();
    m_fresh = true;
    ask(0);
}

void ProductListModel::ask(int page)
{
    m_asked = page;
    m_wanted = -1;
    ports::ProductListQuery query = m_query;
    query.limit = pageRows;
    query.offset = page * pageRows;
    m_reader.readProducts(++m_ticket, query);
}

void ProductListModel::take(quint64 ticket, const ports::ProductListPage& page)
{
    if (ticket != m_ticket)
        return;
    const int at = m_asked;
    m_asked = -1;
    if (m_fresh || page.total != m_total) {
        m_fresh = false;
        m_pages.clear();
        m_pages.insert(at, new QList(page.products));
        if (page.total == m_total) {
            if (m_total > 0)
                Q_EMIT dataChanged(index(0, 0), index(m_total - 1, productColumnCount - 1));
        } else {
            beginResetModel();
            m_total = page.total;
            endResetModel();
        }
    } else {
        m_pages.insert(at, new QList(page.products));
        const int first = at * pageRows;
        if (!page.products.isEmpty())
            Q_EMIT dataChanged(index(first, 0), index(first + int(page.products.size()) - 1, productColumnCount - 1));
    }
    m_state = State::Ready;
    m_failure.clear();
    Q_EMIT stateChanged();
    Q_EMIT rowsArrived();
    if (m_wanted >= 0 && !m_pages.contains(m_wanted))
        ask(m_wanted);
}

const ports::ProductListRow* ProductListModel::shownAt(int row)
{
    if (row < 0 || row >= m_total)
        return nullptr;
    const int page = row / pageRows;
    if (const QList<ports::ProductListRow>* rows = m_pages.object(page))
        return row % pageRows < rows->size() ? &rows->at(row % pageRows) : nullptr;
    if (m_asked < 0)
        ask(page);
    else if (m_asked != page)
        m_wanted = page;
    return nullptr;
}

int ProductListModel::rowOf(const ProductId& product) const
{
    const QList<int> pages = m_pages.keys();
    for (const int page : pages) {
        const QList<ports::ProductListRow>& rows = *m_pages.object(page);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (rows[i].product == product)
                return page * pageRows + int(i);
        }
    }
    return -1;
}

int ProductListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_total; }

int ProductListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : productColumnCount; }

QVariant ProductListModel::data(const QModelIndex& index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const QList<ports::ProductListRow>* rows = m_pages.object(index.row() / pageRows);
    const int at = index.row() % pageRows;
    if (!rows || at >= rows->size() || ProductColumn(index.column()) != ProductColumn::Name)
        return {};
    return rows->at(at).name;
}

} // namespace belanjain::ui
