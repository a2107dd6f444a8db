// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/product_form.h"

#include <QAbstractTableModel>
#include <QHash>

namespace belanjain::ui {

/// The variants of a product in an editor as a grid: its options first, then what is typed for each.
class VariantsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The form is the editor's and outlives it.
    explicit VariantsModel(tables::ProductForm& form, QObject* parent = nullptr);

    /// The form was replaced or has other variants.
    void reset();
    void setProblems(const QList<Violation>& problems);
    /// What is wrong with a cell, or nullptr.
    const Violation* problem(const QModelIndex& cell) const;

    int options() const { return int(m_form.options.size()); }
    std::optional<tables::VariantField> fieldOf(int column) const;
    int columnOf(tables::VariantField field) const { return options() + int(field); }
    const tables::FormVariant& variant(int row) const { return m_form.variants[row]; }
    const tables::ProductForm& form() const { return m_form; }

    /// Takes what was typed. False when nothing changed.
    bool setText(const QModelIndex& cell, const QString& text);
    /// What would be wrong with the cell if this were typed.
    std::optional<Violation> check(const QModelIndex& cell, const QString& text) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// Before and after cells are changed by the person.
    void aboutToEdit();
    void edited();

private:
    tables::ProductForm& m_form;
    QHash<std::pair<int, int>, Violation> m_problems; ///< by row and field
};

} // namespace belanjain::ui
