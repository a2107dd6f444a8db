// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/mail/mail_transport.h"

#include <tl/expected.hpp>

namespace belanjain::marketplace
{

struct SmtpServer
{
    QString url; ///< without user and password; empty: no mail is sent
    QString user;
    QString password;
    /// Whether smtp:// becomes TLS (STARTTLS) before anything is said. Never to this machine, whose mail server
    /// has a certificate of its own making; where it can elsewhere, and always where a password is at stake.
    enum class StartTls : quint8 { Never, WhereOffered, Always };
    StartTls startTls = StartTls::Never;

    /// "smtp://host:25", "smtp://host?tls=required", "smtps://user:password@host". The error is fit for a
    /// command line.
    static tl::expected<SmtpServer, QString> parse(const QString& text);
};

/// Through libcurl: a connection for each mail.
class SmtpTransport : public MailTransport
{
public:
    explicit SmtpTransport(SmtpServer server) : m_server(std::move(server)) {}

    Handover send(const QString& from, const QString& to, const QByteArray& message, const std::atomic<bool>& stop) override;

private:
    const SmtpServer m_server;
};

} // namespace belanjain::marketplace
