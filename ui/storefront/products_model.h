// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop_reader.h"

#include <QAbstractListModel>

namespace belanjain::ui {

/// What a query found, read page by page as a view nears its end. A newer query abandons the older one.
class ProductsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Ready, Failed };

    explicit ProductsModel(ports::ShopReader& reader, QObject* parent = nullptr);
    ~ProductsModel() override;

    void setQuery(const ports::ShopQuery& query);
    const ports::ShopQuery& query() const { return m_query; }
    /// The same query anew; what is shown stays until the answer.
    void reload();
    void setPageSize(int items) { m_pageSize = items; }

    State state() const { return m_state; }
    bool hasMore() const { return !m_next.isEmpty(); }
    bool moreFailed() const { return m_moreFailed; }
    std::optional<qint64> total() const { return m_total; }
    const ports::Seen& seen() const { return m_seen; }
    const ports::ShopProblem& problem() const { return m_problem; }
    const ports::ShopCard& card(int row) const { return m_cards.at(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void ask(const QString& cursor);
    void take(quint64 ticket, const ports::ShopPage& page);
    void fail(quint64 ticket, const ports::ShopProblem& problem);

    ports::ShopReader& m_reader;
    ports::ShopQuery m_query;
    QList<ports::ShopCard> m_cards;
    QSet<ProductId> m_known;
    QString m_next;
    std::optional<qint64> m_total;
    ports::Seen m_seen;
    ports::ShopProblem m_problem;
    State m_state = State::Idle;
    bool m_moreFailed = false;
    bool m_first = true; ///< the answer waited for replaces what is shown
    int m_pageSize = 48;
    quint64 m_ticket = 0; ///< 0: nothing is waited for
};

} // namespace belanjain::ui
