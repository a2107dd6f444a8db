// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "marketplace/mail/outbox.h"

#include <QJsonArray>

class QTimeZone;

namespace belanjain::marketplace
{

/// Whom a mail goes to.
struct Recipient
{
    QString name;
    QString address;
    Language language = Language::Indonesian;
    bool locked = false;
};

/// A mail in its recipient's words.
struct Letter
{
    Recipient to;
    QString subject;
    QString text;
    QString html;
};

/// The letter of a row, looked up as things are now. nullopt when what it is about or whom it is for is gone or
/// locked out. Runs on a connection that reads.
storage::Result<std::optional<Letter>> writeLetter(storage::Database& db, const WaitingMail& mail);

// For the kinds of letters:

storage::Result<std::optional<Recipient>> findRecipient(storage::Database& db, const QString& user);
/// "Ukuran: L, Warna: Merah".
QString optionText(const QJsonObject& options);
QTimeZone zoneOf(const QString& name);
/// "WIB", "WITA", "WIT"; another zone's own name.
QString zoneText(const QTimeZone& zone);
/// With its recipient's name and greeting filled in.
Letter fillLetter(const Recipient& to, const QString& kind, QJsonObject values);

storage::Result<std::optional<Letter>> writeOrderLetter(storage::Database& db, const WaitingMail& mail);
storage::Result<std::optional<Letter>> writeConfirmation(storage::Database& db, const WaitingMail& mail);
storage::Result<std::optional<Letter>> writeReport(storage::Database& db, const WaitingMail& mail);

} // namespace belanjain::marketplace
