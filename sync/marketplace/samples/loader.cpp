// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/loader.h"

#include "marketplace/samples/load_step.h"
#include "marketplace/samples/order_loader.h"
#include "marketplace/samples/order_plan.h"
#include "marketplace/samples/store_loader.h"
#include "storage/transaction.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

using storage::Database;
using storage::Result;

/// Set in the transaction that loads the samples.
constexpr QLatin1StringView loadedSetting{"samples.loaded"};

Step<void> noteLoaded(Database& database, Instant now)
{
    return stepOf(database.run(u"INSERT INTO settings (name, value) VALUES (?, ?)"_s,
                               {QString(loadedSetting), toRfc3339(now)}));
}

/// One load: a transaction, one SpaceWriter for all of it, one report.
class Load
{
public:
    Load(Database& database, const LoadOptions& options)
        : m_database(database)
        , m_writer(database, options.now)
        , m_options(options)
    {}

    Result<LoadReport> run(const std::function<Step<void>(Load&)>& work)
    {
        auto transaction = storage::Transaction::begin(m_database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        auto done = work(*this);
        if (done)
            done = stepOf(m_writer.finish());
        if (done)
            done = stepOf(transaction->commit());
        if (done)
            return m_report;
        if (!done.error().cancelled)
            return tl::unexpected(done.error().error);
        LoadReport cancelled;
        cancelled.cancelled = true;
        return cancelled;
    }

    Step<void> addStores(const QList<SampleStore>& stores, bool withDemoOrders)
    {
        qint64 products = 0;
        for (const SampleStore& store : stores)
            products += store.products.size();
        Progress progress(m_options.progress, LoadPhase::Stores, products);
        for (const SampleStore& store : stores) {
            const bool demo = withDemoOrders && store.name == demoSellerStore;
            const OrderPlan plan = demo ? planDemoOrders(store, m_options.now) : OrderPlan();
            if (const auto done = addStore(store, plan, {}, progress); !done)
                return done;
        }
        return {};
    }

    Step<void> addRetail(const OnlineRetail& retail)
    {
        const OrderPlan plan = planRetailOrders(retail, m_options.now);
        Progress progress(m_options.progress, LoadPhase::Stores, retail.store.products.size());
        std::optional<Instant> since;
        if (!plan.orders.isEmpty())
            since = Instant{plan.orders.first().moments.placedAt.ms - 24LL * 60 * 60 * 1000};
        return addStore(retail.store, plan, since, progress);
    }

    Step<void> noteLoaded() { return samples::noteLoaded(m_database, m_options.now); }

private:
    Step<void> addStore(const SampleStore& store, const OrderPlan& plan, std::optional<Instant> since,
                        Progress& progress)
    {
        StoreLoader stores(m_database, m_writer, m_options, m_report);
        const auto stored = stores.load(store, takenBy(plan, store), since, progress);
        if (!stored)
            return tl::unexpected(stored.error());
        if (!*stored || plan.orders.isEmpty())
            return {};
        return OrderLoader(m_database, m_writer, m_options, m_report).load(**stored, plan);
    }

    Database& m_database;
    SpaceWriter m_writer;
    const LoadOptions& m_options;
    LoadReport m_report;
};

} // namespace

Result<bool> samplesLoaded(Database& database)
{
    const auto found =
        database.integer(u"SELECT count(*) FROM settings WHERE name = ?"_s, {QString(loadedSetting)});
    if (!found)
        return tl::unexpected(found.error());
    return *found > 0;
}

Result<LoadReport> loadSamples(Database& database, const Pack& pack, const LoadOptions& options)
{
    const auto loaded = samplesLoaded(database);
    if (!loaded)
        return tl::unexpected(loaded.error());
    if (*loaded) {
        LoadReport report;
        report.alreadyThere = true;
        return report;
    }
    return Load(database, options).run([&pack](Load& load) {
        return load.addStores(pack.stores, true)
            .and_then([&] { return load.addRetail(pack.retail); })
            .and_then([&] { return load.noteLoaded(); });
    });
}

Result<LoadReport> importPrdect(Database& database, const Prdect& prdect, const LoadOptions& options)
{
    return Load(database, options).run([&prdect](Load& load) {
        return load.addStores(prdect.stores, false);
    });
}

Result<LoadReport> importOnlineRetail(Database& database, const OnlineRetail& retail,
                                      const LoadOptions& options)
{
    return Load(database, options).run([&retail](Load& load) { return load.addRetail(retail); });
}

} // namespace belanjain::marketplace::samples
