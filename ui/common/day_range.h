// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace belanjain::ui {

struct DayRange
{
    QDate first;
    QDate last; ///< included

    bool isValid() const { return first.isValid() && last.isValid() && first <= last; }
    bool operator==(const DayRange&) const = default;
};

/// "23 Okt – 21 Nov 2026"; one date for one day, both years where they differ.
QString rangeText(const DayRange& range);

} // namespace belanjain::ui
