// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/product_fields.h"

#include "domain/stock.h"
#include "domain/text.h"

#include <QSet>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

Checked<qint32> inRange(qint64 number, qint64 largest, const QString& field)
{
    if (number < 0 || number > largest)
        return tl::unexpected(Violation{field, Rule::OutOfRange, {u"0"_s, QString::number(largest)}});
    return qint32(number);
}

} // namespace

Checked<QString> checkProductName(const QString& text, const QString& field)
{
    return checkLine(text, maxProductName, field);
}

Checked<QString> checkDescription(const QString& text, const QString& field)
{
    return checkOptionalText(text, maxDescription, field);
}

Checked<QString> checkCategory(const QString& text, const QString& field)
{
    return checkOptionalLine(text, maxCategory, field);
}

Checked<Money> checkPrice(Money price, const QString& field)
{
    if (price.rupiah <= 0)
        return tl::unexpected(Violation{field, Rule::PriceNotPositive, {}});
    if (price > maxMoney)
        return tl::unexpected(Violation{field, Rule::OutOfRange, {u"1"_s, QString::number(maxMoney.rupiah)}});
    return price;
}

Checked<qint32> checkStock(qint64 pieces, const QString& field) { return inRange(pieces, maxStock, field); }

Checked<qint32> checkWeight(qint64 grams, const QString& field)
{
    return inRange(grams, maxWeightGrams, field);
}

Checked<qint32> checkThreshold(qint64 pieces, const QString& field)
{
    return inRange(pieces, maxStock, field);
}

tl::expected<QList<Specification>, QList<Violation>> checkSpecifications(const QList<Specification>& list,
                                                                         const QString& field)
{
    if (list.size() > maxSpecifications)
        return tl::unexpected(QList<Violation>{{field, Rule::TooMany, {QString::number(maxSpecifications)}}});
    QList<Violation> broken;
    QList<Specification> checked;
    QSet<QString> seen;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString path = u"%1[%2]"_s.arg(field).arg(i);
        const auto label = checkLine(list[i].label, maxSpecificationLabel, path + u".label"_s);
        const auto value = checkLine(list[i].value, maxSpecificationValue, path + u".value"_s);
        if (!label)
            broken += label.error();
        else if (seen.contains(label->toCaseFolded()))
            broken += Violation{path + u".label"_s, Rule::Duplicate, {*label}};
        else
            seen.insert(label->toCaseFolded());
        if (!value)
            broken += value.error();
        if (label && value)
            checked += Specification{*label, *value};
    }
    if (!broken.isEmpty())
        return tl::unexpected(broken);
    return checked;
}

} // namespace belanjain
