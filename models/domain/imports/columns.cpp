// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/columns.h"

#include <QHash>

#include <array>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

constexpr std::array<const char*, fieldCount> names{
    "ignored",      "group",        "name",         "description",  "descriptionHtml", "category",
    "categoryPath", "sku",          "barcode",      "price",        "salePrice",       "stock",
    "weightGrams",  "weightKilograms", "weightPounds", "pictures",  "option1",         "option2",
    "option3",      "option4",      "option5",      "option1Name",  "option1Value",    "option2Name",
    "option2Value", "option3Name",  "option3Value", "option4Name",  "option4Value",    "option5Name",
    "option5Value", "id",           "type",         "parent"};

QHash<QString, Field> synonyms()
{
    const std::initializer_list<std::pair<Field, const char*>> lists{
        {Field::Name, "name|nama|nama produk|nama barang|product name|product|produk|title|judul"},
        {Field::Sku, "sku|kode sku|kode produk|kode barang|product code|item code|seller sku"},
        {Field::Price, "price|harga|harga jual|harga rp|price rp|harga satuan|unit price|selling price"},
        {Field::Stock, "stock|stok|qty|quantity|jumlah|jumlah stok|available|tersedia|inventory"},
        {Field::Category, "category|kategori|product category|kategori produk"},
        {Field::WeightGrams, "weight|berat|weight g|berat g|berat gram|weight grams|weight gram"},
        {Field::WeightKilograms, "weight kg|berat kg"},
        {Field::WeightPounds, "weight lbs|weight lb"},
        {Field::Barcode, "barcode|kode batang|ean|gtin|upc|ean13"},
        {Field::Description, "description|deskripsi|keterangan|deskripsi produk|product description"},
        {Field::Group, "handle|url handle|product group|grup"},
        {Field::Pictures, "image|images|picture|pictures|gambar|foto|image url|image src"},
    };
    QHash<QString, Field> known;
    for (const auto& [field, list] : lists) {
        for (const QString& title : QString::fromUtf8(list).split(u'|'))
            known.insert(title, field);
    }
    for (int i = 0; i < 5; ++i) {
        for (const auto& word : {u"option %1"_s, u"opsi %1"_s, u"option%1"_s, u"varian %1"_s, u"variant %1"_s})
            known.insert(word.arg(i + 1), optionField(i));
    }
    return known;
}

} // namespace

Field optionField(int option) { return Field(int(Field::Option1) + option); }
Field optionNameField(int option) { return Field(int(Field::Option1Name) + 2 * option); }
Field optionValueField(int option) { return Field(int(Field::Option1Value) + 2 * option); }

std::optional<int> optionOf(Field field)
{
    if (field >= Field::Option1 && field <= Field::Option5)
        return int(field) - int(Field::Option1);
    if (field >= Field::Option1Name && field <= Field::Option5Value)
        return (int(field) - int(Field::Option1Name)) / 2;
    return {};
}

QString wireName(Field field) { return QString::fromLatin1(names[std::size_t(field)]); }

std::optional<Field> parseField(const QString& name)
{
    for (int i = 0; i < fieldCount; ++i) {
        if (name == QLatin1StringView(names[std::size_t(i)]))
            return Field(i);
    }
    return {};
}

QString titleKey(const QString& title)
{
    QString key;
    for (const QChar c : title) {
        if (c.isLetterOrNumber())
            key += c.toLower();
        else if (!key.isEmpty() && !key.endsWith(u' '))
            key += u' ';
    }
    return key.trimmed();
}

Field guessedField(const QString& title)
{
    const static QHash<QString, Field> known = synonyms();
    return known.value(titleKey(title), Field::Ignored);
}

} // namespace belanjain::imports
