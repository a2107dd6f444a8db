// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>

namespace belanjain::testing
{

/// A real mail server in a process of its own (smtp_receiver.py). Kills it at the end.
class SmtpReceiver
{
public:
    explicit SmtpReceiver(quint16 port = 0)
    {
        m_process.start(QStringLiteral(SMTP_PYTHON), {QStringLiteral(SMTP_RECEIVER), QString::number(port)});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) {
        }
        if (m_process.canReadLine())
            m_port = m_process.readLine().trimmed().toUShort();
        else
            qWarning().noquote() << "the mail server does not start:" << m_process.readAllStandardError();
    }
    ~SmtpReceiver()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port() const { return m_port; }
    /// Waits until so many have come, and gives all of them.
    QList<QJsonObject> mails(qsizetype count)
    {
        while (m_mails.size() < count) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(20'000))
                break;
            while (m_process.canReadLine())
                m_mails.append(QJsonDocument::fromJson(m_process.readLine()).object());
        }
        return m_mails;
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
    QList<QJsonObject> m_mails;
};

} // namespace belanjain::testing
