// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/image_routes.h"

#include "marketplace/catalogue/product_routes.h"
#include "marketplace/catalogue/product_view.h"
#include "marketplace/images/product_images.h"
#include "marketplace/runtime/conditional.h"
#include "marketplace/syncing/events_hub.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// Ids of a product's images in brackets, many times over.
constexpr qint64 orderBodyLimit = 4 * 1024;

/// The product for its owner: 404 when there is none, 403 when it is another store's.
Expected<ProductView> ownProduct(Call& call, const ProductId& id)
{
    const auto found = readProduct(call.db(), id, call.caller().store);
    if (!found)
        return call.fail(found.error());
    if (!*found)
        return call.failNotFound();
    if (!call.caller().owns((*found)->store))
        return call.failForbidden();
    return **found;
}

/// Runs `change` as the seller of the product, tells the desktops, and gives `change`'s answer.
template<class Change>
Answer changeImages(Call& call, EventsHub& hub, const ProductId& id, Change change)
{
    const auto product = ownProduct(call, id);
    if (!product)
        return tl::unexpected(product.error());
    if (const auto fresh = checkIfMatch(call, product->revision.tag()); !fresh)
        return tl::unexpected(fresh.error());
    const auto name = callerName(call);
    if (!name)
        return call.fail(name.error());
    SpaceWriter writer(call.db(), call.now());
    const WriteContext context{.db = call.db(),
                               .writer = writer,
                               .ids = call.ids(),
                               .now = call.now(),
                               .actor = {.store = call.caller().store, .name = *name, .device = {}}};
    Answer answer = change(context);
    if (!answer)
        return answer;
    if (const auto done = finishAndAnnounce(call, writer, hub); !done)
        return call.fail(done.error());
    return answer;
}

Answer addImage(Call& call, Images& images, EventsHub& hub)
{
    const auto id = call.id<ProductId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    // Before any work is put into the picture.
    const Expected<void> own = call.read([&](Call& reading) -> Expected<void> {
        const auto product = ownProduct(reading, *id);
        return product ? Expected<void>() : tl::unexpected(product.error());
    });
    if (!own)
        return tl::unexpected(own.error());
    const auto upload = images.take(call);
    if (!upload)
        return tl::unexpected(upload.error());
    return images.keep(call, *upload, [&](Call& writing) {
        return changeImages(writing, hub, *id, [&](const WriteContext& context) -> Answer {
            const auto made = attachImage(context, *id, writing.ids().make<ImageId>(), upload->picture.hash, {});
            if (!made)
                return writing.fail(made.error());
            if (!*made)
                return writing.fail(made->error());
            http::Response response = json(201, **made);
            http::setHeader(response.headers, "Location"_ba, (**made)[u"url"_s].toString().toLatin1());
            return response;
        });
    });
}

Answer storePicture(Call& call, Images& images)
{
    const auto upload = images.take(call);
    if (!upload)
        return tl::unexpected(upload.error());
    return images.keep(call, *upload, [&](Call&) -> Answer {
        http::Response response = json(201, upload->picture.json());
        http::setHeader(response.headers, "Location"_ba, Picture::urlOf(upload->picture.hash).toLatin1());
        return response;
    });
}

Answer removeOne(Call& call, EventsHub& hub)
{
    const auto product = call.id<ProductId>(u"id");
    const auto image = call.id<ImageId>(u"imageId");
    if (!product || !image)
        return call.failNotFound();
    return changeImages(call, hub, *product, [&](const WriteContext& context) -> Answer {
        const auto removed = removeImage(context, *product, *image);
        if (!removed)
            return call.fail(removed.error());
        if (!*removed)
            return call.fail(removed->error());
        return noContent();
    });
}

Answer order(Call& call, EventsHub& hub)
{
    const auto product = call.id<ProductId>(u"id");
    if (!product)
        return tl::unexpected(product.error());
    QStringList ids;
    for (qsizetype i = 0; i < call.array().size(); ++i) {
        if (!call.array()[i].isString())
            return call.fail({protocol::FieldError{u"[%1]"_s.arg(i), u"not_a_string"_s}});
        ids << call.array()[i].toString().toLower();
    }
    const Answer ordered = changeImages(call, hub, *product, [&](const WriteContext& context) -> Answer {
        const auto done = orderImages(context, *product, ids);
        if (!done)
            return call.fail(done.error());
        if (!*done)
            return call.fail(done->error());
        return **done ? Answer(noContent()) : Answer(call.fail(422, u"not_its_images"_s));
    });
    if (!ordered)
        return ordered;
    const auto now = ownProduct(call, *product);
    if (!now)
        return tl::unexpected(now.error());
    return resource(200, now->json, now->revision.tag(), now->revision.aside());
}

Answer show(Call& call, Images& images)
{
    ImageSize size = ImageSize::Full;
    if (call.request().hasQuery(u"size")) {
        if (call.request().queryValues(u"size") != QStringList{QString::number(thumbnailEdge)})
            return tl::unexpected(badParameter(u"size"_s, call.language()));
        size = ImageSize::Thumbnail;
    }
    const QString hash = call.parameter(u"sha256");
    const auto image = images.store().load(hash, size);
    if (!image)
        return call.failNotFound();
    http::Response response{200, {}, image->bytes, false};
    http::setHeader(response.headers, "Content-Type"_ba, image->type == ImageType::Png ? "image/png"_ba : "image/jpeg"_ba);
    http::setHeader(response.headers, "ETag"_ba,
                    '"' + hash.toLatin1() + (size == ImageSize::Thumbnail ? "-200\"" : "\""));
    http::setHeader(response.headers, "Cache-Control"_ba, "public, max-age=31536000, immutable"_ba);
    return response;
}

} // namespace

QList<Route> imageRoutes(Images& images, EventsHub& hub)
{
    return {
        {.method = "GET", .path = "/v1/images/{sha256}", .handle = [&images](Call& call) { return show(call, images); }},
        {.method = "POST", .path = "/v1/images", .access = Access::Seller, .work = Work::Convert,
         .handle = [&images](Call& call) { return storePicture(call, images); }, .body = Body::Raw,
         .bodyLimit = maxUploadBytes},
        {.method = "POST", .path = "/v1/products/{id}/images", .access = Access::Seller, .work = Work::Convert,
         .handle = [&images, &hub](Call& call) { return addImage(call, images, hub); }, .body = Body::Raw,
         .bodyLimit = maxUploadBytes},
        {.method = "PUT", .path = "/v1/products/{id}/images/order", .access = Access::Seller, .work = Work::Write,
         .handle = [&hub](Call& call) { return order(call, hub); }, .body = Body::Array, .bodyLimit = orderBodyLimit},
        {.method = "DELETE", .path = "/v1/products/{id}/images/{imageId}", .access = Access::Seller,
         .work = Work::Write, .handle = [&hub](Call& call) { return removeOne(call, hub); }},
    };
}

} // namespace belanjain::marketplace
