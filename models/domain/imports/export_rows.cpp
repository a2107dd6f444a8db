// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/export_rows.h"

#include "domain/imports/plain_text.h"

#include <algorithm>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

constexpr int fewestOptionColumns = 3;
constexpr int mostOptionColumns = 5;
constexpr int shopifyOptions = 3;

QString valueOf(const ExportVariant& variant, const QString& name)
{
    for (const OptionValue& option : variant.options) {
        if (option.name == name)
            return option.value;
    }
    return {};
}

/// Shopify has three options; what a product has beyond them is joined to the third.
QStringList namesForShopify(const QList<Option>& options)
{
    QStringList names;
    for (const Option& option : options) {
        if (names.size() < shopifyOptions)
            names.append(option.name);
        else
            names.last() += u" / "_s + option.name;
    }
    return names;
}

QStringList valuesForShopify(const QList<Option>& options, const ExportVariant& variant)
{
    QStringList values;
    for (const Option& option : options) {
        if (values.size() < shopifyOptions)
            values.append(valueOf(variant, option.name));
        else
            values.last() += u" / "_s + valueOf(variant, option.name);
    }
    return values;
}

} // namespace

ExportRows::ExportRows(ExportLayout layout, Language language, int optionColumns)
    : m_layout(layout)
    , m_language(language)
    , m_optionColumns(std::clamp(optionColumns, fewestOptionColumns, mostOptionColumns))
{}

QList<ExportColumn> ExportRows::columns() const
{
    if (m_layout == ExportLayout::Shopify) {
        QList<ExportColumn> columns;
        for (const auto& title :
             {u"Handle"_s, u"Title"_s, u"Body (HTML)"_s, u"Vendor"_s, u"Type"_s, u"Tags"_s, u"Published"_s,
              u"Option1 Name"_s, u"Option1 Value"_s, u"Option2 Name"_s, u"Option2 Value"_s, u"Option3 Name"_s,
              u"Option3 Value"_s, u"Variant SKU"_s, u"Variant Grams"_s, u"Variant Inventory Tracker"_s,
              u"Variant Inventory Qty"_s, u"Variant Inventory Policy"_s, u"Variant Fulfillment Service"_s,
              u"Variant Price"_s, u"Variant Requires Shipping"_s, u"Variant Taxable"_s, u"Variant Barcode"_s,
              u"Gift Card"_s, u"Variant Weight Unit"_s, u"Status"_s}) {
            columns.append({.title = title,
                            .number = title == u"Variant Grams"_s || title == u"Variant Inventory Qty"_s ||
                                      title == u"Variant Price"_s});
        }
        return columns;
    }
    const bool english = m_language == Language::English;
    QList<ExportColumn> columns{{english ? u"Name"_s : u"Nama"_s, 40},
                                {u"SKU"_s, 20},
                                {english ? u"Price"_s : u"Harga"_s, 12, true},
                                {english ? u"Stock"_s : u"Stok"_s, 10, true},
                                {english ? u"Category"_s : u"Kategori"_s, 18},
                                {english ? u"Weight (g)"_s : u"Berat (g)"_s, 10, true},
                                {u"Barcode"_s, 16}};
    for (int i = 0; i < m_optionColumns; ++i)
        columns.append({(english ? u"Option %1"_s : u"Opsi %1"_s).arg(i + 1), 16});
    columns.append({english ? u"Description"_s : u"Deskripsi"_s, 60});
    return columns;
}

QList<QStringList> ExportRows::rows(const ExportProduct& product)
{
    if (m_layout == ExportLayout::Shopify)
        return shopifyRows(product);
    QList<QStringList> rows;
    for (const ExportVariant& variant : product.variants)
        rows.append(ownRow(product, variant));
    return rows;
}

QStringList ExportRows::ownRow(const ExportProduct& product, const ExportVariant& variant) const
{
    QStringList row{product.name,
                    variant.sku,
                    QString::number(variant.price.rupiah),
                    QString::number(variant.available),
                    product.category,
                    QString::number(variant.weightGrams),
                    variant.barcode};
    for (int i = 0; i < m_optionColumns; ++i) {
        const Option option = product.options.value(i);
        row.append(option.name.isEmpty() ? QString() : option.name + u": "_s + valueOf(variant, option.name));
    }
    row.append(product.description);
    return row;
}

QList<QStringList> ExportRows::shopifyRows(const ExportProduct& product)
{
    const QString handle = freeHandle(product.name);
    QStringList names = namesForShopify(product.options);
    const bool plain = names.isEmpty();
    if (plain)
        names.append(u"Title"_s);
    QList<QStringList> rows;
    for (const ExportVariant& variant : product.variants) {
        const bool first = rows.isEmpty();
        const QStringList values = plain ? QStringList{u"Default Title"_s} : valuesForShopify(product.options, variant);
        const auto once = [first](const QString& text) { return first ? text : QString(); };
        QStringList row{handle,
                        once(product.name),
                        once(htmlOf(product.description)),
                        QString(),
                        once(product.category),
                        QString(),
                        once(u"TRUE"_s)};
        for (int i = 0; i < shopifyOptions; ++i)
            row << once(names.value(i)) << values.value(i);
        row << variant.sku << QString::number(variant.weightGrams) << u"shopify"_s << QString::number(variant.available)
            << u"deny"_s << u"manual"_s << QString::number(variant.price.rupiah) << u"TRUE"_s << u"TRUE"_s
            << variant.barcode << once(u"FALSE"_s) << u"g"_s << once(u"active"_s);
        rows.append(row);
    }
    return rows;
}

QString ExportRows::freeHandle(const QString& name)
{
    QString slug;
    for (const QChar c : name.normalized(QString::NormalizationForm_D)) {
        if (c.isLetterOrNumber())
            slug += c.toLower();
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    if (slug.isEmpty())
        slug = u"product"_s;
    QString handle = slug;
    for (int number = 2; m_handles.contains(handle); ++number)
        handle = u"%1-%2"_s.arg(slug).arg(number);
    m_handles.insert(handle);
    return handle;
}

} // namespace belanjain::imports
