// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/reviews_model.h"

#include <QSet>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int PageSize = 60;
constexpr int GatherMilliseconds = 300;
} // namespace

ReviewsModel::ReviewsModel(ports::ReviewsReader& reader, QObject* parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
{
    connect(&reader, &ports::ReviewsReader::pageRead, this, &ReviewsModel::take);
    connect(&reader, &ports::ReviewsReader::failed, this, &ReviewsModel::fail);
    connect(&reader, &ports::ReviewsReader::stale, this, [this] {
        if (!m_gather.isActive())
            m_gather.start();
    });
    m_gather.setSingleShot(true);
    m_gather.setInterval(GatherMilliseconds);
    connect(&m_gather, &QTimer::timeout, this, &ReviewsModel::reload);
}

void ReviewsModel::setQuery(const ports::ReviewsQuery& query)
{
    m_query = query;
    m_fresh = true;
    m_state = State::Reading;
    ask(0, PageSize);
    Q_EMIT stateChanged();
}

void ReviewsModel::reload() { ask(0, std::max(PageSize, int(m_rows.size()))); }

void ReviewsModel::ask(int offset, int limit)
{
    ports::ReviewsQuery query = m_query;
    query.offset = offset;
    query.limit = limit;
    m_offset = offset;
    m_asking = true;
    m_reader.readPage(++m_ticket, query);
}

void ReviewsModel::take(quint64 ticket, const ports::ReviewPage& page)
{
    if (ticket != m_ticket)
        return;
    m_asking = false;
    m_total = page.total;
    if (m_fresh) {
        m_fresh = false;
        beginResetModel();
        m_rows = page.reviews;
        endResetModel();
    } else if (m_offset == 0) {
        merge(page.reviews);
    } else {
        // A review that came in meanwhile shifts the pages: what is there already does not come twice.
        QList<ports::Review> more;
        for (const ports::Review& one : page.reviews) {
            if (rowOf(one.review) < 0)
                more.append(one);
        }
        if (!more.isEmpty()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + more.size()) - 1);
            m_rows.append(more);
            endInsertRows();
        }
    }
    m_state = State::Ready;
    Q_EMIT summarised(page);
    Q_EMIT stateChanged();
}

void ReviewsModel::merge(const QList<ports::Review>& rows)
{
    QSet<ReviewId> coming;
    for (const ports::Review& one : rows)
        coming.insert(one.review);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (!coming.contains(m_rows.at(i).review)) {
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }
    // Both lists have one order, newest first, so that what is not here yet belongs here.
    for (int i = 0; i < int(rows.size()); ++i) {
        if (i < int(m_rows.size()) && m_rows.at(i).review == rows.at(i).review) {
            if (m_rows.at(i) != rows.at(i)) {
                m_rows[i] = rows.at(i);
                Q_EMIT dataChanged(index(i), index(i));
            }
            continue;
        }
        beginInsertRows({}, i, i);
        m_rows.insert(i, rows.at(i));
        endInsertRows();
    }
}

void ReviewsModel::fail(const QString& reason)
{
    if (!m_asking)
        return;
    m_asking = false;
    m_failure = reason;
    m_state = State::Failed;
    Q_EMIT stateChanged();
}

int ReviewsModel::rowOf(const ReviewId& review) const
{
    const auto at = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const auto& one) { return one.review == review; });
    return at == m_rows.cend() ? -1 : int(at - m_rows.cbegin());
}

int ReviewsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant ReviewsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const ports::Review& one = m_rows.at(index.row());
    if (role == Qt::AccessibleTextRole || role == Qt::DisplayRole) {
        const QString said = one.comment.isEmpty() ? one.productName : one.productName + u". "_s + one.comment;
        return tr("%1 of 5 stars, %2. %3").arg(QString::number(one.rating), one.customerName, said);
    }
    return {};
}

bool ReviewsModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_asking && m_state == State::Ready && int(m_rows.size()) < m_total;
}

void ReviewsModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        ask(int(m_rows.size()), PageSize);
}

} // namespace belanjain::ui
