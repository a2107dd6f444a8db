// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QByteArray>
#include <QCache>
#include <QString>

#include <algorithm>
#include <mutex>
#include <optional>

namespace belanjain::marketplace
{

/// Everything a product's public face depends on: when none of it differs, neither does the face.
struct ProductRevision
{
    qint64 product = 0;  ///< the rows' versions; the newest of the variants'
    qint64 variants = 0;
    qint64 store = 0;
    qint64 sold = 0;
    qint64 reviews = 0;
    qint64 rating = 0;

    /// For the ETag: rises with every row that changed.
    qint64 tag() const { return std::max({product, variants, store}); }
    /// What shows besides the rows.
    QByteArray aside() const;
    bool operator==(const ProductRevision&) const = default;
};

/// The columns of products p and stores s that revisionFrom() reads.
QString revisionColumns();
inline constexpr int revisionColumnCount = 6;
ProductRevision revisionFrom(const storage::Row& row, int first);

/// The JSON of products as the public sees them, by what it was made from, so that a page of a list costs
/// one query. Nothing has to be thrown away when something changes: it is asked for by another revision.
/// Any thread.
class ProductCache
{
public:
    explicit ProductCache(qsizetype maxBytes = 32 * 1024 * 1024) : m_entries(maxBytes) {}

    std::optional<QByteArray> find(const QString& id, const ProductRevision& revision) const;
    void keep(const QString& id, const ProductRevision& revision, const QByteArray& json);

private:
    struct Entry
    {
        ProductRevision revision;
        QByteArray json;
    };
    mutable std::mutex m_mutex;
    QCache<QString, Entry> m_entries;
};

/// The public JSON of a product, out of the cache when it is there. nullopt when the product is gone.
storage::Result<std::optional<QByteArray>> publicJson(storage::Database& db, ProductCache& cache, const QString& id,
                                                      const ProductRevision& revision);

} // namespace belanjain::marketplace
