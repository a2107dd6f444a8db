// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace belanjain::marketplace::samples {

/// The part of a SKU that says what the product is, the way a shopkeeper shortens it: the model code when the
/// name has one ("… Camisol NTA 428" → "NTA-428"), else two words without most vowels ("Korek Api Kompor" →
/// "KRK-API"). Never empty.
QString skuStem(QStringView name);

/// The part for one option value: "Hitam" → "HTM", "XL" → "XL", "500 ml" → "500ML".
QString skuValue(QStringView value);

/// The model code in a name ("NTA 428", "OX-605"), or nothing.
QString modelCode(QStringView name);

/// Hands out each SKU of a store once; the second "KRK-API-01" becomes "KRK-API-02".
class SkuMaker
{
public:
    /// `values` are the variant's option values; without any the SKU ends in a number.
    QString make(QStringView stem, const QStringList& values);

private:
    QSet<QString> m_taken;
};

} // namespace belanjain::marketplace::samples
