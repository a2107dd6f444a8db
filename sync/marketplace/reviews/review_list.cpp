// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/reviews/review_list.h"

#include "domain/review.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;

storage::Result<std::optional<ReviewedProduct>> findReviewedProduct(storage::Database& db, const ProductId& id)
{
    return db.one(u"SELECT store_id, status, rating_milli, review_count FROM products WHERE id = ?"_s, {id.toString()},
                  [&id](const Row& row) {
                      return ReviewedProduct{.id = id,
                                             .store = row.id<StoreId>(0).value_or(StoreId()),
                                             .archived = row.text(1) == u"archived",
                                             .ratingMilli = row.integer(2),
                                             .ratingCount = row.integer(3)};
                  });
}

Expected<ReviewQuery> readReviewQuery(const Call& call, const ProductId& product)
{
    ReviewQuery query{.product = product, .rating = {}, .page = {}};
    if (const auto text = call.request().queryValue(u"rating")) {
        bool ok = false;
        query.rating = text->toInt(&ok);
        if (!ok || text->size() != 1 || !checkRating(*query.rating, u"rating"_s))
            return tl::unexpected(badParameter(u"rating"_s, call.language()));
    }
    const auto page = listParameters(call, u"reviews:"_s + product.toString(), 2);
    if (!page)
        return tl::unexpected(page.error());
    query.page = *page;
    return query;
}

storage::Result<ReviewPage> listReviews(storage::Database& db, const ReviewQuery& query)
{
    ReviewPage page;
    QString condition = u"r.product_id = ?"_s;
    QVariantList values{query.product.toString()};
    if (query.rating) {
        condition += u" AND r.rating = ?"_s;
        values << *query.rating;
    }
    if (query.page.page) {
        const auto total = db.integer(u"SELECT count(*) FROM reviews r WHERE "_s + condition, values);
        if (!total)
            return tl::unexpected(total.error());
        page.total = *total;
    }
    if (query.page.hasCursor()) {
        const qint64 at = query.page.after.at(0).toInteger();
        condition += u" AND (r.created_at < ? OR (r.created_at = ? AND r.id < ?))"_s;
        values << at << at << query.page.after.at(1).toString();
    }
    const int limit = query.page.limit;
    values << limit + 1 << query.page.offset();
    auto reviews = db.all(u"SELECT "_s + reviewColumns() + u" FROM reviews r WHERE "_s + condition
                              + u" ORDER BY r.created_at DESC, r.id DESC LIMIT ? OFFSET ?"_s,
                          values, reviewFrom);
    if (!reviews)
        return tl::unexpected(reviews.error());
    if (reviews->size() > limit) {
        reviews->removeLast();
        page.next = {reviews->last().createdAt.ms, reviews->last().id.toString()};
    }
    page.reviews = *reviews;
    return page;
}

storage::Result<QJsonObject> reviewSummary(storage::Database& db, const ReviewedProduct& product)
{
    QJsonObject histogram;
    for (int stars = lowestRating; stars <= highestRating; ++stars)
        histogram[QString::number(stars)] = 0;
    const auto counted = db.each(u"SELECT rating, count(*) FROM reviews WHERE product_id = ? GROUP BY rating"_s,
                                 {product.id.toString()},
                                 [&](const Row& row) { histogram[QString::number(row.integer(0))] = row.integer(1); });
    if (!counted)
        return tl::unexpected(counted.error());
    return QJsonObject{{u"average"_s, double(product.ratingMilli) / 1000.0},
                       {u"count"_s, product.ratingCount},
                       {u"histogram"_s, histogram}};
}

} // namespace belanjain::marketplace
