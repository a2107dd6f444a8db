// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/day_range.h"

#include "common/language.h"
#include "domain/format.h"

namespace belanjain::ui {

using namespace Qt::StringLiterals;

QString rangeText(const DayRange& range)
{
    const QString last = formatDate(range.last, uiLanguage());
    if (range.first == range.last)
        return last;
    const QString first = formatDate(range.first, uiLanguage());
    if (range.first.year() != range.last.year())
        return u"%1 – %2"_s.arg(first, last);
    if (range.first.month() == range.last.month())
        return u"%1 – %2"_s.arg(QString::number(range.first.day()), last);
    return u"%1 – %2"_s.arg(first.section(u' ', 0, -2), last);
}

} // namespace belanjain::ui
