// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/catalogue/vocabulary.h"
#include "storage/address.h"

#include <QList>
#include <QStringList>
#include <QVariant>

namespace belanjain::marketplace
{

/// A piece of SQL with its values.
struct SqlPiece
{
    QString sql;
    QVariantList values;

    bool isEmpty() const { return sql.isEmpty(); }
};

/// The conditions by which products p match the words and the exact SKU or barcode of a query: FTS5 on SQLite,
/// tsvector on PostgreSQL, which both find the same.
class TextMatch
{
public:
    /// `words` are folded, `spellings` are theirs. `text` is the query as it was typed; `exact` tells whether
    /// any variant has it for its SKU or barcode.
    TextMatch(storage::Dialect dialect, const QStringList& words, const QList<Spellings>& spellings,
              const QString& text, bool exact);

    /// True for the products found.
    SqlPiece condition() const;

    /// How well a product found matches: 6 by its SKU or barcode, 5 with all words in the name, 4 with all as
    /// beginnings in the name, 3 anywhere, 2 with typos in the name, 1 with typos anywhere.
    SqlPiece rank() const;

private:
    enum class Accuracy : quint8 { Whole, Beginning, Typo };
    QString expression(Accuracy accuracy) const;
    QString alternatives(qsizetype word, Accuracy accuracy) const;
    /// Whether p's name, or any of its words, match.
    SqlPiece matches(Accuracy accuracy, bool nameOnly) const;
    bool anySpelling() const;

    storage::Dialect m_dialect;
    QStringList m_words;
    QList<Spellings> m_spellings;
    QString m_text;
    bool m_exact;
};

/// Whether any variant's SKU or barcode is that text.
SqlPiece variantsCalled(const QString& text);

} // namespace belanjain::marketplace
