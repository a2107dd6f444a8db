// SPDX-License-Identifier: GPL-3.0-or-later
// Runs stories by their seeds: the same seed is the same story, to the byte.
#include "disk_layer.h"
#include "runner.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHashSeed>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <new>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

using namespace belanjain::simulation;
using namespace Qt::StringLiterals;

namespace
{

struct Range
{
    quint64 from = 1;
    quint64 count = 200;
    int jobs = 1;
    bool twice = false;
    quint64 progress = 0; ///< a line after so many seeds of a process; 0: none
};

/// What is to be done next, shared by the processes; each takes one when it has finished another.
class Counter
{
public:
    /// Never given back: it is needed until the last process ends.
    Counter() : m_next(mmap(nullptr, sizeof(std::atomic<quint64>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))
    {
        if (isThere())
            new (m_next) std::atomic<quint64>(0);
    }
    bool isThere() const { return m_next != MAP_FAILED; }
    quint64 take() { return static_cast<std::atomic<quint64>*>(m_next)->fetch_add(1); }

private:
    void* m_next;
};

void print(const QString& line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

void tellFailure(const StartingPoint& start, const QString& folder, quint64 seed, const Failure& failure, const Story& told)
{
    print(u"seed %1 breaks '%2': %3"_s.arg(seed).arg(failure.invariant, failure.detail));
    const Story story = shrunk(start, folder, seed, told, failure);
    print(u"the shortest story that still does (%1 steps of %2):"_s.arg(story.size()).arg(told.size()));
    const auto again = run(start, folder, seed, story, 0, true);
    for (const QString& line : again.lines)
        print(u"  "_s + line);
    if (again.failure)
        print(u"  => %1: %2"_s.arg(again.failure->invariant, again.failure->detail));
}

/// Seeds as long as there are any. The number of failures.
int runShare(const StartingPoint& start, const QString& folder, const Range& wish, Counter& counter)
{
    int failures = 0;
    QElapsedTimer timer;
    timer.start();
    quint64 done = 0;
    for (quint64 next = counter.take(); next < wish.count; next = counter.take()) {
        const quint64 seed = wish.from + next;
        const Story story = tell(seed);
        const auto outcome = run(start, folder, seed, story);
        if (outcome.failure) {
            tellFailure(start, folder, seed, *outcome.failure, story);
            ++failures;
        } else if (wish.twice && run(start, folder, seed, story).trace != outcome.trace) {
            print(u"seed %1 did not happen the same way twice"_s.arg(seed));
            ++failures;
        }
        if (++done; wish.progress != 0 && done % wish.progress == 0)
            print(u"%1 of %2 seeds, the last %3; %4 a second; %5 failures"_s.arg(next + 1)
                      .arg(wish.count)
                      .arg(seed)
                      .arg(double(done) * 1000 / double(std::max<qint64>(1, timer.elapsed())), 0, 'f', 1)
                      .arg(failures));
        if (failures >= 3)
            break;
    }
    return failures;
}

/// The first seed that catches each bug; a line each. The number not caught.
int plant(const StartingPoint& start, const QString& folder, const Range& wish, Counter& counter, Bug only)
{
    int missed = 0;
    for (Bug bug = bugCount - Bug(counter.take()); bug >= 1; bug = bugCount - Bug(counter.take())) {
        if (only != 0 && bug != only)
            continue;
        std::optional<Failure> caught;
        quint64 seed = wish.from;
        for (; seed < wish.from + wish.count && !caught; ++seed)
            caught = run(start, folder, seed, tell(seed), bug).failure;
        if (caught)
            print(u"| %1 | %2 | %3 | %4 |"_s.arg(bug).arg(bugText(bug)).arg(seed - 1).arg(caught->invariant));
        else
            print(u"| %1 | %2 | not in %3 | |"_s.arg(bug).arg(bugText(bug)).arg(wish.count));
        missed += caught ? 0 : 1;
    }
    return missed;
}

} // namespace

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    // One thread, thousands of databases opened and closed: SQLite needs no locks and no tally of its memory.
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 1'200, 400);
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"from"_s, u"first seed"_s, u"seed"_s, u"1"_s},
                       {u"count"_s, u"how many seeds"_s, u"n"_s, u"200"_s},
                       {u"jobs"_s, u"processes"_s, u"n"_s, u"1"_s},
                       {u"twice"_s, u"run each seed twice and compare"_s},
                       {u"planted"_s, u"plant the bug of that number, or all (0), and say which seed catches it"_s, u"n"_s},
                       {u"progress"_s, u"say how far it is after so many seeds"_s, u"n"_s, u"0"_s},
                       {u"story"_s, u"tell what happens in a seed"_s, u"seed"_s}});
    parser.process(app);

    if (!DiskLayer::install()) {
        print(u"SQLite takes no layer under it"_s);
        return 2;
    }
    const QString fast = u"/dev/shm"_s;
    const QFileInfo memory(fast);
    QTemporaryDir dir((memory.isWritable() ? fast : QDir::tempPath()) + u"/belanjain-simulation-XXXXXX"_s);
    const QDir place(QDir(dir.path()).canonicalPath()); // as SQLite will name the files
    const StartingPoint start(place.filePath(u"start"_s));
    if (!start.problem().isEmpty()) {
        print(u"the world cannot be made: "_s + start.problem());
        return 2;
    }
    for (const FormerSchema* former : {&start.formerReplica, &start.formerMarketplace}) {
        if (!former->isKnown())
            print(u"no story upgrades a former schema: "_s + former->problem());
    }
    if (parser.isSet(u"story"_s)) {
        const quint64 seed = parser.value(u"story"_s).toULongLong();
        const auto outcome = run(start, place.filePath(u"run"_s), seed, tell(seed), parser.value(u"planted"_s).toInt(), true);
        for (const QString& line : outcome.lines)
            print(line);
        if (outcome.failure)
            print(u"=> step %1: %2: %3"_s.arg(outcome.failure->step).arg(outcome.failure->invariant, outcome.failure->detail));
        return outcome.failure ? 1 : 0;
    }
    Range wish{parser.value(u"from"_s).toULongLong(), parser.value(u"count"_s).toULongLong(),
                    std::max(1, parser.value(u"jobs"_s).toInt()), parser.isSet(u"twice"_s), parser.value(u"progress"_s).toULongLong()};
    QElapsedTimer timer;
    timer.start();
    const bool plants = parser.isSet(u"planted"_s);
    const Bug only = parser.value(u"planted"_s).toInt();
    if (plants && !parser.isSet(u"count"_s))
        wish.count = 10'000;
    Counter counter;
    if (!counter.isThere()) {
        print(u"no memory to share"_s);
        return 2;
    }
    const auto work = [&](int share) {
        const QString folder = place.filePath(u"run%1"_s.arg(share));
        return plants ? plant(start, folder, wish, counter, only) : runShare(start, folder, wish, counter);
    };
    int failures = 0;
    QList<pid_t> children;
    for (int share = 1; share < wish.jobs; ++share) {
        const pid_t child = fork();
        if (child == 0)
            _exit(std::min(100, work(share)));
        children.append(child);
    }
    failures += work(0);
    for (const pid_t child : std::as_const(children)) {
        int status = 0;
        waitpid(child, &status, 0);
        failures += WIFEXITED(status) ? WEXITSTATUS(status) : 1;
    }
    if (plants) {
        print(u"%1 not caught, in %2 s"_s.arg(failures).arg(double(timer.elapsed()) / 1000, 0, 'f', 1));
        return failures == 0 ? 0 : 1;
    }
    const double seconds = double(std::max<qint64>(1, timer.elapsed())) / 1000;
    print(u"%1 seeds from %2 in %3 s (%4 a second): %5"_s.arg(wish.count)
              .arg(wish.from)
              .arg(seconds, 0, 'f', 1)
              .arg(double(wish.count) / seconds, 0, 'f', 1)
              .arg(failures == 0 ? u"every promise was kept"_s : u"%1 failures"_s.arg(failures)));
    return failures == 0 ? 0 : 1;
}
