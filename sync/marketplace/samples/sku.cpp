// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/sku.h"

#include <QLatin1StringView>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

constexpr std::array noise = {
    "promo"_L1, "murah"_L1, "original"_L1, "ori"_L1,   "ready"_L1, "stock"_L1,   "terbaru"_L1, "dan"_L1,
    "untuk"_L1, "the"_L1,   "for"_L1,      "with"_L1,  "by"_L1,    "sale"_L1,    "flash"_L1,   "gratis"_L1,
    "bisa"_L1,  "cod"_L1,   "paket"_L1,    "isi"_L1,   "pcs"_L1,   "premium"_L1, "best"_L1,    "seller"_L1,
    "bonus"_L1, "free"_L1,  "hemat"_L1,    "harga"_L1, "set"_L1,   "of"_L1,      "and"_L1,     "pack"_L1,
};

QString asciiOnly(QStringView text)
{
    QString ascii;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KD)) {
        if ((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'))
            ascii += c.toUpper();
    }
    return ascii;
}

bool isVowel(QChar c) { return u"AEIOU"_s.contains(c); }

// Three letters: the first, then consonants, and letters from the end where those run out.
QString shortened(const QString& word)
{
    if (word.size() <= 3)
        return word;
    QString code = word.left(1);
    for (qsizetype i = 1; i < word.size() && code.size() < 3; ++i) {
        if (!isVowel(word.at(i)) && word.at(i) != word.at(i - 1))
            code += word.at(i);
    }
    if (code.size() < 3)
        code += word.right(3 - code.size());
    return code;
}

QStringList words(QStringView text)
{
    static const QRegularExpression gap(u"[^\\p{L}\\p{N}.]+"_s);
    return text.toString().split(gap, Qt::SkipEmptyParts);
}

} // namespace

QString modelCode(QStringView name)
{
    static const QRegularExpression pattern(u"\\b([A-Z]{2,4})[ -]?(\\d{3,4})\\b"_s);
    const auto match = pattern.match(name.toString());
    return match.hasMatch() ? match.captured(1) + u'-' + match.captured(2) : QString();
}

QString skuStem(QStringView name)
{
    if (const QString code = modelCode(name); !code.isEmpty())
        return code;
    QStringList parts;
    for (const QString& word : words(name)) {
        const QString ascii = asciiOnly(word);
        const bool digits = std::ranges::any_of(ascii, [](QChar c) { return c.isDigit(); });
        const bool isNoise = std::ranges::any_of(
            noise, [&word](QLatin1StringView each) { return word.compare(each, Qt::CaseInsensitive) == 0; });
        if (ascii.size() < 2 || digits || isNoise)
            continue;
        parts.append(shortened(ascii));
        if (parts.size() == 2)
            break;
    }
    return parts.isEmpty() ? u"BRG"_s : parts.join(u'-');
}

QString skuValue(QStringView value)
{
    QString code;
    for (const QString& word : words(value)) {
        const QString ascii = asciiOnly(word);
        const bool digits = std::ranges::any_of(ascii, [](QChar c) { return c.isDigit(); });
        const bool size =
            ascii.size() <= 4 && std::ranges::all_of(ascii, [](QChar c) { return u"SMXL"_s.contains(c); });
        code += digits || size ? ascii : shortened(ascii);
        if (code.size() >= 6)
            break;
    }
    return code.left(8);
}

QString SkuMaker::make(QStringView stem, const QStringList& values)
{
    QStringList parts{stem.toString()};
    for (const QString& value : values) {
        if (const QString code = skuValue(value); !code.isEmpty())
            parts.append(code);
    }
    const QString base = parts.join(u'-');
    QString sku = parts.size() > 1 ? base : base + u"-01"_s;
    for (int number = 2; m_taken.contains(sku); ++number)
        sku = u"%1-%2"_s.arg(base).arg(number, 2, 10, QChar(u'0'));
    m_taken.insert(sku);
    return sku;
}

} // namespace belanjain::marketplace::samples
