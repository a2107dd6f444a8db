// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"


namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using ports::Connection;
namespace
{

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 day = 24 * 60 * minute;

} // namespace

World::World(const StartingPoint& start, const QString& folder, quint64 seed, bool keepsText, Bug planted)
    : m_start(start)
    , m_folder(folder)
    , m_trace(keepsText)
    , m_server(StartingPoint::serverFolder(folder), m_time, seed * 31 + 1)
    , m_buyers(start.buyers)
    , m_seller(start.sellers.first())
{
    m_time.skip(minute);
    start.copyTo(folder);
    if (planted != 0)
        m_planting = std::make_unique<Planting>(*this, planted, seed);
    for (int number = 0; number < desktopCount; ++number) {
        const Signed& seller = start.sellers[number];
        m_desktops.push_back(std::make_unique<SimDesktop>(
            StartingPoint::desktopFolder(folder, number), u"desktop %1"_s.arg(number), m_server, m_time, m_trace,
            seed * 31 + 2 + quint64(number), engine::Tokens{seller.access, seller.refresh}));
        m_desktops.back()->network().mayFail = [this] { return m_serverFault; };
        if (planted != 0)
            tapLine(number, planted);
    }
}

void World::tapLine(int number, Bug planted)
{
    SimDesktop& desk = *m_desktops.back();
    Planting& planting = *m_planting;
    if (planted == 16) {
        m_hasty = m_hasty ? std::move(m_hasty) : std::make_unique<HastyScheduler>(m_time.scheduler);
        desk.hasty = m_hasty.get();
    }
    desk.network().tap = {
        .request = [&planting, number](engine::HttpRequest& request) { planting.request(number, request); },
        .instead = [&planting](const engine::HttpRequest& request) { return planting.instead(request); },
        .reply = [&planting, number](const engine::HttpRequest& request, Reply& reply,
                                     Fate fate) { planting.reply(number, request, reply, fate); },
        .failed = [&planting, number](const engine::HttpRequest& request) { planting.failed(number, request); },
        .swallows = [&planting, number](const engine::HttpRequest& request) { return planting.swallows(number, request); },
        .isDeafWhileBusy = planted == 6};
}

World::~World()
{
    for (int number = 0; number < desktopCount; ++number)
        desktop(number).close();
}

void World::fail(const QString& invariant, const QString& detail)
{
    if (!m_failure)
        m_failure = Failure{invariant, detail, m_step};
}

std::optional<Failure> World::live(const Story& story)
{
    if (!m_server.start()) {
        fail(u"starts"_s, m_server.problem());
        return m_failure;
    }
    m_time.later(25 * second, [this] { beat(); });
    if (m_planting)
        m_planting->started();
    for (int number = 0; number < desktopCount; ++number)
        openDesktop(number);
    advance(500);
    for (m_step = 0; m_step < story.size() && !m_failure; ++m_step) {
        say(u"-- "_s + story[m_step].text());
        take(story[m_step]);
    }
    return m_failure;
}

void World::beat()
{
    m_server.beat();
    m_time.later(25 * second, [this] { beat(); });
}

void World::advance(qint64 milliseconds)
{
    const qint64 until = m_time.scheduler.now() + milliseconds;
    while (!m_failure) {
        const qint64 next = m_time.scheduler.untilNext();
        if (next < 0 || m_time.scheduler.now() + next > until)
            break;
        m_time.scheduler.advance(next);
        reap();
    }
    m_time.scheduler.advance(until - m_time.scheduler.now());
    reap();
}

/// Who died is gone, and is started again a while later.
void World::reap()
{
    if (m_server.isUp() && m_server.disk().died()) {
        say(u"the server is dead"_s);
        m_server.kill();
        m_serverFault = true;
        m_time.later(3 * second, [this] {
            if (!m_server.isUp())
                restartServer();
        });
    }
    for (int number = 0; number < desktopCount; ++number) {
        if (desktop(number).isOpen() && desktop(number).isDamaged && !desktop(number).died()) {
            closeDesktop(number);
            openDesktop(number);
        }
        if (!desktop(number).isOpen() || !desktop(number).died())
            continue;
        say(u"desktop %1 is dead"_s.arg(number));
        desktop(number).diskWasFaulty = true;
        if (m_planting)
            m_planting->died(number);
        closeDesktop(number);
        m_time.later(2 * second, [this, number] {
            if (!desktop(number).isOpen())
                openDesktop(number);
        });
    }
}

void World::restartServer(bool restored)
{
    if (m_planting)
        m_planting->beforeServerStart(restored);
    if (!m_server.start()) {
        if (!m_server.disk().died())
            return fail(u"the server starts"_s, m_server.problem());
        say(u"the server died while it started"_s);
        return m_time.later(2 * second, [this] {
            if (!m_server.isUp())
                restartServer();
        });
    }
    if (m_planting)
        m_planting->serverStarted(false);
    say(u"the server is up"_s);
}

void World::openDesktop(int number, bool offline)
{
    const bool afterDeath = desktop(number).died();
    if (m_planting) {
        desktop(number).disk().paused = true;
        m_planting->beforeOpen(number);
        desktop(number).disk().paused = false;
    }
    damageNow(number);
    if (!desktop(number).open(offline)) {
        // What is not there for want of luck is there the next time; what is damaged is not.
        if (!desktop(number).died())
            return fail(u"a replica opens"_s, desktop(number).storageProblem);
        say(u"desktop %1 died while it started"_s.arg(number));
        desktop(number).diskWasFaulty = true;
        return m_time.later(2 * second, [this, number] {
            if (!desktop(number).isOpen())
                openDesktop(number);
        });
    }
    if (m_planting)
        m_planting->opened(number, afterDeath);
    lookAfterDamage(number);
    learnOps(desktop(number), number);
}

void World::closeDesktop(int number) { desktop(number).close(); }

qint64 World::requests() const
{
    qint64 sum = 0;
    for (const auto& one : m_desktops)
        sum += one->network().sent();
    return sum;
}

void World::take(const Step& step)
{
    const int number = int(step.who % desktopCount);
    SimDesktop& desk = desktop(number);
    const bool isWork = step.deed <= Deed::Wait || step.deed == Deed::Decide || step.deed == Deed::Settle;
    m_anyFault = m_anyFault || !isWork;
    m_otherFault = m_otherFault || !(isWork || step.deed == Deed::Plan || step.deed == Deed::Nap);
    switch (step.deed) {
    case Deed::Edit:
        edit(step, desk, number);
        advance(step.much % 40);
        break;
    case Deed::Buy:
        buy(step);
        break;
    case Deed::MoveAsBuyer:
        moveAsBuyer(step);
        break;
    case Deed::ApiStock:
        apiStock(step);
        break;
    case Deed::Wait: {
        constexpr std::array<qint64, 8> waits{20, 80, 200, 600, 2'000, 7'000, 31'000, 100'000};
        std::array<qint64, desktopCount> before{};
        for (int i = 0; i < desktopCount; ++i)
            before[size_t(i)] = desktop(i).network().sent();
        const qint64 wait = waits[step.what % waits.size()] * qint64(500 + step.much) / 1'000;
        advance(wait);
        lookAfterManners(wait, before);
        break;
    }
    case Deed::Plan:
        desk.network().plan(Wish(step.what % wishCount), Fate(1 + step.much % (fateCount - 1)));
        break;
    case Deed::Cut:
        desk.network().setCut(step.what % 3 != 0);
        break;
    case Deed::GoOffline:
        if (desk.isOpen() && m_planting && step.what % 2 != 0)
            m_planting->backOnline(number);
        if (desk.isOpen())
            desk.engine().setWorkOffline(step.what % 2 == 0);
        break;
    case Deed::KillDesktop:
        if (desk.isOpen())
            planDeath(step, desk.disk());
        break;
    case Deed::RestartDesktop:
        closeDesktop(number);
        openDesktop(number, step.what % 4 == 0);
        break;
    case Deed::FillDisk:
        desk.diskWasFaulty = true;
        if (step.what % 3 == 0)
            desk.disk().fillFor(1 + int(step.much % 25));
        else
            desk.disk().fillWrites(1 + int(step.much % 40), step.what % 3 == 1 ? Reach::AnyFile : Reach::NewFiles);
        break;
    case Deed::SetClock: {
        constexpr std::array<qint64, 6> wrong{365 * day, -365 * day, 0, 2 * 60 * minute, -3 * minute, 40 * second};
        desk.clock().wrongBy = wrong[step.what % wrong.size()];
        break;
    }
    case Deed::KeepCopy:
        keepCopy(number);
        break;
    case Deed::GoBackToCopy:
        goBackToCopy(number);
        break;
    case Deed::KillServer:
        if (m_server.isUp() && step.what % 3 == 0)
            m_server.disk().dieAtStep(1 + int(step.much % 150));
        else if (m_server.isUp())
            m_server.disk().dieAtWrite(1 + int(step.much % 80), step.what % 3 == 1 ? End::Kill : End::PowerCut);
        break;
    case Deed::RestartServer:
        m_serverFault = true;
        m_server.kill();
        advance(step.much * 5);
        if (!m_server.isUp())
            restartServer();
        break;
    case Deed::FillServerDisk:
        m_serverFault = true;
        if (step.what % 2 == 0)
            m_server.disk().fillFor(1 + int(step.much % 12));
        else
            m_server.disk().fillWrites(1 + int(step.much % 12));
        break;
    case Deed::SetServerClock: {
        constexpr std::array<qint64, 4> wrong{0, 3 * minute, -20 * second, 365 * day};
        m_server.clock().wrongBy = wrong[step.what % wrong.size()];
        m_clockWasWrong = true;
        giveUpAsking();
        break;
    }
    case Deed::BackUp:
        backUp(step.what % 4 == 0);
        break;
    case Deed::Restore:
        restore();
        break;
    case Deed::Decide:
        decide(step, desk, number);
        break;
    case Deed::StealToken:
        stealToken(number);
        break;
    case Deed::LongAway:
        longAway(step);
        break;
    case Deed::Nap:
        // A renewal under way is not waited for over a nap.
        for (int i = 0; i < desktopCount; ++i)
            desktop(i).sessionMayEnd = desktop(i).sessionMayEnd || !desktop(i).settled() || desktop(i).network().isRenewing();
        m_time.skip(20 * minute);
        break;
    case Deed::Reinstall:
        reinstall(number, step);
        break;
    case Deed::Upgrade:
        upgradeDesktop(number, step);
        break;
    case Deed::UpgradeServer:
        upgradeServer(step);
        break;
    case Deed::Damage:
        damage(number, step);
        break;
    case Deed::SecondWindow:
        openSecondWindow(number, step);
        break;
    case Deed::ShareTokens:
        shareTokens(number);
        break;
    case Deed::Settle:
        settle();
        break;
    }
    reap();
}

/// At some statement, or at some write or sync, be it of what is there or of a snapshot's new file.
void World::planDeath(const Step& step, Disk& disk)
{
    const End end = step.what % 2 == 0 ? End::Kill : End::PowerCut;
    switch (step.what % 5) {
    case 0:
        return disk.dieAtStep(1 + int(step.much % 12));
    case 1:
        return disk.dieAtStep(1 + int(step.much % 120));
    case 2:
        return disk.dieAtWrite(1 + int(step.much % 12), end);
    case 3:
        return disk.dieAtWrite(1 + int(step.much % 200), end);
    default:
        return disk.dieAtWrite(1 + int(step.much % 260), end, Reach::NewFiles);
    }
}

void World::lookAfterManners(qint64 milliseconds, const std::array<qint64, desktopCount>& before)
{
    for (int i = 0; i < desktopCount; ++i) {
        const qint64 sent = desktop(i).network().sent() - before[size_t(i)];
        // A few rounds at once are a busy moment; more than one a second for long is a hammer.
        if (sent > 40 + milliseconds / 500)
            fail(u"manners"_s, u"desktop %1 sent %2 requests in %3 ms"_s.arg(i).arg(sent).arg(milliseconds));
    }
}

} // namespace belanjain::simulation
