// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/imports/columns.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace belanjain::imports {

enum class Format : quint8 {
    Own,         ///< name, SKU, price, stock, category, weight, barcode, option 1 to 5, description
    Shopify,     ///< with its titles of before 2024 and of now
    WooCommerce, ///< simple, variable and variation rows
    Other,       ///< each column is what the mapping says
};
inline constexpr int formatCount = int(Format::Other) + 1;

enum class Encoding : quint8 {
    Detect, ///< UTF-16 by its mark or its zeros; else UTF-8, field by field Windows-1252 where it is not
    Utf8,
    Utf16, ///< its mark says which; without one little-endian
    Windows1252,
};

/// How numbers are written. Detect takes what can only be meant so: one point or comma before exactly three
/// digits groups thousands, since rupiah have no thousandths.
enum class Numbers : quint8 {
    Detect,
    Comma, ///< 489.708,00
    Point, ///< 489,708.00
};

struct Column
{
    QString title; ///< as in the file
    Field field = Field::Ignored;

    bool operator==(const Column&) const = default;
};

/// How a file of products is to be read.
struct Mapping
{
    Format format = Format::Other;
    Encoding encoding = Encoding::Detect;
    char separator = 0; ///< ',', ';', tab; 0: found in the first row
    Numbers numbers = Numbers::Detect;
    QList<Column> columns; ///< in the file's order

    Field fieldOf(qsizetype column) const { return columns.value(column).field; }
    bool has(Field field) const;

    bool operator==(const Mapping&) const = default;
};

/// Of the last column of a file of wrong rows, which changes nothing of what a file is.
QString reasonsTitle(Language language);

/// What these titles are, with what each column holds.
Mapping recognised(const QStringList& titles);
/// What these titles hold read as this format, whatever they look like.
Mapping mappedAs(Format format, const QStringList& titles);
/// The preset's columns found again by their titles, in any order; what it does not name is Ignored.
Mapping fitted(const Mapping& preset, const QStringList& titles);

/// For saved presets. What is unknown there is left out.
QJsonObject toJson(const Mapping& mapping);
std::optional<Mapping> mappingFromJson(const QJsonObject& json);

} // namespace belanjain::imports
