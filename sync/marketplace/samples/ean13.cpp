// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/ean13.h"

#include "marketplace/samples/stable_hash.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

// Weights are 1, 3, 1, 3, … from the left for the first twelve digits.
QChar checkDigit(QStringView twelve)
{
    int sum = 0;
    for (qsizetype i = 0; i < 12; ++i)
        sum += (twelve[i].unicode() - u'0') * (i % 2 == 0 ? 1 : 3);
    return QChar(u'0' + (10 - sum % 10) % 10);
}

} // namespace

bool isEan13(QStringView code)
{
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return code.size() == 13 && std::ranges::all_of(code, digit) && checkDigit(code) == code.back();
}

QString BarcodeMaker::make(QStringView name)
{
    constexpr quint64 range = 100'000'000'000ULL; // eleven digits between the prefix and the check digit
    for (quint64 number = stableHash(name, "barcode") % range;; number = (number + 1) % range) {
        QString code = u"2%1"_s.arg(number, 11, 10, QChar(u'0'));
        code += checkDigit(code);
        if (!m_taken.contains(code)) {
            m_taken.insert(code);
            return code;
        }
    }
}

} // namespace belanjain::marketplace::samples
