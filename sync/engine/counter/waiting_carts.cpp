// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/counter/waiting_carts.h"

#include "domain/cart_split.h"
#include "protocol/json.h"
#include "storage/migrator.h"

#include <QJsonArray>

#include <algorithm>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

QString linesText(const QList<ports::CounterLine>& lines)
{
    QJsonArray array;
    for (const ports::CounterLine& line : lines) {
        array.append(QJsonObject{{u"variant"_s, line.variant.toString()},
                                 {u"product"_s, line.product.toString()},
                                 {u"name"_s, line.name},
                                 {u"options"_s, line.optionsLabel},
                                 {u"category"_s, line.category},
                                 {u"image"_s, line.imageHash},
                                 {u"price"_s, line.unitPrice.rupiah},
                                 {u"quantity"_s, line.quantity},
                                 {u"grams"_s, line.weightGrams}});
    }
    return QString::fromUtf8(protocol::toJson({{u"lines"_s, array}}));
}

QList<ports::CounterLine> linesFrom(const QString& text)
{
    QList<ports::CounterLine> lines;
    const QJsonObject json = protocol::parseObject(text.toUtf8()).value_or(QJsonObject());
    const QJsonArray array = json.value(u"lines").toArray();
    for (const QJsonValue& value : array) {
        protocol::ObjectReader reader(value.toObject());
        ports::CounterLine line{.variant = reader.id<VariantId>(u"variant"),
                                .product = reader.id<ProductId>(u"product"),
                                .name = reader.string(u"name"),
                                .optionsLabel = reader.string(u"options"),
                                .category = reader.string(u"category"),
                                .imageHash = reader.string(u"image"),
                                .unitPrice = reader.money(u"price"),
                                .quantity = reader.integer(u"quantity"),
                                .weightGrams = reader.integer32(u"grams")};
        if (reader.ok() && line.quantity > 0 && line.quantity <= maxCartQuantity)
            lines.append(line);
    }
    return lines;
}

Outcome outcomeOf(const Result<qint64>& done)
{
    return done ? Outcome() : tl::unexpected(done.error());
}

} // namespace

tl::expected<std::unique_ptr<WaitingCarts>, QString> WaitingCarts::open(const QString& file)
{
    auto db = storage::Database::open(storage::Address::sqlite(file), {.checkpoints = true});
    if (!db)
        return tl::unexpected(db.error().text);
    if (const auto migrated = storage::migrate(**db, u":/sql/counter"_s); !migrated)
        return tl::unexpected(migrated.error().text);
    return std::unique_ptr<WaitingCarts>(new WaitingCarts(std::move(*db)));
}

Result<QList<ports::WaitingCart>> WaitingCarts::all()
{
    return m_db->all(u"SELECT number, label, lines, kept_at, checkout_key FROM waiting_carts ORDER BY number"_s, {},
                     [](const Row& row) {
                         return ports::WaitingCart{.number = row.integer(0),
                                                   .label = row.text(1),
                                                   .lines = linesFrom(row.text(2)),
                                                   .keptAt = Instant{row.integer(3)},
                                                   .unanswered = !row.text(4).isEmpty()};
                     });
}

Result<qint64> WaitingCarts::put(const ports::WaitingCart& cart)
{
    const QVariant number = cart.number > 0 ? QVariant(cart.number) : QVariant();
    return m_db
        ->one(u"INSERT INTO waiting_carts (number, label, lines, kept_at) VALUES (?, ?, ?, ?) ON CONFLICT (number) DO "
              "UPDATE SET label = excluded.label, lines = excluded.lines, kept_at = excluded.kept_at RETURNING number"_s,
              {number, cart.label, linesText(cart.lines), cart.keptAt.ms}, [](const Row& row) { return row.integer(0); })
        .map([](const std::optional<qint64>& kept) { return kept.value_or(0); });
}

Outcome WaitingCarts::remove(qint64 number)
{
    return outcomeOf(m_db->run(u"DELETE FROM waiting_carts WHERE number = ?"_s, {number}));
}

Result<std::optional<WaitingCarts::Sent>> WaitingCarts::sent(qint64 number)
{
    return m_db->one(u"SELECT buyer, checkout_key, checkout_body, sent_at FROM waiting_carts WHERE number = ? "
                     "AND checkout_key IS NOT NULL"_s,
                     {number}, [](const Row& row) {
                         return Sent{row.text(0), row.text(1), row.text(2).toUtf8(), Instant{row.integer(3)}};
                     });
}

Outcome WaitingCarts::setSent(qint64 number, const std::optional<Sent>& sent)
{
    const auto value = [&](auto of) { return sent ? QVariant(of(*sent)) : QVariant(); };
    return outcomeOf(m_db->run(
        u"UPDATE waiting_carts SET buyer = ?, checkout_key = ?, checkout_body = ?, sent_at = ? WHERE number = ?"_s,
        {value([](const Sent& s) { return s.buyer; }), value([](const Sent& s) { return s.key; }),
         value([](const Sent& s) { return QString::fromUtf8(s.body); }), value([](const Sent& s) { return s.at.ms; }),
         number}));
}

} // namespace belanjain::engine
