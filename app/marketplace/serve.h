// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace belanjain::app
{

/// `serve`: runs the marketplace until SIGTERM or SIGINT.
int serve(const QStringList& arguments);

} // namespace belanjain::app
