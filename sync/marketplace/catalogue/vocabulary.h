// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace belanjain::marketplace
{

/// What a mistyped word may stand for.
struct Spellings
{
    QStringList whole;  ///< whole words one typo away
    QStringList prefix; ///< beginnings of words: the typo lies before the last letter typed

    bool isEmpty() const { return whole.isEmpty() && prefix.isEmpty(); }
    bool operator==(const Spellings&) const = default;
};

/// The words that products have, for finding those that differ from a typed word by one typo: a letter
/// missing, too many, wrong, or two neighbours swapped. Digits are never a typo: "S24" is not "S23". One
/// thread at a time.
class Vocabulary
{
public:
    /// Adds the words of a text that is folded. Words are never taken away: what no product has finds nothing.
    void add(QStringView foldedText);
    /// Orders what was added; before spellings().
    void settle();

    /// Empty for a word of fewer than five letters. At most maxSpellings of each kind.
    Spellings spellings(const QString& word) const;

    qsizetype size() const { return qsizetype(m_words.size()); }

    static constexpr int leastLetters = 5;
    static constexpr qsizetype maxSpellings = 64;

private:
    class Search;
    std::vector<QString> m_words; ///< ascending, each once, after settle()
    size_t m_settled = 0;
};

} // namespace belanjain::marketplace
