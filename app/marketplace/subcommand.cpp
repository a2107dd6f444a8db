// SPDX-License-Identifier: GPL-3.0-or-later
#include "subcommand.h"

#include <cstdio>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace
{

void print(FILE* stream, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

QString help(const QList<Subcommand>& table)
{
    QString text = u"Usage: belanjain-marketplace SUBCOMMAND [options]\n\nThe Belanjain marketplace without a desktop.\n\nSubcommands:\n"_s;
    for (const Subcommand& command : table)
        text += u"  %1  %2\n"_s.arg(command.name, -8).arg(command.summary);
    return text + u"\n`belanjain-marketplace SUBCOMMAND --help` tells what each one takes."_s;
}

} // namespace

void complain(const QString& line) { print(stderr, u"belanjain-marketplace: "_s + line); }

void say(const QString& line) { print(stdout, line); }

int runSubcommand(const QList<Subcommand>& table, const QStringList& arguments)
{
    const QString name = arguments.value(1);
    if (name == u"--help" || name == u"-h" || name == u"help") {
        say(help(table));
        return exitOk;
    }
    for (const Subcommand& command : table) {
        if (command.name == name)
            return command.run(arguments.mid(2));
    }
    complain(name.isEmpty() ? u"a subcommand is missing, see --help"_s
                            : u"there is no subcommand '%1', see --help"_s.arg(name));
    return exitUsage;
}

} // namespace belanjain::app
