// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/catalogue/vocabulary.h"
#include "storage/database.h"

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QString>
#include <QStringList>

#include <mutex>
#include <optional>

namespace belanjain::marketplace
{

/// Tells whether anything that the public catalogue shows has changed since one last looked: every such
/// change is a write to a store's space, which raises its head. Any thread.
class CatalogueGeneration
{
public:
    /// Differs from every earlier one when a store's space has moved on since, whichever server or program
    /// wrote it. The connection is one that only reads (SQLite does not tell it of its own commits). Read it before what is to be kept under it: then what is kept is never older than it says.
    storage::Result<qint64> current(storage::Database& db);

private:
    struct Seen
    {
        qint64 dataVersion = 0;
        qint64 generation = 0;
    };
    std::mutex m_mutex;
    QHash<const storage::Database*, Seen> m_seen; ///< SQLite: by connection
};

/// The bodies of answers, as long as the catalogue stays as it is. Any thread.
class AnswerCache
{
public:
    explicit AnswerCache(qsizetype maxBytes = 16 * 1024 * 1024) : m_bodies(maxBytes) {}

    std::optional<QByteArray> find(const QString& question, qint64 generation);
    void keep(const QString& question, qint64 generation, const QByteArray& body);

private:
    std::mutex m_mutex;
    qint64 m_generation = -1;
    QCache<QString, QByteArray> m_bodies;
};

/// The words of all products, read from the database when first asked for and followed from there by the
/// spaces' versions. Any thread.
class KnownWords
{
public:
    /// What each word may be mistyped from, in their order; up to date with `generation`.
    storage::Result<QList<Spellings>> spellings(storage::Database& db, qint64 generation, const QStringList& words);

private:
    storage::Outcome catchUp(storage::Database& db);

    std::mutex m_mutex;
    Vocabulary m_vocabulary;
    QHash<QString, qint64> m_heads; ///< of each store's space, up to where its words are known
    qint64 m_generation = -1;
};

} // namespace belanjain::marketplace
