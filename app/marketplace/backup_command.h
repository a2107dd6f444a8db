// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace belanjain::app
{

/// `backup`: one archive with the database and its pictures, beside a running server.
int backupCommand(const QStringList& arguments);
/// `restore`: puts such an archive in the place of a database that no server uses.
int restoreCommand(const QStringList& arguments);

} // namespace belanjain::app
