// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/jobs/job.h"
#include "marketplace/mail/mailer.h"
#include "marketplace/mail/smtp.h"
#include "marketplace/runtime/inline_executor.h"
#include "marketplace/runtime/metrics.h"
#include "support/test_server.h"

namespace belanjain::testing
{

/// What the server's background threads work with, on the test's own thread: beside a server, as another
/// instance would be.
class PostOffice
{
public:
    explicit PostOffice(TestServer& server) : m_db(server.openDatabase()), m_clock(server.clock()) {}

    storage::Database& db() { return *m_db; }
    marketplace::Services& services() { return m_services; }
    std::unique_ptr<marketplace::Mailer> mailer(quint16 port)
    {
        marketplace::SmtpServer server;
        server.url = QStringLiteral("smtp://127.0.0.1:%1").arg(port);
        return mailer(std::make_unique<marketplace::SmtpTransport>(server));
    }
    std::unique_ptr<marketplace::Mailer> mailer(std::unique_ptr<marketplace::MailTransport> transport)
    {
        return std::make_unique<marketplace::Mailer>(
            m_services, std::move(transport),
            marketplace::MailAddress{QStringLiteral("Pasar Kita"), QStringLiteral("pasar@contoh.id")});
    }
    qint64 count(const QString& state)
    {
        return m_db->integer(QStringLiteral("SELECT count(*) FROM mail_outbox WHERE state = ?"), {state}).value();
    }

private:
    std::unique_ptr<storage::Database> m_db;
    FakeClock& m_clock;
    SeededRandom m_random;
    ports::IdFactory m_ids{m_clock, m_random};
    marketplace::InlineExecutor m_executor{*m_db};
    marketplace::Metrics m_metrics;
    marketplace::SilentLog m_log;
    marketplace::Services m_services{m_clock, m_random, m_ids, m_executor, m_metrics, m_log, {}};
};

} // namespace belanjain::testing
