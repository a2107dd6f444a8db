// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pin.h"

#include <algorithm>

namespace belanjain {
namespace {

constexpr int freeAttempts = 3;
constexpr qint64 firstWaitMs = 5'000;
constexpr qint64 longestWaitMs = 5 * 60'000;
constexpr int doublings = 6; // more would only be cut off

} // namespace

bool isPin(QStringView text)
{
    return text.size() >= minPin && text.size() <= maxPin
           && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

qint64 pinWaitMs(int wrong)
{
    if (wrong < freeAttempts)
        return 0;
    return std::min(longestWaitMs, firstWaitMs << std::min(wrong - freeAttempts, doublings));
}

} // namespace belanjain
