// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace belanjain::simulation
{

class World;

/// Looks at everything once it has come to rest, and tells the world what is not as promised. `versions` are
/// those of the rows of each store at the last look, of the same epoch.
void lookAtEverything(World& world, std::array<QHash<QString, qint64>, 2>& versions, QString& lastEpoch);

/// Keeps what the server has recorded of ops before something makes it forget.
void harvestResults(World& world);

} // namespace belanjain::simulation
