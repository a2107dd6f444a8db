// SPDX-License-Identifier: GPL-3.0-or-later
// What the replica takes at a given number of variants: loading, first pages, whole orders, fetches,
// search, edits. Prints one JSON object. usage: replica_bench [variants] [folder]
#include "protocol/row_sum.h"
#include "replica/inventory_queries.h"
#include "replica/replica.h"
#include "replica/variant_table.h"
#include "support/fake_time.h"
#include "support/generated_rows.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using ports::InventoryQuery;
using ports::InventorySort;

namespace {

double percentile(QList<double> times, double share)
{
    std::sort(times.begin(), times.end());
    return times.isEmpty() ? 0
                           : times.at(std::min(times.size() - 1, qsizetype(double(times.size()) * share)));
}

double milliseconds(const QElapsedTimer& timer) { return double(timer.nsecsElapsed()) / 1e6; }

/// Peak and present memory of this process in MB, where the system says it.
QJsonObject memory()
{
    QJsonObject json;
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return json;
    const auto lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("VmRSS") || line.startsWith("VmHWM"))
            json[QString::fromLatin1(line.left(5))] =
                line.mid(7).simplified().split(' ').first().toInt() / 1024;
    }
    return json;
}

struct Timed
{
    double firstPage = 0;
    double order = 0;
    int rows = 0;
};

Timed open(replica::InventoryQueries& queries, const InventoryQuery& query)
{
    Timed timed;
    QElapsedTimer timer;
    timer.start();
    const auto done = queries.open(query, [] { return false; },
                                   {.firstPage = [&](const auto&) { timed.firstPage = milliseconds(timer); },
                                    .order =
                                        [&](const auto& order) {
                                            timed.order = milliseconds(timer);
                                            timed.rows = int(order->size());
                                        }});
    if (!done)
        qFatal("%s", qPrintable(done.error().text));
    return timed;
}

std::unique_ptr<storage::Database> reader(const QString& file)
{
    return std::move(storage::Database::open(storage::Address::sqlite(file), {.readOnly = true}).value());
}

QJsonObject benchLoad(replica::Replica& replica, int variants)
{
    const auto head = GeneratedRows::head(1, variants);
    GeneratedRows rows(1, variants);
    QElapsedTimer timer;
    qint64 spent = 0;
    std::clock_t cpu = 0; // on a busy machine the wall clock tells of the others
    auto builder = replica.beginSnapshot(head).value();
    QList<protocol::SyncRow> batch;
    for (bool more = true; more;) {
        batch.clear();
        while (batch.size() < 10'000) {
            auto row = rows.next();
            more = row.has_value();
            if (!more)
                break;
            batch.append(std::move(*row));
        }
        timer.start(); // making the rows up is not what is measured
        const std::clock_t before = std::clock();
        if (!builder->add(batch))
            qFatal("load failed");
        cpu += std::clock() - before;
        spent += timer.nsecsElapsed();
    }
    const std::clock_t addCpu = cpu;
    cpu -= std::clock();
    timer.start();
    if (!replica.swapIn(std::move(builder))->applied)
        qFatal("swap failed");
    const double finish = milliseconds(timer);
    cpu += std::clock();
    const double seconds = double(spent) / 1e9 + finish / 1e3;
    return {{u"rowsPerSecond"_s, qRound(double(head.rowCount) / seconds)},
            {u"variantsPerSecond"_s, qRound(variants / seconds)},
            {u"addCpuSeconds"_s, double(addCpu) / CLOCKS_PER_SEC},
            {u"cpuSeconds"_s, double(cpu) / CLOCKS_PER_SEC},
            {u"addSeconds"_s, double(spent) / 1e9},
            {u"finishSeconds"_s, finish / 1e3},
            {u"fileMB"_s, double(QFileInfo(replica.databaseFile()).size()) / 1e6},
            {u"memory"_s, memory()}};
}

QJsonObject benchQueries(const QString& file)
{
    const QList<std::pair<QString, InventoryQuery>> queries{
        {u"product"_s, {}},
        {u"productDescending"_s, {.descending = true}},
        {u"productAll"_s, {.status = ports::StatusFilter::All}},
        {u"sku"_s, {.sort = InventorySort::Sku}},
        {u"category"_s, {.sort = InventorySort::Category}},
        {u"price"_s, {.sort = InventorySort::Price}},
        {u"lowByAvailable"_s, {.stock = ports::StockFilter::Low, .sort = InventorySort::Available}},
        {u"enough"_s, {.stock = ports::StockFilter::Enough}},
        {u"available"_s, {.sort = InventorySort::Available}},
        {u"sync"_s, {.sort = InventorySort::Sync}},
        {u"archived"_s, {.status = ports::StatusFilter::Archived}},
        {u"low"_s, {.stock = ports::StockFilter::Low}},
        {u"outByPrice"_s, {.stock = ports::StockFilter::Out, .sort = InventorySort::Price}},
        {u"oneCategory"_s, {.category = u"Dapur"_s}},
        {u"oneCategoryLow"_s, {.category = u"Dapur"_s, .stock = ports::StockFilter::Low}}};
    QJsonObject json;
    for (const auto& [name, query] : queries) {
        // A connection and cache of its own each: nothing kept from the one before.
        const auto database = reader(file);
        replica::InventoryQueries cold(*database);
        const Timed first = open(cold, query);
        const Timed again = open(cold, query);
        json[name] = QJsonObject{{u"firstPageMs"_s, first.firstPage},
                                 {u"orderMs"_s, first.order},
                                 {u"rows"_s, first.rows},
                                 {u"againFirstPageMs"_s, again.firstPage},
                                 {u"againOrderMs"_s, again.order}};
    }
    return json;
}

QJsonObject benchSearch(const QString& file, int variants)
{
    const auto database = reader(file);
    replica::InventoryQueries queries(*database);
    open(queries, {});
    QStringList typed;
    for (const QString& text :
         {u"kaos merah"_s, u"sepatu pria hitam"_s, u"jum'at"_s, u"café premium"_s, u"kemeja batik 17"_s,
          u"abu-abu xl"_s, u"lampu kabel"_s, u"899"_s, u"kursi lokal 1999"_s}) {
        for (qsizetype n = 1; n <= text.size(); ++n)
            typed << text.left(n);
    }
    for (int n = 1; n < 30; ++n)
        typed << u"KAO-%1"_s.arg(qint64(variants) * n / 31, 6, 10, QChar(u'0'));
    QList<double> pages;
    QList<double> orders;
    double slowest = 0;
    QString slowestText;
    for (const QString& text : std::as_const(typed)) {
        const Timed timed = open(queries, {.search = text});
        pages << timed.firstPage;
        orders << timed.order;
        if (timed.firstPage > slowest) {
            slowest = timed.firstPage;
            slowestText = u"%1 (%2 rows)"_s.arg(text).arg(timed.rows);
        }
    }
    return {{u"queries"_s, typed.size()},          {u"p50Ms"_s, percentile(pages, 0.5)},
            {u"p95Ms"_s, percentile(pages, 0.95)}, {u"maxMs"_s, slowest},
            {u"slowest"_s, slowestText},           {u"wholeOrderP95Ms"_s, percentile(orders, 0.95)}};
}

QJsonObject benchRows(const QString& file, int variants)
{
    const auto database = reader(file);
    replica::InventoryQueries queries(*database);
    QList<ports::RowNumber> order;
    if (!queries.open({}, [] { return false; },
                      {.firstPage = [](const auto&) {}, .order = [&](const auto& rows) { order = *rows; }}))
        qFatal("order failed");
    SeededRandom random(3);
    QList<double> times;
    QElapsedTimer timer;
    for (int n = 0; n < 300; ++n) {
        const auto start = qsizetype(random.below(quint64(std::max<qsizetype>(1, order.size() - 256))));
        timer.start();
        if (queries.fetch(order.mid(start, 256))->isEmpty())
            qFatal("fetch failed");
        times << milliseconds(timer);
    }
    timer.start();
    const auto totals = queries.total(order, [] { return false; }).value();
    const double totalMs = milliseconds(timer);
    timer.start();
    const auto summary = queries.summary().value();
    const double summaryMs = milliseconds(timer);
    timer.start();
    const auto categories = queries.categories().value();
    return {{u"fetch256P50Ms"_s, percentile(times, 0.5)},
            {u"fetch256P99Ms"_s, percentile(times, 0.99)},
            {u"totalAllMs"_s, totalMs},
            {u"totalRows"_s, totals->rows},
            {u"summaryMs"_s, summaryMs},
            {u"low"_s, summary.low},
            {u"out"_s, summary.out},
            {u"categoriesMs"_s, milliseconds(timer)},
            {u"categories"_s, categories.size()},
            {u"variants"_s, variants}};
}

QJsonObject benchEdits(replica::Replica& replica, int variants)
{
    SeededRandom random(9);
    QList<double> times;
    QElapsedTimer timer;
    for (int n = 0; n < 2'000; ++n) {
        const auto id =
            replica.database()
                .one(u"SELECT id FROM variants WHERE row = ?"_s,
                     {qint64(1 + random.below(quint64(variants)))},
                     [](const storage::Row& r) { return VariantId(QUuid::fromRfc4122(r.bytes(0))); })
                .value();
        ports::Command command = ports::AdjustStock{*id, 1, {}};
        if (n % 3 == 1)
            command = ports::SetPrice{*id, {1'000 + n}};
        if (n % 10 == 9)
            command = ports::SetSku{*id, u"UBAH-%1"_s.arg(n)};
        timer.start();
        if (!replica.submit({command})->results[0].applied)
            qFatal("edit refused");
        times << milliseconds(timer);
    }
    return {{u"p50Ms"_s, percentile(times, 0.5)},
            {u"p99Ms"_s, percentile(times, 0.99)},
            {u"maxMs"_s, percentile(times, 1)}};
}

QJsonObject benchPull(replica::Replica& replica, int variants)
{
    QList<double> times;
    QElapsedTimer timer;
    SeededRandom random(5);
    for (int n = 0; n < 50; ++n) {
        protocol::PullAnswer page{.epoch = replica.epoch(), .complete = true, .rowCount = replica.rowCount()};
        auto sum = replica.rowSum();
        page.next = replica.cursor();
        for (int i = 0; i < 100; ++i) {
            replica::Work work(replica.database());
            const auto old =
                replica::VariantTable(work).at(ports::RowNumber(1 + random.below(quint64(variants))));
            if (!old || old->waiting)
                continue;
            const QString text = old->id.toString();
            if (std::any_of(page.rows.cbegin(), page.rows.cend(),
                            [&](const auto& row) { return row.id == text; }))
                continue;
            sum.remove(protocol::rowShare(protocol::table::variants, text, old->version));
            sum.add(protocol::rowShare(protocol::table::variants, text, ++page.next));
            protocol::VariantRow data = old->data;
            data.onHand += 3; // what changes most: something was sold or came in
            page.rows.append({.table = QStringView(protocol::table::variants).toString(),
                              .id = text,
                              .version = page.next,
                              .data = data.toJson()});
        }
        page.rowSum = sum;
        timer.start();
        const auto effect = replica.stagePull(page);
        times << milliseconds(timer);
        if (!effect || !effect->applied)
            qFatal("pull not applied");
    }
    return {{u"p50Ms"_s, percentile(times, 0.5)}, {u"p95Ms"_s, percentile(times, 0.95)}};
}

} // namespace

int main(int argc, char** argv)
{
    const int variants = argc > 1 ? atoi(argv[1]) : 1'000'000;
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path();
    FakeClock clock;
    SeededRandom random;
    ports::IdFactory ids(clock, random);
    auto replica = replica::Replica::open(folder + u"/bench.db"_s, clock, ids).value();

    QJsonObject json{{u"variants"_s, variants}};
    json[u"load"_s] = benchLoad(*replica, variants);
    const QString file = replica->databaseFile();
    json[u"open"_s] = benchQueries(file);
    json[u"rows"_s] = benchRows(file, variants);
    json[u"search"_s] = benchSearch(file, variants);
    json[u"edit"_s] = benchEdits(*replica, variants);
    json[u"pullOf100"_s] = benchPull(*replica, variants);
    json[u"memory"_s] = memory();
    puts(QJsonDocument(json).toJson().constData());
    return 0;
}
