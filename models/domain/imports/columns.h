// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace belanjain::imports {

/// What a column of a file of products can hold.
enum class Field : quint8 {
    Ignored,
    Group, ///< rows with the same text are one product (Shopify's handle)
    Name,
    Description,
    DescriptionHtml,
    Category,
    CategoryPath, ///< "Clothing > Shirts, Gifts": the last step of the first
    Sku,
    Barcode,
    Price,
    SalePrice, ///< asked instead of the price where it is given
    Stock,
    WeightGrams,
    WeightKilograms,
    WeightPounds,
    Pictures, ///< addresses; never fetched
    Option1,  ///< "Colour: Red", or only "Red" under a title that names the option
    Option2,
    Option3,
    Option4,
    Option5,
    Option1Name,
    Option1Value,
    Option2Name,
    Option2Value,
    Option3Name,
    Option3Value,
    Option4Name,
    Option4Value,
    Option5Name,
    Option5Value,
    // Of WooCommerce
    Id,
    Type,
    Parent,
};
inline constexpr int fieldCount = int(Field::Parent) + 1;

/// The fields of the n-th option, from 0.
Field optionField(int option);
Field optionNameField(int option);
Field optionValueField(int option);
/// Which option a field is of, from 0; nullopt for all others.
std::optional<int> optionOf(Field field);

/// A stable name for presets: "sku", "option2", ….
QString wireName(Field field);
std::optional<Field> parseField(const QString& name);

/// A column's title as it is compared: lower case, without marks and punctuation around its words.
QString titleKey(const QString& title);
/// What a title says by itself, in either language; Ignored when it says nothing known.
Field guessedField(const QString& title);

} // namespace belanjain::imports
