// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "subcommand.h"

#include <QStandardPaths>

namespace belanjain::app
{
using namespace Qt::StringLiterals;

std::optional<int> parseOptions(QCommandLineParser& parser, const QString& subcommand, const QStringList& arguments)
{
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Shows this."_s);
    parser.addOption(help);
    const QString program = u"belanjain-marketplace "_s + subcommand;
    if (!parser.parse(QStringList{program} + arguments)) {
        complain(u"%1: %2, see %1 --help"_s.arg(subcommand, parser.errorText().chopped(parser.errorText().endsWith(u'.') ? 1 : 0)));
        return exitUsage;
    }
    if (parser.isSet(help)) {
        // Qt names the executable in its help; the subcommand belongs to it.
        say(parser.helpText().replace(u"[options]"_s, subcommand + u" [options]"_s).trimmed());
        return exitOk;
    }
    return std::nullopt;
}

QCommandLineOption databaseOption()
{
    return {u"database"_s, u"Where the data is: sqlite:FILE or postgresql://user:password@host/name. Default: a file in your data folder."_s, u"address"_s};
}

QCommandLineOption dataDirOption()
{
    return {u"data-dir"_s, u"Folder for images and other files. Default: beside the database."_s, u"folder"_s};
}

std::optional<storage::Address> databaseOf(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"database"_s)) {
        // Not every subcommand knows the option.
        if (parser.optionNames().contains(u"data-dir"_s))
            return storage::Address::sqlite(parser.value(u"data-dir"_s) + u"/marketplace.db"_s);
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        return storage::Address::sqlite(folder + u"/belanjain/marketplace.db"_s);
    }
    const auto address = storage::Address::parse(parser.value(u"database"_s));
    if (!address) {
        complain(u"--database: "_s + address.error());
        return std::nullopt;
    }
    return *address;
}

QString dataDirOf(const QCommandLineParser& parser, const storage::Address& database)
{
    if (parser.isSet(u"data-dir"_s) || database.dialect == storage::Dialect::Sqlite)
        return parser.value(u"data-dir"_s);
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/belanjain"_s;
}

} // namespace belanjain::app
