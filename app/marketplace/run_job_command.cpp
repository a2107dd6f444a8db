// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_job_command.h"

#include "marketplace/images/images.h"
#include "marketplace/jobs/job.h"
#include "marketplace/runtime/inline_executor.h"
#include "marketplace/runtime/metrics.h"
#include "marketplace/runtime/schema.h"
#include "options.h"
#include "ports/system.h"
#include "subcommand.h"

#include <QFileInfo>

#include <algorithm>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using namespace marketplace;
namespace
{

int failed(const QString& what)
{
    complain(u"run-job: "_s + what);
    return exitFailed;
}

int unusable(const QString& what)
{
    complain(u"run-job: "_s + what);
    return exitUsage;
}

int runIn(storage::Database& db, const QString& name, Instant now, const QString& imageFolder)
{
    InlineExecutor executor(db);
    // What is asked for may lie ahead; the mails of it go out now.
    const ports::SystemClock clock;
    ports::SystemRandom random;
    ports::IdFactory ids(clock, random);
    Metrics metrics;
    SilentLog log;
    Services services{clock, random, ids, executor, metrics, log, {}};
    Images images(services, imageFolder, {});
    const QList<Job> jobs = databaseJobs() + QList<Job>{images.sweepJob()};
    const auto job = std::find_if(jobs.cbegin(), jobs.cend(), [&](const Job& j) { return j.name == name; });
    if (job == jobs.cend()) {
        QStringList names;
        for (const Job& known : jobs)
            names << known.name;
        return unusable(u"there is no job '%1', only %2"_s.arg(name, names.join(u", "_s)));
    }
    const auto done = job->run(services, now, JobCaller::Hand);
    if (!done)
        return failed(done.error().section(u" in: "_s, 0, 0));
    for (const QString& line : *done)
        say(name + u": "_s + line);
    if (done->isEmpty())
        say(name + u": nothing was left to do"_s);
    return exitOk;
}

QString jobList()
{
    QString list;
    for (const Job& job : databaseJobs())
        list += u"  %1  %2\n"_s.arg(job.name, -13).arg(job.summary);
    return list + u"  sweep-images   Removes files of pictures that nothing shows. Every hour."_s;
}

} // namespace

int runJobCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Does by hand what the server does at certain times, and says what it did. The server may run. What was\n"
        "done for its time already is not done again.\n\nJobs:\n"_s + jobList());
    parser.addPositionalArgument(u"name"_s, u"Which job."_s, u"NAME"_s);
    parser.addOptions({databaseOption(), dataDirOption(),
                       {u"now"_s, u"As if it were this time, such as 2026-11-23T00:00:00Z. Default: now."_s, u"time"_s}});
    if (const auto code = parseOptions(parser, u"run-job"_s, arguments))
        return *code;
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return unusable(names.isEmpty() ? u"name a job, see run-job --help"_s
                                        : u"'%1' means nothing here"_s.arg(names.at(1)));
    Instant now = ports::SystemClock().now();
    if (parser.isSet(u"now"_s)) {
        const auto given = parseRfc3339(parser.value(u"now"_s));
        if (!given)
            return unusable(u"--now: '%1' is not a time such as 2026-11-23T00:00:00Z"_s.arg(parser.value(u"now"_s)));
        now = *given;
    }
    const auto address = databaseOf(parser);
    if (!address)
        return exitUsage;
    const bool sqlite = address->dialect == storage::Dialect::Sqlite;
    if (sqlite && !QFileInfo(address->file).isFile())
        return failed(u"there is no database %1"_s.arg(address->file));
    const auto db = storage::Database::open(*address);
    if (!db)
        return failed(u"the database said: "_s + db.error().text.section(u" in: "_s, 0, 0));
    if (const auto migrated = migrateMarket(**db); !migrated)
        return failed(u"the database said: "_s + migrated.error().text.section(u" in: "_s, 0, 0));
    return runIn(**db, names.constFirst(), now, imageFolder(*address, dataDirOf(parser, *address)));
}

} // namespace belanjain::app
