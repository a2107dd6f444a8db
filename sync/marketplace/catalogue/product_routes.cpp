// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/product_routes.h"

#include "marketplace/catalogue/draft_json.h"
#include "marketplace/catalogue/product_edit.h"
#include "marketplace/catalogue/product_list.h"
#include "marketplace/catalogue/product_view.h"
#include "marketplace/catalogue/products.h"
#include "marketplace/catalogue/row_locks.h"
#include "marketplace/catalogue/variant_edit.h"
#include "marketplace/runtime/conditional.h"
#include "marketplace/syncing/events_hub.h"

#include <algorithm>
#include <memory>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using protocol::ObjectReader;
using storage::Row;
namespace
{

/// Two hundred variants with long texts fit.
constexpr qint64 productBodyLimit = 512 * 1024;

/// Carries a service's two kinds of errors to the answer.
template<class T>
Expected<T> settled(const Call& call, const Ruled<T>& result)
{
    if (!result)
        return call.fail(result.error());
    if (!*result)
        return call.fail(result->error());
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return **result;
}

Expected<WriteContext> contextOf(Call& call, SpaceWriter& writer)
{
    const auto name = callerName(call);
    if (!name)
        return call.fail(name.error());
    return WriteContext{.db = call.db(),
                        .writer = writer,
                        .ids = call.ids(),
                        .now = call.now(),
                        .actor = {.store = call.caller().store, .name = *name, .device = {}}};
}

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

Answer productAnswer(Call& call, int status, const ProductId& id)
{
    const auto found = readProduct(call.db(), id, call.caller().store);
    if (!found)
        return call.fail(found.error());
    if (!*found)
        return call.failNotFound();
    const ProductRevision& revision = (*found)->revision;
    http::Response response = resource(status, (*found)->json, revision.tag(), revision.aside());
    if (status == 201)
        http::setHeader(response.headers, "Location"_ba, "/v1/products/"_ba + id.toString().toUtf8());
    return response;
}

/// Price and stock are there for the whole product, or for each variant.
void requirePriceAndStock(ObjectReader& reader, const ProductDraft& draft)
{
    const auto fromVariants = [&](auto member) {
        return !draft.variants.isEmpty()
            && std::all_of(draft.variants.cbegin(), draft.variants.cend(),
                           [&](const VariantDraft& variant) { return (variant.*member).has_value(); });
    };
    if (!reader.has(u"price") && !fromVariants(&VariantDraft::price))
        reader.fail(u"price", u"missing"_s);
    if (!reader.has(u"stock") && !fromVariants(&VariantDraft::stock))
        reader.fail(u"stock", u"missing"_s);
}

Answer create(Call& call, EventsHub& hub)
{
    ObjectReader reader(call.body());
    const IdentifiedDraft identified = IdentifiedDraft::read(reader);
    requirePriceAndStock(reader, identified.draft);
    if (!reader.ok())
        return call.fail(reader.errors());
    SpaceWriter writer(call.db(), call.now());
    const auto context = contextOf(call, writer);
    if (!context)
        return tl::unexpected(context.error());
    const auto id = call.ids().make<ProductId>();
    const auto made = settled(call, createProduct(*context, id, identified.draft, identified.variantIds));
    if (!made)
        return tl::unexpected(made.error());
    if (const auto done = finishAndAnnounce(call, writer, hub); !done)
        return call.fail(done.error());
    return productAnswer(call, 201, id);
}

/// What everybody but its seller sees, out of the cache when nothing has changed.
Answer show(Call& call, ProductCache& cache)
{
    const auto id = call.id<ProductId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    if (call.caller().role == Role::Seller)
        return productAnswer(call, 200, *id);
    const auto revision = call.db().one(u"SELECT %1 FROM products p JOIN stores s ON s.id = p.store_id WHERE p.id = ? "
                                        "AND p.status = 'active'"_s.arg(revisionColumns()),
                                        {id->toString()}, [](const Row& row) { return revisionFrom(row, 0); });
    if (!revision)
        return call.fail(revision.error());
    if (!*revision)
        return call.failNotFound();
    const auto body = publicJson(call.db(), cache, id->toString(), **revision);
    if (!body)
        return call.fail(body.error());
    if (!*body)
        return call.failNotFound();
    http::Response response = resource(200, {}, (*revision)->tag(), (*revision)->aside());
    response.body = **body;
    return response;
}

/// The variants of a PATCH, each by its id.
Expected<void> patchVariants(Call& call, const WriteContext& context, const QString& product)
{
    ObjectReader reader(call.body());
    const auto list = reader.optionalArray(u"variants").value_or(QJsonArray());
    QList<std::pair<VariantId, VariantEdit>> edits;
    reader.eachObject(list, u"variants", [&](ObjectReader& item) {
        const auto id = item.id<VariantId>(u"id");
        edits.append({id, VariantEdit::read(item)});
    });
    if (!reader.ok())
        return call.fail(reader.errors());
    for (qsizetype i = 0; i < edits.size(); ++i) {
        const QString prefix = u"variants[%1]."_s.arg(i);
        const auto here = call.db().integer(u"SELECT count(*) FROM variants WHERE id = ? AND product_id = ?"_s,
                                            {edits[i].first.toString(), product});
        if (!here)
            return call.fail(here.error());
        if (*here == 0)
            return call.fail(Violation{prefix + u"id"_s, Rule::NotFound, {}});
        const auto done = settled(call, updateVariant(context, edits[i].first, edits[i].second, {}, prefix));
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

Answer patch(Call& call, EventsHub& hub)
{
    const auto id = call.id<ProductId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    ObjectReader reader(call.body());
    const ProductEdit edit = ProductEdit::read(reader);
    if (!reader.ok())
        return call.fail(reader.errors());
    if (const auto locked = lockRows(call.db(), call.caller().store.toString(), {id->toString()}); !locked)
        return call.fail(locked.error());
    const auto product = ownProduct(call, *id);
    if (!product)
        return tl::unexpected(product.error());
    if (const auto fresh = checkIfMatch(call, product->revision.tag()); !fresh)
        return tl::unexpected(fresh.error());
    SpaceWriter writer(call.db(), call.now());
    const auto context = contextOf(call, writer);
    if (!context)
        return tl::unexpected(context.error());
    if (const auto done = settled(call, updateProduct(*context, *id, edit, {})); !done)
        return tl::unexpected(done.error());
    if (const auto done = patchVariants(call, *context, product->id); !done)
        return tl::unexpected(done.error());
    if (const auto done = finishAndAnnounce(call, writer, hub); !done)
        return call.fail(done.error());
    return productAnswer(call, 200, *id);
}

Answer archive(Call& call, EventsHub& hub, bool archived)
{
    const auto id = call.id<ProductId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    const auto product = ownProduct(call, *id);
    if (!product)
        return tl::unexpected(product.error());
    if (const auto fresh = checkIfMatch(call, product->revision.tag()); !fresh)
        return tl::unexpected(fresh.error());
    SpaceWriter writer(call.db(), call.now());
    const auto context = contextOf(call, writer);
    if (!context)
        return tl::unexpected(context.error());
    if (const auto done = settled(call, setArchived(*context, *id, archived)); !done)
        return tl::unexpected(done.error());
    if (const auto done = finishAndAnnounce(call, writer, hub); !done)
        return call.fail(done.error());
    return archived ? Answer(noContent()) : productAnswer(call, 200, *id);
}

} // namespace

storage::Result<QString> callerName(Call& call)
{
    const auto name = call.db().one(u"SELECT name FROM users WHERE id = ?"_s, {call.caller().user.toString()},
                                    [](const Row& row) { return row.text(0); });
    if (!name)
        return tl::unexpected(name.error());
    return name->value_or(QString());
}

QList<Route> catalogueRoutes(EventsHub& hub)
{
    const auto caches = std::make_shared<CatalogueCaches>(); // the routes' own
    const auto with = [&hub](Answer (*handler)(Call&, EventsHub&)) {
        return [&hub, handler](Call& call) { return handler(call, hub); };
    };
    return QList<Route>{
               {.method = "POST", .path = "/v1/products", .access = Access::Seller, .work = Work::Write,
                .handle = with(create), .body = Body::Object, .bodyLimit = productBodyLimit},
               {.method = "GET", .path = "/v1/products/{id}",
                .handle = [caches](Call& call) { return show(call, caches->products); }},
               {.method = "PATCH", .path = "/v1/products/{id}", .access = Access::Seller, .work = Work::Write,
                .handle = with(patch), .body = Body::Object, .bodyLimit = productBodyLimit},
               {.method = "DELETE", .path = "/v1/products/{id}", .access = Access::Seller, .work = Work::Write,
                .handle = [&hub](Call& call) { return archive(call, hub, true); }},
               {.method = "POST", .path = "/v1/products/{id}/restore", .access = Access::Seller, .work = Work::Write,
                .handle = [&hub](Call& call) { return archive(call, hub, false); }}}
           + listRoutes(caches) + stockRoutes(hub);
}

} // namespace belanjain::marketplace
