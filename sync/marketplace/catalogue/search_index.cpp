// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/search_index.h"

#include "domain/search_text.h"
#include "marketplace/catalogue/draft_json.h"
#include "storage/text_value.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <limits>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Outcome;
using storage::Row;
using storage::textValue;
namespace
{

/// Raised when words are made another way, so that databases are indexed anew.
constexpr qint64 searchForm = 1;

/// A product of very long texts is found by so much of them.
constexpr qsizetype maxText = 8'000;
constexpr qsizetype maxWord = 64;
constexpr int batch = 500;

QString indexedWords(const QString& text)
{
    QString folded = foldForSearch(text);
    if (folded.size() > maxText) {
        // Half a word would be found by its half only; without it, by nothing.
        const qsizetype space = folded.lastIndexOf(u' ', maxText);
        folded.truncate(space > 0 ? space : 0);
    }
    QString words;
    words.reserve(folded.size());
    for (const QStringView word : QStringView(folded).split(u' ', Qt::SkipEmptyParts)) {
        QStringView kept = word.left(maxWord);
        if (kept.back().isHighSurrogate())
            kept.chop(1);
        if (!words.isEmpty())
            words += u' ';
        words += kept;
    }
    return words;
}

struct Indexed
{
    qint64 number = 0;
    QString id;
    ProductWords stored;
    ProductWords due;
};

/// Every product with the words it has and those it should have, in batches.
Outcome eachProduct(storage::Database& db, const std::function<Outcome(const Indexed&)>& visit)
{
    const QString sql = u"SELECT number, name, category, description, options, specifications, search_name, search_text, "
                        "id FROM products WHERE number > ? ORDER BY number LIMIT %1"_s.arg(batch);
    qint64 last = std::numeric_limits<qint64>::min();
    while (true) {
        const auto rows = db.all(sql, {last}, [](const Row& row) {
            return Indexed{.number = row.integer(0),
                           .id = row.text(8),
                           .stored = {row.text(6), row.text(7)},
                           .due = wordsOf({.name = row.text(1),
                                           .category = row.text(2),
                                           .description = row.text(3),
                                           .options = arrayFrom(row.text(4)),
                                           .specifications = arrayFrom(row.text(5))})};
        });
        if (!rows)
            return tl::unexpected(rows.error());
        for (const Indexed& product : *rows) {
            if (const auto done = visit(product); !done)
                return done;
        }
        if (rows->size() < batch)
            return {};
        last = rows->last().number;
    }
}

} // namespace

ProductWords wordsOf(const SearchedTexts& texts)
{
    QString others = texts.category;
    for (const QJsonValue& option : texts.options) {
        const QJsonArray values = option[u"values"].toArray();
        for (const QJsonValue& value : values)
            others += u' ' + value.toString();
    }
    for (const QJsonValue& specification : texts.specifications)
        others += u' ' + specification[u"value"].toString();
    others += u' ' + texts.description;
    return {indexedWords(texts.name), indexedWords(others)};
}

Outcome indexWords(storage::Database& db, qint64 productNumber, const ProductWords& before, const ProductWords& after)
{
    if (before == after || db.isPostgres())
        return {};
    if (before != ProductWords()) {
        const auto removed = db.run(u"INSERT INTO product_search (product_search, rowid, search_name, search_text) "
                                    "VALUES ('delete', ?, ?, ?)"_s,
                                    {productNumber, textValue(before.name), textValue(before.text)});
        if (!removed)
            return tl::unexpected(removed.error());
    }
    const auto added = db.run(u"INSERT INTO product_search (rowid, search_name, search_text) VALUES (?, ?, ?)"_s,
                              {productNumber, textValue(after.name), textValue(after.text)});
    if (!added)
        return tl::unexpected(added.error());
    return {};
}

storage::Result<qint64> rebuildSearchIndex(storage::Database& db)
{
    qint64 changed = 0;
    const auto visited = eachProduct(db, [&](const Indexed& product) -> Outcome {
        if (product.stored == product.due)
            return {};
        ++changed;
        const auto done = db.run(u"UPDATE products SET search_name = ?, search_text = ? WHERE number = ?"_s,
                                 {textValue(product.due.name), textValue(product.due.text), product.number});
        return done ? Outcome() : tl::unexpected(done.error());
    });
    if (!visited)
        return tl::unexpected(visited.error());
    if (!db.isPostgres()) {
        if (const auto rebuilt = db.run(u"INSERT INTO product_search (product_search) VALUES ('rebuild')"_s); !rebuilt)
            return tl::unexpected(rebuilt.error());
    }
    const auto noted = db.run(u"UPDATE counters SET value = ? WHERE name = 'search_form'"_s, {searchForm});
    if (!noted)
        return tl::unexpected(noted.error());
    return changed;
}

Outcome bringSearchIndexUp(storage::Database& db)
{
    const auto form = db.integer(u"SELECT value FROM counters WHERE name = 'search_form'"_s);
    if (!form)
        return tl::unexpected(form.error());
    if (*form == searchForm)
        return {};
    const auto rebuilt = rebuildSearchIndex(db);
    return rebuilt ? Outcome() : tl::unexpected(rebuilt.error());
}

Outcome checkSearchIndex(storage::Database& db, const std::function<void(const QString&, const QString&)>& found)
{
    QHash<QString, qint64> products; ///< with each word
    const auto visited = eachProduct(db, [&](const Indexed& product) -> Outcome {
        if (product.stored != product.due)
            found(product.id, u"its search words are not those of its texts"_s);
        if (db.isPostgres())
            return {};
        const QString all = product.stored.name + u' ' + product.stored.text;
        QSet<QStringView> seen;
        for (const QStringView word : QStringView(all).split(u' ', Qt::SkipEmptyParts)) {
            if (!seen.contains(word))
                ++products[word.toString()];
            seen.insert(word);
        }
        return {};
    });
    if (!visited || db.isPostgres())
        return visited;
    const auto compared = db.each(u"SELECT term, doc FROM product_search_words"_s, {}, [&](const Row& row) {
        const qint64 due = products.take(row.text(0));
        if (due != row.integer(1))
            found({}, u"the search index has '%1' for %2 products, there are %3"_s.arg(row.text(0)).arg(row.integer(1)).arg(due));
    });
    for (auto missing = products.cbegin(); compared && missing != products.cend(); ++missing)
        found({}, u"the search index lacks '%1', which %2 products have"_s.arg(missing.key()).arg(missing.value()));
    return compared;
}

} // namespace belanjain::marketplace
