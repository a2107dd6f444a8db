// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/marketplace_core.h"

#include "marketplace/analytics/analytics_routes.h"
#include "marketplace/catalogue/product_routes.h"
#include "marketplace/checkout/checkout_routes.h"
#include "marketplace/images/image_routes.h"
#include "marketplace/operations/openapi.h"
#include "marketplace/orders/order_routes.h"
#include "marketplace/reviews/review_routes.h"
#include "marketplace/syncing/events_hub.h"
#include "marketplace/syncing/sync_routes.h"

namespace belanjain::marketplace
{

class MarketplaceCore::Private
{
public:
    Private(const CoreParts& parts, ServerKeys keys, const CoreSettings& settings)
        : ids(parts.clock, parts.random)
        , services{parts.clock, parts.random, ids, parts.executor, parts.metrics, parts.log, settings.dataDir}
        , accounts(services, hub, std::move(keys), settings.accounts)
        , images(services, settings.imageFolder, settings.imageWorker)
        , router(services, accounts, makeRoutes(parts.state, settings))
    {
    }

    QList<Route> makeRoutes(const ServerState& state, const CoreSettings& settings)
    {
        QList<Route> routes = operationsRoutes(state) + openApiRoutes();
        routes += accounts.routes();
        routes += catalogueRoutes(hub);
        routes += syncRoutes(hub, settings.syncSchemas);
        routes += orderRoutes(hub);
        routes += checkoutRoutes(hub);
        routes += imageRoutes(images, hub);
        routes += reviewRoutes(hub);
        routes += analyticsRoutes();
        return routes;
    }

    ports::IdFactory ids;
    Services services;
    EventsHub hub;
    Accounts accounts;
    Images images;
    Router router;
};

MarketplaceCore::MarketplaceCore(const CoreParts& parts, ServerKeys keys, const CoreSettings& settings)
    : m_d(std::make_unique<Private>(parts, std::move(keys), settings))
{
}

MarketplaceCore::~MarketplaceCore() = default;

Router& MarketplaceCore::router() { return m_d->router; }

EventsHub& MarketplaceCore::hub() { return m_d->hub; }

Images& MarketplaceCore::images() { return m_d->images; }

Services& MarketplaceCore::services() { return m_d->services; }

} // namespace belanjain::marketplace
