// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/loader.h"

#include <QStringList>

namespace belanjain::app {

/// `import`: puts data sets into the marketplace and says what became of every row.
int importCommand(const QStringList& arguments);

/// Tells how far a load is on stderr, a line for every tenth of a phase.
marketplace::samples::LoadProgress progressOnStderr(const QString& subcommand);

} // namespace belanjain::app
