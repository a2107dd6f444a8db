// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/purchases.h"

#include <QAbstractListModel>

namespace belanjain::ui {

/// A buyer's orders, newest first, read page by page.
class PurchasesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Ready, Failed };

    explicit PurchasesModel(ports::Purchases& purchases, QObject* parent = nullptr);

    void setQuery(const ports::PurchaseQuery& query);
    const ports::PurchaseQuery& query() const { return m_query; }
    /// The first page anew; what is shown stays until it comes.
    void reload();
    State state() const { return m_state; }
    const ports::ShopProblem& problem() const { return m_problem; }
    const ports::Purchase& purchase(int row) const { return m_rows.at(row); }
    int rowOf(const OrderId& order) const;
    void replace(const ports::Purchase& now);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void take(quint64 ticket, const ports::PurchasePage& page);

    ports::Purchases& m_purchases;
    ports::PurchaseQuery m_query;
    QList<ports::Purchase> m_rows;
    QString m_next;
    ports::ShopProblem m_problem;
    State m_state = State::Idle;
    bool m_first = true;
    quint64 m_ticket = 0;
};

} // namespace belanjain::ui
