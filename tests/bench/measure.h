// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstdio>

// What every benchmark needs: times, percentiles, memory, and one JSON line per figure on stdout.
namespace belanjain::bench
{

inline double percentile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(std::min(values.size() - 1, qsizetype(double(values.size()) * share)));
}

inline double median(const QList<double>& values) { return percentile(values, 0.5); }

inline double milliseconds(const QElapsedTimer& timer) { return double(timer.nsecsElapsed()) / 1e6; }

/// {name, value, unit, target}; the target as DESIGN has it ("<= 100"), empty for a figure that only explains.
inline void report(const QString& name, double value, const QString& unit, const QString& target = {})
{
    const QJsonObject line{{QStringLiteral("name"), name},
                           {QStringLiteral("value"), double(qRound64(value * 100)) / 100},
                           {QStringLiteral("unit"), unit},
                           {QStringLiteral("target"), target}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// "VmHWM" (peak) or "VmRSS" (now) of a process in MB (10^6 bytes); 0 where the system does not say.
inline double memoryMB(const QByteArray& key, qint64 process = QCoreApplication::applicationPid())
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const auto lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(key))
            return double(line.mid(key.size() + 1).simplified().split(' ').first().toLongLong()) * 1024 / 1e6;
    }
    return 0;
}

/// Runs the event loop until the condition holds; a benchmark that hangs ends with a message.
template<class Condition>
void waitUntil(const char* what, Condition holds, int seconds = 120)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (timer.elapsed() > seconds * 1000)
            qFatal("waited too long for %s", what);
    }
}

} // namespace belanjain::bench
