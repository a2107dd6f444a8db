// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"

#include <QAbstractListModel>

namespace belanjain::ui {

/// The store's products on sale, page by page as they are looked at.
class ShelfModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Reading, Ready, Failed };

    explicit ShelfModel(ports::CatalogueReader& reader, QObject* parent = nullptr);

    void show(const QString& search, const QString& category);
    const QString& search() const { return m_query.search; }
    const QString& category() const { return m_query.category; }
    State state() const { return m_state; }
    int total() const { return m_total; }
    const ports::ProductListRow& product(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void stateChanged();
    /// Something else is shown than before: from its beginning.
    void begun();

private:
    void take(quint64 ticket, const ports::ProductListPage& page);
    void reload();
    void ask(int offset, int limit);

    ports::CatalogueReader& m_reader;
    ports::ProductListQuery m_query;
    QList<ports::ProductListRow> m_rows;
    int m_total = 0;
    State m_state = State::Reading;
    quint64 m_ticket;
    int m_askedFrom = -1; ///< offset of the page under way; -1: none
    bool m_anew = true;   ///< the page under way takes the place of everything
};

} // namespace belanjain::ui
