// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/transport.h"
#include "sim_server.h"
#include "trace.h"
#include "virtual_time.h"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace belanjain::simulation
{

/// What becomes of one request.
enum class Fate : quint8 {
    Pass,
    Refuse,         ///< does not leave
    Drop,           ///< vanishes on its way; nobody says so
    LoseAnswer,     ///< the server does it, the line breaks before the answer
    HalfOpen,       ///< the server does it, and nothing ever comes back
    SendTwice,      ///< the server gets it twice, the second answer comes
    RepeatLate,     ///< the server gets it again long afterwards
    Delay,          ///< arrives seconds late
    DelayAnswer,    ///< the answer comes seconds late
    Maintenance,    ///< a proxy says 503
    Portal,         ///< a hotel's sign-in page says 200
    EmptyObject,    ///< a proxy says 200 {}
    CutAnswer,      ///< half of the answer, then nothing
};
inline constexpr int fateCount = 13;
const char* fateName(Fate fate);

/// Which request is meant: the next of a kind.
enum class Wish : quint8 { Any, Push, Pull, Snapshot, Refresh, Events };
inline constexpr int wishCount = 6;
const char* wishName(Wish wish);

/// The line between one desktop and the server, in virtual time. Requests and answers cross in milliseconds
/// unless a fate was planned for them.
class SimTransport : public engine::Transport
{
public:
    /// Sees and changes what crosses, for planting mistakes.
    struct Tap
    {
        std::function<void(engine::HttpRequest&)> request;
        std::function<std::optional<Reply>(const engine::HttpRequest&)> instead;
        std::function<void(const engine::HttpRequest&, Reply&, Fate)> reply;
        std::function<void(const engine::HttpRequest&)> failed;
        std::function<bool(const engine::HttpRequest&)> swallows;
        bool isDeafWhileBusy = false;
    };

    SimTransport(SimServer& server, Timeline& time, Trace& trace, QString name, quint64 seed);

    void plan(Wish wish, Fate fate) { m_planned.push_back({wish, fate}); }
    void heal() { m_planned.clear(), m_cut = false; }
    /// A renewal waits for its answer, or one that was given up is still on its way.
    bool isRenewing() const;
    void setCut(bool cut) { m_cut = cut; }
    /// The program at this end is gone: nothing leaves and nothing arrives.
    std::function<bool()> isDead;
    Tap tap;

    qint64 sent() const { return m_sent; }
    /// Statuses of 500 and above but 503, which no fault explains.
    QStringList failures;
    std::function<bool()> mayFail;
    int renewalsHurt = 0; ///< since the last look; two in a row outlast the forgiveness of a spent token

    /// A renewal that went unheard was repeated after the time for which a spent token is forgiven (API.md), as
    /// after a nap or a while offline: the session may end. Since the last look.
    bool renewalOutlasted = false;
    static constexpr qint64 mostPatienceMs = 28'000;

    std::unique_ptr<engine::PendingCall> send(const engine::HttpRequest& request,
                                              std::function<void(const engine::HttpAnswer&)> done) override;
    std::unique_ptr<engine::PendingCall> stream(const engine::HttpRequest& request,
                                                std::function<void(const QByteArray&)> chunk,
                                                std::function<void(const engine::HttpAnswer&)> done) override;

private:
    struct Call;
    using CallPtr = std::shared_ptr<Call>;
    struct Planned
    {
        Wish wish;
        Fate fate;
    };

    Fate fateOf(const engine::HttpRequest& request);
    qint64 someMs(qint64 least, qint64 most) { return least + qint64(m_random.below(quint64(most - least + 1))); }
    void arrive(const CallPtr& call);
    std::optional<Reply> ask(const engine::HttpRequest& request);
    void giveBack(const CallPtr& call, Reply reply);
    void hold(const CallPtr& call, quint64 stream);
    void piece(const CallPtr& call, const QByteArray& bytes);
    void fail(const CallPtr& call, qint64 afterMs);
    void end(const CallPtr& call, const engine::HttpAnswer& answer);
    void watch(const CallPtr& call);
    bool isBusy() const;

    SimServer& m_server;
    Timeline& m_time;
    Trace& m_trace;
    QString m_name;
    testing::SeededRandom m_random;
    std::deque<Planned> m_planned;
    std::vector<std::weak_ptr<Call>> m_busy;
    std::weak_ptr<Call> m_renewal;
    qint64 m_sent = 0;
    std::optional<qint64> m_unheardSince; ///< the first renewal of this token, if none of it was answered yet
    int m_lateRenewals = 0; ///< on their way to the server
    bool m_cut = false;
};

} // namespace belanjain::simulation
