// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>

namespace belanjain::ui {

enum class ProductColumn { Name, Category, Variants, Price, Available, State };
inline constexpr int productColumnCount = 6;

/// The store's products as a list of any length: pages are read when their rows are first looked at.
class ProductListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State { Reading, Ready, Failed };

    explicit ProductListModel(ports::CatalogueReader& reader, QObject* parent = nullptr);

    void setQuery(const ports::ProductListQuery& query);
    const ports::ProductListQuery& query() const { return m_query; }
    /// Reads again what is shown; rows stay until then.
    void reload();
    State state() const { return m_state; }
    const QString& failure() const { return m_failure; }

    /// Asks for the row when it is not here; nullptr until it is.
    const ports::ProductListRow* shownAt(int row);
    /// The row of a product among those that are here; -1 when it is not.
    int rowOf(const ProductId& product) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void stateChanged();
    void rowsArrived();

private:
    void ask(int page);
    void take(quint64 ticket, const ports::ProductListPage& page);

    ports::CatalogueReader& m_reader;
    ports::ProductListQuery m_query;
    QCache<int, QList<ports::ProductListRow>> m_pages{40};
    QTimer m_soon;
    State m_state = State::Reading;
    QString m_failure;
    int m_total = 0;
    int m_asked = -1;  ///< the page on its way
    int m_wanted = -1; ///< the page wished for meanwhile
    quint64 m_ticket = 0;
    bool m_fresh = true; ///< the next answer begins anew
};

} // namespace belanjain::ui
