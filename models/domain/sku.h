// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace belanjain {

inline constexpr int maxSku = 64;

/// Asked with a skuKey(): whether the store has it on another variant.
using SkuIsTaken = std::function<bool(const QString& key)>;

/// 1 to 64 letters and digits of any script, - _ . / + # : and single inner spaces; ends trimmed, NFC.
/// The SKU as it is to be stored.
Checked<QString> checkSku(const QString& text, const QString& field);

/// What makes two SKUs of a store the same: case and composition do not matter. For a UNIQUE column.
QString skuKey(const QString& sku);

/// The SKU wanted if it is free, else the nearest free one: KRK-01 gives KRK-02, NTA-L gives NTA-L-2.
/// Empty when ten thousand tries found none.
QString suggestSku(const QString& wanted, const SkuIsTaken& isTaken);

/// A readable SKU from the product's name and the variant's option values: "Korek Api" gives KRK-API-01,
/// "Nathalie Kaos" with Hitam and L gives NTH-KOS-HTM-L. The same input gives the same SKU.
QString makeSku(const QString& productName, const QStringList& optionValues, const SkuIsTaken& isTaken);

/// The same with a beginning that was chosen instead of the product's name: TNK with Merah gives TNK-MRH.
QString makeSkuFrom(const QString& beginning, const QStringList& optionValues, const SkuIsTaken& isTaken);

} // namespace belanjain
