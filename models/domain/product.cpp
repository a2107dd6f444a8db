// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/product.h"

#include <algorithm>

namespace belanjain {
using namespace Qt::StringLiterals;

QString wireName(ProductStatus status)
{
    switch (status) {
    case ProductStatus::Active:
        return u"active"_s;
    case ProductStatus::Archived:
        return u"archived"_s;
    }
    return {};
}

std::optional<ProductStatus> parseProductStatus(QStringView text)
{
    for (const auto status : {ProductStatus::Active, ProductStatus::Archived}) {
        if (text == wireName(status))
            return status;
    }
    return std::nullopt;
}

QList<QList<OptionValue>> combinations(const QList<Option>& options)
{
    QList<QList<OptionValue>> all{{}};
    for (const Option& option : options) {
        QList<QList<OptionValue>> longer;
        longer.reserve(all.size() * option.values.size());
        for (const QList<OptionValue>& beginning : std::as_const(all)) {
            for (const QString& value : option.values)
                longer.append(beginning + QList<OptionValue>{{option.name, value}});
        }
        all = longer;
    }
    return all;
}

qint64 combinationCount(const QList<Option>& options)
{
    constexpr qint64 enough = 1'000'000;
    qint64 number = 1;
    for (const Option& option : options) {
        if (option.values.isEmpty())
            return 0;
        number = qMin(number * qMin<qint64>(option.values.size(), enough), enough + 1);
    }
    return number;
}

QString optionsLabel(const QList<OptionValue>& values, const QList<Option>& options)
{
    QStringList known;
    for (const Option& option : options) {
        for (const OptionValue& value : values) {
            if (value.name == option.name)
                known += value.value;
        }
    }
    QStringList unknown;
    for (const OptionValue& value : values) {
        const bool listed = std::any_of(options.begin(), options.end(),
                                        [&value](const Option& option) { return option.name == value.name; });
        if (!listed)
            unknown += value.value;
    }
    return (known + unknown).join(u", "_s);
}

QString optionsLabel(const QList<OptionValue>& values)
{
    QStringList texts;
    for (const OptionValue& value : values)
        texts += value.value;
    return texts.join(u", "_s);
}

} // namespace belanjain
