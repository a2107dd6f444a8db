// SPDX-License-Identifier: GPL-3.0-or-later
#include "child.h"

#include <csignal>
#include <sys/prctl.h>

namespace belanjain::processes
{

Child::~Child() { kill(); }

void Child::start(const QStringList& arguments) { start(m_program, arguments); }

void Child::start(const QString& program, const QStringList& arguments)
{
    kill();
    m_rest.clear();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    // No keychain of whoever runs this.
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    m_process->setProcessEnvironment(environment);
    // Whatever becomes of the one who kills, nobody is left behind.
    m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QObject::connect(m_process.get(), &QProcess::readyReadStandardOutput, m_process.get(), [this] { listen(); });
    m_process->start(program, arguments);
}

void Child::listen()
{
    m_rest += m_process->readAllStandardOutput();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        const QByteArray line = m_rest.left(end);
        m_rest.remove(0, end + 1);
        m_line(line);
    }
}

void Child::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    listen();
    m_process.reset();
}

void Child::tell(const QByteArray& word)
{
    if (m_process)
        m_process->write(word + '\n');
}

bool Child::ended()
{
    if (!m_process || (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(30'000)))
        return false;
    listen();
    const bool good = m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    m_process.reset();
    return good;
}

} // namespace belanjain::processes
