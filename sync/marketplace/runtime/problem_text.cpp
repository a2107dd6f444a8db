// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/problem_text.h"

#include <array>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

struct Text
{
    const char16_t* code;
    const char16_t* indonesian;
    const char16_t* english;
};

constexpr std::array texts{
    Text{u"malformed_json", u"Isi permintaan bukan JSON yang benar.", u"The body is not well-formed JSON."},
    Text{u"invalid_request", u"Ada bagian yang belum diisi atau tidak sesuai.",
         u"Something is missing or is not what it should be."},
    Text{u"unauthorized", u"Silakan masuk dulu.", u"Please sign in first."},
    Text{u"bad_credentials", u"E-mail atau kata sandi tidak cocok.", u"E-mail and password do not match."},
    Text{u"token_reused", u"Sesi ini diakhiri demi keamanan. Silakan masuk lagi.",
         u"This session was ended for safety. Please sign in again."},
    Text{u"invalid_token", u"Sesi Anda sudah berakhir. Silakan masuk lagi.", u"Your session has ended. Please sign in again."},
    Text{u"account_locked", u"Akun ini dikunci. Hubungi pengelola.", u"This account is locked. Please contact the operator."},
    Text{u"forbidden", u"Anda tidak berhak melakukan ini.", u"You may not do this."},
    Text{u"not_found", u"Yang Anda cari tidak ada.", u"What you look for does not exist."},
    Text{u"method_not_allowed", u"Cara ini tidak berlaku di alamat ini.", u"This method does not apply here."},
    Text{u"email_taken", u"Alamat e-mail ini sudah dipakai.", u"This e-mail address is already in use."},
    Text{u"precondition_failed", u"Data sudah berubah sejak Anda membacanya.", u"The data has changed since you read it."},
    Text{u"idempotency_mismatch", u"Kunci permintaan ini sudah dipakai untuk isi yang lain.",
         u"This idempotency key was used with another body."},
    Text{u"idempotency_in_progress", u"Permintaan yang sama sedang dikerjakan.", u"The same request is still under way."},
    Text{u"idempotency_key_required", u"Permintaan ini memerlukan Idempotency-Key.", u"This call needs an Idempotency-Key."},
    Text{u"invalid_idempotency_key", u"Idempotency-Key paling panjang 200 karakter dan tidak kosong.",
         u"An Idempotency-Key has 1 to 200 characters."},
    Text{u"throttled", u"Terlalu banyak percobaan. Coba lagi sebentar lagi.", u"Too many attempts. Please try again in a while."},
    Text{u"unavailable", u"Server sedang sibuk. Coba lagi sebentar lagi.", u"The server is busy. Please try again in a moment."},
    Text{u"draining", u"Server sedang dimatikan. Coba lagi sebentar lagi.",
         u"The server is shutting down. Please try again in a moment."},
    Text{u"conflict", u"Ini bertentangan dengan keadaan data sekarang.", u"This conflicts with the data as it is now."},
    Text{u"out_of_stock", u"Stok sebagian barang tidak cukup. Tidak ada yang berubah.",
         u"Some items are short of stock. Nothing has changed."},
    Text{u"total_changed", u"Total belanja sudah berubah. Periksa lagi keranjang Anda.",
         u"The total has changed. Please look at your cart again."},
    Text{u"empty_cart", u"Keranjang Anda kosong.", u"Your cart is empty."},
    Text{u"not_for_sale", u"Sebagian barang tidak dijual lagi. Tidak ada yang berubah.",
         u"Some items are no longer for sale. Nothing has changed."},
    Text{u"service_not_offered", u"Layanan pengiriman ini tidak tersedia untuk alamat tersebut.",
         u"This shipping service is not offered to that address."},
    Text{u"illegal_transition", u"Pesanan tidak dapat dipindahkan ke status itu.", u"The order cannot go to that status."},
    Text{u"resync_required", u"Data di komputer ini perlu diunduh ulang seluruhnya.",
         u"This computer needs to download all data again."},
    Text{u"schema_unsupported", u"Server dan program Anda tidak memakai versi yang sama. Perbarui yang lebih lama; perubahan Anda tetap tersimpan.",
         u"The server and your program speak different versions. Please update the older one; your changes are kept."},
    Text{u"seq_gap", u"Ada perubahan sebelumnya yang belum sampai.", u"Earlier changes have not arrived."},
    Text{u"seq_mismatch", u"Perubahan ini sudah pernah dikirim dengan isi lain.",
         u"This change was sent before with another content."},
    Text{u"too_many_ops", u"Terlalu banyak perubahan dalam satu kiriman.", u"Too many changes in one push."},
    Text{u"unknown_op", u"Server ini belum mengenal perubahan tersebut. Perbarui server untuk memakainya.",
         u"This server does not know this kind of change yet. Update the server to use it."},
    Text{u"failed", u"Server tidak dapat menyimpan perubahan ini.", u"The server could not keep this change."},
    Text{u"overwritten", u"Isian ini juga diubah di tempat lain. Isian Anda yang berlaku.",
         u"This was also changed elsewhere. Your text is the one in force."},
    Text{u"archived", u"Produk ini sudah diarsipkan di tempat lain. Perubahan Anda disimpan, produk tetap diarsipkan.",
         u"This product was archived elsewhere. Your change is kept and the product stays archived."},
    Text{u"otp_required", u"Masukkan kode dari aplikasi autentikator Anda.", u"Please enter the code from your authenticator app."},
    Text{u"otp_invalid", u"Kode itu tidak berlaku. Tunggu kode berikutnya atau pakai kode pemulihan.",
         u"This code is not valid. Wait for the next one or use a recovery code."},
    Text{u"two_factor_on", u"Verifikasi dua langkah sudah aktif.", u"Two-step verification is already on."},
    Text{u"two_factor_off", u"Verifikasi dua langkah tidak aktif.", u"Two-step verification is not on."},
    Text{u"two_factor_not_begun", u"Mulai dulu pemasangan verifikasi dua langkah.",
         u"Begin setting up two-step verification first."},
    Text{u"unsupported_image", u"Gambar harus JPEG atau PNG.", u"A picture has to be JPEG or PNG."},
    Text{u"undecodable_image", u"Gambar ini rusak atau tidak dapat dibaca.", u"This picture is damaged or cannot be read."},
    Text{u"too_many_pixels", u"Gambar ini lebih besar dari 30 megapiksel. Perkecil dulu.",
         u"This picture has more than 30 megapixels. Make it smaller first."},
    Text{u"not_its_images", u"Daftar ini harus berisi semua gambar produk, masing-masing sekali.",
         u"The list has to hold each of the product's images exactly once."},
    Text{u"image_missing", u"Gambar ini belum sampai di server. Unggah dulu.",
         u"This picture is not on the server. Upload it first."},
    Text{u"stale_options",
         u"Pilihan atau varian produk ini sudah diubah di tempat lain. Lihat dulu yang sekarang, lalu ulangi.",
         u"The options or variants of this product were changed elsewhere. Look at them first, then do it again."},
    Text{u"not_purchased", u"Ulasan dapat ditulis setelah pesanan Anda dengan produk ini selesai.",
         u"You can write a review once an order of yours with this product has been delivered."},
    Text{u"range_reversed", u"Tanggal awal jatuh setelah tanggal akhir.", u"The first day is after the last."},
    Text{u"range_too_long", u"Rentang ini lebih dari 1.000 titik. Pilih rentang lebih pendek, atau minggu atau bulan.",
         u"This range has more than 1,000 points. Choose a shorter one, or weeks or months."},
    Text{u"already_reviewed", u"Anda sudah menulis ulasan untuk produk ini.", u"You have reviewed this product already."},
    Text{u"wrong_password", u"Kata sandi sekarang tidak cocok.", u"The current password does not match."},
};

const char16_t* ofStatus(int status, bool english)
{
    switch (status) {
    case 400:
        return english ? u"The request could not be understood." : u"Permintaan tidak dapat dipahami.";
    case 401:
        return english ? u"Please sign in first." : u"Silakan masuk dulu.";
    case 403:
        return english ? u"You may not do this." : u"Anda tidak berhak melakukan ini.";
    case 404:
        return english ? u"What you look for does not exist." : u"Yang Anda cari tidak ada.";
    case 408:
        return english ? u"The request took too long to arrive." : u"Permintaan terlalu lama sampai.";
    case 413:
        return english ? u"The body is too large." : u"Isi permintaan terlalu besar.";
    case 415:
        return english ? u"This media type is not accepted here." : u"Jenis isi ini tidak diterima di sini.";
    case 429:
        return english ? u"Too many requests. Please try again in a while."
                       : u"Terlalu banyak permintaan. Coba lagi sebentar lagi.";
    case 431:
        return english ? u"The header is too large." : u"Kepala permintaan terlalu besar.";
    case 501:
        return english ? u"This is not supported." : u"Ini tidak didukung.";
    case 503:
        return english ? u"The server is busy. Please try again in a moment."
                       : u"Server sedang sibuk. Coba lagi sebentar lagi.";
    default:
        break;
    }
    if (status >= 500)
        return english ? u"Something went wrong on the server. It has been noted." : u"Ada yang salah di server. Sudah dicatat.";
    return english ? u"The request was refused." : u"Permintaan ditolak.";
}

} // namespace

QString problemText(int status, const QString& code, Language language)
{
    const bool english = language == Language::English;
    for (const Text& text : texts) {
        if (code == QStringView(text.code))
            return QStringView(english ? text.english : text.indonesian).toString();
    }
    return QStringView(ofStatus(status, english)).toString();
}

} // namespace belanjain::marketplace
