// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/sync_routes.h"

#include "marketplace/catalogue/product_routes.h"
#include "marketplace/runtime/dispatch.h"
#include "marketplace/runtime/metrics.h"
#include "marketplace/syncing/events_hub.h"
#include "marketplace/syncing/pull.h"
#include "marketplace/syncing/push.h"
#include "marketplace/syncing/snapshot.h"
#include "storage/transaction.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using protocol::ObjectReader;
namespace
{

/// A client that takes nothing for so long is not waited for: the read transaction holds the log.
constexpr qint64 snapshotPatienceMs = 60'000;
constexpr qint64 snapshotPendingBytes = 1 << 20;

QString spaceOf(const Caller& caller)
{
    return caller.role == Role::Seller ? caller.store.toString() : caller.user.toString();
}

/// A number in the query; `fallback` when it is not given.
Expected<qint64> number(const Call& call, const QString& name, qint64 least, qint64 most, qint64 fallback)
{
    const auto text = call.request().queryValue(name);
    if (!text)
        return fallback;
    bool ok = false;
    const qint64 value = text->toLongLong(&ok);
    if (!ok || value < least || value > most)
        return tl::unexpected(badParameter(name, call.language()));
    return value;
}

Expected<DeviceId> deviceOf(const Call& call)
{
    const auto text = call.request().queryValue(u"deviceId");
    if (!text)
        return DeviceId();
    const auto id = DeviceId::parse(*text);
    if (!id)
        return tl::unexpected(badParameter(u"deviceId"_s, call.language()));
    return *id;
}

Expected<void> checkSchema(const Call& call, qint64 schema, SchemaRange spoken)
{
    if (schema >= spoken.oldest && schema <= spoken.newest)
        return {};
    // A desktop says by these whose program has to be updated.
    protocol::Problem unsupported = problem(422, u"schema_unsupported"_s, call.language());
    unsupported.extra[u"oldest"_s] = spoken.oldest;
    unsupported.extra[u"newest"_s] = spoken.newest;
    return tl::unexpected(unsupported);
}

Expected<void> checkSchema(const Call& call, SchemaRange spoken)
{
    const auto schema = number(call, u"schema"_s, 1, 1'000'000, protocol::syncSchema);
    if (!schema)
        return tl::unexpected(schema.error());
    return checkSchema(call, *schema, spoken);
}

tl::unexpected<protocol::Problem> refused(const Call& call, const PushProblem& refusal)
{
    switch (refusal.refusal) {
    case PushRefusal::NoSpace:
        return call.failNotFound();
    case PushRefusal::ResyncRequired:
        return call.fail(410, u"resync_required"_s);
    case PushRefusal::SeqMismatch:
        return call.fail(409, u"seq_mismatch"_s);
    case PushRefusal::SeqGap:
        break;
    }
    protocol::Problem gap = problem(409, u"seq_gap"_s, call.language());
    gap.extra[u"expected"_s] = refusal.expected;
    return tl::unexpected(gap);
}

void countResults(Call& call, const protocol::PushAnswer& answer)
{
    QHash<QByteArray, qint64> counts;
    for (const protocol::OpResult& result : answer.results) {
        switch (result.status) {
        case protocol::OpStatus::Applied:
            ++counts["applied"_ba];
            break;
        case protocol::OpStatus::Merged:
            ++counts["merged"_ba];
            break;
        case protocol::OpStatus::Rejected:
            ++counts["rejected"_ba];
            break;
        }
    }
    call.afterCommit([&metrics = call.services().metrics, counts] {
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            metrics.count("belanjain_sync_ops_total"_ba, "result=\""_ba + it.key() + '"', it.value());
    });
}

Answer pushOps(Call& call, EventsHub& hub, SchemaRange spoken)
{
    ObjectReader reader(call.body());
    const auto request = protocol::PushRequest::read(reader);
    for (qsizetype i = 0; reader.ok() && i < request.ops.size(); ++i) {
        if (request.ops[i].seq < 1)
            reader.fail(u"ops[%1].seq"_s.arg(i), u"out_of_range"_s);
    }
    if (!reader.ok())
        return call.fail(reader.errors());
    if (const auto fine = checkSchema(call, request.schema, spoken); !fine)
        return tl::unexpected(fine.error());
    if (request.ops.size() > protocol::maxOpsPerPush)
        return call.fail(413, u"too_many_ops"_s);
    const auto name = callerName(call);
    if (!name)
        return call.fail(name.error());
    const PushParts parts{.db = call.db(),
                          .ids = call.ids(),
                          .now = call.now(),
                          .actor = {call.caller().store, *name, request.device.toString()},
                          .language = call.language()};
    const auto done = push(parts, request);
    if (!done)
        return call.fail(done.error());
    if (!*done)
        return refused(call, done->error());
    if (!(*done)->changes.isEmpty())
        call.afterCommit([&hub, changes = (*done)->changes] { hub.announce(changes); });
    countResults(call, (*done)->answer);
    return json(200, (*done)->answer.toJson());
}

Answer pullRows(Call& call, SchemaRange spoken)
{
    if (const auto fine = checkSchema(call, spoken); !fine)
        return tl::unexpected(fine.error());
    constexpr qint64 most = qint64(1) << 53;
    const auto after = number(call, u"after"_s, 0, most, 0);
    const auto limit = number(call, u"limit"_s, 1, protocol::maxRowsPerPull, protocol::maxRowsPerPull);
    const auto seen = number(call, u"seenSeq"_s, 0, most, 0);
    const auto device = deviceOf(call);
    for (const auto* value : {&after, &limit, &seen}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    if (!device)
        return tl::unexpected(device.error());
    auto transaction = storage::Transaction::beginRead(call.db());
    if (!transaction)
        return call.fail(transaction.error());
    const auto answer = pull(call.db(), {.space = spaceOf(call.caller()),
                                         .epoch = call.request().queryValue(u"epoch").value_or(QString()),
                                         .after = *after,
                                         .device = *device,
                                         .seenSeq = *seen,
                                         .limit = int(*limit)});
    if (!answer)
        return call.fail(answer.error());
    if (*answer)
        return http::Response::make(200, "application/json"_ba, **answer);
    if (answer->error() == PullRefusal::NoSpace)
        return call.failNotFound();
    return call.fail(410, u"resync_required"_s);
}

void refuse(const Call& call, const http::Responder& responder, protocol::Problem problem)
{
    problem.instance = QString::fromUtf8(call.request().path);
    http::Response response = toResponse(problem);
    addCommonHeaders(response, call.request(), call.requestId(), true);
    responder.respond(std::move(response));
}

/// The head that every answer has, for one that is written piece by piece.
http::Headers streamHead(const Call& call, const QByteArray& contentType)
{
    http::Response response = http::Response::make(200, contentType, {});
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    addCommonHeaders(response, call.request(), call.requestId(), true);
    return response.headers;
}

void streamSnapshot(Call& call, const http::Responder& responder, SchemaRange spoken)
{
    const auto schema = checkSchema(call, spoken);
    const auto device = deviceOf(call);
    if (!schema || !device)
        return refuse(call, responder, schema ? device.error() : schema.error());
    http::StreamWriter stream;
    // Compressing costs more time than a short line does.
    const bool compress = !call.request().peer.isLoopback();
    const auto ended = writeSnapshot(call.db(), spaceOf(call.caller()), *device, [&](const QByteArray& lines) {
        if (!stream.isValid())
            stream = responder.startStream(200, streamHead(call, "application/x-ndjson"_ba), {.compress = compress});
        return stream.waitForSpace(snapshotPendingBytes, snapshotPatienceMs) && stream.write(lines);
    });
    if (ended && *ended == SnapshotEnd::Complete)
        return stream.finish();
    if (stream.isValid())
        return stream.abort();
    refuse(call, responder, ended ? notFound(call.language()) : storageProblem(call, ended.error()));
}

void listen(Call& call, const http::Responder& responder, EventsHub& hub)
{
    const QString space = spaceOf(call.caller());
    const auto head = readHead(call.db(), space);
    if (!head)
        return refuse(call, responder, storageProblem(call, head.error()));
    if (!*head)
        return refuse(call, responder, notFound(call.language()));
    http::Headers headers = streamHead(call, "text/event-stream"_ba);
    headers.append({"X-Accel-Buffering"_ba, "no"_ba}); // nginx holds answers back else
    const auto stream = responder.startStream(200, headers, {.endless = true});
    hub.subscribe({space, (*head)->version}, stream, call.caller().session);
    // A commit between the look at the head and the subscription would go unheard.
    const auto again = readHead(call.db(), space);
    if (again && *again && (*again)->version > (*head)->version)
        hub.announce({{space, (*again)->version}});
}

} // namespace

QList<Route> syncRoutes(EventsHub& hub, SchemaRange schemas)
{
    return {{.method = "POST", .path = "/v1/sync/push", .access = Access::Seller, .work = Work::Write,
             .handle = [&hub, schemas](Call& call) { return pushOps(call, hub, schemas); }, .body = Body::Object,
             .bodyLimit = protocol::maxPushBytes},
            {.method = "GET", .path = "/v1/sync/pull", .access = Access::SignedIn, .handle = [schemas](Call& call) { return pullRows(call, schemas); }},
            {.method = "GET", .path = "/v1/sync/snapshot", .access = Access::SignedIn, .work = Work::Stream,
             .stream = [schemas](Call& call, const http::Responder& responder) { streamSnapshot(call, responder, schemas); }},
            {.method = "GET", .path = "/v1/events", .access = Access::SignedIn, .work = Work::Stream,
             .stream = [&hub](Call& call, const http::Responder& responder) { listen(call, responder, hub); }}};
}

} // namespace belanjain::marketplace
