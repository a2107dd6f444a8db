// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "ports/id_factory.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace belanjain::marketplace
{

enum class MailKind : quint8 {
    Checkout,          ///< about a checkout; becomes an OrderConfirmation and a NewOrder for each of its orders
    OrderConfirmation, ///< about a checkout, to its customer
    NewOrder,          ///< about an order, to its seller
    OrderProcessing,   ///< about an order, to its customer, as the next three
    OrderShipped,
    OrderDelivered,
    OrderCancelled,
    OrderCancelledByBuyer, ///< about an order, to its seller
    WeeklyReport,          ///< about a store, to its seller; details are the figures
    NewSignIn,             ///< about a user, as the next
    PasswordChanged,
};

/// "order_shipped": in the table, and the name of the template.
QString mailKindName(MailKind kind);

/// Puts a mail into the outbox, in the caller's transaction: one row that names its kind and what it is about.
/// Everything else is looked up when it is sent, off the path of requests.
storage::Outcome queueMail(storage::Database& db, ports::IdFactory& ids, MailKind kind, const QString& about, Instant now,
                           const QJsonObject& details = {});

/// One to send now.
struct WaitingMail
{
    QString id;
    QString kind;
    QString about;
    QJsonObject details;
    Instant createdAt;
    int attempts = 0; ///< with this one
};

/// How long a claimed mail is left to who claimed it; then another may send it again, with the same Message-ID.
inline constexpr qint64 mailClaimMs = 5 * 60 * 1000;
/// A mail that could not be sent for so long is given up.
inline constexpr qint64 mailTriedMs = 3LL * 24 * 3600 * 1000;
/// How long a mail waits where nobody sends any, and how long ended ones are kept to be looked at.
inline constexpr qint64 mailKeptMs = 14LL * 24 * 3600 * 1000;

/// Takes at most so many that are due, so that no other instance does. A checkout is divided first.
storage::Result<QList<WaitingMail>> claimMails(storage::Database& db, ports::IdFactory& ids, Instant now, int limit);
storage::Outcome markMailSent(storage::Database& db, const QString& id, Instant now);
storage::Outcome markMailFailed(storage::Database& db, const QString& id, const QString& why, Instant now);
/// Puts a claimed one back until then; `counts` says whether it was tried.
storage::Outcome postponeMail(storage::Database& db, const QString& id, Instant until, const QString& why, bool counts);

/// When the next one is due; nullopt when none waits.
storage::Result<std::optional<Instant>> nextMailDue(storage::Database& db);
/// When the oldest that waits was caused; nullopt when none does.
storage::Result<std::optional<Instant>> oldestMail(storage::Database& db);
/// Forgets mails past their time.
storage::Outcome purgeMail(storage::Database& db, Instant now);

} // namespace belanjain::marketplace
