// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/grouped_number.h"

namespace belanjain {
namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isSpaceInside(QChar c)
{
    return c == u' ' || c.unicode() == 0xa0 || c.unicode() == 0x202f || c.unicode() == 0x2009;
}

} // namespace

tl::expected<qint64, NumberProblem> parseGroupedNumber(QStringView text)
{
    QString digits;
    QChar separator;
    qsizetype group = 0; // digits since the last separator
    for (QChar c : text) {
        if (isDigit(c)) {
            digits += c;
            ++group;
            continue;
        }
        if (isSpaceInside(c))
            c = u' ';
        else if (c != u'.' && c != u',' && c != u'\'')
            return tl::unexpected(NumberProblem::NotANumber);
        const bool first = separator.isNull();
        const bool fits = first ? group >= 1 && group <= 3 && digits != u"0" : group == 3 && c == separator;
        if (!fits)
            return tl::unexpected(NumberProblem::NotANumber);
        separator = c;
        group = 0;
    }
    if (digits.isEmpty() || (!separator.isNull() && group != 3))
        return tl::unexpected(NumberProblem::NotANumber);
    qsizetype zeros = 0;
    while (zeros + 1 < digits.size() && digits[zeros] == u'0')
        ++zeros;
    digits.remove(0, zeros);
    if (digits.size() > 18)
        return tl::unexpected(NumberProblem::TooLarge);
    return digits.toLongLong();
}

bool isMinus(QChar c) { return c == u'-' || c.unicode() == 0x2212; }

} // namespace belanjain
