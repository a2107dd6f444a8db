// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/reviews/review_routes.h"

#include "domain/review.h"
#include "marketplace/catalogue/product_routes.h"
#include "marketplace/reviews/reply_review.h"
#include "marketplace/reviews/review_list.h"
#include "marketplace/reviews/write_review.h"
#include "marketplace/runtime/conditional.h"
#include "marketplace/syncing/events_hub.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using protocol::ObjectReader;
namespace
{

/// The product in the path; an archived one is there for its own seller only.
Expected<ReviewedProduct> productOf(const Call& call)
{
    const auto id = call.id<ProductId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    const auto product = findReviewedProduct(call.db(), *id);
    if (!product)
        return call.fail(product.error());
    if (!*product || ((*product)->archived && !call.caller().owns((*product)->store)))
        return call.failNotFound();
    return **product;
}

Expected<Review> reviewOf(const Call& call, bool locked = false)
{
    const auto id = call.id<ReviewId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    const auto review = findReview(call.db(), *id, locked);
    if (!review)
        return call.fail(review.error());
    if (!*review)
        return call.failNotFound();
    return **review;
}

Answer list(Call& call)
{
    const auto product = productOf(call);
    if (!product)
        return tl::unexpected(product.error());
    const auto query = readReviewQuery(call, product->id);
    if (!query)
        return tl::unexpected(query.error());
    const auto page = listReviews(call.db(), *query);
    if (!page)
        return call.fail(page.error());
    const auto summary = reviewSummary(call.db(), *product);
    if (!summary)
        return call.fail(summary.error());
    QJsonArray items;
    for (const Review& review : page->reviews)
        items.append(review.toJson());
    QJsonObject body = listBody(query->page, items, page->next, page->total);
    body[u"summary"_s] = *summary;
    return json(200, body);
}

Answer detail(Call& call)
{
    const auto review = reviewOf(call);
    if (!review)
        return tl::unexpected(review.error());
    const auto product = findReviewedProduct(call.db(), review->product);
    if (!product)
        return call.fail(product.error());
    if (!*product || ((*product)->archived && !call.caller().owns((*product)->store)))
        return call.failNotFound();
    return resource(200, review->toJson(), review->version);
}

/// The body as a review by the caller of that product.
Expected<Review> readReview(Call& call, const ReviewedProduct& product)
{
    ObjectReader reader(call.body());
    const qint64 stars = reader.integer(u"rating");
    const QString text = reader.optionalString(u"comment").value_or(QString());
    if (!reader.ok())
        return call.fail(reader.errors());
    const auto rating = checkRating(stars, u"rating"_s);
    const auto comment = checkReviewComment(text, u"comment"_s);
    QList<Violation> broken;
    if (!rating)
        broken.append(rating.error());
    if (!comment)
        broken.append(comment.error());
    if (!broken.isEmpty())
        return call.fail(broken);
    const auto name = callerName(call);
    if (!name)
        return call.fail(name.error());
    return Review{.id = call.ids().make<ReviewId>(),
                  .store = product.store,
                  .product = product.id,
                  .customerName = *name,
                  .rating = *rating,
                  .comment = *comment,
                  .reply = {},
                  .repliedAt = {},
                  .createdAt = call.now()};
}

Answer create(Call& call, EventsHub& hub)
{
    const auto product = productOf(call);
    if (!product)
        return tl::unexpected(product.error());
    const auto review = readReview(call, *product);
    if (!review)
        return tl::unexpected(review.error());
    const auto received = hasReceived(call.db(), call.caller().user, product->id);
    if (!received)
        return call.fail(received.error());
    if (!*received)
        return call.fail(403, u"not_purchased"_s);
    SpaceWriter writer(call.db(), call.now());
    const auto inserted = insertReview(call.db(), writer, *review, call.caller().user);
    if (!inserted)
        return call.fail(inserted.error());
    if (!*inserted)
        return call.fail(409, u"already_reviewed"_s);
    if (const auto done = finishAndAnnounce(call, writer, hub); !done)
        return call.fail(done.error());
    const auto stored = findReview(call.db(), review->id);
    if (!stored)
        return call.fail(stored.error());
    if (!*stored)
        return call.failNotFound();
    http::Response response = resource(201, (*stored)->toJson(), (*stored)->version);
    http::setHeader(response.headers, "Location"_ba, "/v1/reviews/"_ba + review->id.toString().toUtf8());
    return response;
}

Answer reply(Call& call, EventsHub& hub)
{
    ObjectReader reader(call.body());
    const QString text = reader.string(u"reply");
    if (!reader.ok())
        return call.fail(reader.errors());
    const auto review = reviewOf(call, true);
    if (!review)
        return tl::unexpected(review.error());
    if (!call.caller().owns(review->store))
        return call.failForbidden();
    if (const auto fresh = checkIfMatch(call, review->version); !fresh)
        return tl::unexpected(fresh.error());
    SpaceWriter writer(call.db(), call.now());
    const WriteContext context{call.db(), writer, call.ids(), call.now(), {.store = review->store, .name = {}, .device = {}}};
    const auto replied = replyToReview(context, review->id, text, {});
    if (!replied)
        return call.fail(replied.error());
    if (!*replied)
        return call.fail(replied->error());
    if (const auto done = finishAndAnnounce(call, writer, hub); !done)
        return call.fail(done.error());
    const auto stored = reviewOf(call);
    if (!stored)
        return tl::unexpected(stored.error());
    return resource(200, stored->toJson(), stored->version);
}

} // namespace

QList<Route> reviewRoutes(EventsHub& hub)
{
    return {
        {.method = "GET", .path = "/v1/products/{id}/reviews", .handle = list},
        {.method = "POST", .path = "/v1/products/{id}/reviews", .access = Access::Customer, .work = Work::Write,
         .handle = [&hub](Call& call) { return create(call, hub); }, .body = Body::Object},
        {.method = "GET", .path = "/v1/reviews/{id}", .handle = detail},
        {.method = "PUT", .path = "/v1/reviews/{id}/reply", .access = Access::Seller, .work = Work::Write,
         .handle = [&hub](Call& call) { return reply(call, hub); }, .body = Body::Object},
    };
}

} // namespace belanjain::marketplace
