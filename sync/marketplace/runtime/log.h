// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <mutex>

namespace belanjain::marketplace
{

enum class LogLevel : quint8 { Debug, Info, Warning, Error };

/// Where the server says what it does. Calls may come from any thread. Never given passwords, tokens,
/// bodies or query strings.
class Log
{
public:
    Log() = default;
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    virtual ~Log();

    virtual bool wants(LogLevel level) const = 0;
    /// `event` is a short stable name: "request", "commit_failed".
    virtual void write(LogLevel level, const QString& event, const QJsonObject& fields) = 0;
};

/// One JSON object per line on stderr.
class StderrLog : public Log
{
public:
    explicit StderrLog(LogLevel least) : m_least(least) {}
    bool wants(LogLevel level) const override { return level >= m_least; }
    void write(LogLevel level, const QString& event, const QJsonObject& fields) override;

private:
    LogLevel m_least;
    std::mutex m_mutex;
};

/// Says nothing: for tests.
class SilentLog : public Log
{
public:
    bool wants(LogLevel) const override { return false; }
    void write(LogLevel, const QString&, const QJsonObject&) override {}
};

} // namespace belanjain::marketplace
