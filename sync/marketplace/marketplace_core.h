// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/accounts/accounts.h"
#include "marketplace/images/image_worker.h"
#include "marketplace/operations/operations.h"
#include "marketplace/runtime/metrics.h"
#include "marketplace/syncing/schema_range.h"

#include <memory>

namespace belanjain::marketplace
{

class EventsHub;
class Images;

/// What the modules are given from outside; outlives them. Each may be used from any thread.
struct CoreParts
{
    const ports::Clock& clock;
    ports::RandomSource& random;
    Log& log;
    Executor& executor;
    Metrics& metrics;
    const ServerState& state;
};

struct CoreSettings
{
    AccountOptions accounts;
    ImageWorkerOptions imageWorker;
    QString dataDir;
    QString imageFolder;
    SchemaRange syncSchemas = {};
};

/// Every module of the marketplace behind its router, without a socket or a thread of its own: what the
/// server puts behind its listener, and a simulator behind a network that it makes up. The executor has to
/// be stopped before this goes, since what still runs uses it.
class MarketplaceCore
{
public:
    MarketplaceCore(const CoreParts& parts, ServerKeys keys, const CoreSettings& settings);
    ~MarketplaceCore();
    MarketplaceCore(const MarketplaceCore&) = delete;
    MarketplaceCore& operator=(const MarketplaceCore&) = delete;

    Router& router();
    EventsHub& hub();
    Images& images();
    Services& services();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace belanjain::marketplace
