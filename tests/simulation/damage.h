// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain::testing
{
class SeededRandom;
}

namespace belanjain::simulation
{

struct Harm
{
    QString text;         ///< in words
    bool editsToo = false; ///< the log of edits was hit as well
};

/// What a failing disk does to files that nobody has open: bytes flip, pages turn to zeros, ends go missing.
/// Of a replica's files: its database, its log, and now and then the log of its edits too.
Harm damageFiles(const QString& database, const QString& edits, quint32 kind, testing::SeededRandom& random);

} // namespace belanjain::simulation
