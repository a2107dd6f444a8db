// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/checkout.h"
#include "marketplace/checkout/tariff.h"

#include "domain/text.h"

#include <array>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

struct AddressField
{
    const char16_t* name;
    int most;
};
constexpr std::array<AddressField, 6> addressFields{
    {{u"recipient", 100}, {u"phone", 20}, {u"street", 200}, {u"city", 60}, {u"province", 60}, {u"postcode", 5}}};

QJsonObject readAddress(protocol::ObjectReader& body, QList<Violation>& broken)
{
    const QJsonObject given = body.object(u"address");
    if (!body.ok())
        return {};
    protocol::ObjectReader reader(given);
    QJsonObject address;
    for (const AddressField& field : addressFields) {
        const QString name = QStringView(field.name).toString();
        const QString path = u"address."_s + name;
        const qsizetype before = reader.errors().size();
        const QString text = normalisedLine(reader.string(name));
        if (reader.errors().size() > before)
            body.fail(path, reader.errors().last().code);
        else if (text.isEmpty())
            broken.append({path, Rule::Required, {}});
        else if (codePoints(text) > field.most)
            broken.append({path, Rule::TooLong, {QString::number(field.most)}});
        address[name] = text;
    }
    return address;
}

QList<VariantId> readVariants(protocol::ObjectReader& body)
{
    QList<VariantId> variants;
    const QStringList texts = body.strings(u"variantIds");
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (const auto id = VariantId::parse(texts[i]))
            variants.append(*id);
        else
            body.fail(u"variantIds[%1]"_s.arg(i), u"not_an_id"_s);
    }
    return variants;
}

QHash<StoreId, QString> readShipping(protocol::ObjectReader& body)
{
    QHash<StoreId, QString> chosen;
    const QJsonObject shipping = body.optionalObject(u"shipping").value_or(QJsonObject());
    for (auto it = shipping.begin(); it != shipping.end(); ++it) {
        const auto store = StoreId::parse(it.key());
        if (!store || !it.value().isString())
            body.fail(u"shipping."_s + it.key(), store ? u"not_a_string"_s : u"not_an_id"_s);
        else
            chosen.insert(*store, it.value().toString());
    }
    return chosen;
}

} // namespace

Expected<CheckoutWish> readCheckout(const Call& call)
{
    protocol::ObjectReader body(call.body());
    QList<Violation> broken;
    CheckoutWish wish;
    wish.address = readAddress(body, broken);
    wish.paymentMethod = body.string(u"paymentMethod");
    if (body.has(u"variantIds") && !body.isNull(u"variantIds"))
        wish.variants = readVariants(body);
    wish.shipping = readShipping(body);
    wish.expectedTotal = body.optionalInteger(u"expectedTotal");
    if (!body.ok())
        return call.fail(body.errors());
    const QStringList methods{u"COD"_s, u"BANK_TRANSFER"_s, u"EWALLET"_s, u"CARD"_s};
    if (!methods.contains(wish.paymentMethod))
        broken.append({u"paymentMethod"_s, Rule::UnknownValue, {wish.paymentMethod}});
    if (!broken.isEmpty())
        return call.fail(broken);
    if (wish.variants && wish.variants->isEmpty())
        return call.fail(422, u"empty_cart"_s);
    return wish;
}

} // namespace belanjain::marketplace
