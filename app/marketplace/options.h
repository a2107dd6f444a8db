// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/address.h"

#include <QCommandLineParser>

#include <optional>

namespace belanjain::app
{

/// Parses a subcommand's arguments. A code means that the program is to end with it: --help was shown, or
/// what is wrong was said on stderr.
std::optional<int> parseOptions(QCommandLineParser& parser, const QString& subcommand, const QStringList& arguments);

QCommandLineOption databaseOption();
/// Where images and other files are; a folder of one's own holds the database too when that is not named.
QCommandLineOption dataDirOption();
/// Where the database is by the option, else in the folder of --data-dir, else in the user's data folder. Nullopt when it was complained about.
std::optional<storage::Address> databaseOf(const QCommandLineParser& parser);
/// The folder of --data-dir. Beside a SQLite file when empty; a server's database has no such place, so there it
/// is the user's data folder.
QString dataDirOf(const QCommandLineParser& parser, const storage::Address& database);

} // namespace belanjain::app
