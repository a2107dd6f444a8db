// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace belanjain::app
{

/// `run-job NAME`: does by hand what the server does at certain times, beside a running server too.
int runJobCommand(const QStringList& arguments);

} // namespace belanjain::app
