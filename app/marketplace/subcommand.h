// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace belanjain::app
{

/// Exit codes: what scripts decide by.
inline constexpr int exitOk = 0;
inline constexpr int exitFailed = 1;
inline constexpr int exitUsage = 2; ///< an unknown flag or an unusable value

/// One word after the program's name: `belanjain-marketplace serve …`.
struct Subcommand
{
    QString name;
    QString summary; ///< one line for --help
    /// Gets the arguments after its name; gives the exit code. Handles --help itself.
    std::function<int(const QStringList& arguments)> run;
};

/// Runs the subcommand that the arguments (with the program's name first) ask for. --help lists them;
/// none or an unknown one is one line on stderr and exitUsage.
int runSubcommand(const QList<Subcommand>& table, const QStringList& arguments);

/// One line on stderr.
void complain(const QString& line);
/// One line on stdout, at once.
void say(const QString& line);

} // namespace belanjain::app
