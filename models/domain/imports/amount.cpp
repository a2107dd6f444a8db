// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/amount.h"

#include "domain/money_input.h"
#include "domain/grouped_number.h"

#include <cmath>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype maxDigits = 15;

/// Digits of the whole and of the fraction, without separators.
struct Digits
{
    bool negative = false;
    QString whole;
    QString fraction;
};

/// Where the fraction begins; -1 when there is none, -2 when nobody could say.
qsizetype decimalAt(QStringView text, Numbers style, bool thousandths)
{
    const qsizetype point = text.lastIndexOf(u'.');
    const qsizetype comma = text.lastIndexOf(u',');
    if (style == Numbers::Point)
        return point < comma && point >= 0 ? -2 : point;
    if (style == Numbers::Comma)
        return comma < point && comma >= 0 ? -2 : comma;
    if (point >= 0 && comma >= 0)
        return qMax(point, comma);
    const qsizetype last = qMax(point, comma);
    if (last < 0)
        return -1;
    const QChar mark = text.at(last);
    if (text.count(mark) > 1)
        return -1;
    const bool threeBehind = text.size() - last - 1 == 3;
    return threeBehind && !thousandths && last > 0 ? -1 : last;
}

/// thousandths: whether the number may have three decimals (grams may, rupiah and pieces may not).
std::optional<Digits> digitsOf(QString text, Numbers style, bool thousandths)
{
    Digits digits;
    text = text.trimmed();
    for (const auto& currency : {u"IDR"_s, u"Rp."_s, u"Rp"_s}) {
        if (text.startsWith(currency, Qt::CaseInsensitive)) {
            text = text.mid(currency.size()).trimmed();
            break;
        }
    }
    if (!text.isEmpty() && isMinus(text.front())) {
        digits.negative = true;
        text = text.mid(1).trimmed();
    }
    if (text.endsWith(u",-"_s) || text.endsWith(u".-"_s)) // "25.000,-" on price tags
        text.chop(2);
    const qsizetype at = decimalAt(text, style, thousandths);
    if (at == -2)
        return {};
    QString whole = at < 0 ? text : text.left(at);
    digits.fraction = at < 0 ? QString() : text.mid(at + 1);
    if (whole.isEmpty() && !digits.fraction.isEmpty())
        whole = u"0"_s;
    const auto number = parseGroupedNumber(whole);
    if (!number)
        return {};
    digits.whole = QString::number(*number);
    for (const QChar c : std::as_const(digits.fraction)) {
        if (c < u'0' || c > u'9')
            return {};
    }
    if (digits.fraction.size() > maxDigits)
        return {};
    return digits;
}

bool isZero(const QString& fraction)
{
    return std::all_of(fraction.begin(), fraction.end(), [](QChar c) { return c == u'0'; });
}

Checked<qint64> wholeNumber(const QString& text, Numbers style, const QString& field)
{
    const auto digits = digitsOf(text, style, false);
    if (!digits || !isZero(digits->fraction) || digits->whole.size() > maxDigits)
        return tl::unexpected(Violation{field, Rule::NotANumber, {}});
    const qint64 number = digits->whole.toLongLong();
    return digits->negative ? -number : number;
}

} // namespace

Checked<Money> readPrice(const QString& text, Numbers style, const QString& field)
{
    if (const auto number = wholeNumber(text, style, field))
        return Money{*number};
    // "34,9rb", "1,5 jt" as people write them.
    if (const auto typed = parsePrice(text, field); typed && style == Numbers::Detect)
        return *typed;
    return tl::unexpected(Violation{field, Rule::NotANumber, {}});
}

Checked<qint64> readPieces(const QString& text, Numbers style, const QString& field)
{
    return wholeNumber(text, style, field);
}

Checked<qint64> readWeight(const QString& text, Numbers style, double gramsPerUnit, const QString& field)
{
    const auto digits = digitsOf(text, style, gramsPerUnit != 1);
    if (!digits || digits->whole.size() > 9)
        return tl::unexpected(Violation{field, Rule::NotANumber, {}});
    const double units = (digits->whole + u'.' + digits->fraction + u'0').toDouble();
    const qint64 grams = std::llround(units * gramsPerUnit);
    return digits->negative ? -grams : grams;
}

} // namespace belanjain::imports
