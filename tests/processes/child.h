// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <functional>
#include <memory>

namespace belanjain::processes
{

/// One of the real programs, which is killed and started again. What it said before it died is heard.
class Child
{
public:
    using Line = std::function<void(const QByteArray&)>;

    Child(QString program, Line line) : m_program(std::move(program)), m_line(std::move(line)) {}
    ~Child();

    /// Does not wait: a program may be killed before it has come to anything.
    void start(const QStringList& arguments);
    void start(const QString& program, const QStringList& arguments);
    bool isRunning() const { return m_process && m_process->state() != QProcess::NotRunning; }
    /// SIGKILL.
    void kill();
    void tell(const QByteArray& word);
    /// Waits until it has ended by itself. False when it has not, or not with 0.
    bool ended();

private:
    void listen();

    QString m_program;
    Line m_line;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_rest;
};

} // namespace belanjain::processes
