// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace belanjain::app
{

/// `doctor`: checks every invariant of a database; exit code 1 and a list when one is broken. Works beside a
/// running server.
int doctorCommand(const QStringList& arguments);

} // namespace belanjain::app
