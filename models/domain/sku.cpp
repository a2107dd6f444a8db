// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sku.h"

#include "domain/search_text.h"
#include "domain/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

constexpr int maxTries = 10'000;
constexpr int maxCode = 6;

bool belongsInSku(char32_t c)
{
    switch (c) {
    case U' ':
    case U'-':
    case U'_':
    case U'.':
    case U'/':
    case U'+':
    case U'#':
    case U':':
        return true;
    default:
        return QChar::isLetterOrNumber(c) || QChar::isMark(c);
    }
}

// The first so many code points, and nothing that would end in a half or in a joint.
QString shortened(const QString& text, int longest)
{
    QString rest = text;
    while (codePoints(rest) > longest) {
        const bool pair = rest.back().isLowSurrogate();
        rest.chop(pair ? 2 : 1);
    }
    while (rest.endsWith(u'-') || rest.endsWith(u' '))
        rest.chop(1);
    return rest;
}

bool isVowel(QChar c) { return u"aeiou"_s.contains(c); }

bool hasDigit(const QString& word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

// How people shorten a word: its consonants, with its last vowel where there are too few. Numbers and
// short words stay.
QString codeOfWord(const QString& word)
{
    if (word.size() <= 3 || hasDigit(word))
        return shortened(word, maxCode).toUpper();
    QList<qsizetype> kept{0};
    for (qsizetype i = 1; i < word.size() && kept.size() < 3; ++i) {
        if (!isVowel(word[i]))
            kept += i;
    }
    for (qsizetype i = word.size() - 1; i > 0 && kept.size() < 3; --i) {
        if (isVowel(word[i]))
            kept += i;
    }
    std::sort(kept.begin(), kept.end());
    QString code;
    for (const qsizetype i : kept)
        code += word[i];
    return code.isValidUtf16() ? code.toUpper() : shortened(word, 3).toUpper();
}

// Composed again, since folding takes Hangul apart.
QStringList words(const QString& text)
{
    return foldForSearch(text).normalized(QString::NormalizationForm_C).split(u' ', Qt::SkipEmptyParts);
}

QString codeOfValue(const QString& value)
{
    QString code;
    for (const QString& word : words(value))
        code += codeOfWord(word);
    return code.isEmpty() ? u"X"_s : shortened(code, maxCode);
}

QString codeOfName(const QString& name)
{
    static const QStringList fillers{u"dan"_s, u"untuk"_s, u"dengan"_s, u"yang"_s,
                                     u"the"_s, u"and"_s,   u"for"_s,    u"with"_s};
    QStringList codes;
    for (const QString& word : words(name)) {
        const bool telling = word.size() > 1 && !fillers.contains(word);
        if (telling && codes.size() < 2)
            codes += codeOfWord(word);
    }
    return codes.isEmpty() ? u"SKU"_s : codes.join(u'-');
}

} // namespace

Checked<QString> checkSku(const QString& text, const QString& field)
{
    auto sku = checkLine(text, maxSku, field);
    if (!sku)
        return sku;
    const QList<uint> points = sku->toUcs4();
    if (!std::all_of(points.begin(), points.end(), belongsInSku))
        return tl::unexpected(Violation{field, Rule::SkuMalformed, {}});
    return sku;
}

QString skuKey(const QString& sku)
{
    return sku.normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

QString suggestSku(const QString& wanted, const SkuIsTaken& isTaken)
{
    if (!isTaken(skuKey(wanted)))
        return wanted;
    // A number of one or two digits at the end is a counter; a longer one is a model's name.
    static const QRegularExpression counter(uR"(\A(.+-)(\d{1,2})\z)"_s);
    const auto match = counter.match(wanted);
    const QString stem = match.hasMatch() ? match.captured(1).chopped(1) : wanted;
    const qsizetype width = match.capturedLength(2);
    int number = match.hasMatch() ? match.captured(2).toInt() : 1;
    for (int i = 0; i < maxTries; ++i) {
        const QString ending = u'-' + QString::number(++number).rightJustified(width, u'0');
        const QString candidate = shortened(stem, maxSku - int(ending.size())) + ending;
        if (!isTaken(skuKey(candidate)))
            return candidate;
    }
    return {};
}

QString makeSku(const QString& productName, const QStringList& optionValues, const SkuIsTaken& isTaken)
{
    const QString beginning = codeOfName(productName);
    if (optionValues.isEmpty())
        return suggestSku(beginning + u"-01"_s, isTaken);
    return makeSkuFrom(beginning, optionValues, isTaken);
}

QString makeSkuFrom(const QString& beginning, const QStringList& optionValues, const SkuIsTaken& isTaken)
{
    QString ending;
    for (const QString& value : optionValues)
        ending += u'-' + codeOfValue(value);
    ending = shortened(ending, maxSku / 2);
    return suggestSku(shortened(beginning, maxSku - int(codePoints(ending))) + ending, isTaken);
}

} // namespace belanjain
