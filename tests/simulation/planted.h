// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain::simulation
{

class World;
class SimDesktop;

/// The forty ways in which sync went wrong elsewhere, by their numbers, as far as they are planted here.
enum class Bug : quint8 {
    None = 0,
};

struct PlantedBug
{
    Bug bug;
    QString what; ///< how it was planted
};

} // namespace belanjain::simulation
