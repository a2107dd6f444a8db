// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/plan.h"
#include "domain/imports/product_rows.h"

namespace belanjain::imports {

/// A row of a product, read.
struct DraftRow
{
    enum class Role : quint8 {
        Variant,
        Parent,  ///< WooCommerce's variable product: no variant itself
        Picture, ///< nothing but one more picture
    };

    int record = 0;
    Role role = Role::Variant;
    VariantDraft variant;
    Field priceField = Field::Price; ///< where its price stands
    bool noStock = false; ///< the file says nothing of its stock, which is taken for 0
    QList<Reason> reasons;
    QList<Note> notes;
};

/// Makes a product draft of its rows. What cannot be read becomes a row's reason, and what breaks a rule of the
/// domain is told at the row and column it came from.
class DraftBuilder
{
public:
    DraftBuilder(const std::vector<Record>& records, const Mapping& mapping, const ProductRows& rows);

    /// Runs the domain's validator and adds what it finds to the rows' reasons.
    void validateDraft();

    const ProductDraft& draft() const { return m_draft; }
    QList<DraftRow>& rows() { return m_rows; }
    const QList<DraftRow>& rows() const { return m_rows; }

private:
    void readHead();
    void readRow(int record);
    void readNumbers(const Record& record, DraftRow& row);
    void readPieces(const Record& record, DraftRow& row);
    void readWeights(const Record& record, DraftRow& row);
    void readBarcode(const Record& record, DraftRow& row);
    bool isPictureOnly(const Record& record) const;
    void findOptionNames();
    void readOptions(const Record& record, DraftRow& row);
    void collectOptions();
    void addAttributes();
    void fillDraft();
    void refuse(DraftRow& row, Field field, const Violation& violation);
    DraftRow& headRow();
    DraftRow* variantRow(qsizetype index);
    void place(const Violation& violation);
    Field textField(const QString& name) const;

    const std::vector<Record>& m_records;
    const Mapping& m_mapping;
    const ProductRows& m_product;
    ProductDraft m_draft;
    QList<DraftRow> m_rows;
    struct OptionName
    {
        QString name;
        int slot; ///< which of the file's options it is
    };
    QList<OptionName> m_options;
};

} // namespace belanjain::imports
