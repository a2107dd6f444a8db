// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/violation_text.h"

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

// Puts a violation's args into a sentence of the language asked for.
class Sentence
{
public:
    Sentence(const QStringList& args, Language language)
        : m_args(args)
        , m_language(language)
    {}

    QString say(const char16_t* indonesian, const char16_t* english) const
    {
        return QString::fromUtf16(m_language == Language::English ? english : indonesian);
    }

    bool has(qsizetype i) const { return i < m_args.size() && !m_args[i].isEmpty(); }
    QString text(qsizetype i) const { return m_args.value(i); }

    QString number(qsizetype i) const
    {
        bool isNumber = false;
        const qint64 value = m_args.value(i).toLongLong(&isNumber);
        return isNumber ? formatCount(value, m_language) : m_args.value(i);
    }

    QString rupiah(qsizetype i) const
    {
        bool isNumber = false;
        const qint64 value = m_args.value(i).toLongLong(&isNumber);
        return isNumber ? formatRupiah({value}) : m_args.value(i);
    }

    QString status(const QString& wire) const
    {
        const auto known = parseOrderStatus(wire);
        return known ? statusText(*known, m_language) : wire;
    }

    QString statuses(const QString& wires) const
    {
        QStringList names;
        for (const QString& wire : wires.split(u',', Qt::SkipEmptyParts))
            names += status(wire);
        return names.join(u", "_s);
    }

private:
    const QStringList& m_args;
    Language m_language;
};

QString skuTaken(const Sentence& s)
{
    const QString who = s.has(0)
                            ? s.say(u"SKU ini sudah dipakai %1.", u"%1 already uses this SKU.").arg(s.text(0))
                            : s.say(u"SKU ini sudah dipakai varian lain di toko Anda.",
                                    u"Another variant in your store already uses this SKU.");
    return s.has(1) ? who + s.say(u" Yang masih bebas: %1.", u" This one is free: %1.").arg(s.text(1)) : who;
}

QString illegalTransition(const Sentence& s)
{
    if (!s.has(1))
        return s.say(u"Pesanan ini tidak bisa diubah ke status itu.", u"This order cannot take that status.");
    const QString from = s.status(s.text(0));
    const QString to = s.status(s.text(1));
    const QString refused =
        from == to
            ? s.say(u"Pesanan ini sudah berstatus %1.", u"This order is already %1.").arg(from)
            : s.say(u"Pesanan berstatus %1 tidak bisa menjadi %2.", u"An order that is %1 cannot become %2.")
                  .arg(from, to);
    return s.has(2)
               ? refused + s.say(u" Berikutnya bisa: %1.", u" It can become: %1.").arg(s.statuses(s.text(2)))
               : refused + s.say(u" Status itu sudah akhir.", u" That status is final.");
}

QString outOfStock(const Sentence& s)
{
    if (!s.has(0))
        return s.say(u"Stok tidak cukup.", u"There is not enough stock.");
    if (s.text(0) == u"0")
        return s.say(u"Stok sudah habis.", u"This is out of stock.");
    return s.say(u"Hanya %1 tersedia.", u"Only %1 available.").arg(s.number(0));
}

QString outOfRange(const Sentence& s)
{
    return s.has(1) ? s.say(u"Isi dengan angka dari %1 sampai %2.", u"Enter a number from %1 to %2.")
                          .arg(s.number(0), s.number(1))
                    : s.say(u"Angka ini di luar batas.", u"This number is out of range.");
}

QString staleCount(const Sentence& s)
{
    return s.has(1) ? s.say(u"Stok berubah sejak Anda menghitung, dari %1 menjadi %2. Hitung sekali lagi.",
                            u"Stock changed since you counted, from %1 to %2. Please count again.")
                          .arg(s.number(0), s.number(1))
                    : s.say(u"Stok berubah sejak Anda menghitung. Hitung sekali lagi.",
                            u"Stock changed since you counted. Please count again.");
}

QString barcodeMalformed(const Sentence& s)
{
    return s.has(1) ? s.say(u"Barcode terdiri dari %1 sampai %2 huruf, angka, atau tanda tanpa spasi.",
                            u"A barcode has %1 to %2 letters, digits or signs without spaces.")
                          .arg(s.number(0), s.number(1))
                    : s.say(u"Barcode ini tidak bisa dipakai.", u"This barcode cannot be used.");
}

// One sentence with the first arg in it, or a shorter one when it is missing.
QString withArg(const Sentence& s, const QString& arg, const QString& full, const QString& shorter)
{
    return s.has(0) ? full.arg(arg) : shorter;
}

} // namespace

QString ruleCode(Rule rule)
{
    switch (rule) {
    case Rule::Required:
        return u"required"_s;
    case Rule::TooShort:
        return u"too_short"_s;
    case Rule::TooLong:
        return u"too_long"_s;
    case Rule::NotANumber:
        return u"not_a_number"_s;
    case Rule::OutOfRange:
        return u"out_of_range"_s;
    case Rule::PriceNotPositive:
        return u"price_not_positive"_s;
    case Rule::WouldBeNegative:
        return u"would_be_negative"_s;
    case Rule::StaleCount:
        return u"stale_count"_s;
    case Rule::StalePrice:
        return u"stale_price"_s;
    case Rule::OutOfStock:
        return u"out_of_stock"_s;
    case Rule::SkuTaken:
        return u"sku_taken"_s;
    case Rule::SkuMalformed:
        return u"sku_malformed"_s;
    case Rule::BarcodeMalformed:
        return u"barcode_malformed"_s;
    case Rule::EmailMalformed:
        return u"email_malformed"_s;
    case Rule::EmailTaken:
        return u"email_taken"_s;
    case Rule::PasswordCommon:
        return u"password_common"_s;
    case Rule::TooMany:
        return u"too_many"_s;
    case Rule::Duplicate:
        return u"duplicate"_s;
    case Rule::OptionsMismatch:
        return u"options_mismatch"_s;
    case Rule::PerVariant:
        return u"per_variant"_s;
    case Rule::UnknownValue:
        return u"unknown_value"_s;
    case Rule::ReasonRequired:
        return u"reason_required"_s;
    case Rule::IllegalTransition:
        return u"illegal_transition"_s;
    case Rule::NotAllowedForRole:
        return u"not_allowed_for_role"_s;
    case Rule::NotFound:
        return u"not_found"_s;
    case Rule::Archived:
        return u"archived"_s;
    case Rule::UnknownTimeZone:
        return u"unknown_time_zone"_s;
    }
    return {};
}

std::optional<Rule> ruleFromCode(QStringView code)
{
    for (int i = 0; i <= int(lastRule); ++i) {
        if (code == ruleCode(Rule(i)))
            return Rule(i);
    }
    return std::nullopt;
}

QString ruleText(const Violation& violation, Language language)
{
    const Sentence s(violation.args, language);
    switch (violation.rule) {
    case Rule::Required:
        return s.say(u"Wajib diisi.", u"Fill this in.");
    case Rule::TooShort:
        return withArg(s, s.number(0), s.say(u"Paling sedikit %1 karakter.", u"At least %1 characters."),
                       s.say(u"Terlalu pendek.", u"Too short."));
    case Rule::TooLong:
        return withArg(s, s.number(0), s.say(u"Paling banyak %1 karakter.", u"At most %1 characters."),
                       s.say(u"Terlalu panjang.", u"Too long."));
    case Rule::NotANumber:
        return s.say(u"Isi dengan bilangan bulat.", u"Enter a whole number.");
    case Rule::OutOfRange:
        return outOfRange(s);
    case Rule::PriceNotPositive:
        return s.say(u"Harga harus lebih dari Rp 0.", u"The price must be more than Rp 0.");
    case Rule::WouldBeNegative:
        return withArg(s, s.number(0),
                       s.say(u"Stok tidak bisa kurang dari 0. Sekarang ada %1.",
                             u"Stock cannot go below 0. There are %1 now."),
                       s.say(u"Stok tidak bisa kurang dari 0.", u"Stock cannot go below 0."));
    case Rule::StaleCount:
        return staleCount(s);
    case Rule::StalePrice:
        return withArg(s, s.rupiah(0),
                       s.say(u"Harga ini sudah diubah di tempat lain menjadi %1. Pilih yang berlaku.",
                             u"This price was changed elsewhere to %1. Choose the one that counts."),
                       s.say(u"Harga ini sudah diubah di tempat lain. Pilih yang berlaku.",
                             u"This price was changed elsewhere. Choose the one that counts."));
    case Rule::OutOfStock:
        return outOfStock(s);
    case Rule::SkuTaken:
        return skuTaken(s);
    case Rule::SkuMalformed:
        return s.say(u"SKU hanya boleh berisi huruf, angka, spasi, dan - _ . / + # :",
                     u"A SKU may only have letters, digits, spaces and - _ . / + # :");
    case Rule::BarcodeMalformed:
        return barcodeMalformed(s);
    case Rule::EmailMalformed:
        return s.say(u"Alamat email ini belum lengkap. Contoh: nama@contoh.id",
                     u"This e-mail address is not complete. Example: name@example.com");
    case Rule::EmailTaken:
        return s.say(u"Sudah ada akun dengan email ini. Anda bisa langsung masuk.",
                     u"There is an account with this e-mail already. You can sign in.");
    case Rule::PasswordCommon:
        return s.say(u"Kata sandi ini mudah ditebak karena banyak dipakai. Pilih yang lain.",
                     u"This password is easy to guess because many people use it. Choose another.");
    case Rule::TooMany:
        return withArg(s, s.number(0), s.say(u"Paling banyak %1.", u"At most %1."),
                       s.say(u"Terlalu banyak.", u"Too many."));
    case Rule::Duplicate:
        return withArg(s, s.text(0), s.say(u"%1 sudah ada di daftar ini.", u"%1 is already in this list."),
                       s.say(u"Ini sudah ada di daftar.", u"This is already in the list."));
    case Rule::OptionsMismatch:
        return s.say(u"Setiap varian perlu satu nilai untuk setiap pilihan produk.",
                     u"Each variant needs one value for every option of the product.");
    case Rule::PerVariant:
        return s.say(u"Isi ini di masing-masing varian.", u"Enter this on each variant instead.");
    case Rule::UnknownValue:
        return withArg(s, s.text(0), s.say(u"%1 tidak dikenal di sini.", u"%1 is not known here."),
                       s.say(u"Nilai ini tidak dikenal.", u"This value is not known."));
    case Rule::ReasonRequired:
        return s.say(u"Tulis alasannya, agar pembeli tahu mengapa.",
                     u"Give a reason, so that the buyer knows why.");
    case Rule::IllegalTransition:
        return illegalTransition(s);
    case Rule::NotAllowedForRole:
        return s.say(u"Langkah ini tidak bisa dilakukan dengan peran Anda.",
                     u"Your role cannot take this step.");
    case Rule::NotFound:
        return s.say(u"Ini tidak ada atau sudah dihapus.", u"This does not exist or was removed.");
    case Rule::Archived:
        return s.say(u"Produk ini diarsipkan. Aktifkan lagi untuk mengubahnya.",
                     u"This product is archived. Restore it to change it.");
    case Rule::UnknownTimeZone:
        return withArg(s, s.text(0),
                       s.say(u"Zona waktu %1 tidak dikenal. Contoh: Asia/Jakarta",
                             u"The time zone %1 is not known. Example: Asia/Jakarta"),
                       s.say(u"Zona waktu ini tidak dikenal. Contoh: Asia/Jakarta",
                             u"This time zone is not known. Example: Asia/Jakarta"));
    }
    return {};
}

QString statusText(OrderStatus status, Language language)
{
    const bool english = language == Language::English;
    switch (status) {
    case OrderStatus::Pending:
        return english ? u"New"_s : u"Baru"_s;
    case OrderStatus::Processing:
        return english ? u"Processing"_s : u"Diproses"_s;
    case OrderStatus::Shipped:
        return english ? u"Shipped"_s : u"Dikirim"_s;
    case OrderStatus::Delivered:
        return english ? u"Delivered"_s : u"Selesai"_s;
    case OrderStatus::Cancelled:
        return english ? u"Cancelled"_s : u"Dibatalkan"_s;
    }
    return {};
}

} // namespace belanjain
