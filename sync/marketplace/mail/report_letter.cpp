// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"
#include "marketplace/mail/letter.h"

#include <QDate>
#include <QTimeZone>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Result;
using storage::Row;
namespace
{

/// "naik 12%", "turun 3%"; empty when there is nothing to compare with.
QString change(qint64 now, qint64 before, Language language)
{
    const bool english = language == Language::English;
    if (before <= 0)
        return {};
    if (now == before)
        return english ? u"as the week before"_s : u"sama dengan minggu sebelumnya"_s;
    // Rounded half up.
    const qint64 percent = (std::abs(now - before) * 200 + before) / (before * 2);
    const QString amount = percent == 0 ? u"<1%"_s : formatCount(percent, language) + u'%';
    if (now > before)
        return english ? u"up %1"_s.arg(amount) : u"naik %1"_s.arg(amount);
    return english ? u"down %1"_s.arg(amount) : u"turun %1"_s.arg(amount);
}

struct StoreSide
{
    QString owner;
    QString name;
};

} // namespace

Result<std::optional<Letter>> writeReport(storage::Database& db, const WaitingMail& mail)
{
    using MaybeLetter = Result<std::optional<Letter>>;
    const auto store = db.one(u"SELECT owner_id, name FROM stores WHERE id = ?"_s, {mail.about},
                              [](const Row& row) { return StoreSide{row.text(0), row.text(1)}; });
    if (!store || !*store)
        return store ? MaybeLetter(std::nullopt) : tl::unexpected(store.error());
    const auto to = findRecipient(db, (*store)->owner);
    if (!to || !*to)
        return to ? MaybeLetter(std::nullopt) : tl::unexpected(to.error());
    const Language language = (*to)->language;
    const QJsonObject figures = mail.details.value(u"week").toObject();
    const QJsonObject before = mail.details.value(u"weekBefore").toObject();
    const QDate first = QDate::fromString(mail.details.value(u"firstDay").toString(), Qt::ISODate);
    const QDate last = first.addDays(6);
    QJsonObject values{{u"store"_s, (*store)->name},
                       {u"week"_s, formatDate(first, language)},
                       {u"firstDay"_s, formatLongDate(first, language)},
                       {u"lastDay"_s, formatLongDate(last, language)},
                       {u"timeZone"_s, zoneText(zoneOf(mail.details.value(u"timeZone").toString()))},
                       {u"lowCount"_s, formatCount(mail.details.value(u"lowStockCount").toInteger(), language)}};
    for (const QString& name : {u"booked"_s, u"completed"_s, u"orders"_s, u"units"_s}) {
        const qint64 now = figures.value(name).toInteger();
        const bool money = name == u"booked" || name == u"completed";
        values[name] = money ? formatRupiah(Money{now}) : formatCount(now, language);
        values[name + u"Change"_s] = change(now, before.value(name).toInteger(), language);
    }
    QJsonArray top;
    for (const QJsonValue& value : mail.details.value(u"topProducts").toArray()) {
        const QJsonObject product = value.toObject();
        top.append(QJsonObject{{u"name"_s, product.value(u"name")},
                               {u"units"_s, formatCount(product.value(u"units").toInteger(), language)},
                               {u"revenue"_s, formatRupiah(Money{product.value(u"revenue").toInteger()})}});
    }
    QJsonArray low;
    for (const QJsonValue& value : mail.details.value(u"lowStock").toArray()) {
        const QJsonObject variant = value.toObject();
        low.append(QJsonObject{{u"name"_s, variant.value(u"name")},
                               {u"options"_s, optionText(variant.value(u"options").toObject())},
                               {u"available"_s, formatCount(variant.value(u"available").toInteger(), language)}});
    }
    // Their headings are there once, or not at all.
    values[u"top"_s] = top.isEmpty() ? QString() : u"yes"_s;
    values[u"low"_s] = low.isEmpty() ? QString() : u"yes"_s;
    values[u"topProducts"_s] = top;
    values[u"lowStock"_s] = low;
    return fillLetter(**to, mail.kind, values);
}

} // namespace belanjain::marketplace
