// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/reviews/write_review.h"

#include "storage/text_value.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::textValue;

storage::Result<bool> hasReceived(storage::Database& db, const UserId& customer, const ProductId& product)
{
    // By the customer's orders: they are few, and those of a product may be very many.
    const auto order = db.one(
        u"SELECT o.id FROM orders o WHERE o.customer_id = ? AND o.status = 'DELIVERED' AND "
        "EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.product_id = ?) LIMIT 1"_s,
        {customer.toString(), product.toString()}, [](const storage::Row& row) { return row.text(0); });
    if (!order)
        return tl::unexpected(order.error());
    return order->has_value();
}

storage::Result<bool> insertReview(storage::Database& db, SpaceWriter& writer, const Review& review,
                                   const UserId& customer)
{
    const QString product = review.product.toString();
    const auto inserted = db.run(
        u"INSERT INTO reviews (id, store_id, product_id, customer_id, customer_name, rating, comment, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (product_id, customer_id) DO NOTHING"_s,
        {review.id.toString(), review.store.toString(), product, customer.toString(), textValue(review.customerName),
         review.rating, textValue(review.comment), review.createdAt.ms});
    if (!inserted)
        return tl::unexpected(inserted.error());
    if (*inserted == 0)
        return false;
    // The product's row stays at its version: what its space holds of it does not change, and a review must
    // not make a seller's edit stale. Its tag and the lists look at the rating itself.
    const auto rated = db.run(
        u"UPDATE products SET rating_sum = rating_sum + ?, review_count = review_count + 1, "
        "rating_milli = ((rating_sum + ?) * 1000 + (review_count + 1) / 2) / (review_count + 1) WHERE id = ?"_s,
        {review.rating, review.rating, product});
    if (!rated)
        return tl::unexpected(rated.error());
    writer.created(review.store.toString(), SyncedTable::Reviews, review.id.toString());
    return true;
}

} // namespace belanjain::marketplace
