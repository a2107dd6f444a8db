// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/reason.h"

#include "domain/violation_text.h"

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype longestValue = 60;

QString in(Language language, const QString& english, const QString& indonesian)
{
    return language == Language::English ? english : indonesian;
}

QString sentence(const Reason& reason, Language language)
{
    const QString first = reason.args.value(0);
    switch (reason.kind) {
    case Reason::Kind::Rule:
        return ruleText(reason.violation, language);
    case Reason::Kind::UnknownType:
        return in(language, u"Products of this type cannot be sold here."_s,
                  u"Produk jenis ini tidak dapat dijual di sini."_s);
    case Reason::Kind::ParentMissing:
        return in(language, u"The product this variant belongs to is not in the file."_s,
                  u"Produk induk varian ini tidak ada di dalam file."_s);
    case Reason::Kind::OtherRow:
        return in(language, u"Line %1 of the same product is wrong, so the product stays out as a whole."_s,
                  u"Baris %1 dari produk yang sama salah, jadi seluruh produk tidak ikut masuk."_s)
            .arg(first);
    case Reason::Kind::KnownProduct:
        return in(language, u"“%1” is in your store already, and variants cannot be added to it by import."_s,
                  u"“%1” sudah ada di toko Anda, dan varian tidak dapat ditambahkan lewat impor."_s)
            .arg(first);
    case Reason::Kind::SkuTwice:
        return in(language, u"Line %1 has this SKU already."_s, u"Baris %1 sudah memakai SKU ini."_s).arg(first);
    case Reason::Kind::SameProduct:
        return in(language, u"Line %1 is the same product, and no option tells them apart."_s,
                  u"Baris %1 adalah produk yang sama, dan tidak ada opsi yang membedakannya."_s)
            .arg(first);
    case Reason::Kind::NoParts:
        return in(language, u"The file has no variations of this product."_s,
                  u"Tidak ada variasi produk ini di dalam file."_s);
    }
    return {};
}

} // namespace

QString reasonText(const Reason& reason, Language language)
{
    const QString text = sentence(reason, language);
    if (reason.column.isEmpty())
        return text;
    QString value = reason.value.simplified();
    if (value.size() > longestValue)
        value = value.left(longestValue - 1) + u'…';
    if (value.isEmpty())
        return u"%1: %2"_s.arg(reason.column, text);
    return QStringList{reason.column, u" “"_s, value, u"”: "_s, text}.join(QString());
}

QString noteText(const Note& note, Language language)
{
    switch (note.kind) {
    case Note::Kind::PicturesNotFetched:
        if (note.number == 1)
            return in(language, u"1 picture not fetched: add it in the product editor."_s,
                      u"1 gambar tidak diambil: tambahkan lewat editor produk."_s);
        return in(language, u"%1 pictures not fetched: add them in the product editor."_s,
                  u"%1 gambar tidak diambil: tambahkan lewat editor produk."_s)
            .arg(note.number);
    case Note::Kind::BarcodeDamaged:
        return in(language, u"Barcode left out: a spreadsheet has cut its digits."_s,
                  u"Barcode tidak dipakai: angkanya terpotong oleh aplikasi spreadsheet."_s);
    case Note::Kind::NoStock:
        return in(language, u"The file names no stock: it starts at 0."_s,
                  u"File tidak menyebut stok: mulai dari 0."_s);
    case Note::Kind::BroughtBack:
        return in(language, u"The product is archived and comes back on sale."_s,
                  u"Produk ini diarsipkan dan akan dijual kembali."_s);
    }
    return {};
}

QString fileProblemText(const csv::Error& error, Language language)
{
    const auto at = [&](const QString& english, const QString& indonesian) {
        return in(language, u"Line %1: "_s + english, u"Baris %1: "_s + indonesian).arg(error.line);
    };
    switch (error.code) {
    case csv::ErrorCode::UnterminatedQuote:
        return at(u"a quotation mark opens here and is never closed."_s,
                  u"tanda kutip dibuka di sini dan tidak pernah ditutup."_s);
    case csv::ErrorCode::TextAfterQuote:
        return at(u"text follows a closing quotation mark. Is the separator right?"_s,
                  u"ada teks setelah tanda kutip penutup. Apakah pemisahnya benar?"_s);
    case csv::ErrorCode::FieldTooLong:
    case csv::ErrorCode::RowTooLong:
        return at(u"this row is too long to be one of a table of products."_s,
                  u"baris ini terlalu panjang untuk tabel produk."_s);
    case csv::ErrorCode::TooManyColumns:
        return at(u"this row has too many columns."_s, u"baris ini memiliki terlalu banyak kolom."_s);
    case csv::ErrorCode::NotUtf8:
        return at(u"this text is not UTF-8. Choose another encoding."_s,
                  u"teks ini bukan UTF-8. Pilih pengodean lain."_s);
    case csv::ErrorCode::NotText:
        return in(language, u"This is not a CSV file. Save your spreadsheet as CSV first."_s,
                  u"Ini bukan file CSV. Simpan dulu spreadsheet Anda sebagai CSV."_s);
    }
    return {};
}

QString fieldText(Field field, Language language)
{
    if (const auto option = optionOf(field)) {
        const QString number = QString::number(*option + 1);
        if (field <= Field::Option5)
            return in(language, u"Option %1"_s, u"Opsi %1"_s).arg(number);
        return (int(field) - int(Field::Option1Name)) % 2 == 0
                   ? in(language, u"Option %1: its name"_s, u"Opsi %1: namanya"_s).arg(number)
                   : in(language, u"Option %1: its value"_s, u"Opsi %1: nilainya"_s).arg(number);
    }
    switch (field) {
    case Field::Ignored:
        return in(language, u"Leave out"_s, u"Abaikan"_s);
    case Field::Group:
        return in(language, u"Product group (handle)"_s, u"Kelompok produk (handle)"_s);
    case Field::Name:
        return in(language, u"Name"_s, u"Nama"_s);
    case Field::Description:
        return in(language, u"Description"_s, u"Deskripsi"_s);
    case Field::DescriptionHtml:
        return in(language, u"Description (HTML)"_s, u"Deskripsi (HTML)"_s);
    case Field::Category:
        return in(language, u"Category"_s, u"Kategori"_s);
    case Field::CategoryPath:
        return in(language, u"Category path (a > b)"_s, u"Jalur kategori (a > b)"_s);
    case Field::Sku:
        return u"SKU"_s;
    case Field::Barcode:
        return in(language, u"Barcode"_s, u"Kode batang"_s);
    case Field::Price:
        return in(language, u"Price"_s, u"Harga"_s);
    case Field::SalePrice:
        return in(language, u"Sale price"_s, u"Harga promo"_s);
    case Field::Stock:
        return in(language, u"Stock"_s, u"Stok"_s);
    case Field::WeightGrams:
        return in(language, u"Weight (g)"_s, u"Berat (g)"_s);
    case Field::WeightKilograms:
        return in(language, u"Weight (kg)"_s, u"Berat (kg)"_s);
    case Field::WeightPounds:
        return in(language, u"Weight (lb)"_s, u"Berat (lb)"_s);
    case Field::Pictures:
        return in(language, u"Pictures"_s, u"Gambar"_s);
    case Field::Id:
        return u"ID (WooCommerce)"_s;
    case Field::Type:
        return in(language, u"Type (WooCommerce)"_s, u"Jenis (WooCommerce)"_s);
    case Field::Parent:
        return in(language, u"Parent (WooCommerce)"_s, u"Induk (WooCommerce)"_s);
    default:
        return {};
    }
}

} // namespace belanjain::imports
