// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/product.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace belanjain::imports {

/// A variant as it is exported, with what is available of it.
struct ExportVariant
{
    QString sku;
    QString barcode;
    QList<OptionValue> options;
    Money price;
    qint64 available = 0;
    qint32 weightGrams = 0;
};

struct ExportProduct
{
    QString name;
    QString description;
    QString category;
    QList<Option> options;
    QList<ExportVariant> variants;
};

struct ExportColumn
{
    QString title;
    int width = 14;
    bool number = false; ///< its cells are whole numbers
};

enum class ExportLayout : quint8 { Own, Shopify };

/// Writes products as rows that the import of the same format reads back to the same.
class ExportRows
{
public:
    /// optionColumns: as many as some product has options; the own format alone looks at it.
    ExportRows(ExportLayout layout, Language language, int optionColumns);

    QList<ExportColumn> columns() const;
    /// A row for each variant. Text is as it is; making it harmless is the writer's.
    QList<QStringList> rows(const ExportProduct& product);

private:
    QStringList ownRow(const ExportProduct& product, const ExportVariant& variant) const;
    QList<QStringList> shopifyRows(const ExportProduct& product);
    QString freeHandle(const QString& name);

    ExportLayout m_layout;
    Language m_language;
    int m_optionColumns;
    QSet<QString> m_handles;
};

} // namespace belanjain::imports
