// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

struct MailAddress
{
    QString name; ///< any text; may be empty
    QString address;

    /// "Toko Jakarta <toko@pasar.example>" or the address alone. nullopt unless the address is one that can stand
    /// in a mail's head.
    static std::optional<MailAddress> parse(const QString& text);
};

/// Whether an address is plain enough for an envelope and a head: visible ASCII without brackets, quotes, commas
/// and the like, around one @.
bool isMailAddress(const QString& address);

struct MailMessage
{
    QString id; ///< becomes <id@the sender's domain>
    MailAddress from;
    MailAddress to;
    QString subject;
    QString text;
    QString html;
    QString language; ///< "id", "en"
    Instant date;

    /// RFC 5322 with both bodies. Nothing from outside reaches the head but as an encoded word or as an address
    /// that was checked: isMailAddress() holds for both.
    QByteArray toBytes() const;
};

} // namespace belanjain::marketplace
