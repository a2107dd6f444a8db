// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/variants.h"

#include "marketplace/samples/stable_hash.h"

#include <QLatin1StringView>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

enum class Kind { Colour, LetterSize, OtherSize, Type };

constexpr std::array letterSizes = {"S"_L1, "M"_L1, "L"_L1, "XL"_L1, "XXL"_L1, "XXXL"_L1};

constexpr std::array colours = {
    "hitam"_L1,   "putih"_L1,  "puti"_L1,   "biru"_L1,   "hijau"_L1,  "merah"_L1, "abu"_L1,      "ungu"_L1,
    "cokelat"_L1, "coklat"_L1, "silver"_L1, "perak"_L1,  "navy"_L1,   "black"_L1, "white"_L1,    "pink"_L1,
    "kuning"_L1,  "orange"_L1, "gold"_L1,   "grey"_L1,   "red"_L1,    "blue"_L1,  "green"_L1,    "cream"_L1,
    "maroon"_L1,  "taupe"_L1,  "bening"_L1, "violet"_L1, "army"_L1,   "milo"_L1,  "lavender"_L1, "mint"_L1,
    "salem"_L1,   "candy"_L1,  "random"_L1, "irish"_L1,  "oregano"_L1};

qsizetype letterSizeIndex(QStringView value)
{
    const auto found = std::ranges::find_if(letterSizes, [value](QLatin1StringView size) {
        return value.compare(size, Qt::CaseInsensitive) == 0;
    });
    return found == letterSizes.end() ? -1 : found - letterSizes.begin();
}

Kind kindOf(const QString& value, const SampleCategory& category)
{
    if (letterSizeIndex(value) >= 0)
        return Kind::LetterSize;
    static const QRegularExpression firstWord(u"^\\p{L}+"_s);
    const QString first = firstWord.match(value).captured();
    if (std::ranges::any_of(colours, [&first](QLatin1StringView colour) {
            return first.compare(colour, Qt::CaseInsensitive) == 0;
        }))
        return Kind::Colour;
    static const QRegularExpression measure(
        u"^(all size|(size )?\\d{1,3}|[\\d.,x ]+(ml|l|gr|gram|kg|gb|cm|mm|m|meter|inch|pcs|tahun)?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (measure.match(value).hasMatch())
        return category.fashion || !value.front().isDigit() || !value.back().isDigit() ? Kind::OtherSize
                                                                                       : Kind::Type;
    return Kind::Type;
}

QString optionName(Kind kind)
{
    switch (kind) {
    case Kind::Colour:
        return u"Warna"_s;
    case Kind::LetterSize:
    case Kind::OtherSize:
        return u"Ukuran"_s;
    case Kind::Type:
        break;
    }
    return u"Tipe"_s;
}

// "HITAM" and "hitam" are one colour to a shopper; sizes are written in capitals.
QString tidyValue(const QString& value, Kind kind)
{
    if (kind == Kind::LetterSize)
        return value.toUpper();
    if (kind != Kind::Colour && value != value.toLower())
        return value;
    const QString lower = kind == Kind::Colour ? value.toLower() : value;
    return lower.left(1).toUpper() + lower.mid(1);
}

} // namespace

SplitName splitName(QStringView cleanedName, const SampleCategory& category)
{
    const SplitName whole{cleanedName.toString(), {}, {}};
    const qsizetype dash = cleanedName.lastIndexOf(u" - ");
    // What follows a dash in the title of a book or film is its author or subtitle.
    if (dash < 8 || category.source == "Books"_L1 || category.source == "Movies and Music"_L1)
        return whole;
    const QString suffix = cleanedName.sliced(dash + 3).trimmed().toString();
    const QStringList parts = suffix.split(u',', Qt::SkipEmptyParts);
    if (suffix.isEmpty() || suffix.size() > 24 || parts.isEmpty() || parts.size() > 2)
        return whole;

    SplitName split{cleanedName.first(dash).trimmed().toString(), {}, {}};
    for (const QString& part : parts) {
        const QString value = part.simplified();
        if (value.isEmpty() || value.count(u' ') > 2)
            return whole;
        const Kind kind = kindOf(value, category);
        QString option = optionName(kind);
        if (split.options.contains(option))
            option = u"Model"_s;
        split.options.append(option);
        split.values.append(tidyValue(value, kind));
    }
    while (split.base.endsWith(u'-') || split.base.endsWith(u'/') || split.base.endsWith(u' '))
        split.base.chop(1);
    return split;
}

VariantPlan planVariants(const SplitName& name, const SampleCategory& category, Money price, int weightGrams)
{
    VariantPlan plan;
    for (qsizetype i = 0; i < name.options.size(); ++i)
        plan.options.append({name.options.at(i), {name.values.at(i)}});

    const qsizetype sizeAt = name.options.indexOf(u"Ukuran"_s);
    const qsizetype size = sizeAt < 0 ? -1 : letterSizeIndex(name.values.at(sizeAt));
    const qsizetype colourAt = name.options.indexOf(u"Warna"_s);
    const bool women = category.source == "Women's Fashion"_L1;
    const bool chosen = women || stableHash(name.base, "sizes-1") % 2 == 0;
    if (category.fashion && size >= 0 && colourAt >= 0 && chosen) {
        const qsizetype first = std::clamp<qsizetype>(size - 1, 0, qsizetype(letterSizes.size()) - 3);
        plan.options[sizeAt].values.clear();
        for (qsizetype i = first; i < first + 3; ++i)
            plan.options[sizeAt].values.append(letterSizes[std::size_t(i)]);
        if (women)
            plan.options[colourAt].values.append(name.values.at(colourAt) == u"Hitam" ? u"Putih"_s
                                                                                      : u"Hitam"_s);
    }

    QList<QStringList> combinations{{}};
    for (const SampleOption& option : std::as_const(plan.options)) {
        QList<QStringList> longer;
        for (const QStringList& start : std::as_const(combinations)) {
            for (const QString& value : option.values)
                longer.append(start + QStringList{value});
        }
        combinations = longer;
    }
    for (const QStringList& values : std::as_const(combinations)) {
        Combination combination{values, price, weightGrams};
        const qsizetype step = sizeAt < 0 ? -1 : letterSizeIndex(values.at(sizeAt));
        if (step >= 0)
            combination.weightGrams += int(step - 1) * 5;
        if (step >= 3 && step > size)
            combination.price.rupiah += 2'000;
        plan.combinations.append(combination);
    }
    return plan;
}

int weightFor(QStringView name, const SampleCategory& category)
{
    if (!category.measured)
        return category.weightGrams;
    static const QRegularExpression content(
        u"(?<![\\d.,])(\\d{1,4})(?:[.,](\\d))?\\s?(kg|kilo|liter|ltr|gram|grm|gr|ml)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = content.match(name.toString());
    if (!match.hasMatch())
        return category.weightGrams;
    const QString unit = match.captured(3).toLower();
    const bool thousand = unit.startsWith(u'k') || unit.startsWith(u'l');
    const qint64 tenths = match.captured(1).toLongLong() * 10 + match.captured(2).toLongLong();
    const qint64 grams = tenths * (thousand ? 1'000 : 1) * 11 / 100;
    return int(std::clamp<qint64>(grams, 10, 50'000));
}

} // namespace belanjain::marketplace::samples
