// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/variants_model.h"

namespace belanjain::ui {

using tables::VariantField;

VariantsModel::VariantsModel(tables::ProductForm& form, QObject* parent)
    : QAbstractTableModel(parent)
    , m_form(form)
{}

void VariantsModel::reset()
{
    beginResetModel();
    m_problems.clear();
    endResetModel();
}

void VariantsModel::setProblems(const QList<Violation>& problems)
{
    m_problems.clear();
    for (const Violation& one : problems) {
        if (const auto cell = tables::cellOf(one))
            m_problems.insert({cell->first, int(cell->second)}, one);
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const Violation* VariantsModel::problem(const QModelIndex& cell) const
{
    const auto field = fieldOf(cell.column());
    const auto found = field ? m_problems.constFind({cell.row(), int(*field)}) : m_problems.cend();
    return found == m_problems.cend() ? nullptr : &*found;
}

std::optional<VariantField> VariantsModel::fieldOf(int column) const
{
    const int field = column - options();
    return field >= 0 && field < tables::variantFieldCount ? std::optional(VariantField(field)) : std::nullopt;
}

bool VariantsModel::setText(const QModelIndex& cell, const QString& text)
{
    const auto field = cell.isValid() ? fieldOf(cell.column()) : std::nullopt;
    if (!field)
        return false;
    QString& held = m_form.variants[cell.row()].text(*field);
    const QString tidy = tables::tidied(m_form, *field, text, held);
    if (tidy == held)
        return false;
    held = tidy;
    Q_EMIT dataChanged(cell, cell);
    return true;
}

std::optional<Violation> VariantsModel::check(const QModelIndex& cell, const QString& text) const
{
    const auto field = cell.isValid() ? fieldOf(cell.column()) : std::nullopt;
    if (!field)
        return std::nullopt;
    tables::ProductForm tried = m_form;
    QString& held = tried.variants[cell.row()].text(*field);
    held = tables::tidied(tried, *field, text, held);
    const QList<Violation> problems = tables::problemsOf(tried);
    for (const Violation& one : problems) {
        const auto at = tables::cellOf(one);
        if (at && at->first == cell.row() && at->second == *field)
            return one;
    }
    return std::nullopt;
}

int VariantsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_form.variants.size());
}

int VariantsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : options() + tables::variantFieldCount;
}

QVariant VariantsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::AccessibleTextRole))
        return {};
    const tables::FormVariant& variant = m_form.variants[index.row()];
    if (const auto field = fieldOf(index.column()))
        return variant.text(*field);
    return variant.options.value(index.column()).value;
}

QVariant VariantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const auto field = fieldOf(section);
    if (!field)
        return m_form.options.value(section).name;
    switch (*field) {
    case VariantField::Price:
        return tr("Price");
    case VariantField::Available:
        return tr("Available");
    case VariantField::Sku:
        return tr("SKU");
    case VariantField::Barcode:
        return tr("Barcode");
    case VariantField::Weight:
        return tr("Weight");
    }
    return {};
}

Qt::ItemFlags VariantsModel::flags(const QModelIndex& index) const
{
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (fieldOf(index.column()) ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

} // namespace belanjain::ui
