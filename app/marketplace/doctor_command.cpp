// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor_command.h"

#include "marketplace/doctor/doctor.h"
#include "marketplace/images/image_store.h"
#include "options.h"
#include "subcommand.h"

#include <QFileInfo>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace
{

int failed(const storage::Error& error)
{
    if (error.kind == storage::Error::Kind::Corrupt)
        complain(u"doctor: the database is damaged, or is not one"_s);
    else
        complain(u"doctor: cannot read the database: "_s + error.text.section(u" in: "_s, 0, 0));
    return exitFailed;
}

/// Empty when there is none to look into: a server on PostgreSQL may keep its files on another machine.
QString imageFolderOf(const storage::Address& address, const QString& dataDir)
{
    const bool isHere = address.dialect == storage::Dialect::Sqlite || !dataDir.isEmpty();
    return isHere ? marketplace::imageFolder(address, dataDir) : QString();
}

} // namespace

int doctorCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Checks every invariant of a marketplace's database: stock against its ledger, orders against their\n"
        "lines, sums against what they sum. Only reads; the server may run. Ends with 1 and a list when\n"
        "something is wrong."_s);
    parser.addOptions({databaseOption(),
                       {u"data-dir"_s, u"Folder of images and other files. Default: beside the database."_s, u"folder"_s}});
    if (const auto code = parseOptions(parser, u"doctor"_s, arguments))
        return *code;
    if (!parser.positionalArguments().isEmpty()) {
        complain(u"doctor: '%1' means nothing here"_s.arg(parser.positionalArguments().constFirst()));
        return exitUsage;
    }
    const auto address = databaseOf(parser);
    if (!address)
        return exitUsage;
    // Opening would make the file.
    if (address->dialect == storage::Dialect::Sqlite && !QFileInfo(address->file).isFile()) {
        complain(u"doctor: there is no database %1"_s.arg(address->file));
        return exitFailed;
    }
    const auto database = storage::Database::open(*address, {.readOnly = true});
    if (!database)
        return failed(database.error());
    const auto diagnosis = marketplace::runDoctor(**database, imageFolderOf(*address, parser.value(u"data-dir"_s)));
    if (!diagnosis)
        return failed(diagnosis.error());
    if (diagnosis->isContent()) {
        say(u"%1 checks, nothing is wrong"_s.arg(diagnosis->checks));
        return exitOk;
    }
    for (const QString& line : diagnosis->lines())
        say(line);
    complain(u"doctor: %1 findings"_s.arg(diagnosis->found));
    return exitFailed;
}

} // namespace belanjain::app
