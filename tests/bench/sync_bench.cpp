// SPDX-License-Identifier: GPL-3.0-or-later
// A desktop's replica and engine against the marketplace in another process, over loopback: the first
// sync, a push of what was edited offline, pulls of what others changed. usage: sync_bench [variants] [runs]
#include "bench/market.h"
#include "bench/measure.h"
#include "ports/system.h"
#include "support/test_desktop.h"

using namespace belanjain;
using namespace belanjain::bench;
using namespace Qt::StringLiterals;
using testing::TestDesktop;

namespace
{

QList<VariantId> someVariants(TestDesktop& desktop, int count)
{
    return desktop.replica()
        .database()
        .all(u"SELECT id FROM variants WHERE row % 37 = 0 LIMIT ?"_s, {count},
             [](const storage::Row& row) { return VariantId(QUuid::fromRfc4122(row.bytes(0))); })
        .value();
}

void editOffline(TestDesktop& desktop, const QList<VariantId>& variants, int price)
{
    desktop.engine().setWorkOffline(true);
    int n = 0;
    for (const VariantId& id : variants) {
        const ports::Command command = ++n % 3 == 0 ? ports::Command(ports::SetPrice{id, {price + n}})
                                                    : ports::Command(ports::AdjustStock{id, 1, {}});
        if (!desktop.edit(command))
            qFatal("edit refused");
    }
}

double goOnline(TestDesktop& desktop)
{
    QElapsedTimer timer;
    timer.start();
    desktop.engine().setWorkOffline(false);
    waitUntil("the desktop to settle", [&] { return desktop.settled(); });
    return milliseconds(timer);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int variants = argc > 1 ? atoi(argv[1]) : 100'000;
    const int runs = argc > 2 ? atoi(argv[2]) : 5;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"market.db"_s);
    fillMarket(storage::Address::sqlite(file), {.stores = 1, .products = variants / 5, .variantsEach = 5});
    const MarketProcess market(u"sqlite:"_s + file);
    const ports::SystemClock clock;
    quint64 seed = 0;
    const auto desktop = [&] {
        auto made = std::make_unique<TestDesktop>(market.port(), market.refreshToken(), clock, ++seed);
        waitUntil("the first sync", [&] { return made->settled(); });
        return made;
    };

    QList<double> rates;
    std::unique_ptr<TestDesktop> office;
    for (int run = 0; run < runs; ++run) {
        office.reset();
        const QString token = market.refreshToken();
        QElapsedTimer timer;
        timer.start();
        office = std::make_unique<TestDesktop>(market.port(), token, clock, ++seed);
        waitUntil("the first sync", [&] { return office->settled(); });
        rates << double(office->replica().rowCount()) / (milliseconds(timer) / 1e3);
    }
    report(u"first sync of %1 variants over loopback"_s.arg(variants), median(rates), u"rows/s"_s, u">= 60000"_s);
    report(u"first sync, best run"_s, percentile(rates, 1), u"rows/s"_s);

    QList<double> pushes;
    const QList<VariantId> thousand = someVariants(*office, 1'000);
    for (int run = 0; run < runs; ++run) {
        editOffline(*office, thousand, 10'000 + run * 2'000);
        pushes << goOnline(*office) / 1e3;
    }
    report(u"push of 1000 offline edits"_s, median(pushes), u"s"_s, u"<= 0.5"_s);

    const auto shop = desktop();
    const QList<VariantId> hundred = someVariants(*office, 100);
    QList<double> pulls;
    for (int run = 0; run < 40; ++run) {
        shop->engine().setWorkOffline(true);
        editOffline(*office, hundred, 20'000 + run * 200);
        goOnline(*office);
        pulls << goOnline(*shop);
        if (shop->replica().cursor() != office->replica().cursor())
            qFatal("not everything came");
    }
    report(u"pull of 100 changes p95"_s, percentile(pulls, 0.95), u"ms"_s, u"<= 50"_s);
    report(u"pull of 100 changes p50"_s, median(pulls), u"ms"_s);
    if (office->replica().rejectionCount().value() != 0 || office->replica().dump().value() != shop->replica().dump().value())
        qFatal("the desktops do not agree");
    return 0;
}
