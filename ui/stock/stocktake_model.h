// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stocktake.h"

#include <QAbstractTableModel>
#include <QHash>

namespace belanjain::ui {

/// The lines of a stocktake: those counted, differences first, or those not counted yet. Typing a number into the
/// column Counted counts the line.
class StocktakeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Product, Sku, Expected, Counted, Difference, Columns };
    enum class Shows { Counted, Uncounted };

    explicit StocktakeModel(QObject* parent = nullptr);

    void setCounted(const QList<ports::StocktakeLine>& lines);
    /// Puts or replaces one; it stands first among its like.
    void update(const ports::StocktakeLine& line);
    void setUncounted(const QList<ports::StocktakeLine>& lines, int total, bool more);
    void show(Shows shows);
    Shows shows() const { return m_shows; }
    void retranslate();

    const QList<ports::StocktakeLine>& counted() const { return m_counted; }
    const ports::StocktakeLine& line(int row) const { return lines().at(row); }
    int rowOf(const VariantId& variant) const;
    int uncountedTotal() const { return m_total; }
    int uncountedHere() const { return int(m_uncounted.size()); }
    /// Of the counted lines: those with a difference, and what these come to.
    int differences() const;
    qint64 pieces() const;
    qint64 value() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void countTyped(const belanjain::VariantId& variant, qint32 pieces);
    void moreAsked();

private:
    const QList<ports::StocktakeLine>& lines() const { return m_shows == Shows::Counted ? m_counted : m_uncounted; }

    Shows m_shows = Shows::Counted;
    QList<ports::StocktakeLine> m_counted;
    QList<ports::StocktakeLine> m_uncounted;
    int m_total = 0;
    bool m_asked = false;
};

} // namespace belanjain::ui
