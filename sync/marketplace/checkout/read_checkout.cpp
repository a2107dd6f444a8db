// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/checkout.h"

#include "domain/region.h"
#include "domain/text.h"
#include "domain/violation_text.h"

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
    {{u"recipient", 100}, {u"phone", 30}, {u"street", 200}, {u"city", 60}, {u"province", 60}, {u"postcode", 30}}};

/// "0812-3456-7890", "+62 812 3456 7890": 3 digits, as short numbers have, to 15
/// (ITU-T E.164) and what people put between them.
bool isPhone(const QString& text)
{
    int digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (!QStringView(u" -.()").contains(c) && !(c == u'+' && i == 0))
            return false;
    }
    return digits >= 3 && digits <= 15;
}

protocol::ProblemField wrongPhone(Language language)
{
    return {u"address.phone"_s, u"phone_malformed"_s,
            language == Language::English ? u"A phone number has 3 to 15 digits. Example: 0812-3456-7890"_s
                                          : u"Nomor telepon terdiri dari 3 sampai 15 angka. Contoh: 0812-3456-7890"_s,
            {}};
}

protocol::ProblemField wrongPostcode(Language language)
{
    return {u"address.postcode"_s, u"postcode_malformed"_s,
            language == Language::English ? u"A postcode has five digits. Example: 40131"_s
                                          : u"Kode pos terdiri dari lima angka. Contoh: 40131"_s,
            {}};
}

/// Reads the texts; what is missing or no text is named to `body`, what breaks a rule in `wrong`.
QJsonObject readAddress(protocol::ObjectReader& body, Language language, QList<protocol::ProblemField>& wrong)
{
    const qsizetype errorsBefore = body.errors().size();
    const QJsonObject given = body.object(u"address");
    if (body.errors().size() > errorsBefore)
        return {};
    protocol::ObjectReader reader(given);
    QJsonObject address;
    for (const AddressField& field : addressFields) {
        const QString name = QStringView(field.name).toString();
        const QString path = u"address."_s + name;
        const qsizetype before = reader.errors().size();
        const auto line = checkLine(reader.string(name), field.most, path);
        if (reader.errors().size() > before)
            body.fail(path, reader.errors().last().code);
        else if (!line)
            wrong.append({path, ruleCode(line.error().rule), ruleText(line.error(), language), {}});
        else if (name == u"phone" && !isPhone(*line))
            wrong.append(wrongPhone(language));
        else if (name == u"postcode" && !isPostcode(*line))
            wrong.append(wrongPostcode(language));
        else
            address[name] = *line;
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
    QList<protocol::ProblemField> wrong;
    CheckoutWish wish;
    wish.address = readAddress(body, call.language(), wrong);
    wish.paymentMethod = body.string(u"paymentMethod");
    if (body.has(u"variantIds") && !body.isNull(u"variantIds"))
        wish.variants = readVariants(body);
    wish.shipping = readShipping(body);
    wish.expectedTotal = body.optionalInteger(u"expectedTotal");
    if (!body.ok())
        return call.fail(body.errors());
    if (!wrong.isEmpty()) {
        protocol::Problem refused = problem(422, wrong.first().code, call.language());
        refused.detail = wrong.first().message;
        refused.errors = wrong;
        return tl::unexpected(refused);
    }
    const QStringList methods{u"COD"_s, u"BANK_TRANSFER"_s, u"EWALLET"_s, u"CARD"_s};
    if (!methods.contains(wish.paymentMethod))
        return call.fail(Violation{u"paymentMethod"_s, Rule::UnknownValue, {wish.paymentMethod}});
    if (wish.variants && wish.variants->isEmpty())
        return call.fail(422, u"empty_cart"_s);
    return wish;
}

} // namespace belanjain::marketplace
