// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/text_match.h"

#include "domain/sku.h"
#include "domain/text.h"
#include "storage/text_value.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

SqlPiece variantsCalled(const QString& text)
{
    const QString line = normalisedLine(text);
    return {u"SELECT product_id FROM variants WHERE sku_key = ? UNION ALL "
            "SELECT product_id FROM variants WHERE barcode = ? AND barcode <> ''"_s,
            {storage::textValue(skuKey(line)), storage::textValue(line)}};
}

TextMatch::TextMatch(storage::Dialect dialect, const QStringList& words, const QList<Spellings>& spellings,
                     const QString& text, bool exact)
    : m_dialect(dialect), m_words(words), m_spellings(spellings), m_text(text), m_exact(exact)
{
}

bool TextMatch::anySpelling() const
{
    return std::any_of(m_spellings.cbegin(), m_spellings.cend(), [](const Spellings& s) { return !s.isEmpty(); });
}

QString TextMatch::alternatives(qsizetype word, Accuracy accuracy) const
{
    const bool postgres = m_dialect == storage::Dialect::Postgres;
    // Words hold letters and digits only, so that the quotes suffice.
    const QChar quote = postgres ? u'\'' : u'"';
    const QString prefix = postgres ? u":*"_s : u"*"_s;
    const auto whole = [&](const QString& text) { return quote + text + quote; };
    const QString& typed = m_words[word];
    QStringList terms{accuracy == Accuracy::Whole ? whole(typed) : whole(typed) + prefix};
    if (accuracy == Accuracy::Typo) {
        for (const QString& spelling : m_spellings[word].prefix)
            terms << whole(spelling) + prefix;
        for (const QString& spelling : m_spellings[word].whole)
            terms << whole(spelling);
    }
    return u'(' + terms.join(postgres ? u" | "_s : u" OR "_s) + u')';
}

QString TextMatch::expression(Accuracy accuracy) const
{
    QStringList terms;
    for (qsizetype i = 0; i < m_words.size(); ++i)
        terms << alternatives(i, accuracy);
    return terms.join(m_dialect == storage::Dialect::Postgres ? u" & "_s : u" AND "_s);
}

SqlPiece TextMatch::matches(Accuracy accuracy, bool nameOnly) const
{
    const QString terms = expression(accuracy);
    if (m_dialect == storage::Dialect::Postgres)
        return {u"p.%1 @@ CAST(? AS tsquery)"_s.arg(nameOnly ? u"name_words"_s : u"search_words"_s), {terms}};
    return {u"p.number IN (SELECT rowid FROM product_search WHERE product_search MATCH ?)"_s,
            {nameOnly ? u"search_name : ("_s + terms + u')' : terms}};
}

SqlPiece TextMatch::condition() const
{
    const Accuracy accuracy = anySpelling() ? Accuracy::Typo : Accuracy::Beginning;
    const SqlPiece called = variantsCalled(m_text);
    if (m_words.isEmpty())
        return m_exact ? SqlPiece{u"p.id IN (%1)"_s.arg(called.sql), called.values} : SqlPiece{u"1 = 0"_s, {}};
    const SqlPiece words = matches(accuracy, false);
    if (!m_exact)
        return words;
    // One set of numbers, since OR would look at every product.
    const QString set = m_dialect == storage::Dialect::Postgres
                            ? u"SELECT p.number FROM products p WHERE "_s + words.sql
                            : u"SELECT rowid FROM product_search WHERE product_search MATCH ?"_s;
    return {u"p.number IN (%1 UNION ALL SELECT c.number FROM products c WHERE c.id IN (%2))"_s.arg(set, called.sql),
            words.values + called.values};
}

SqlPiece TextMatch::rank() const
{
    SqlPiece rank{u"CASE"_s, {}};
    const auto when = [&](const SqlPiece& condition, int value) {
        rank.sql += u" WHEN %1 THEN %2"_s.arg(condition.sql).arg(value);
        rank.values += condition.values;
    };
    if (m_exact) {
        const SqlPiece called = variantsCalled(m_text);
        when({u"p.id IN (%1)"_s.arg(called.sql), called.values}, 6);
    }
    int otherwise = 3;
    if (!m_words.isEmpty()) {
        when(matches(Accuracy::Whole, true), 5);
        when(matches(Accuracy::Beginning, true), 4);
        if (anySpelling()) {
            when(matches(Accuracy::Beginning, false), 3);
            when(matches(Accuracy::Typo, true), 2);
            otherwise = 1;
        }
    } else if (!m_exact) {
        return {QString::number(otherwise), {}};
    }
    rank.sql += u" ELSE %1 END"_s.arg(otherwise);
    return rank;
}

} // namespace belanjain::marketplace
