// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTranslator>

namespace belanjain::tests
{

/// The stock page's words in Indonesian for tests and pictures that switch the language, whatever the
/// translation files hold.
class IndonesianWords : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    QString translate(const char*, const char* source, const char*, int) const override
    {
        static const QHash<QByteArray, const char*> words{
            {"en", "id"},
            {"Stock", "Stok"},
            {"New product", "Produk baru"},
            {"Search name, SKU or barcode", "Cari nama, SKU, atau barcode"},
            {"All categories", "Semua kategori"},
            {"Active", "Aktif"},
            {"All stock levels", "Semua tingkat stok"},
            {"Columns", "Kolom"},
            {"Product", "Produk"},
            {"Variant", "Varian"},
            {"Single", "Tunggal"},
            {"Category", "Kategori"},
            {"Price", "Harga"},
            {"On hand", "Fisik"},
            {"Reserved", "Dipesan"},
            {"Available", "Tersedia"},
            {"Low below", "Batas"},
            {"Sync", "Sinkron"},
            {"Low", "Menipis"},
            {"Out of stock", "Habis"},
            {"Waiting", "Menunggu"},
            {"Rejected", "Ditolak"},
            {"saves", "simpan"},
            {"%1 variants in %2", "%1 varian di %2"},
            {"%1 of %2 variants in %3", "%1 dari %2 varian di %3"},
            {"No variants yet", "Belum ada varian"},
            {"%1 variants are low", "%1 varian menipis"},
            {"%1 and %2.", "%1 dan %2."},
            {"%1 out of stock", "%1 habis"},
            {"The next orders may have to wait.", "Pesanan berikutnya bisa tertahan."},
            {"Show %1 variants", "Tampilkan %1 varian"},
            {"%1 variants selected", "%1 varian dipilih"},
            {"Add stock…", "Tambah stok…"},
            {"Set to zero", "Kosongkan"},
            {"Change price…", "Ubah harga…"},
            {"Clear selection", "Batalkan pilihan"},
            {"Change %1 was rejected.", "Perubahan %1 ditolak."},
            {"Only %1 were available when this was sent.", "Saat dikirim, hanya %1 tersedia."},
            {"Change to %1", "Ubah menjadi %1"},
            {"Try again", "Coba lagi"},
            {"Discard change", "Buang perubahan"},
            {"Start with one product", "Mulai dari satu produk"},
            {"Stock and prices are saved on this computer at once, also without internet.",
             "Stok dan harga langsung tersimpan di komputer ini, juga tanpa internet."},
            {"Create a product", "Buat produk"},
            {"Name, category, price and opening stock", "Nama, kategori, harga, dan stok awal"},
            {"Nothing found", "Tidak ada yang cocok"},
        };
        const auto found = words.constFind(QByteArray(source));
        return found == words.constEnd() ? QString() : QString::fromUtf8(*found);
    }
};

} // namespace belanjain::tests
