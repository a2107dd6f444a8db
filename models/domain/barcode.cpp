// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/barcode.h"

#include <algorithm>

namespace belanjain {
Checked<QString> checkBarcode(const QString& text, const QString& field)
{
    QString barcode = text.trimmed();
    if (barcode.isEmpty())
        return QString();
    const bool printable = std::all_of(barcode.begin(), barcode.end(),
                                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    if (!printable || barcode.size() < minBarcode || barcode.size() > maxBarcode)
        return tl::unexpected(Violation{
            field, Rule::BarcodeMalformed, {QString::number(minBarcode), QString::number(maxBarcode)}});
    return barcode;
}

bool looksLikeGtin(QStringView barcode)
{
    const qsizetype size = barcode.size();
    if (size != 8 && size != 12 && size != 13 && size != 14)
        return false;
    return std::all_of(barcode.begin(), barcode.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool hasValidGtinCheckDigit(QStringView barcode)
{
    if (!looksLikeGtin(barcode))
        return false;
    // Weights run 1, 3, 1, 3, … from the check digit leftwards.
    int sum = 0;
    int weight = 1;
    for (qsizetype i = barcode.size(); i-- > 0; weight = 4 - weight)
        sum += weight * (barcode[i].unicode() - u'0');
    return sum % 10 == 0;
}

} // namespace belanjain
