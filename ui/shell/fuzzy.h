// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace belanjain::ui {

/// How well what was typed stands for a text: its letters come in order, better together and at the beginnings
/// of words. Case, accents and signs do not count. Nothing typed fits everything with 0; nullopt where a letter
/// is missing.
std::optional<int> fuzzyScore(const QString& typed, const QString& text);

/// How what was typed lies in a text that has its letters in order, the best last.
enum class FuzzyFit {
    Scattered, ///< only letter by letter
    Inside,    ///< each word is somewhere in it
    WordStart  ///< each word begins one of its words
};
FuzzyFit fuzzyFit(const QString& typed, const QString& text);

} // namespace belanjain::ui
