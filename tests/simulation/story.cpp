// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "support/fake_time.h"

#include <array>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
namespace
{

struct Share
{
    Deed deed;
    int weight;
};

/// How often what happens. A story draws a few of the faults it will know, so that no story knows all of them
/// and some know none.
constexpr std::array<Share, 5> work{{{Deed::Edit, 60}, {Deed::Buy, 20}, {Deed::MoveAsBuyer, 6}, {Deed::ApiStock, 6}, {Deed::Decide, 5}}};
constexpr std::array<Share, 24> faults{{{Deed::Plan, 110},
                                        {Deed::Cut, 14},
                                        {Deed::GoOffline, 14},
                                        {Deed::KillDesktop, 20},
                                        {Deed::RestartDesktop, 6},
                                        {Deed::FillDisk, 8},
                                        {Deed::SetClock, 6},
                                        {Deed::KeepCopy, 8},
                                        {Deed::GoBackToCopy, 5},
                                        {Deed::KillServer, 12},
                                        {Deed::RestartServer, 5},
                                        {Deed::FillServerDisk, 5},
                                        {Deed::SetServerClock, 3},
                                        {Deed::BackUp, 8},
                                        {Deed::Restore, 4},
                                        {Deed::StealToken, 2},
                                        {Deed::LongAway, 2},
                                        {Deed::Nap, 12},
                                        {Deed::Reinstall, 5},
                                        {Deed::Upgrade, 6},
                                        {Deed::UpgradeServer, 4},
                                        {Deed::SecondWindow, 3},
                                        {Deed::ShareTokens, 3},
                                        {Deed::Damage, 8}}};

constexpr quint32 snapshotWish = 3; ///< Wish::Snapshot
constexpr quint32 renewalWish = 4;  ///< Wish::Refresh
constexpr quint32 cutFate = 11;     ///< Fate::CutAnswer

template<size_t N>
Deed draw(const std::array<Share, N>& shares, testing::SeededRandom& random, quint32 known)
{
    int total = 0;
    for (size_t i = 0; i < N; ++i)
        total += known & (1u << i) ? shares[i].weight : 0;
    if (total == 0)
        return Deed::Wait;
    int left = int(random.below(quint64(total)));
    for (size_t i = 0; i < N; ++i) {
        left -= known & (1u << i) ? shares[i].weight : 0;
        if (left < 0)
            return shares[i].deed;
    }
    return Deed::Wait;
}

constexpr quint32 lineFaults()
{
    quint32 known = 0;
    for (size_t i = 0; i < faults.size(); ++i)
        known |= faults[i].deed == Deed::Plan || faults[i].deed == Deed::Nap ? 1u << i : 0;
    return known;
}

} // namespace

QString Step::text() const
{
    static const std::array<const char*, deedCount> names{
        "edit", "buy", "move an order as its buyer", "stock through the API", "wait", "plan a fault", "cut the line",
        "work offline", "kill the desktop", "restart the desktop", "fill the disk", "set the clock", "keep a copy",
        "go back to the copy", "kill the server", "restart the server", "fill the server's disk",
        "set the server's clock", "back up", "restore", "decide on a rejection", "steal a token", "stay away", "take a nap",
        "install anew", "upgrade the desktop", "upgrade the server", "open a second window", "share a session", "damage the files", "settle"};
    return u"%1 (who %2, what %3, much %4, chance %5)"_s.arg(QString::fromLatin1(names[size_t(deed)]))
        .arg(who)
        .arg(what)
        .arg(much)
        .arg(chance);
}

Story tell(quint64 seed)
{
    testing::SeededRandom random(seed * 0x2545f4914f6cdd1dULL + 77);
    // Some know nothing worse than a bad line and tokens that run out: there everybody stays signed in.
    const bool lineOnly = random.below(10) == 0;
    const quint32 drawn = quint32(random.next()) | (random.below(2) == 0 ? quint32(random.next()) : 0);
    const quint32 known = lineOnly ? lineFaults() : drawn;
    const int length = 24 + int(random.below(40));
    const int faultShare = int(random.below(55)); // of a hundred steps
    const int waitShare = 15 + int(random.below(20));
    Story story;
    // Some begin with what the former program left.
    for (const Deed deed : {Deed::UpgradeServer, Deed::Upgrade}) {
        if (random.below(10) == 0 && !lineOnly)
            story.append({deed, quint32(random.below(60)), quint32(random.below(1'000)), quint32(random.below(1'000)), random.next()});
    }
    for (int i = 0; i < length; ++i) {
        Step step;
        const int kind = int(random.below(100));
        if (kind < waitShare)
            step.deed = Deed::Wait;
        else if (kind < waitShare + faultShare)
            step.deed = draw(faults, random, known);
        else
            step.deed = draw(work, random, ~0u);
        step.who = quint32(random.below(60));
        step.what = quint32(random.below(1'000));
        step.much = quint32(random.below(1'000));
        step.chance = random.next();
        if (i == length / 2 && random.below(3) == 0)
            story.append({.deed = Deed::Settle});
        // Tokens run out in a nap; what happens to the renewal after it is of interest.
        if (step.deed == Deed::Nap && random.below(2) == 0)
            story.append({Deed::Plan, quint32(random.below(60)), renewalWish, quint32(random.below(1'000)), random.next()});
        // And a first sync may be cut short.
        if (step.deed == Deed::Reinstall && random.below(2) == 0)
            story.append({Deed::Plan, step.who, snapshotWish, random.below(2) == 0 ? cutFate : quint32(random.below(1'000)), random.next()});
        story.append(step);
    }
    story.append({.deed = Deed::Settle});
    return story;
}

} // namespace belanjain::simulation
