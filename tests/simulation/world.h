// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger.h"
#include "planted.h"
#include "sim_desktop.h"
#include "starting_point.h"
#include "story.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace belanjain::simulation
{

/// A promise that was broken.
struct Failure
{
    QString invariant;
    QString detail;
    int step = 0;
};

/// Two stores, three desktops, twenty buyers and the marketplace, on one thread in virtual time. Everything
/// that happens follows from the seed and the story.
class World
{
public:
    World(const StartingPoint& start, const QString& folder, quint64 seed, bool keepsText, Bug planted = 0);
    ~World();

    std::optional<Failure> live(const Story& story);

    Trace& trace() { return m_trace; }
    SimServer& server() { return m_server; }
    Ledger& ledger() { return m_ledger; }
    SimDesktop& desktop(int number) { return *m_desktops[size_t(number)]; }
    const StartingPoint& start() const { return m_start; }
    Timeline& time() { return m_time; }
    /// The database of the last backup takes the place of today's; false without one.
    bool putBackupInPlace();
    std::optional<Reply> askAs(Signed& person, const QByteArray& method, const QString& path, const QByteArray& body,
                               const QByteArray& key = {});
    void fail(const QString& invariant, const QString& detail);
    bool failed() const { return m_failure.has_value(); }
    /// Of requests answered by the server.
    qint64 requests() const;

private:
    void take(const Step& step);
    void tapLine(int number, Bug planted);
    void advance(qint64 milliseconds);
    void reap();
    void beat();
    void say(const QString& line) { m_trace.note(m_time.now(), line); }

    void edit(const Step& step, SimDesktop& desktop, int number);
    std::optional<ports::Command> command(testing::SeededRandom& random, SimDesktop& desktop, int number);
    std::optional<ports::Command> otherOptions(testing::SeededRandom& random, SimDesktop& desktop, const ProductId& product,
                                               const QString& tag);
    void learnOps(SimDesktop& desktop, int number);
    void decide(const Step& step, SimDesktop& desktop, int number);
    void buy(const Step& step);
    void settlePurchase(Purchase& purchase, bool loseAnswer);
    void giveUpAsking();
    void moveAsBuyer(const Step& step);
    void apiStock(const Step& step);
    void signIn(Signed& person);
    static void planDeath(const Step& step, Disk& disk);
    void keepCopy(int number);
    void goBackToCopy(int number);
    void reinstall(int number, const Step& step);
    void upgradeDesktop(int number, const Step& step);
    void upgradeServer(const Step& step);
    void damage(int number, const Step& step);
    void damageNow(int number);
    void lookAfterDamage(int number);
    void openSecondWindow(int number, const Step& step);
    void shareTokens(int number);
    void backUp(bool ofFormerSchema);
    void restore();
    void stealToken(int number);
    void longAway(const Step& step);
    void settle();
    QString restlessness();
    void restartServer(bool restored = false);
    void openDesktop(int number, bool offline = false);
    void closeDesktop(int number);
    void lookAfterManners(qint64 milliseconds, const std::array<qint64, desktopCount>& before);

    const StartingPoint& m_start;
    QString m_folder;
    std::unique_ptr<Planting> m_planting; ///< none but when a mistake is planted
    std::unique_ptr<HastyScheduler> m_hasty;
    Trace m_trace;
    Timeline m_time;
    SimServer m_server;
    std::vector<std::unique_ptr<SimDesktop>> m_desktops;
    QList<Signed> m_buyers;
    Signed m_seller; ///< of the first store, at the API
    std::array<int, desktopCount> m_reopenAt{};
    /// What a story does to a desktop's files.
    struct Damaged
    {
        quint32 kind = 0;
        quint64 chance = 0;
        bool planned = false; ///< between the end of its process and the next start
        bool done = false;    ///< and no start has seen it
        bool editsToo = false; ///< with it what would tell of edits that are gone
        std::optional<QSet<OpId>> waiting; ///< the edits that waited; nullopt when it died on its way somewhere
    };
    std::array<Damaged, desktopCount> m_damaged;
    std::array<bool, desktopCount> m_sharesTokens{}; ///< its session is another desktop's too
    std::array<QSet<OpId>, desktopCount> m_copied; ///< ops that the copy knows
    std::array<bool, desktopCount> m_hasCopy{};
    bool m_hasBackup = false;
    QSet<QString> m_backedUp; ///< tags of purchases and API moves that the backup knows
    QHash<OpId, int> m_backedUpResults;
    bool m_otherFault = false;  ///< that is neither one of the line nor a nap
    bool m_anyFault = false;    ///< since the last look
    bool m_clockWasWrong = false; ///< the server's: tokens ran out or were spent at odd times
    bool m_serverFault = false; ///< since the last look
    Ledger m_ledger;
    std::optional<Failure> m_failure;
    int m_step = 0;
    std::array<QHash<QString, qint64>, 2> m_versions; ///< of rows, at the last look
    QString m_lastEpoch;
};

} // namespace belanjain::simulation
