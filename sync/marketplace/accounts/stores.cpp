// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/stores.h"

#include "domain/review.h"
#include "storage/text_value.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::textValue;

QJsonObject Store::toJson() const
{
    const double rating = double(ratingMilli(ratingSum, reviewCount)) / 1000.0;
    return {{u"id"_s, id.toString()},
            {u"name"_s, profile.name},
            {u"location"_s, profile.location},
            {u"description"_s, profile.description},
            {u"lowStockThreshold"_s, profile.lowStockThreshold},
            {u"timeZone"_s, profile.timeZone},
            {u"rating"_s, rating},
            {u"productCount"_s, productCount},
            {u"version"_s, version}};
}

QByteArray Store::aside() const
{
    return QByteArray::number(productCount) + '-' + QByteArray::number(ratingSum) + '-' + QByteArray::number(reviewCount);
}

storage::Result<std::optional<Store>> findStore(storage::Database& db, const StoreId& id)
{
    return db.one(
        u"SELECT s.id, s.owner_id, s.name, s.location, s.description, s.low_stock_threshold, s.time_zone, s.version, "
        "(SELECT coalesce(sum(p.rating_sum), 0) FROM products p WHERE p.store_id = s.id), "
        "(SELECT coalesce(sum(p.review_count), 0) FROM products p WHERE p.store_id = s.id), "
        "(SELECT count(*) FROM products p WHERE p.store_id = s.id AND p.status = 'active') "
        "FROM stores s WHERE s.id = ?"_s,
        {id.toString()}, [](const storage::Row& row) {
            Store store;
            store.id = row.id<StoreId>(0).value_or(StoreId());
            store.owner = row.id<UserId>(1).value_or(UserId());
            store.profile = {row.text(2), row.text(3), row.text(4), row.integer32(5), row.text(6)};
            store.version = row.integer(7);
            store.ratingSum = row.integer(8);
            store.reviewCount = row.integer(9);
            store.productCount = row.integer(10);
            return store;
        });
}

storage::Outcome insertStore(storage::Database& db, SpaceWriter& writer, ports::IdFactory& ids, const Store& store,
                             Instant now)
{
    const QString id = store.id.toString();
    if (const auto made = createSpace(db, id, SpaceKind::Store, ids); !made)
        return made;
    const StoreProfile& profile = store.profile;
    const auto inserted = db.run(
        u"INSERT INTO stores (id, owner_id, name, location, description, low_stock_threshold, time_zone, created_at, "
        "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, store.owner.toString(), profile.name, textValue(profile.location), textValue(profile.description),
         profile.lowStockThreshold, profile.timeZone, now.ms, now.ms});
    if (!inserted)
        return tl::unexpected(inserted.error());
    writer.created(id, SyncedTable::Stores, id);
    return {};
}

} // namespace belanjain::marketplace
