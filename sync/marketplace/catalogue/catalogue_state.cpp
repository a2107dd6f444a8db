// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/catalogue_state.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Result;
using storage::Row;

Result<qint64> CatalogueGeneration::current(storage::Database& db)
{
    qint64 dataVersion = 0;
    if (!db.isPostgres()) {
        // Says at next to no cost whether another connection has committed anything, be it only a sign-in.
        const auto version = db.integer(u"PRAGMA data_version"_s);
        if (!version)
            return version;
        dataVersion = *version;
        const std::lock_guard lock(m_mutex);
        const auto seen = m_seen.constFind(&db);
        if (seen != m_seen.cend() && seen->dataVersion == dataVersion)
            return seen->generation;
    }
    // Versions only rise, and a space is never taken away, so that no two states have one sum.
    const auto generation = db.integer(
        u"SELECT CAST(coalesce(sum(h.version), 0) + count(*) AS BIGINT) FROM stores s JOIN space_head h ON h.space = s.id"_s);
    if (generation && !db.isPostgres()) {
        const std::lock_guard lock(m_mutex);
        m_seen.insert(&db, {dataVersion, *generation});
    }
    return generation;
}

std::optional<QByteArray> AnswerCache::find(const QString& question, qint64 generation)
{
    const std::lock_guard lock(m_mutex);
    if (generation != m_generation)
        return std::nullopt;
    const QByteArray* body = m_bodies.object(question);
    return body ? std::optional(*body) : std::nullopt;
}

void AnswerCache::keep(const QString& question, qint64 generation, const QByteArray& body)
{
    auto kept = std::make_unique<QByteArray>(body);
    const std::lock_guard lock(m_mutex);
    if (generation < m_generation)
        return;
    if (generation > m_generation) {
        m_bodies.clear();
        m_generation = generation;
    }
    m_bodies.insert(question, kept.release(), body.size() + 2 * question.size() + 200);
}

Result<QList<Spellings>> KnownWords::spellings(storage::Database& db, qint64 generation, const QStringList& words)
{
    const auto mayBeMistyped = [](const QString& word) { return word.size() >= Vocabulary::leastLetters; };
    if (std::none_of(words.cbegin(), words.cend(), mayBeMistyped))
        return QList<Spellings>(words.size());
    const std::lock_guard lock(m_mutex);
    if (generation != m_generation) {
        if (const auto done = catchUp(db); !done)
            return tl::unexpected(done.error());
        m_generation = generation;
    }
    QList<Spellings> found;
    for (const QString& word : words)
        found << m_vocabulary.spellings(word);
    return found;
}

storage::Outcome KnownWords::catchUp(storage::Database& db)
{
    const auto heads = db.all(u"SELECT h.space, h.version FROM stores s JOIN space_head h ON h.space = s.id"_s, {},
                              [](const Row& row) { return std::pair(row.text(0), row.integer(1)); });
    if (!heads)
        return tl::unexpected(heads.error());
    const auto add = [this](const Row& row) {
        m_vocabulary.add(row.text(0));
        m_vocabulary.add(row.text(1));
    };
    storage::Outcome done;
    if (m_heads.isEmpty()) {
        done = db.each(u"SELECT search_name, search_text FROM products"_s, {}, add);
    } else {
        for (const auto& [space, version] : *heads) {
            const qint64 known = m_heads.value(space);
            if (version > known && done)
                done = db.each(u"SELECT search_name, search_text FROM products WHERE store_id = ? AND version > ?"_s,
                               {space, known}, add);
        }
    }
    m_vocabulary.settle();
    if (!done)
        return done;
    for (const auto& [space, version] : *heads)
        m_heads.insert(space, version);
    return {};
}

} // namespace belanjain::marketplace
