// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/stock.h"
#include "domain/stock_input.h"
#include "domain/violation.h"
#include "domain/violation_text.h"

#include <QString>

// One line for the outcome of a checked call, so that a table of cases reads as a table:
// the value, or the rule with its field and args as "stale_count@counted(12,9)".
namespace belanjain::tests {

inline QString outcome(const Violation& violation)
{
    using namespace Qt::StringLiterals;
    const QString args = violation.args.isEmpty() ? QString() : u"("_s + violation.args.join(u',') + u")"_s;
    return ruleCode(violation.rule) + u'@' + violation.field + args;
}

inline QString outcome(const QList<Violation>& violations)
{
    QStringList all;
    for (const Violation& violation : violations)
        all += outcome(violation);
    return all.join(u' ');
}

inline QString describe(qint32 value) { return QString::number(value); }

inline QString describe(Money value) { return QString::number(value.rupiah); }

inline QString describe(const QString& value) { return value; }

inline QString describe(StockLevel level)
{
    return QString::number(level.onHand) + u'/' + QString::number(level.reserved);
}

inline QString describe(StockEntry entry)
{
    return (entry.kind == StockEntry::Kind::SetTo ? u'=' : u'~') + QString::number(entry.value);
}

template<class T>
QString outcome(const Checked<T>& result)
{
    return result ? describe(*result) : outcome(result.error());
}

} // namespace belanjain::tests
