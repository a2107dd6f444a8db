// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain {

inline constexpr int minPin = 4;
inline constexpr int maxPin = 8;

/// 4 to 8 digits 0 to 9.
bool isPin(QStringView text);

/// How long a lock waits after that many wrong attempts in a row, in milliseconds: nothing after the first two,
/// then 5 s, doubling up to 5 minutes. At that pace the ten thousand PINs of four digits take a month.
qint64 pinWaitMs(int wrong);

} // namespace belanjain
