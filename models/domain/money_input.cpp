// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money_input.h"

#include "domain/grouped_number.h"

#include <algorithm>
#include <array>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

using Amount = tl::expected<qint64, NumberProblem>;

struct Suffix
{
    QLatin1StringView word;
    int zeros;
};

// Longer words before those they end in.
constexpr std::array suffixes{Suffix{"ribu"_L1, 3}, Suffix{"rb"_L1, 3}, Suffix{"k"_L1, 3},
                              Suffix{"juta"_L1, 6}, Suffix{"jt"_L1, 6}};

bool isMark(QChar c) { return c == u'.' || c == u','; }

qsizetype lastMark(QStringView text)
{
    for (qsizetype i = text.size(); i-- > 0;) {
        if (isMark(text[i]))
            return i;
    }
    return -1;
}

bool allZeros(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'0'; });
}

// 34.900,00 and 34.900,- are whole rupiah; 34.900,50 is not.
Amount parseWhole(QStringView text)
{
    if (text.endsWith(u",-"))
        text.chop(2);
    const qsizetype mark = lastMark(text);
    const qsizetype decimals = mark < 0 ? 0 : text.size() - mark - 1;
    if (decimals != 1 && decimals != 2)
        return parseGroupedNumber(text);
    const QStringView whole = text.first(mark);
    if (!allZeros(text.sliced(mark + 1)) || whole.contains(text[mark]))
        return tl::unexpected(NumberProblem::NotANumber);
    return parseGroupedNumber(whole);
}

// 34,9rb is 34,900: as many decimals as the word has zeros. Three digits after a point could be
// thousands just as well, so that is refused rather than guessed.
Amount parseShort(QStringView text, int zeros)
{
    const qsizetype mark = lastMark(text);
    const QStringView whole = mark < 0 ? text : text.first(mark);
    const QStringView decimals = mark < 0 ? QStringView() : text.sliced(mark + 1);
    const bool ambiguous = mark >= 0 && text[mark] == u'.' && decimals.size() == 3;
    if (ambiguous || (mark >= 0 && decimals.isEmpty()) || decimals.size() > zeros)
        return tl::unexpected(NumberProblem::NotANumber);
    const bool digitsOnly =
        std::all_of(decimals.begin(), decimals.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const auto before = parseGroupedNumber(whole);
    if (!digitsOnly || (mark >= 0 && whole.contains(text[mark])))
        return tl::unexpected(NumberProblem::NotANumber);
    if (!before)
        return before;
    if (*before > maxMoney.rupiah)
        return tl::unexpected(NumberProblem::TooLarge);
    const QString after = decimals.toString() + QString(zeros - decimals.size(), u'0');
    qint64 factor = 1;
    for (int i = 0; i < zeros; ++i)
        factor *= 10;
    return *before * factor + after.toLongLong();
}

Amount parseAmount(QStringView text)
{
    for (const Suffix& suffix : suffixes) {
        if (text.endsWith(suffix.word, Qt::CaseInsensitive))
            return parseShort(text.chopped(suffix.word.size()).trimmed(), suffix.zeros);
    }
    return parseWhole(text);
}

QStringView withoutCurrency(QStringView text)
{
    for (const auto word : {"rp."_L1, "rp"_L1, "idr"_L1}) {
        if (text.startsWith(word, Qt::CaseInsensitive))
            return text.sliced(word.size()).trimmed();
    }
    return text;
}

} // namespace

Checked<Money> parsePrice(QStringView text, const QString& field)
{
    QStringView rest = text.trimmed();
    bool negative = false;
    const auto takeMinus = [&rest, &negative] {
        if (!negative && !rest.isEmpty() && isMinus(rest.front())) {
            negative = true;
            rest = rest.sliced(1).trimmed();
        }
    };
    takeMinus();
    rest = withoutCurrency(rest);
    takeMinus();
    if (rest.isEmpty() && !negative)
        return tl::unexpected(Violation{field, Rule::Required, {}});
    const Amount amount = parseAmount(rest);
    if (!amount && amount.error() == NumberProblem::NotANumber)
        return tl::unexpected(Violation{field, Rule::NotANumber, {}});
    if (negative || (amount && *amount == 0))
        return tl::unexpected(Violation{field, Rule::PriceNotPositive, {}});
    if (!amount || *amount > maxMoney.rupiah)
        return tl::unexpected(Violation{field, Rule::OutOfRange, {u"1"_s, QString::number(maxMoney.rupiah)}});
    return Money{*amount};
}

} // namespace belanjain
