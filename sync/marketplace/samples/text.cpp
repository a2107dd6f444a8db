// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

QString withoutEntities(QString text)
{
    if (!text.contains(u'&'))
        return text;
    static constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 6> named = {{
        {"&lt;"_L1, "<"_L1},
        {"&gt;"_L1, ">"_L1},
        {"&quot;"_L1, "\""_L1},
        {"&apos;"_L1, "'"_L1},
        {"&nbsp;"_L1, " "_L1},
        {"&#39;"_L1, "'"_L1},
    }};
    for (const auto& [entity, character] : named)
        text.replace(entity, character, Qt::CaseInsensitive);
    return text.replace("&amp;"_L1, "&"_L1, Qt::CaseInsensitive); // last: "&amp;lt;" is the text "&lt;"
}

QString capitalised(QStringView word, bool lowerTheRest)
{
    QString result = lowerTheRest ? word.toString().toLower() : word.toString();
    for (QChar& c : result) {
        if (c.isLetter()) {
            c = c.toUpper();
            break;
        }
    }
    return result;
}

bool hasDigit(QStringView word)
{
    return std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
}

bool isAbbreviation(QStringView word)
{
    static constexpr std::array known = {
        "USB"_L1,  "LED"_L1,   "HDMI"_L1, "LCD"_L1, "TV"_L1,  "PC"_L1,  "OTG"_L1, "TNI"_L1,
        "AD"_L1,   "POLRI"_L1, "RGB"_L1,  "HP"_L1,  "AC"_L1,  "DC"_L1,  "UV"_L1,  "DSLR"_L1,
        "PS"_L1,   "PDL"_L1,   "PDH"_L1,  "PNS"_L1, "GPS"_L1, "SSD"_L1, "HDD"_L1, "BPA"_L1,
        "PVC"_L1,  "XL"_L1,    "XXL"_L1,  "CD"_L1,  "DVD"_L1, "MMA"_L1, "RAM"_L1, "SD"_L1,
        "BPOM"_L1, "SNI"_L1,   "AP"_L1,   "ATK"_L1, "VCO"_L1, "MR"_L1,  "II"_L1,  "NO."_L1};
    return std::ranges::any_of(known, [word](QLatin1StringView each) { return word == each; });
}

std::optional<qint64> parseDigits(QStringView digits)
{
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    const bool plain = std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return ok && plain ? std::optional(value) : std::nullopt;
}

// Dots are for thousands only where three digits follow each.
std::optional<qint64> parseGrouped(QStringView text)
{
    static const QRegularExpression grouped(u"^\\d{1,3}(\\.\\d{3})+$"_s);
    if (grouped.match(text.toString()).hasMatch())
        return parseDigits(text.toString().remove(u'.'));
    return parseDigits(text);
}

} // namespace

QString cleanText(QStringView raw)
{
    QString text = withoutEntities(raw.toString());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QChar::ReplacementCharacter) {
            const bool within =
                i > 0 && i + 1 < text.size() && text.at(i - 1).isLetter() && text.at(i + 1).isLetter();
            text[i] = within ? QChar(u'’') : QChar(u' ');
        } else if (c.category() == QChar::Other_Control) {
            text[i] = u' ';
        }
    }
    static const QRegularExpression lostEmoji(u"\\?{2,}"_s);
    text.replace(lostEmoji, u" "_s);
    return text.simplified();
}

QString cleanName(QStringView raw)
{
    const QString text = cleanText(raw.toString().replace(u'?', u' '));
    if (text.isEmpty())
        return text;
    QStringList words = text.split(u' ');
    // "1Kg" in a line of capitals does not make it quiet.
    const bool shouts = std::ranges::all_of(
        words, [](const QString& word) { return hasDigit(word) || word == word.toUpper(); });
    const bool whispers = text.front().isLower();
    if (!shouts && !whispers)
        return text;
    for (QString& word : words)
        word = capitalised(word, shouts && !hasDigit(word) && !isAbbreviation(word));
    return words.join(u' ');
}

QString cleanLocation(QStringView raw)
{
    const QString text = raw.toString().replace(QChar::ReplacementCharacter, u' ').simplified();
    static const QRegularExpression regency(u"^(Kab\\.?|Kabupaten) ?(?=\\p{Lu})"_s);
    return QString(text).replace(regency, u"Kab. "_s);
}

std::optional<Money> parseRupiah(QStringView raw)
{
    QStringView text = raw.trimmed();
    if (text.startsWith("Rp"_L1, Qt::CaseInsensitive))
        text = text.sliced(2).trimmed();
    const auto value = parseGrouped(text);
    if (!value || *value < 1 || *value > maxMoney.rupiah)
        return std::nullopt;
    return Money{*value};
}

std::optional<qint64> parseCount(QStringView raw)
{
    static const QRegularExpression pattern(
        u"^([\\d.]+)(?:,(\\d))?\\s*(rb|ribu|jt|juta)?\\s*\\+?\\s*(?:terjual)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(raw.trimmed().toString());
    const auto whole = match.hasMatch() ? parseGrouped(match.captured(1)) : std::nullopt;
    if (!whole || *whole > 1'000'000'000)
        return std::nullopt;
    const QString unit = match.captured(3).toLower();
    const qint64 factor = unit.startsWith(u'r') ? 1'000 : unit.startsWith(u'j') ? 1'000'000 : 1;
    const bool fraction = !match.captured(2).isEmpty();
    if (fraction && factor == 1)
        return std::nullopt;
    return *whole * factor + (fraction ? match.captured(2).toLongLong() * factor / 10 : 0);
}

} // namespace belanjain::marketplace::samples
