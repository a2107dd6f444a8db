// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/vocabulary.h"

#include <algorithm>

namespace belanjain::marketplace
{
namespace
{

using Words = std::vector<QString>;
using Iterator = Words::const_iterator;

bool before(const QString& a, QStringView b) { return QStringView(a) < b; }

} // namespace

/// Walks the sorted words like a trie along the typed word: at each place it tries what differs there, so
/// that only beginnings that some word has are ever looked at.
class Vocabulary::Search
{
public:
    Search(const Words& words, const QString& typed) : m_words(words), m_typed(typed) {}

    Spellings run()
    {
        Iterator from = m_words.cbegin();
        Iterator to = m_words.cend();
        for (qsizetype at = 0; at < m_typed.size() && from != to; ++at) {
            tryAt(at, from, to);
            from = std::lower_bound(from, to, m_typed.left(at + 1), before);
            to = endOf(from, to, m_typed.left(at + 1));
        }
        m_found.whole.removeIf([this](const QString& word) { return m_found.prefix.contains(word); });
        for (QStringList* found : {&m_found.whole, &m_found.prefix}) {
            found->sort();
            found->removeDuplicates();
            *found = found->first(std::min(found->size(), maxSpellings));
        }
        return m_found;
    }

private:
    /// The first of [from, to) beyond those that begin with `prefix`.
    static Iterator endOf(Iterator from, Iterator to, QStringView prefix)
    {
        return std::partition_point(from, to, [&](const QString& word) { return word.startsWith(prefix); });
    }

    void tryAt(qsizetype at, Iterator from, Iterator to)
    {
        const QString head = m_typed.left(at);
        const QChar typed = m_typed[at];
        const QString tail = m_typed.sliced(at + 1);
        const bool last = tail.isEmpty();
        if (typed.isLetter()) {
            note(head + tail, last, from, to);
            if (!last && tail.front().isLetter() && tail.front() != typed)
                note(head + tail.front() + typed + tail.sliced(1), false, from, to);
        }
        // Each letter that follows the head in some word, in place of the typed one or before it.
        for (Iterator next = from; next != to;) {
            if (next->size() == at) {
                ++next;
                continue;
            }
            const QChar letter = (*next)[at];
            const Iterator end = endOf(next, to, QString(head + letter));
            if (letter.isLetter()) {
                note(head + letter + typed + tail, false, next, end);
                if (letter != typed && typed.isLetter())
                    note(head + letter + tail, last, next, end);
            }
            next = end;
        }
    }

    void note(const QString& spelling, bool whole, Iterator from, Iterator to)
    {
        if (spelling.startsWith(m_typed))
            return; // found as it was typed
        const Iterator found = std::lower_bound(from, to, spelling, before);
        if (found == to)
            return;
        if (whole && *found == spelling)
            m_found.whole << spelling;
        else if (!whole && found->startsWith(spelling))
            m_found.prefix << spelling;
    }

    const Words& m_words;
    const QString& m_typed;
    Spellings m_found;
};

void Vocabulary::add(QStringView foldedText)
{
    for (const QStringView word : foldedText.split(u' ', Qt::SkipEmptyParts)) {
        // Shorter than four letters, no word is one typo away from five.
        if (word.size() < leastLetters - 1)
            continue;
        const auto settled = m_words.cbegin() + qsizetype(m_settled);
        const auto known = std::lower_bound(m_words.cbegin(), settled, word, before);
        if (known == settled || *known != word)
            m_words.push_back(word.toString());
    }
    if (m_words.size() > 2 * m_settled + 100'000)
        settle();
}

void Vocabulary::settle()
{
    if (m_settled == m_words.size())
        return;
    const auto fresh = m_words.begin() + qsizetype(m_settled);
    std::sort(fresh, m_words.end());
    std::inplace_merge(m_words.begin(), fresh, m_words.end());
    m_words.erase(std::unique(m_words.begin(), m_words.end()), m_words.end());
    m_settled = m_words.size();
}

Spellings Vocabulary::spellings(const QString& word) const
{
    const auto letters = std::count_if(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter(); });
    // Half of a character outside the basic plane is no letter to be mistaken.
    const bool plain = std::none_of(word.cbegin(), word.cend(), [](QChar c) { return c.isSurrogate(); });
    return letters >= leastLetters && plain ? Search(m_words, word).run() : Spellings();
}

} // namespace belanjain::marketplace
