// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace belanjain::testing
{

/// How a run of the program ended.
struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs the real belanjain-marketplace and waits for its end.
inline Ended runMarketplace(const QStringList& arguments)
{
    QProcess process;
    process.start(QString::fromUtf8(MARKETPLACE_PROGRAM), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace belanjain::testing
