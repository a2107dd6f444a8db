// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace belanjain::powerloss;
using namespace Qt::StringLiterals;

namespace
{

void say(const QString& line) { std::printf("%s\n", qPrintable(line)); }

/// Files are made by the ten thousand: in memory, where there is such a place.
QString scratchPlace()
{
    return (QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath()) + u"/belanjain-powerloss-XXXXXX"_s;
}

double processorSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Cuts the power at every sync, and fills the disk at every write, of what people do most."_s);
    parser.addHelpOption();
    parser.addOptions({{u"thorough"_s, u"Every write, and more ways for the unsynced to survive at each sync."_s},
                       {u"lying-disk"_s, u"A disk that syncs nothing: succeeds when that is noticed in every workflow."_s},
                       {u"only"_s, u"Only workflows whose name contains this."_s, u"text"_s},
                       {u"part"_s, u"One part of several, 1/2: every second workflow."_s, u"n/of"_s},
                       {u"from"_s, u"Only workflows of this number and later ones."_s, u"number"_s},
                       {u"list"_s, u"Names the workflows."_s}});
    parser.process(application);
    QLoggingCategory::setFilterRules(u"*.warning=false"_s);

    const QTemporaryDir scratch(scratchPlace());
    const StartingMarket start = makeStartingMarket(scratch.path());
    if (!start.problem.isEmpty()) {
        say(u"no market to begin with: "_s + start.problem);
        return 2;
    }
    const RunOptions options{.folder = scratch.path(), .thorough = parser.isSet(u"thorough"_s),
                             .liesAboutSyncs = parser.isSet(u"lying-disk"_s), .stopsAtFirst = parser.isSet(u"lying-disk"_s)};
    const QStringList part = parser.value(u"part"_s).split(u'/');
    Tally all;
    int played = 0;
    int unnoticed = 0;
    QList<Workflow> workflows = allWorkflows();
    for (qsizetype i = 0; i < workflows.size(); ++i) {
        const Workflow& workflow = workflows[i];
        const bool isHere = part.size() < 2 || i % part[1].toInt() == part[0].toInt() - 1;
        if (!isHere || !workflow.name.contains(parser.value(u"only"_s))
            || i < parser.value(u"from"_s).toInt())
            continue;
        ++played;
        if (parser.isSet(u"list"_s)) {
            say(workflow.name);
            continue;
        }
        const double before = processorSeconds();
        const Tally tally = Runner(options, start, workflow).run();
        say(u"%1  %2 syncs  %3 writes  %4 cases  %5 s  %6"_s.arg(workflow.name, -62).arg(tally.syncs, 3).arg(tally.writes, 4)
                .arg(tally.cases, 5).arg(processorSeconds() - before, 5, 'f', 2)
                .arg(tally.problems.isEmpty() ? u"held"_s : options.liesAboutSyncs ? u"noticed"_s : u"BROKEN"_s));
        unnoticed += options.liesAboutSyncs && tally.problems.isEmpty() ? 1 : 0;
        for (const QString& problem : options.liesAboutSyncs ? QStringList() : tally.problems)
            say(u"    "_s + problem);
        std::fflush(stdout);
        all.add(tally);
    }
    say(u"%1 workflows, %2 syncs, %3 writes, %4 cases, %5 broken promises, %6 s of processor"_s.arg(played).arg(all.syncs)
            .arg(all.writes).arg(all.cases).arg(all.problems.size()).arg(processorSeconds(), 0, 'f', 1));
    if (options.liesAboutSyncs) {
        say(u"%1 workflows did not notice a disk that syncs nothing"_s.arg(unnoticed));
        return unnoticed == 0 && played > 0 ? 0 : 1;
    }
    return all.problems.isEmpty() && played > 0 ? 0 : 1;
}
