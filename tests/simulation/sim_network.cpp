// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_network.h"

#include <algorithm>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using engine::HttpAnswer;
using engine::HttpRequest;

const char* fateName(Fate fate)
{
    static const char* const names[fateCount] = {"passes",        "is refused",      "vanishes",     "loses its answer",
                                                 "is half open",  "is sent twice",   "is repeated late", "is delayed",
                                                 "has its answer delayed", "meets maintenance", "meets a portal",
                                                 "meets an empty answer", "has its answer cut"};
    return names[int(fate)];
}

const char* wishName(Wish wish)
{
    static const char* const names[wishCount] = {"request", "push", "pull", "snapshot", "refresh", "event stream"};
    return names[int(wish)];
}

namespace
{

bool isMeant(Wish wish, const HttpRequest& request)
{
    switch (wish) {
    case Wish::Any:
        return true;
    case Wish::Push:
        return request.path.startsWith(u"/v1/sync/push");
    case Wish::Pull:
        return request.path.startsWith(u"/v1/sync/pull");
    case Wish::Snapshot:
        return request.path.startsWith(u"/v1/sync/snapshot");
    case Wish::Refresh:
        return request.path.startsWith(u"/v1/auth/refresh");
    case Wish::Events:
        return request.path.startsWith(u"/v1/events");
    }
    return false;
}

} // namespace

struct SimTransport::Call
{
    HttpRequest request;
    std::function<void(const QByteArray&)> chunk;
    std::function<void(const HttpAnswer&)> done;
    Fate fate = Fate::Pass;
    bool alive = true;
    qint64 lastAt = 0; ///< when the last piece arrives; the next may not overtake it
    quint64 stream = 0;
    std::unique_ptr<engine::PlannedCall> patience;
};

SimTransport::SimTransport(SimServer& server, Timeline& time, Trace& trace, QString name, quint64 seed)
    : m_server(server), m_time(time), m_trace(trace), m_name(std::move(name)), m_random(seed)
{
}

std::unique_ptr<engine::PendingCall> SimTransport::send(const HttpRequest& request,
                                                        std::function<void(const HttpAnswer&)> done)
{
    return stream(request, {}, std::move(done));
}

Fate SimTransport::fateOf(const HttpRequest& request)
{
    if (m_cut)
        return Fate::Refuse;
    for (auto it = m_planned.begin(); it != m_planned.end(); ++it) {
        if (!isMeant(it->wish, request))
            continue;
        const Fate fate = it->fate;
        m_planned.erase(it);
        return fate;
    }
    return Fate::Pass;
}

std::unique_ptr<engine::PendingCall> SimTransport::stream(const HttpRequest& request,
                                                          std::function<void(const QByteArray&)> chunk,
                                                          std::function<void(const HttpAnswer&)> done)
{
    struct Handle : engine::PendingCall
    {
        Handle(SimTransport& line, CallPtr which) : owner(line), call(std::move(which)) {}
        ~Handle() override
        {
            call->alive = false;
            call->patience.reset();
            if (call->stream != 0)
                owner.m_server.leave(call->stream);
        }
        SimTransport& owner;
        CallPtr call;
    };
    const auto call = std::make_shared<Call>();
    call->request = request;
    call->chunk = std::move(chunk);
    call->done = std::move(done);
    auto handle = std::make_unique<Handle>(*this, call);
    if (isDead && isDead())
        return handle;
    if (tap.request)
        tap.request(call->request);
    ++m_sent;
    call->fate = fateOf(request);
    if (isMeant(Wish::Refresh, request))
        m_renewal = call;
    if (call->fate != Fate::Pass && isMeant(Wish::Refresh, request))
        ++renewalsHurt;
    if (isMeant(Wish::Refresh, request)) {
        renewalOutlasted = renewalOutlasted || (m_unheardSince && m_time.now() - *m_unheardSince > mostPatienceMs);
        m_unheardSince = m_unheardSince.value_or(m_time.now());
    }
    m_trace.note(m_time.now(), u"%1 sends %2 %3%4"_s.arg(m_name, QString::fromLatin1(request.method), request.path,
                                                        call->fate == Fate::Pass ? QString()
                                                                                 : u", which "_s + QString::fromLatin1(fateName(call->fate))));
    if (tap.swallows && tap.swallows(call->request))
        return handle;
    watch(call);
    if (tap.isDeafWhileBusy && request.path.startsWith(u"/v1/sync/"))
        m_busy.push_back(call);
    if (call->fate == Fate::Refuse) {
        fail(call, someMs(1, 40));
        return handle;
    }
    if (call->fate == Fate::Drop)
        return handle;
    const int renewals = isMeant(Wish::Refresh, request) ? 1 : 0;
    // A renewal that arrives after the time of grace of its token is what a thief would send.
    const qint64 most = renewals ? 6'000 : 25'000;
    const qint64 way = someMs(5, 60) + (call->fate == Fate::Delay ? someMs(1'000, most) : 0);
    m_lateRenewals += renewals;
    m_time.later(way, [this, call, renewals] {
        m_lateRenewals -= renewals;
        arrive(call);
    });
    return handle;
}

std::optional<Reply> SimTransport::ask(const HttpRequest& request)
{
    auto reply = m_server.handle(request);
    if (reply && reply->status >= 500 && reply->status != 503 && !(mayFail && mayFail()))
        failures << u"%1 %2 gave %3 %4"_s.arg(QString::fromLatin1(request.method), request.path)
                        .arg(reply->status)
                        .arg(QString::fromUtf8(reply->body.left(300)));
    m_trace.note(m_time.now(), u"the server answers %1 with %2"_s.arg(m_name).arg(reply ? reply->status : 0));
    if (reply)
        m_trace.add(reply->body);
    return reply;
}

void SimTransport::arrive(const CallPtr& call)
{
    switch (call->fate) {
    case Fate::Maintenance:
        return giveBack(call, {.status = 503, .body = "<html>Maintenance</html>", .retryAfterSeconds = 5});
    case Fate::Portal:
        return giveBack(call, {.status = 200, .body = "<html>Selamat datang di Hotel Melati</html>"});
    case Fate::EmptyObject:
        return giveBack(call, {.status = 200, .body = "{}"});
    case Fate::SendTwice:
        if (const auto first = ask(call->request); first && first->stream != 0)
            m_server.leave(first->stream);
        break;
    case Fate::RepeatLate:
        // A renewal that is repeated after its time of grace is what a thief would send.
        m_lateRenewals += isMeant(Wish::Refresh, call->request) ? 1 : 0;
        m_time.later(isMeant(Wish::Refresh, call->request) ? someMs(100, 2'000) : someMs(500, 40'000), [this, request = call->request] {
            m_lateRenewals -= isMeant(Wish::Refresh, request) ? 1 : 0;
            if (const auto again = ask(request); again && again->stream != 0)
                m_server.leave(again->stream);
        });
        break;
    default:
        break;
    }
    auto reply = tap.instead ? tap.instead(call->request) : std::nullopt;
    if (!reply)
        reply = ask(call->request);
    if (!reply || call->fate == Fate::LoseAnswer) {
        if (reply && reply->stream != 0)
            m_server.leave(reply->stream);
        return fail(call, someMs(1, 30));
    }
    if (call->fate == Fate::HalfOpen) {
        if (reply->stream != 0)
            m_server.leave(reply->stream);
        return;
    }
    Reply changed = *reply;
    if (call->fate == Fate::CutAnswer) {
        changed.body.truncate(changed.body.size() / 2);
        changed.cut = true;
    }
    giveBack(call, changed);
}

void SimTransport::giveBack(const CallPtr& call, Reply reply)
{
    if (tap.reply)
        tap.reply(call->request, reply, call->fate);
    if (!call->alive) {
        if (reply.stream != 0)
            m_server.leave(reply.stream);
        return;
    }
    const qint64 way = someMs(5, 60) + (call->fate == Fate::DelayAnswer ? someMs(1'000, 25'000) : 0);
    call->lastAt = m_time.now() + way;
    HttpAnswer answer;
    answer.status = reply.cut ? 0 : reply.status;
    answer.retryAfterSeconds = reply.retryAfterSeconds;
    const bool streamed = call->chunk && reply.status >= 200 && reply.status < 300;
    if (!streamed && !reply.cut)
        answer.body = reply.body;
    m_time.later(way, [this, call, streamed, body = reply.body, answer, held = reply.stream != 0] {
        if (!call->alive)
            return;
        if (answer.status != 0 && isMeant(Wish::Refresh, call->request))
            m_unheardSince.reset();
        if (streamed) {
            // Cut anywhere, as a network does.
            const qsizetype middle = body.size() / 3;
            call->chunk(body.left(middle));
            if (call->alive)
                call->chunk(body.mid(middle));
        }
        if (held)
            watch(call);
        else
            end(call, answer);
    });
    if (reply.stream != 0)
        hold(call, reply.stream);
}

void SimTransport::hold(const CallPtr& call, quint64 stream)
{
    call->stream = stream;
    m_server.listen(stream, {.piece = [this, call](const QByteArray& bytes) { piece(call, bytes); },
                             .ended =
                                 [this, call] {
                                     call->stream = 0;
                                     fail(call, someMs(1, 30));
                                 }});
}

void SimTransport::piece(const CallPtr& call, const QByteArray& bytes)
{
    if (m_cut || isBusy())
        return;
    const qint64 at = std::max(call->lastAt, m_time.now() + someMs(1, 30));
    call->lastAt = at;
    m_time.later(at - m_time.now(), [this, call, bytes] {
        if (!call->alive || m_cut)
            return;
        watch(call);
        call->chunk(bytes);
    });
}

bool SimTransport::isRenewing() const
{
    const CallPtr call = m_renewal.lock();
    return m_lateRenewals > 0 || (call && call->alive);
}

bool SimTransport::isBusy() const
{
    return std::any_of(m_busy.begin(), m_busy.end(), [](const auto& weak) {
        const CallPtr call = weak.lock();
        return call && call->alive;
    });
}

void SimTransport::watch(const CallPtr& call)
{
    if (!call->alive)
        return;
    const std::weak_ptr<Call> weak = call;
    call->patience = m_time.scheduler.after(call->request.timeoutMs, [this, weak] {
        if (const CallPtr waiting = weak.lock())
            end(waiting, {.failure = u"timed out"_s});
    });
}

void SimTransport::fail(const CallPtr& call, qint64 afterMs)
{
    m_time.later(afterMs, [this, call] { end(call, {.failure = u"the line broke"_s}); });
}

void SimTransport::end(const CallPtr& call, const HttpAnswer& answer)
{
    if (!call->alive || (isDead && isDead()))
        return;
    call->alive = false;
    if (!answer.reached() && tap.failed)
        tap.failed(call->request);
    const auto keep = std::move(call->patience);
    if (call->stream != 0)
        m_server.leave(std::exchange(call->stream, 0));
    const auto done = std::move(call->done);
    done(answer);
}

} // namespace belanjain::simulation
