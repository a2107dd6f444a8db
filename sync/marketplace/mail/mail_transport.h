// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>

namespace belanjain::marketplace
{

/// What became of handing a mail over.
struct Handover
{
    enum class Kind : quint8 {
        Taken,
        Later,   ///< not now (4xx), or it broke off: try this mail again
        Refused, ///< never (5xx for this recipient or this mail)
        Down,    ///< nobody there, or nobody who takes mail from us: others would fare no better
    };
    Kind kind = Kind::Taken;
    QString words; ///< for the log and the outbox
};

/// The way out for mails.
class MailTransport
{
public:
    MailTransport() = default;
    MailTransport(const MailTransport&) = delete;
    MailTransport& operator=(const MailTransport&) = delete;
    virtual ~MailTransport() = default;

    /// Waits for the answer; gives up soon after `stop` becomes true.
    virtual Handover send(const QString& from, const QString& to, const QByteArray& message,
                          const std::atomic<bool>& stop) = 0;
};

} // namespace belanjain::marketplace
