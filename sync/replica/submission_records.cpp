// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/product_fields.h"
#include "domain/store.h"
#include "domain/text.h"
#include "replica/order_table.h"
#include "replica/review_table.h"
#include "replica/store_table.h"
#include "replica/submission.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using protocol::Op;
namespace {

// The marketplace's own limits (sync/marketplace/orders, reviews): what it would refuse is refused here.
constexpr int maxReason = 200;
constexpr int maxCourier = 60;
constexpr int maxReply = 2'000;

tl::unexpected<Violation> refused(const QString& field, Rule rule, const QStringList& args = {})
{
    return tl::unexpected(Violation{field, rule, args});
}

std::optional<qint64> baseOf(qint64 version) { return version > 0 ? std::optional(version) : std::nullopt; }

Checked<QString> line(const QString& text, const QString& field, int most)
{
    const QString normal = normalisedLine(text);
    if (codePoints(normal) > most)
        return refused(field, Rule::TooLong, {QString::number(most)});
    return normal;
}

QJsonArray toJson(const QList<Specification>& list)
{
    QJsonArray array;
    for (const Specification& one : list)
        array.append(QJsonObject{{u"label"_s, one.label}, {u"value"_s, one.value}});
    return array;
}

/// Collects what a check gave, where it differs from what is there; the first violation stands.
struct Changes
{
    QJsonObject args;
    std::optional<Violation> violation;

    void text(const QString& key, const std::optional<QString>& given, const QString& now,
              Checked<QString> (*check)(const QString&, const QString&))
    {
        if (!given || violation)
            return;
        const auto checked = check(*given, key);
        if (!checked)
            violation = checked.error();
        else if (*checked != now)
            args[key] = notNull(*checked);
    }
};

QList<Specification> specificationsFrom(const QJsonArray& array)
{
    QList<Specification> list;
    for (const QJsonValue& one : array)
        list.append({one[u"label"].toString(), one[u"value"].toString()});
    return list;
}

} // namespace

std::optional<ports::Command> Submission::recordCommandOf(const QString& opName, const QString& entityId,
                                                          const QJsonObject& args)
{
    const auto is = [&](QStringView name) { return opName == name; };
    const auto text = [&](QStringView key) {
        return args.contains(key) ? std::optional(args.value(key).toString()) : std::nullopt;
    };
    if (is(protocol::op::orderTransition)) {
        const auto order = OrderId::parse(entityId);
        const auto to = parseOrderStatus(args.value(u"to").toString());
        if (order && to)
            return ports::MoveOrder{*order, *to, text(u"reason").value_or(QString()),
                                    text(u"courier").value_or(QString()),
                                    text(u"trackingNumber").value_or(QString())};
    } else if (is(protocol::op::reviewReply)) {
        if (const auto review = ReviewId::parse(entityId))
            return ports::ReplyToReview{*review, args.value(u"reply").toString()};
    } else if (is(protocol::op::storeUpdate)) {
        const auto threshold = args.contains(u"lowStockThreshold"_s)
                                   ? std::optional(qint32(args.value(u"lowStockThreshold").toInteger()))
                                   : std::nullopt;
        if (const auto store = StoreId::parse(entityId))
            return ports::UpdateStore{*store,  text(u"name"), text(u"location"), text(u"description"),
                                      threshold, text(u"timeZone")};
    } else if (is(protocol::op::productUpdate)) {
        const auto specifications = args.contains(u"specifications"_s)
                                        ? std::optional(specificationsFrom(args.value(u"specifications").toArray()))
                                        : std::nullopt;
        if (const auto product = ProductId::parse(entityId))
            return ports::UpdateProduct{*product, text(u"name"), text(u"description"), text(u"category"),
                                        specifications};
    }
    return std::nullopt;
}

Submission::Prepared Submission::prepare(const ports::SetWeight& command)
{
    const auto variant = m_variants.find(command.variant);
    if (!variant)
        return refused(u"variant"_s, Rule::NotFound);
    const auto weight = checkWeight(command.grams, u"weightGrams"_s);
    if (!weight)
        return tl::unexpected(weight.error());
    if (*weight == variant->data.weightGrams)
        return std::nullopt;
    return Op{.name = QStringView(protocol::op::variantUpdate).toString(),
              .entityId = variant->id.toString(),
              .baseVersion = baseOf(variant->version),
              .args = {{u"weightGrams"_s, *weight}}};
}

Submission::Prepared Submission::prepare(const ports::UpdateProduct& command)
{
    const auto product = m_products.find(command.product);
    if (!product || !product->known())
        return refused(u"product"_s, Rule::NotFound);
    const protocol::ProductRow& now = product->data;
    Changes changes;
    changes.text(u"name"_s, command.name, now.name, checkProductName);
    changes.text(u"description"_s, command.description, now.description, checkDescription);
    changes.text(u"category"_s, command.category, now.category, checkCategory);
    if (changes.violation)
        return tl::unexpected(*changes.violation);
    if (command.specifications) {
        const auto checked = checkSpecifications(*command.specifications, u"specifications"_s);
        if (!checked)
            return tl::unexpected(checked.error().front());
        if (const QJsonArray list = toJson(*checked); list != now.specifications)
            changes.args[u"specifications"_s] = list;
    }
    if (changes.args.isEmpty())
        return std::nullopt;
    return Op{.name = QStringView(protocol::op::productUpdate).toString(),
              .entityId = product->id.toString(),
              .baseVersion = baseOf(product->version),
              .args = changes.args};
}

Submission::Prepared Submission::prepare(const ports::MoveOrder& command)
{
    const auto order = OrderTable(m_work).find(command.order);
    if (!order)
        return refused(u"order"_s, Rule::NotFound);
    const auto reason = line(command.reason, u"reason"_s, maxReason);
    const auto courier = line(command.courier, u"courier"_s, maxCourier);
    const auto number = line(command.trackingNumber, u"trackingNumber"_s, maxCourier);
    for (const auto* text : {&reason, &courier, &number}) {
        if (!*text)
            return tl::unexpected(text->error());
    }
    const auto step = transition(order->data.status, command.to, Role::Seller, !reason->isEmpty());
    if (!step)
        return tl::unexpected(step.error());
    QJsonObject args{{u"to"_s, wireName(command.to)}};
    const auto add = [&](const QString& key, const QString& value) {
        if (!value.isEmpty())
            args[key] = value;
    };
    add(u"reason"_s, *reason);
    add(u"courier"_s, *courier);
    add(u"trackingNumber"_s, *number);
    return Op{.name = QStringView(protocol::op::orderTransition).toString(),
              .entityId = order->id.toString(),
              .baseVersion = baseOf(order->version),
              .args = args};
}

Submission::Prepared Submission::prepare(const ports::ReplyToReview& command)
{
    const auto review = ReviewTable(m_work).find(command.review);
    if (!review)
        return refused(u"review"_s, Rule::NotFound);
    const QString reply = command.reply.trimmed();
    if (codePoints(reply) > maxReply)
        return refused(u"reply"_s, Rule::TooLong, {QString::number(maxReply)});
    if (reply == review->data.reply)
        return std::nullopt;
    return Op{.name = QStringView(protocol::op::reviewReply).toString(),
              .entityId = review->id.toString(),
              .baseVersion = baseOf(review->version),
              .args = {{u"reply"_s, notNull(reply)}}};
}

Submission::Prepared Submission::prepare(const ports::UpdateStore& command)
{
    const auto store = StoreTable(m_work).find(command.store);
    if (!store)
        return refused(u"store"_s, Rule::NotFound);
    const protocol::StoreRow& now = store->data;
    Changes changes;
    changes.text(u"name"_s, command.name, now.name, checkStoreName);
    changes.text(u"location"_s, command.location, now.location, checkStoreLocation);
    changes.text(u"description"_s, command.description, now.description, checkStoreDescription);
    changes.text(u"timeZone"_s, command.timeZone, now.timeZone, checkTimeZone);
    if (changes.violation)
        return tl::unexpected(*changes.violation);
    if (command.lowStockThreshold) {
        const auto threshold = checkThreshold(*command.lowStockThreshold, u"lowStockThreshold"_s);
        if (!threshold)
            return tl::unexpected(threshold.error());
        if (*threshold != now.lowStockThreshold)
            changes.args[u"lowStockThreshold"_s] = *threshold;
    }
    if (changes.args.isEmpty())
        return std::nullopt;
    return Op{.name = QStringView(protocol::op::storeUpdate).toString(),
              .entityId = store->id.toString(),
              .baseVersion = baseOf(store->version),
              .args = changes.args};
}

} // namespace belanjain::replica
