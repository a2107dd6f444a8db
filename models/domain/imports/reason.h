// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/csv/csv_reader.h"
#include "domain/format.h"
#include "domain/imports/columns.h"
#include "domain/violation.h"

#include <QString>
#include <QStringList>

namespace belanjain::imports {

/// Why a row does not go in.
struct Reason
{
    enum class Kind : quint8 {
        Rule,             ///< the product's validator refuses it: violation
        UnknownType,      ///< WooCommerce: grouped, external, …
        ParentMissing,    ///< WooCommerce: a variation of a product that is not in the file
        OtherRow,         ///< args: the line of another row of the same product that is wrong
        KnownProduct,     ///< args: a product of the store's that would get one more variant
        SkuTwice,         ///< args: the line that has the SKU already
        SameProduct,      ///< args: the line of the row that is the same product without options
        NoParts,          ///< WooCommerce: a variable product without variations
    };

    Kind kind = Kind::Rule;
    QString column; ///< its title in the file; empty when no column is to blame
    QString value;  ///< as it stands there
    Violation violation;
    QStringList args;

    bool operator==(const Reason&) const = default;
};

/// What somebody should know of a row that goes in.
struct Note
{
    enum class Kind : quint8 {
        PicturesNotFetched, ///< number: how many
        BarcodeDamaged,     ///< a spreadsheet made 3.65275E+11 of it; it is left out
        NoStock,            ///< the file says nothing of its stock: 0
        BroughtBack,        ///< the product is archived and is restored
    };

    Kind kind = Kind::PicturesNotFetched;
    int number = 0;

    bool operator==(const Note&) const = default;
};

/// One or two sentences, naming column and value.
QString reasonText(const Reason& reason, Language language);
QString noteText(const Note& note, Language language);
/// Why a file cannot be read as a table at all.
QString fileProblemText(const csv::Error& error, Language language);
/// What people call a field.
QString fieldText(Field field, Language language);

} // namespace belanjain::imports
