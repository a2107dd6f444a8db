// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/fuzzy.h"

#include "domain/search_text.h"

#include <QList>

#include <algorithm>
#include <limits>

namespace belanjain::ui {

namespace {
constexpr int None = std::numeric_limits<int>::min() / 2;
constexpr int Letter = 1;
constexpr int WordStart = 8;
constexpr int Together = 6;
constexpr int TextStart = 6;
}

std::optional<int> fuzzyScore(const QString& typed, const QString& text)
{
    const QString pattern = foldForSearch(typed).remove(u' ');
    const QString folded = foldForSearch(text);
    if (pattern.isEmpty())
        return 0;
    const qsizetype n = folded.size();
    // For each letter of the pattern, the best score of it standing at each place.
    QList<int> former;
    for (qsizetype p = 0; p < pattern.size(); ++p) {
        QList<int> scores(n, None);
        int reach = p == 0 ? 0 : None; ///< the best of the letter before, anywhere earlier
        for (qsizetype i = 0; i < n; ++i) {
            if (p > 0 && i > 0)
                reach = std::max(reach, former.at(i - 1));
            if (folded.at(i) != pattern.at(p) || reach == None)
                continue;
            const bool begins = i == 0 || folded.at(i - 1) == u' ';
            const int together = p > 0 && i > 0 && former.at(i - 1) != None ? former.at(i - 1) + Together : None;
            scores[i] = std::max(reach, together) + Letter + (begins ? WordStart : 0) + (i == 0 ? TextStart : 0);
        }
        former = scores;
    }
    const int best = former.isEmpty() ? None : *std::max_element(former.cbegin(), former.cend());
    if (best <= None / 2)
        return std::nullopt;
    // Of equals the shorter text is meant.
    return best * 4 - int(std::min<qsizetype>(n, 60)) / 8;
}

FuzzyFit fuzzyFit(const QString& typed, const QString& text)
{
    const QStringList words = searchWords(typed);
    const QString folded = u' ' + foldForSearch(text);
    const auto each = [&](auto holds) { return std::all_of(words.cbegin(), words.cend(), holds); };
    if (each([&](const QString& word) { return folded.contains(u' ' + word); }))
        return FuzzyFit::WordStart;
    return each([&](const QString& word) { return folded.contains(word); }) ? FuzzyFit::Inside : FuzzyFit::Scattered;
}

} // namespace belanjain::ui
