// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/operations/operations.h"

#include "marketplace/mail/outbox.h"
#include "marketplace/operations/process_usage.h"
#include "marketplace/runtime/metrics.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

http::Response notCached(http::Response response)
{
    http::setHeader(response.headers, QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    return response;
}

Answer alive(Call&) { return notCached(json(200, {{u"status"_s, u"ok"_s}})); }

Answer ready(Call& call, const ServerState& state)
{
    if (state.draining)
        return tl::unexpected(problemLater(503, u"draining"_s, call.language(), 5));
    const auto schema = call.db().integer(u"SELECT max(version) FROM schema_migrations"_s);
    if (!schema || *schema != state.schema) {
        if (!schema)
            (void)storageProblem(call, schema.error()); // for the log; the answer is the same
        return tl::unexpected(problemLater(503, u"unavailable"_s, call.language(), 5));
    }
    return notCached(json(200, {{u"status"_s, u"ready"_s}, {u"schema"_s, *schema}}));
}

/// A counter that nothing has happened to is 0, not absent: rates begin there.
void nameCounters(Metrics& metrics)
{
    for (const QByteArray& result : {"applied"_ba, "merged"_ba, "rejected"_ba})
        metrics.count("belanjain_sync_ops_total"_ba, "result=\"" + result + '"', 0);
    metrics.count("belanjain_checkouts_total"_ba, "result=\"ok\""_ba, 0);
    metrics.count("belanjain_db_tx_retries_total"_ba, {}, 0);
}

Answer metricsText(Call& call)
{
    nameCounters(call.services().metrics);
    QMap<QByteArray, double> gauges;
    const auto shortfalls = call.db().integer(u"SELECT count(*) FROM variants WHERE reserved > on_hand"_s);
    if (!shortfalls)
        return call.fail(shortfalls.error());
    gauges["belanjain_stock_shortfalls"] = double(*shortfalls);
    const auto oldest = oldestMail(call.db());
    if (!oldest)
        return call.fail(oldest.error());
    const qint64 waitedMs = *oldest ? std::max<qint64>(call.now().ms - (*oldest)->ms, 0) : 0;
    gauges["belanjain_outbox_oldest_seconds"] = double(waitedMs) / 1000;
    if (const auto bytes = residentBytes())
        gauges["process_resident_memory_bytes"] = double(*bytes);
    if (const auto seconds = processorSeconds())
        gauges["process_cpu_seconds_total"] = *seconds;
    return notCached(http::Response::make(200, QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8"),
                                          call.services().metrics.text(gauges)));
}

} // namespace

QList<Route> operationsRoutes(const ServerState& state)
{
    return {
        {.method = "GET", .path = "/healthz", .work = Work::Immediate, .handle = alive},
        {.method = "GET", .path = "/readyz", .work = Work::Read,
         .handle = [&state](Call& call) { return ready(call, state); }},
        {.method = "GET", .path = "/metrics", .access = Access::Loopback, .work = Work::Read, .handle = metricsText},
    };
}

} // namespace belanjain::marketplace
