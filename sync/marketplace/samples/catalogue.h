// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/money.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What the sample readers make of their files: plain values, no ids, nothing of the database. Everything is
/// a function of the file's content, so that two runs give the same shops.
namespace belanjain::marketplace::samples {

/// Why a sample file could not be read; in English, for logs and the command line.
struct SampleError
{
    QString message;
};

struct SampleReview
{
    int rating = 0;  ///< 1 to 5
    QString text;    ///< may be empty when nothing legible was written
    QString author;  ///< an invented name; the source is anonymous
    int daysAgo = 0; ///< invented, 2 to 400: the source has no dates
};

struct SampleOption
{
    QString name; ///< "Warna", "Ukuran", "Tipe"
    QStringList values;
};

struct SampleSpecification
{
    QString label;
    QString value;
};

struct SampleVariant
{
    QString sku;     ///< unique in its store, A-Z 0-9 and "-"
    QString barcode; ///< EAN-13 of the range for internal use (prefix 2), or empty; unique in all stores
    QStringList optionValues; ///< parallel to the product's options; empty for a product without
    Money price;
    int weightGrams = 0;
    int onHand = 0;
    std::optional<int> lowStockThreshold; ///< the store's own applies without one
};

struct SampleProduct
{
    QString sourceName; ///< as the file has it; unique in the file
    QString name;       ///< cleaned, without the part that became an option
    QString description;
    QString category;     ///< Indonesian display name, one of categories()
    int ratingTenths = 0; ///< 49 is 4.9; 0 when nobody rated
    qint64 sold = 0;
    qint64 reviewCount = 0; ///< as the source counts; `reviews` holds only those the file has
    QString photo;          ///< file name below the pack's images/, or empty
    QList<SampleOption> options;
    QList<SampleSpecification> specifications;
    QList<SampleVariant> variants; ///< at least one
    QList<SampleReview> reviews;
};

struct SampleStore
{
    QString name;     ///< "Toko Jakarta Barat"
    QString location; ///< "Jakarta Barat"
    QString description;
    QList<SampleProduct> products;
};

} // namespace belanjain::marketplace::samples
