// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

namespace belanjain::simulation
{

struct Outcome
{
    std::optional<Failure> failure;
    quint64 trace = 0;
    QStringList lines;
};

/// Lives a story in a world of its own, in a folder that is emptied first.
Outcome run(const StartingPoint& start, const QString& folder, quint64 seed, const Story& story, Bug planted = 0,
            bool keepsText = false);

/// The shortest story that dropping steps leads to and that still breaks the same promise.
Story shrunk(const StartingPoint& start, const QString& folder, quint64 seed, Story story, const Failure& failure,
             Bug planted = 0);

} // namespace belanjain::simulation
