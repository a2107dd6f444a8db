// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/reviews/review.h"
#include "marketplace/runtime/list.h"

namespace belanjain::marketplace
{

/// The product whose reviews are asked for, with what is known without reading them.
struct ReviewedProduct
{
    ProductId id;
    StoreId store;
    bool archived = false;
    qint64 ratingMilli = 0; ///< over all ratings, those it brought along without a review included
    qint64 ratingCount = 0;
};

storage::Result<std::optional<ReviewedProduct>> findReviewedProduct(storage::Database& db, const ProductId& id);

struct ReviewQuery
{
    ProductId product;
    std::optional<int> rating; ///< only these
    ListParameters page;
};

/// Reads rating and the list parameters; 400 for what they cannot be.
Expected<ReviewQuery> readReviewQuery(const Call& call, const ProductId& product);

struct ReviewPage
{
    QList<Review> reviews; ///< newest first
    QJsonArray next;       ///< sort keys for the cursor; empty at the end
    qint64 total = 0;      ///< counted when a page was asked for
};

storage::Result<ReviewPage> listReviews(storage::Database& db, const ReviewQuery& query);

/// {average, count, histogram: {"1": n, …, "5": n}}. The histogram counts the reviews that are here; average
/// and count are the product's, which may have brought ratings along without their reviews.
storage::Result<QJsonObject> reviewSummary(storage::Database& db, const ReviewedProduct& product);

} // namespace belanjain::marketplace
