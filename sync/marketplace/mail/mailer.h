// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/mail/letter.h"
#include "marketplace/mail/mail_message.h"
#include "marketplace/mail/mail_transport.h"
#include "marketplace/runtime/services.h"

#include <memory>

namespace belanjain::marketplace
{

/// Sends what waits in the outbox: claims, writes the letters, hands them over, and notes what became of them.
/// A mail that was taken just before the program ended is sent again when its claim runs out, with the same
/// Message-ID: at least once. Waits for the database and the network, so it has a thread of its own; step() is
/// called from that one only.
class Mailer
{
public:
    Mailer(const Services& services, std::unique_ptr<MailTransport> transport, MailAddress from);

    /// Sends at most a handful. True when more is due at once.
    bool step();
    /// Any thread: what is being sent is given up, and nothing more is sent.
    void stop() { m_stop = true; }

private:
    /// What step() learned of the outbox.
    QList<WaitingMail> claim();
    Handover deliver(const WaitingMail& mail);
    void note(const WaitingMail& mail, const Handover& handover);
    void write(const std::function<storage::Outcome(storage::Database&)>& job);
    /// base × 2^times at most `most`, less a random part of up to half.
    qint64 backOff(qint64 base, int times, qint64 most) const;

    const Services& m_services;
    std::unique_ptr<MailTransport> m_transport;
    const MailAddress m_from;
    std::atomic<bool> m_stop = false;
    int m_failures = 0;   ///< of the server, in a row
    Instant m_pausedUntil; ///< while the server is down
};

} // namespace belanjain::marketplace
