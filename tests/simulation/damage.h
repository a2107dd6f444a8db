// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain::testing
{
class SeededRandom;
}

namespace belanjain::simulation
{

/// What a failing disk does to files that nobody has open: bytes flip, pages turn to zeros, ends go missing.
/// Of a replica's files: its database, its log, and now and then the log of its edits too. In words what it was.
QString damageFiles(const QString& database, const QString& edits, quint32 kind, testing::SeededRandom& random);

} // namespace belanjain::simulation
