// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/restock_model.h"

#include "common/language.h"
#include "common/table_style.h"
#include "domain/stocktake.h"
#include "stock/sheet_view.h"

#include <algorithm>

namespace belanjain::ui {

RestockModel::RestockModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void RestockModel::setList(const ports::RestockList& list)
{
    if (list == m_list)
        return;
    const bool sameRows = list.lines.size() == m_list.lines.size() &&
                          std::equal(list.lines.begin(), list.lines.end(), m_list.lines.begin(),
                                     [](const auto& a, const auto& b) { return a.variant == b.variant; });
    if (sameRows) {
        m_list = list;
        retranslate();
        return;
    }
    beginResetModel();
    m_list = list;
    endResetModel();
}

qint64 RestockModel::pieces() const
{
    qint64 sum = 0;
    for (const ports::RestockLine& line : m_list.lines)
        sum += quantity(line);
    return sum;
}

int RestockModel::out() const
{
    return int(std::count_if(m_list.lines.begin(), m_list.lines.end(),
                             [](const ports::RestockLine& line) { return line.available <= 0; }));
}

int RestockModel::ordered() const
{
    return int(std::count_if(m_list.lines.begin(), m_list.lines.end(),
                             [this](const ports::RestockLine& line) { return quantity(line) > 0; }));
}

void RestockModel::forgetTyped()
{
    m_typed.clear();
    retranslate();
}

void RestockModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int RestockModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_list.lines.size()); }

int RestockModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Columns; }

QVariant RestockModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ports::RestockLine& line = m_list.lines.at(index.row());
    const Language language = uiLanguage();
    const int column = index.column();
    if (role == SheetNumberRole)
        return column >= Available;
    if (role == SheetStrongRole)
        return column == Order;
    const bool out = line.available <= 0;
    if (role == SheetLevelRole)
        return column == Available ? QVariant(int(out ? StockLevel::Out : StockLevel::Low)) : QVariant();
    if (role == SheetSecondRole)
        return column == Product     ? line.optionsLabel
               : column == Available ? (out ? tr("Out of stock") : tr("Low"))
                                     : QString();
    if (role == SheetInkRole && column == Order)
        return int(m_typed.contains(line.variant) ? CellInk::Accent : CellInk::Text);
    if (role == SheetInkRole)
        return int(column == Product ? CellInk::Text : CellInk::Secondary);
    if (role == Qt::EditRole && column == Order)
        return QString::number(quantity(line));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Product:
        return line.productName;
    case Sku:
        return line.sku;
    case Category:
        return line.category;
    case Available:
        if (role == Qt::AccessibleTextRole)
            return tr("%1, %2").arg(formatCount(line.available, language), out ? tr("Out of stock") : tr("Low"));
        return formatCount(line.available, language);
    case Threshold:
        return formatCount(line.threshold, language);
    case WeekSales:
        return line.soldInFourWeeks == 0 ? QString() : formatCount(soldAWeek(line.soldInFourWeeks), language);
    case Order:
        return formatCount(quantity(line), language);
    default:
        return {};
    }
}

QVariant RestockModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == SheetNumberRole)
        return section >= Available;
    if (role == Qt::ToolTipRole && section == Order)
        return tr("Twice the number in “Low below” and one week's sales, less what is available. "
                  "Type another quantity where you want one.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Product:
        return tr("Product");
    case Sku:
        return tr("SKU");
    case Category:
        return tr("Category");
    case Available:
        return tr("Available");
    case Threshold:
        return tr("Low below");
    case WeekSales:
        return tr("Sold per week");
    case Order:
        return tr("To order");
    default:
        return {};
    }
}

Qt::ItemFlags RestockModel::flags(const QModelIndex& index) const
{
    const auto base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Order ? base | Qt::ItemIsEditable : base;
}

bool RestockModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Order || index.row() >= rowCount())
        return false;
    const ports::RestockLine& line = m_list.lines.at(index.row());
    const int pieces = std::max(0, value.toInt());
    if (pieces == line.suggested)
        m_typed.remove(line.variant);
    else
        m_typed.insert(line.variant, pieces);
    Q_EMIT dataChanged(index, index);
    return true;
}

} // namespace belanjain::ui
