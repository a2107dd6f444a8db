// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/search_index.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

storage::Outcome indexWords(storage::Database& db, qint64 productNumber, const QString& before, const QString& after)
{
    if (before == after)
        return {};
    if (!before.isEmpty()) {
        const auto removed = db.run(
            u"INSERT INTO product_search (product_search, rowid, search_text) VALUES ('delete', ?, ?)"_s,
            {productNumber, before});
        if (!removed)
            return tl::unexpected(removed.error());
    }
    const auto added =
        db.run(u"INSERT INTO product_search (rowid, search_text) VALUES (?, ?)"_s, {productNumber, after});
    if (!added)
        return tl::unexpected(added.error());
    return {};
}

WordCondition wordCondition(const QStringList& words)
{
    QStringList terms;
    for (const QString& word : words)
        terms << u'"' + word + u"\"*"_s; // letters and digits only, so that the quotes suffice
    return {u"p.number IN (SELECT rowid FROM product_search WHERE product_search MATCH ?)"_s, terms.join(u' ')};
}

} // namespace belanjain::marketplace
