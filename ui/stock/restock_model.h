// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/restock_reader.h"

#include <QAbstractTableModel>
#include <QHash>

namespace belanjain::ui {

/// What is to be ordered: variants that run out, by category, with a quantity that can be changed. A quantity that
/// was typed stays when the list is read again.
class RestockModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Product, Sku, Category, Available, Threshold, WeekSales, Order, Columns };

    explicit RestockModel(QObject* parent = nullptr);

    void setList(const ports::RestockList& list);
    const ports::RestockList& list() const { return m_list; }
    qint32 quantity(const ports::RestockLine& line) const { return m_typed.value(line.variant, line.suggested); }
    qint64 pieces() const;
    /// Lines of which nothing is left; the others are low.
    int out() const;
    /// Lines with anything to order.
    int ordered() const;
    /// Suggestions again in place of what was typed.
    void forgetTyped();
    bool hasTyped() const { return !m_typed.isEmpty(); }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

private:
    ports::RestockList m_list;
    QHash<VariantId, qint32> m_typed;
};

} // namespace belanjain::ui
