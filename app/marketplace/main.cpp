// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup_command.h"
#include "doctor_command.h"
#include "export_command.h"
#include "import_command.h"
#include "run_job_command.h"
#include "serve.h"
#include "subcommand.h"
#include "user_command.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace belanjain::app;

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"belanjain-marketplace"_s);
    const QList<Subcommand> table{
        {u"serve"_s, u"Serves the marketplace over HTTP."_s, serve},
        {u"import"_s, u"Puts data sets into the marketplace."_s, importCommand},
        {u"export"_s, u"Writes products or orders as CSV."_s, exportCommand},
        {u"backup"_s, u"Writes the database and its pictures into one archive."_s, backupCommand},
        {u"restore"_s, u"Puts such an archive in a database's place."_s, restoreCommand},
        {u"run-job"_s, u"Does by hand what the server does at certain times."_s, runJobCommand},
        {u"doctor"_s, u"Checks every invariant of the database."_s, doctorCommand},
        {u"user"_s, u"Creates a user, resets a password, locks an account."_s, userCommand},
    };
    return runSubcommand(table, QCoreApplication::arguments());
}
