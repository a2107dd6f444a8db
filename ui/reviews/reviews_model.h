// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/reviews_reader.h"

#include <QAbstractListModel>
#include <QTimer>

namespace belanjain::ui {

/// Reviews that match, newest first, read page by page as a view asks for more. When the replica changes the
/// rows that are there change in place, so that what is being read or answered stays where it is.
class ReviewsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Reading, Ready, Failed };

    explicit ReviewsModel(ports::ReviewsReader& reader, QObject* parent = nullptr);

    /// Limit and offset are the model's own.
    void setQuery(const ports::ReviewsQuery& query);
    const ports::ReviewsQuery& query() const { return m_query; }
    /// Reads again what is there.
    void reload();

    State state() const { return m_state; }
    const QString& failure() const { return m_failure; }
    /// All that match, read or not.
    int total() const { return m_total; }
    const ports::Review& review(int row) const { return m_rows.at(row); }
    /// -1 when it is not among the rows that were read.
    int rowOf(const ReviewId& review) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void stateChanged();
    /// Figures over all reviews came along with a page.
    void summarised(const belanjain::ports::ReviewPage& page);

private:
    void ask(int offset, int limit);
    void take(quint64 ticket, const ports::ReviewPage& page);
    void fail(const QString& reason);
    void merge(const QList<ports::Review>& rows);

    ports::ReviewsReader& m_reader;
    ports::ReviewsQuery m_query;
    QList<ports::Review> m_rows;
    State m_state = State::Reading;
    QString m_failure;
    int m_total = 0;
    quint64 m_ticket = 0;
    bool m_asking = false;
    bool m_fresh = true; ///< the answer under way begins a new list
    int m_offset = 0;
    QTimer m_gather;
};

} // namespace belanjain::ui
