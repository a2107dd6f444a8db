// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/work.h"

#include <QStringList>

namespace belanjain::replica {

/// What no program has written there, though each page may be sound: numbers that the wire cannot carry,
/// which nothing here counts on with, and row numbers that none has. Reads every table once; errors are the
/// Work's.
QStringList implausible(Work& work);

} // namespace belanjain::replica
