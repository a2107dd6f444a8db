// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/mail/letter.h"

#include "marketplace/mail/mail_template.h"

#include <QFile>
#include <QTimeZone>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Result;
using storage::Row;
namespace
{

QString resource(const QString& path)
{
    QFile file(u":/mail/"_s + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A user has no place; most are where the marketplace is.
Result<std::optional<Letter>> writeAccountLetter(storage::Database& db, const WaitingMail& mail)
{
    const auto to = findRecipient(db, mail.about);
    if (!to || !*to)
        return to ? Result<std::optional<Letter>>(std::nullopt) : tl::unexpected(to.error());
    const QTimeZone zone = zoneOf({});
    return fillLetter(**to, mail.kind,
                      {{u"date"_s, formatDateTime(mail.createdAt, zone, (*to)->language)},
                       {u"timeZone"_s, zoneText(zone)}});
}

} // namespace

Result<std::optional<Recipient>> findRecipient(storage::Database& db, const QString& user)
{
    return db.one(u"SELECT name, email, language, locked FROM users WHERE id = ?"_s, {user}, [](const Row& row) {
        return Recipient{row.text(0), row.text(1), languageFromTag(row.text(2)), row.boolean(3)};
    });
}

QString optionText(const QJsonObject& options)
{
    QStringList parts;
    for (auto it = options.begin(); it != options.end(); ++it)
        parts << it.key() + u": "_s + it.value().toString();
    return parts.join(u", "_s);
}

QTimeZone zoneOf(const QString& name)
{
    const QTimeZone zone(name.toLatin1());
    // No name is a valid one too: this machine's.
    return zone.isValid() && !name.isEmpty() ? zone : QTimeZone(QByteArrayLiteral("Asia/Jakarta"));
}

QString zoneText(const QTimeZone& zone)
{
    const QByteArray id = zone.id();
    if (id == "Asia/Jakarta" || id == "Asia/Pontianak")
        return u"WIB"_s;
    if (id == "Asia/Makassar")
        return u"WITA"_s;
    return id == "Asia/Jayapura" ? u"WIT"_s : QString::fromLatin1(id);
}

Letter fillLetter(const Recipient& to, const QString& kind, QJsonObject values)
{
    const QString language = wireName(to.language);
    values[u"recipient"_s] = to.name;
    const QString all = fillTemplate(resource(language + u'/' + kind + u".txt"_s), values);
    Letter letter{.to = to, .subject = all.section(u'\n', 0, 0).trimmed()};
    QString text = all.section(u'\n', 1).trimmed();
    // Sections that are not there leave their blank lines.
    while (text.contains(u"\n\n\n"))
        text.replace(u"\n\n\n"_s, u"\n\n"_s);
    letter.text = text + u'\n';
    letter.html = resource(u"frame.html"_s)
                      .replace(u"{{language}}"_s, language)
                      .replace(u"{{subject}}"_s, letter.subject.toHtmlEscaped())
                      .replace(u"{{content}}"_s, htmlOf(text));
    return letter;
}

Result<std::optional<Letter>> writeLetter(storage::Database& db, const WaitingMail& mail)
{
    const auto letter = [&]() -> Result<std::optional<Letter>> {
        if (mail.kind == mailKindName(MailKind::OrderConfirmation))
            return writeConfirmation(db, mail);
        if (mail.kind == mailKindName(MailKind::WeeklyReport))
            return writeReport(db, mail);
        if (mail.kind == mailKindName(MailKind::NewSignIn) || mail.kind == mailKindName(MailKind::PasswordChanged))
            return writeAccountLetter(db, mail);
        return writeOrderLetter(db, mail);
    }();
    if (letter && *letter && (*letter)->to.locked)
        return std::nullopt;
    return letter;
}

} // namespace belanjain::marketplace
