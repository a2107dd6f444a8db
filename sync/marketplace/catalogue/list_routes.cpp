// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/product_routes.h"

#include "domain/search_text.h"
#include "marketplace/catalogue/product_list.h"
#include "marketplace/runtime/list.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// Longer ones are no search; each word costs a look into the index.
constexpr qsizetype maxQueryLength = 200;
constexpr qsizetype maxQueryWords = 32;

struct StatusName
{
    ListedStatus status;
    const char16_t* name;
};
constexpr StatusName statusNames[] = {
    {ListedStatus::Active, u"active"}, {ListedStatus::Archived, u"archived"}, {ListedStatus::All, u"all"}};

tl::unexpected<protocol::Problem> bad(const Call& call, const QString& name)
{
    return tl::unexpected(badParameter(name, call.language()));
}

Expected<std::optional<qint64>> rupiahParameter(const Call& call, const QString& name)
{
    const auto text = call.request().queryValue(name);
    if (!text)
        return std::optional<qint64>();
    bool ok = false;
    const qint64 value = text->toLongLong(&ok);
    const bool plain = std::all_of(text->cbegin(), text->cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!ok || !plain)
        return bad(call, name);
    return std::optional<qint64>(value);
}

Expected<void> readText(const Call& call, ProductQuery& query)
{
    query.text = call.request().queryValue(u"q").value_or(QString()).trimmed();
    if (query.text.size() > maxQueryLength)
        return bad(call, u"q"_s);
    query.words = searchWords(query.text, maxQueryWords + 1);
    if (query.words.size() > maxQueryWords)
        return bad(call, u"q"_s);
    return {};
}

/// What is archived shows to its own store only.
Expected<void> readStatus(const Call& call, ProductQuery& query)
{
    const auto text = call.request().queryValue(u"status");
    if (!text)
        return {};
    const auto known = std::find_if(std::begin(statusNames), std::end(statusNames),
                                    [&](const StatusName& entry) { return *text == QStringView(entry.name); });
    if (known == std::end(statusNames))
        return bad(call, u"status"_s);
    query.status = known->status;
    if (query.status == ListedStatus::Active || call.caller().owns(query.store))
        return {};
    return call.caller().isSignedIn() ? Expected<void>(call.failForbidden())
                                      : Expected<void>(call.fail(401, u"unauthorized"_s));
}

Expected<ProductQuery> queryOf(const Call& call)
{
    const http::Request& request = call.request();
    ProductQuery query;
    if (const auto text = readText(call, query); !text)
        return tl::unexpected(text.error());
    query.category = request.queryValue(u"category").value_or(QString());
    query.sort = query.text.isEmpty() ? ProductSort::Newest : ProductSort::Relevance;
    if (const auto sort = request.queryValue(u"sort")) {
        const auto known = parseProductSort(*sort);
        if (!known)
            return bad(call, u"sort"_s);
        query.sort = *known;
    }
    if (const auto inStock = request.queryValue(u"inStock")) {
        if (*inStock != u"true" && *inStock != u"false")
            return bad(call, u"inStock"_s);
        query.inStock = *inStock == u"true";
    }
    if (const auto store = request.queryValue(u"store")) {
        const auto id = StoreId::parse(*store);
        if (!id)
            return bad(call, u"store"_s);
        query.store = *id;
    }
    const auto least = rupiahParameter(call, u"minPrice"_s);
    const auto most = rupiahParameter(call, u"maxPrice"_s);
    if (!least || !most)
        return tl::unexpected(least ? most.error() : least.error());
    query.minPrice = *least;
    query.maxPrice = *most;
    if (const auto status = readStatus(call, query); !status)
        return tl::unexpected(status.error());
    return query;
}

storage::Result<QByteArray> pageBody(Call& call, CatalogueCaches& caches, qint64 generation, const ProductQuery& query,
                                     const ListParameters& parameters)
{
    const auto page = listProducts(call.db(), caches, generation, query, call.caller().store);
    if (!page)
        return tl::unexpected(page.error());
    QByteArray body = protocol::toJson(listBody(parameters, {}, page->next, page->total));
    const QByteArray emptyItems = "\"items\":["_ba;
    body.insert(body.indexOf(emptyItems) + emptyItems.size(), page->items);
    return body;
}

http::Response answerOf(const QByteArray& body) { return http::Response::make(200, "application/json"_ba, body); }

Answer list(Call& call, CatalogueCaches& caches)
{
    auto query = queryOf(call);
    if (!query)
        return tl::unexpected(query.error());
    const QString fingerprint = query->fingerprint();
    const auto parameters = listParameters(call, fingerprint, productSortKeys);
    if (!parameters)
        return tl::unexpected(parameters.error());
    query->limit = parameters->limit;
    query->after = parameters->after;
    query->offset = parameters->offset();
    query->wantTotal = parameters->page.has_value();

    const auto generation = caches.generation.current(call.db());
    if (!generation)
        return call.fail(generation.error());
    // A seller sees more of their own products than others do.
    const bool shared = call.caller().store.isNull();
    const QString question = QString::number(query->limit) + u':' + QString::number(parameters->page.value_or(0))
                             + u':' + call.request().queryValue(u"cursor").value_or(QString()) + u':' + fingerprint;
    if (shared) {
        if (const auto known = caches.answers.find(question, *generation))
            return answerOf(*known);
    }
    const auto body = pageBody(call, caches, *generation, *query, *parameters);
    if (!body)
        return call.fail(body.error());
    if (shared)
        caches.answers.keep(question, *generation, *body);
    return answerOf(*body);
}

Answer categories(Call& call, CatalogueCaches& caches)
{
    const QString question = u"categories"_s;
    const auto generation = caches.generation.current(call.db());
    if (!generation)
        return call.fail(generation.error());
    if (const auto known = caches.answers.find(question, *generation))
        return answerOf(*known);
    const auto list = listCategories(call.db());
    if (!list)
        return call.fail(list.error());
    const QByteArray body = protocol::toJson(QJsonObject{{u"items"_s, *list}});
    caches.answers.keep(question, *generation, body);
    return answerOf(body);
}

} // namespace

QList<Route> listRoutes(const std::shared_ptr<CatalogueCaches>& caches)
{
    return {{.method = "GET", .path = "/v1/products", .handle = [caches](Call& call) { return list(call, *caches); }},
            {.method = "GET", .path = "/v1/categories",
             .handle = [caches](Call& call) { return categories(call, *caches); }}};
}

} // namespace belanjain::marketplace
