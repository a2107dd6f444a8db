// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QJsonArray>
#include <QString>

#include <functional>

namespace belanjain::marketplace
{

/// A product's texts that are searched. SKUs and barcodes are found exactly, not by their words.
struct SearchedTexts
{
    QString name;
    QString category;
    QString description;
    QJsonArray options;        ///< [{name, values}]
    QJsonArray specifications; ///< [{label, value}]
};

/// The folded words of a product, with single spaces between, each of at most 64 characters: what the index
/// holds and what the columns search_name and search_text keep.
struct ProductWords
{
    QString name;
    QString text; ///< category, option values, specifications, description; cut when very long

    bool operator==(const ProductWords&) const = default;
};
ProductWords wordsOf(const SearchedTexts& texts);

/// Brings the index along when a product's words go from one to the other, as its row's columns do. SQLite's
/// index (FTS5) keeps no copy, so `before` must be what was indexed; empty for a new product. PostgreSQL's
/// follows the columns by itself.
storage::Outcome indexWords(storage::Database& db, qint64 productNumber, const ProductWords& before,
                            const ProductWords& after);

/// Makes every product's words and the index anew, inside the caller's transaction: for repair, and for a
/// database whose words were folded another way. Gives how many products had other words.
storage::Result<qint64> rebuildSearchIndex(storage::Database& db);

/// rebuildSearchIndex() when the database's words are not of this program's making; for the start.
storage::Outcome bringSearchIndexUp(storage::Database& db);

/// For the doctor: tells `found` of each product (its id) whose words are not those of its texts, and of each
/// word that SQLite's index has for more or fewer products than it should. Only reads.
storage::Outcome checkSearchIndex(storage::Database& db,
                                  const std::function<void(const QString& id, const QString& text)>& found);

} // namespace belanjain::marketplace
