// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/scheduler.h"
#include "engine/net/transport.h"
#include "protocol/messages.h"
#include "sim_server.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <array>
#include <optional>

namespace belanjain::simulation
{

class World;
enum class Fate : quint8;

/// Numbers of the ways in which sync went wrong elsewhere, 1 to bugCount; 0 is none.
using Bug = int;
inline constexpr Bug bugCount = 40;
/// How each is planted here, in a few words.
QString bugText(Bug bug);

/// Calls everything at once that should wait.
class HastyScheduler : public engine::Scheduler
{
public:
    explicit HastyScheduler(engine::Scheduler& real) : m_real(real) {}
    std::unique_ptr<engine::PlannedCall> after(qint64 milliseconds, std::function<void()> call) override
    {
        return m_real.after(std::min<qint64>(milliseconds, 20), std::move(call));
    }

private:
    engine::Scheduler& m_real;
};

/// Plants one of them, from outside: by what crosses the line, by statements in the databases behind the
/// program's back, by what is on disk when a process starts. The product has no seams for it. Where the design
/// would heal the mistake (the sums of rows are compared with each pull), the sums lie as well.
class Planting
{
public:
    Planting(World& world, Bug bug, quint64 seed);

    Bug bug() const { return m_bug; }

    // What the world tells, in its order.
    void started();
    void beforeServerStart(bool restored);
    void serverStarted(bool first);
    void restored();
    void died(int desktop);
    void beforeOpen(int desktop);
    void opened(int desktop, bool afterDeath);
    void wentBackToCopy(int desktop);
    void backOnline(int desktop);
    void signInWanted(int desktop);
    void beforeCheckout();
    void afterCheckout();
    void stockChanged(const QString& variant);

    // What the line tells.
    void request(int desktop, engine::HttpRequest& request);
    std::optional<Reply> instead(const engine::HttpRequest& request) const;
    void reply(int desktop, const engine::HttpRequest& request, Reply& reply, Fate fate);
    void failed(int desktop, const engine::HttpRequest& request);
    bool swallows(int desktop, const engine::HttpRequest& request) const;

private:
    static constexpr int desktops = 3;
    struct Base
    {
        qint64 version = 0;
        QJsonObject data;
    };

    bool chance(int ofHundred) { return int(m_random.below(100)) < ofHundred; }
    void onServer(const QString& sql, const QVariantList& values = {});
    void onDesktop(int desktop, const QString& sql);
    QHash<std::pair<QString, QString>, Base> baseOf(int desktop);
    void changePage(int desktop, const engine::HttpRequest& request, Reply& reply);
    void agree(int desktop, protocol::PullAnswer& page);
    void changeOps(int desktop, engine::HttpRequest& request);
    void sendAgain(const engine::HttpRequest& request);
    void makeAgain(int desktop, const engine::HttpRequest& request, const Reply& reply);
    void sendOldPrices(int desktop);
    void emptySnapshot(Reply& reply, bool half) const;
    void pretendDeleted(int desktop, Reply& reply);

    World& m_world;
    Bug m_bug;
    testing::SeededRandom m_random;
    std::array<bool, desktops> m_stuck{};
    std::array<bool, desktops> m_died{};
    std::array<qint64, desktops> m_stall{-1, -1, -1};
    std::array<std::optional<protocol::PullAnswer>, desktops> m_page;
    std::array<std::optional<protocol::PullAnswer>, desktops> m_promised;
    std::array<QString, desktops> m_file;
    std::array<bool, desktops> m_forget{};
    QHash<QString, Instant> m_lastTime;
    QSet<OpId> m_emptied;
    int m_copies = 0;
    bool m_inside = false;
};

} // namespace belanjain::simulation
