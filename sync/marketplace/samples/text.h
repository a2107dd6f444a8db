// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace belanjain::marketplace::samples {

/// One line without control characters, HTML entities and doubled spaces. The data set lost its emoji and
/// curly punctuation: runs of question marks ("mantap ????") and U+FFFD go, one between two letters
/// ("mdh\uFFFDan") becomes an apostrophe.
QString cleanText(QStringView raw);

/// cleanText() for the name of a product, which asks no questions: every question mark goes. Names in
/// capitals throughout, or that begin with a small letter, get capitals where words begin; codes ("OX-605")
/// and usual abbreviations ("USB") stay.
QString cleanName(QStringView raw);

/// One spelling per place: "Kab\uFFFDBekasi", "Kab Bekasi" and "Kabupaten Bekasi " are all "Kab. Bekasi".
QString cleanLocation(QStringView raw);

/// "489708", "Rp489.708", "Rp 12.500": whole rupiah, 1 to maxMoney. nullopt for anything else.
std::optional<Money> parseRupiah(QStringView raw);

/// "5449", "1.234", "10rb+ terjual", "1,5 jt": a count of pieces. nullopt for anything else.
std::optional<qint64> parseCount(QStringView raw);

} // namespace belanjain::marketplace::samples
