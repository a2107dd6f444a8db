// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/product.h"
#include "domain/violation.h"

#include <QString>

namespace belanjain {

// The rules for single fields of a product, for whole drafts, for patches and for imports. Each gives
// the value as it is to be stored, or the rule it breaks in the field named. Lengths are in code points.

inline constexpr int maxProductName = 200;
inline constexpr int maxDescription = 10'000;
inline constexpr int maxCategory = 80;
inline constexpr int maxOptions = 5;
inline constexpr int maxOptionName = 40;
inline constexpr int maxOptionValues = 50;
inline constexpr int maxOptionValue = 60;
inline constexpr int maxVariants = 200;
inline constexpr int maxSpecifications = 50;
inline constexpr int maxSpecificationLabel = 80;
inline constexpr int maxSpecificationValue = 500;
inline constexpr qint32 maxWeightGrams = 1'000'000;

Checked<QString> checkProductName(const QString& text, const QString& field);
Checked<QString> checkDescription(const QString& text, const QString& field);
/// Empty is fine: the product is in no category.
Checked<QString> checkCategory(const QString& text, const QString& field);
/// Rp 1 to maxMoney.
Checked<Money> checkPrice(Money price, const QString& field);
/// 0 to maxStock pieces.
Checked<qint32> checkStock(qint64 pieces, const QString& field);
Checked<qint32> checkWeight(qint64 grams, const QString& field);
/// 0 to maxStock; 0 means never low, only out.
Checked<qint32> checkThreshold(qint64 pieces, const QString& field);
/// At most maxSpecifications, each with a label and a value, no label twice; paths like field[3].label.
tl::expected<QList<Specification>, QList<Violation>> checkSpecifications(const QList<Specification>& list,
                                                                         const QString& field);

} // namespace belanjain
