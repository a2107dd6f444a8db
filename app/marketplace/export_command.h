// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace belanjain::app
{

/// `export`: products or orders as CSV, beside a running server.
int exportCommand(const QStringList& arguments);

} // namespace belanjain::app
