// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/executor.h"
#include "marketplace/runtime/log.h"
#include "ports/clock.h"
#include "ports/id_factory.h"
#include "ports/random_source.h"

#include <QString>

namespace belanjain::marketplace
{

class Metrics;

/// What the server's modules share. Outlives every route and every call; each part may be used from
/// any thread.
struct Services
{
    const ports::Clock& clock;
    ports::RandomSource& random;
    ports::IdFactory& ids;
    Executor& executor;
    Metrics& metrics;
    Log& log;
    QString dataDir;
};

} // namespace belanjain::marketplace
