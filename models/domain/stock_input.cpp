// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/stock_input.h"

#include "domain/grouped_number.h"
#include "domain/stock.h"

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Violation> outOfRange(const QString& field, qint64 smallest)
{
    return tl::unexpected(
        Violation{field, Rule::OutOfRange, {QString::number(smallest), QString::number(maxStock)}});
}

Checked<qint32> parsePieces(QStringView digits, const QString& field, qint64 smallest)
{
    const auto number = parseGroupedNumber(digits);
    if (!number && number.error() == NumberProblem::NotANumber)
        return tl::unexpected(Violation{field, Rule::NotANumber, {}});
    if (!number || *number > maxStock)
        return outOfRange(field, smallest);
    return qint32(*number);
}

} // namespace

Checked<StockEntry> parseStockEntry(QStringView text, const QString& field)
{
    QStringView rest = text.trimmed();
    if (rest.isEmpty())
        return tl::unexpected(Violation{field, Rule::Required, {}});
    const bool minus = isMinus(rest.front());
    if (!minus && rest.front() != u'+') {
        const auto pieces = parsePieces(rest, field, 0);
        if (!pieces)
            return tl::unexpected(pieces.error());
        return StockEntry{StockEntry::Kind::SetTo, *pieces};
    }
    rest = rest.sliced(1).trimmed();
    const auto pieces = parsePieces(rest, field, -qint64(maxStock));
    if (!pieces)
        return tl::unexpected(pieces.error());
    return StockEntry{StockEntry::Kind::Change, minus ? -*pieces : *pieces};
}

Checked<qint32> parseCount(QStringView text, const QString& field)
{
    const QStringView rest = text.trimmed();
    if (rest.isEmpty())
        return tl::unexpected(Violation{field, Rule::Required, {}});
    if (isMinus(rest.front()) && parseGroupedNumber(rest.sliced(1).trimmed()))
        return outOfRange(field, 0);
    return parsePieces(rest, field, 0);
}

Checked<qint32> valueAfter(StockEntry entry, qint32 shown, const QString& field)
{
    const qint64 value = entry.kind == StockEntry::Kind::SetTo ? entry.value : qint64(shown) + entry.value;
    if (value < 0)
        return tl::unexpected(Violation{field, Rule::WouldBeNegative, {QString::number(shown)}});
    if (value > maxStock)
        return outOfRange(field, 0);
    return qint32(value);
}

Checked<qint32> deltaFor(StockEntry entry, qint32 shown, const QString& field)
{
    const auto value = valueAfter(entry, shown, field);
    if (!value)
        return value;
    return *value - shown;
}

} // namespace belanjain
