// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/reviews/review.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;

QJsonObject Review::toJson() const
{
    return {{u"id"_s, id.toString()},
            {u"productId"_s, product.toString()},
            {u"customerName"_s, customerName},
            {u"rating"_s, rating},
            {u"comment"_s, comment},
            {u"reply"_s, reply.isEmpty() ? QJsonValue() : QJsonValue(reply)},
            {u"repliedAt"_s, repliedAt ? QJsonValue(toRfc3339(*repliedAt)) : QJsonValue()},
            {u"createdAt"_s, toRfc3339(createdAt)},
            {u"version"_s, version}};
}

QString reviewColumns()
{
    return u"r.id, r.store_id, r.product_id, r.customer_name, r.rating, r.comment, r.reply, r.replied_at, "
           "r.created_at, r.version"_s;
}

Review reviewFrom(const Row& row)
{
    const auto repliedAt = row.optionalInteger(7);
    return {.id = row.id<ReviewId>(0).value_or(ReviewId()),
            .store = row.id<StoreId>(1).value_or(StoreId()),
            .product = row.id<ProductId>(2).value_or(ProductId()),
            .customerName = row.text(3),
            .rating = row.integer32(4),
            .comment = row.text(5),
            .reply = row.text(6),
            .repliedAt = repliedAt ? std::optional(Instant{*repliedAt}) : std::nullopt,
            .createdAt = {row.integer(8)},
            .version = row.integer(9)};
}

storage::Result<std::optional<Review>> findReview(storage::Database& db, const ReviewId& id, bool locked)
{
    // SQLite has one writer.
    const QString lock = locked && db.isPostgres() ? u" FOR UPDATE"_s : QString();
    return db.one(u"SELECT "_s + reviewColumns() + u" FROM reviews r WHERE r.id = ?"_s + lock, {id.toString()}, reviewFrom);
}

} // namespace belanjain::marketplace
