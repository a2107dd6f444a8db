// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/document_words.h"

#include <QHash>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::PrintedDocument;

namespace {

struct Pair
{
    const char16_t* id;
    const char16_t* en;
};

/// In the order of PaperWord.
constexpr Pair words[] = {
    {u"Label pengiriman", u"Shipping label"},
    {u"Faktur", u"Invoice"},
    {u"Surat jalan", u"Packing slip"},
    {u"Daftar ambil", u"Pick list"},
    {u"Penerima", u"Recipient"},
    {u"Kode pos", u"Postcode"},
    {u"Berat", u"Weight"},
    {u"Ongkir", u"Shipping"},
    {u"LUNAS", u"PAID"},
    {u"Pengirim", u"Sender"},
    {u"Isi paket", u"Contents"},
    {u"Pesanan %1", u"Order %1"},
    {u"Dicetak %1", u"Printed %1"},
    {u"Cetak ulang %1", u"Reprint %1"},
    {u"dan %1 barang lain", u"and %1 more items"},
    {u"dan %1 barang lain", u"and %1 more item"},
    {u"Halaman %1 dari %2", u"Page %1 of %2"},
    {u"Nomor", u"Number"},
    {u"Tanggal", u"Date"},
    {u"Pembeli", u"Buyer"},
    {u"Dikirim ke", u"Ship to"},
    {u"Pembayaran", u"Payment"},
    {u"Kurir", u"Courier"},
    {u"Nomor resi", u"Tracking number"},
    {u"Produk", u"Product"},
    {u"SKU", u"SKU"},
    {u"Jumlah", u"Quantity"},
    {u"Harga", u"Price"},
    {u"Total", u"Amount"},
    {u"Subtotal", u"Subtotal"},
    {u"Ongkos kirim", u"Shipping"},
    {u"Potongan", u"Discount"},
    {u"Total", u"Total"},
    {u"%1 barang", u"%1 pieces"},
    {u"%1 barang", u"%1 piece"},
    {u"%1 pesanan", u"%1 orders"},
    {u"%1 pesanan", u"%1 order"},
    {u"Pesanan", u"Orders"},
    {u"tanpa SKU", u"no SKU"},
    {u"Terima kasih sudah berbelanja.", u"Thank you for your order."},
    {u"Centang setiap barang yang masuk ke paket.", u"Tick each item as it goes into the parcel."},
    {u"Belum ada nomor resi: kode ini nomor pesanan.", u"No tracking number yet: this code is the order number."},
};
static_assert(std::size(words) == size_t(PaperWord::NoNumber) + 1);

QString say(const Pair& pair, Language language)
{
    return QString::fromUtf16(language == Language::Indonesian ? pair.id : pair.en);
}

QString known(const QHash<QString, Pair>& pairs, const QString& code, Language language)
{
    const auto found = pairs.constFind(code);
    return found == pairs.cend() ? code : say(*found, language);
}

} // namespace

QString paperWord(PaperWord word, Language language) { return say(words[size_t(word)], language); }

QString paperCount(PaperWord word, qint64 count, Language language)
{
    // Each of the three is followed by its singular.
    const PaperWord counted = count == 1 ? PaperWord(int(word) + 1) : word;
    return paperWord(counted, language).arg(formatCount(count, language));
}

QString documentTitle(PrintedDocument document, Language language)
{
    switch (document) {
    case PrintedDocument::Label:
        return paperWord(PaperWord::Label, language);
    case PrintedDocument::Invoice:
        return paperWord(PaperWord::Invoice, language);
    case PrintedDocument::PackingSlip:
        return paperWord(PaperWord::PackingSlip, language);
    case PrintedDocument::PickList:
        break;
    }
    return paperWord(PaperWord::PickList, language);
}

QString reprintText(int earlier, Language language)
{
    return earlier > 0 ? paperWord(PaperWord::Reprint, language).arg(earlier) : QString();
}

QString pageText(int page, int pages, Language language)
{
    return paperWord(PaperWord::Page, language).arg(page).arg(pages);
}

QString paperPayment(const QString& method, Language language)
{
    static const QHash<QString, Pair> methods{{u"COD"_s, {u"Bayar di tempat", u"Cash on delivery"}},
                                              {u"BANK_TRANSFER"_s, {u"Transfer bank", u"Bank transfer"}},
                                              {u"EWALLET"_s, {u"Dompet digital", u"E-wallet"}},
                                              {u"CARD"_s, {u"Kartu", u"Card"}}};
    return known(methods, method, language);
}

QString paperService(const QString& service, Language language)
{
    static const QHash<QString, Pair> services{{u"HARI_INI"_s, {u"Hari ini", u"Same day"}},
                                               {u"EKSPRES"_s, {u"Ekspres", u"Express"}},
                                               {u"REGULER"_s, {u"Reguler", u"Regular"}},
                                               {u"EKONOMI"_s, {u"Ekonomi", u"Economy"}},
                                               {u"KARGO"_s, {u"Kargo", u"Cargo"}}};
    return known(services, service, language);
}

QString paperWeight(qint64 grams, Language language)
{
    if (grams <= 0)
        return {};
    if (grams < 1'000)
        return u"%1 g"_s.arg(grams);
    // A tenth of a kilogram more rather than less: couriers round up.
    const qint64 tenths = (grams + 99) / 100;
    const QString whole = formatCount(tenths / 10, language);
    if (tenths % 10 == 0)
        return u"%1 kg"_s.arg(whole);
    return u"%1%2%3 kg"_s.arg(whole, language == Language::Indonesian ? u","_s : u"."_s).arg(tenths % 10);
}

} // namespace belanjain::ui
