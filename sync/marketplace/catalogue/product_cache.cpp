// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/product_cache.h"

#include "marketplace/catalogue/product_view.h"
#include "protocol/json.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

QByteArray ProductRevision::aside() const
{
    if (sold == 0 && reviews == 0)
        return {};
    return QByteArray::number(sold) + '-' + QByteArray::number(reviews) + '-' + QByteArray::number(rating);
}

QString revisionColumns()
{
    return u"p.version, (SELECT coalesce(max(v.version), 0) FROM variants v WHERE v.product_id = p.id), s.version, "
           "p.sold, p.review_count, p.rating_milli"_s;
}

ProductRevision revisionFrom(const storage::Row& row, int first)
{
    return {.product = row.integer(first),
            .variants = row.integer(first + 1),
            .store = row.integer(first + 2),
            .sold = row.integer(first + 3),
            .reviews = row.integer(first + 4),
            .rating = row.integer(first + 5)};
}

std::optional<QByteArray> ProductCache::find(const QString& id, const ProductRevision& revision) const
{
    const std::lock_guard lock(m_mutex);
    const Entry* entry = m_entries.object(id);
    return entry && entry->revision == revision ? std::optional(entry->json) : std::nullopt;
}

void ProductCache::keep(const QString& id, const ProductRevision& revision, const QByteArray& json)
{
    auto entry = std::make_unique<Entry>(Entry{revision, json});
    const std::lock_guard lock(m_mutex);
    m_entries.insert(id, entry.release(), json.size() + qsizetype(sizeof(Entry)) + 100);
}

storage::Result<std::optional<QByteArray>> publicJson(storage::Database& db, ProductCache& cache, const QString& id,
                                                      const ProductRevision& revision)
{
    if (auto known = cache.find(id, revision))
        return known;
    const auto product = ProductId::parse(id);
    const auto view = product ? readProduct(db, *product, {}) : storage::Result<std::optional<ProductView>>();
    if (!view)
        return tl::unexpected(view.error());
    if (!*view)
        return std::optional<QByteArray>();
    const QByteArray json = protocol::toJson((*view)->json);
    // What was read may be newer than what was asked for; then it would be found under neither.
    if ((*view)->revision == revision)
        cache.keep(id, revision, json);
    return std::optional(json);
}

} // namespace belanjain::marketplace
