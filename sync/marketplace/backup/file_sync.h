// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDevice;

namespace belanjain::marketplace
{

/// Waits until what was written is on the disk. False when it could not be.
bool syncFile(QFileDevice& file);
/// The same for the names in a folder; a system that has no such thing says true.
bool syncFolderNames(const QString& folder);
/// Puts a file in the place of another, at once. False when the system refuses.
bool replaceFile(const QString& from, const QString& to);

} // namespace belanjain::marketplace
