// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/stock.h"
#include "tables/inventory_model.h"

namespace belanjain::tables {

using ports::InventoryRow;

// What the model says to views, clipboards and screen readers.

int InventoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int InventoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : inventoryColumnCount;
}

QVariant InventoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = InventoryColumn(index.column());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (columnInfo(column).number ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::CheckStateRole)
        return column == InventoryColumn::Mark
                   ? QVariant(int(isMarked(index.row()) ? Qt::Checked : Qt::Unchecked))
                   : QVariant();
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != RowRole && role != PlainTextRole &&
        role != Qt::AccessibleTextRole)
        return {};
    const InventoryRow* row = shownAt(index.row());
    if (!row)
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    switch (role) {
    case RowRole:
        return QVariant::fromValue(*row);
    case Qt::EditRole:
        return editText(*row, column);
    case PlainTextRole:
        return plainText(*row, column);
    case Qt::AccessibleTextRole:
        return accessibleText(*row, column);
    default:
        return displayText(*row, column);
    }
}

QString InventoryModel::displayText(const InventoryRow& row, InventoryColumn column) const
{
    switch (column) {
    case InventoryColumn::Price:
        return formatRupiah(row.price);
    case InventoryColumn::OnHand:
        return formatCount(row.onHand, m_language);
    case InventoryColumn::Reserved:
        return formatCount(row.reserved, m_language);
    case InventoryColumn::Available:
        return formatCount(row.available(), m_language);
    case InventoryColumn::Threshold:
        return formatCount(row.threshold, m_language);
    case InventoryColumn::Options:
        return row.optionsLabel.isEmpty() ? tr("Single") : row.optionsLabel;
    case InventoryColumn::Status:
        return row.archived ? tr("Archived") : tr("Active");
    case InventoryColumn::Sync:
        return row.rejected ? tr("Rejected") : row.waiting ? tr("Waiting") : QString();
    case InventoryColumn::Mark:
    case InventoryColumn::Picture:
    case InventoryColumn::Product:
    case InventoryColumn::Sku:
    case InventoryColumn::Barcode:
    case InventoryColumn::Category:
        break;
    }
    return plainText(row, column);
}

QString InventoryModel::accessibleText(const InventoryRow& row, InventoryColumn column) const
{
    QString text = displayText(row, column);
    if (column == InventoryColumn::Mark || column == InventoryColumn::Picture)
        return row.productName;
    if (column == InventoryColumn::Available) {
        const auto status = stockStatus(row.available(), row.threshold);
        if (status != StockStatus::Enough)
            text = tr("%1, %2").arg(text, status == StockStatus::Low ? tr("Low") : tr("Out of stock"));
    }
    if (const auto field = columnInfo(column).edit) {
        if (row.rejected.testFlag(*field))
            text = tr("%1, %2").arg(text, tr("Rejected"));
        else if (row.waiting.testFlag(*field))
            text = tr("%1, %2").arg(text, tr("Waiting"));
    }
    return text;
}

QString InventoryModel::columnHint(InventoryColumn column) const
{
    switch (column) {
    case InventoryColumn::OnHand:
        return tr("Pieces on the shelf");
    case InventoryColumn::Reserved:
        return tr("Pieces promised to orders that are not shipped yet");
    case InventoryColumn::Available:
        return tr("Pieces that can be sold: on hand less reserved");
    case InventoryColumn::Threshold:
        return tr("A variant with fewer available pieces than this is low");
    case InventoryColumn::Sync:
        return tr("Changes that wait for the marketplace or were rejected by it");
    default:
        return {};
    }
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || orientation != Qt::Horizontal || section >= inventoryColumnCount)
        return {};
    const auto column = InventoryColumn(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (columnInfo(column).number ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole)
        return columnHint(column);
    const bool spoken = role == Qt::AccessibleTextRole;
    if (role != Qt::DisplayRole && !spoken)
        return {};
    switch (column) {
    case InventoryColumn::Mark:
        return spoken ? tr("Selected") : QString();
    case InventoryColumn::Picture:
        return spoken ? tr("Picture") : QString();
    case InventoryColumn::Product:
        return tr("Product");
    case InventoryColumn::Options:
        return tr("Variant");
    case InventoryColumn::Sku:
        return tr("SKU");
    case InventoryColumn::Barcode:
        return tr("Barcode");
    case InventoryColumn::Category:
        return tr("Category");
    case InventoryColumn::Price:
        return tr("Price");
    case InventoryColumn::OnHand:
        return tr("On hand");
    case InventoryColumn::Reserved:
        return tr("Reserved");
    case InventoryColumn::Available:
        return tr("Available");
    case InventoryColumn::Threshold:
        return tr("Low below");
    case InventoryColumn::Status:
        return tr("Status");
    case InventoryColumn::Sync:
        return tr("Sync");
    }
    return {};
}

Qt::ItemFlags InventoryModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    flags |= Qt::ItemNeverHasChildren;
    const auto column = InventoryColumn(index.column());
    if (column == InventoryColumn::Mark)
        flags |= Qt::ItemIsUserCheckable;
    if (columnInfo(column).edit && shown(m_order[index.row()]))
        flags |= Qt::ItemIsEditable;
    return flags;
}

void InventoryModel::setLanguage(Language language)
{
    m_language = language;
    if (!m_order.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_order.size()) - 1, inventoryColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, inventoryColumnCount - 1);
}

} // namespace belanjain::tables
