// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/mail/outbox.h"

#include "protocol/json.h"
#include "storage/text_value.h"

#include <QJsonDocument>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

Outcome changed(const Result<qint64>& result)
{
    return result ? Outcome() : tl::unexpected(result.error());
}

Outcome insert(Database& db, ports::IdFactory& ids, MailKind kind, const QString& about, Instant createdAt,
               const QString& details = u"{}"_s)
{
    return changed(db.run(u"INSERT INTO mail_outbox (id, kind, about, details, created_at, next_try_at) "
                          "VALUES (?, ?, ?, ?, ?, ?)"_s,
                          {ids.make<OpId>().toString(), mailKindName(kind), about, details, createdAt.ms, createdAt.ms}));
}

Result<std::optional<Instant>> moment(Database& db, const QString& sql)
{
    const auto found = db.one(sql, {}, [](const Row& row) { return row.optionalInteger(0); });
    if (!found)
        return tl::unexpected(found.error());
    const auto ms = found->value_or(std::nullopt);
    return ms ? std::optional(Instant{*ms}) : std::nullopt;
}

/// The customer's mail and a mail to each seller, in the place of the checkout's row.
Outcome divide(Database& db, ports::IdFactory& ids, const WaitingMail& checkout)
{
    const auto orders = db.all(u"SELECT id FROM orders WHERE checkout_id = ? ORDER BY id"_s, {checkout.about},
                               [](const Row& row) { return row.text(0); });
    if (!orders)
        return tl::unexpected(orders.error());
    if (const auto done = insert(db, ids, MailKind::OrderConfirmation, checkout.about, checkout.createdAt); !done)
        return done;
    for (const QString& order : *orders) {
        if (const auto done = insert(db, ids, MailKind::NewOrder, order, checkout.createdAt); !done)
            return done;
    }
    return changed(db.run(u"DELETE FROM mail_outbox WHERE id = ?"_s, {checkout.id}));
}

Result<QList<WaitingMail>> due(Database& db, const QString& condition, Instant now, int limit)
{
    // On PostgreSQL two instances that claim at once take different ones.
    const QString lock = db.isPostgres() ? u" FOR UPDATE SKIP LOCKED"_s : QString();
    return db.all(
        u"UPDATE mail_outbox SET next_try_at = ?, attempts = attempts + 1 WHERE id IN (SELECT id FROM mail_outbox "
        "WHERE state = 'waiting' AND next_try_at <= ?%1 ORDER BY next_try_at LIMIT ?%2) "
        "RETURNING id, kind, about, details, created_at, attempts"_s.arg(condition, lock),
        {now.ms + mailClaimMs, now.ms, limit}, [](const Row& row) {
            return WaitingMail{.id = row.text(0),
                               .kind = row.text(1),
                               .about = row.text(2),
                               .details = protocol::parseObject(row.text(3).toUtf8()).value_or(QJsonObject()),
                               .createdAt = {row.integer(4)},
                               .attempts = int(row.integer(5))};
        });
}

} // namespace

QString mailKindName(MailKind kind)
{
    switch (kind) {
    case MailKind::Checkout:
        return u"checkout"_s;
    case MailKind::OrderConfirmation:
        return u"order_confirmation"_s;
    case MailKind::NewOrder:
        return u"new_order"_s;
    case MailKind::OrderProcessing:
        return u"order_processing"_s;
    case MailKind::OrderShipped:
        return u"order_shipped"_s;
    case MailKind::OrderDelivered:
        return u"order_delivered"_s;
    case MailKind::OrderCancelled:
        return u"order_cancelled"_s;
    case MailKind::OrderCancelledByBuyer:
        return u"order_cancelled_by_buyer"_s;
    case MailKind::WeeklyReport:
        return u"weekly_report"_s;
    case MailKind::NewSignIn:
        return u"new_sign_in"_s;
    case MailKind::PasswordChanged:
        return u"password_changed"_s;
    }
    return {};
}

Outcome queueMail(Database& db, ports::IdFactory& ids, MailKind kind, const QString& about, Instant now,
                  const QJsonObject& details)
{
    const QString text = details.isEmpty()
        ? u"{}"_s
        : QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
    return insert(db, ids, kind, about, now, text);
}

Result<QList<WaitingMail>> claimMails(Database& db, ports::IdFactory& ids, Instant now, int limit)
{
    const auto checkouts = due(db, u" AND kind = 'checkout'"_s, now, limit);
    if (!checkouts)
        return checkouts;
    for (const WaitingMail& checkout : *checkouts) {
        if (const auto divided = divide(db, ids, checkout); !divided)
            return tl::unexpected(divided.error());
    }
    return due(db, u" AND kind <> 'checkout'"_s, now, limit);
}

Outcome markMailSent(Database& db, const QString& id, Instant now)
{
    return changed(db.run(u"UPDATE mail_outbox SET state = 'sent', ended_at = ?, last_error = '' WHERE id = ?"_s, {now.ms, id}));
}

Outcome markMailFailed(Database& db, const QString& id, const QString& why, Instant now)
{
    return changed(db.run(u"UPDATE mail_outbox SET state = 'failed', ended_at = ?, last_error = ? WHERE id = ?"_s,
                          {now.ms, storage::textValue(why), id}));
}

Outcome postponeMail(Database& db, const QString& id, Instant until, const QString& why, bool counts)
{
    return changed(db.run(u"UPDATE mail_outbox SET next_try_at = ?, last_error = ?, attempts = attempts - ? WHERE id = ?"_s,
                          {until.ms, storage::textValue(why), counts ? 0 : 1, id}));
}

Result<std::optional<Instant>> nextMailDue(Database& db)
{
    return moment(db, u"SELECT min(next_try_at) FROM mail_outbox WHERE state = 'waiting'"_s);
}

Result<std::optional<Instant>> oldestMail(Database& db)
{
    return moment(db, u"SELECT min(created_at) FROM mail_outbox WHERE state = 'waiting'"_s);
}

Outcome purgeMail(Database& db, Instant now)
{
    const qint64 before = now.ms - mailKeptMs;
    if (const auto ended = db.run(u"DELETE FROM mail_outbox WHERE state <> 'waiting' AND ended_at < ?"_s, {before}); !ended)
        return tl::unexpected(ended.error());
    return changed(db.run(u"DELETE FROM mail_outbox WHERE state = 'waiting' AND created_at < ?"_s, {before}));
}

} // namespace belanjain::marketplace
