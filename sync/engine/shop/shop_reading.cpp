// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/shop_reading.h"

#include "engine/shop/shop_answers.h"
#include "protocol/json.h"

#include <QUrl>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qsizetype longestQuery = 200;
const QString keptCursor = QStringLiteral("kept:");

QString encoded(const QString& text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

QString sortWord(ports::ShopSort sort)
{
    switch (sort) {
    case ports::ShopSort::Popular:
        return u"popular"_s;
    case ports::ShopSort::Newest:
        return u"newest"_s;
    case ports::ShopSort::PriceUp:
        return u"price"_s;
    case ports::ShopSort::PriceDown:
        return u"-price"_s;
    case ports::ShopSort::Rating:
        return u"rating"_s;
    case ports::ShopSort::Relevance:
        break;
    }
    return u"relevance"_s;
}

QString pathOf(const ports::ShopQuery& query, const QString& cursor, int limit)
{
    QString path = u"/v1/products?limit=%1&sort=%2"_s.arg(limit).arg(sortWord(query.sort));
    const auto add = [&](const QString& name, const QString& value) { path += u'&' + name + u'=' + encoded(value); };
    if (!query.text.trimmed().isEmpty())
        add(u"q"_s, query.text.trimmed().left(longestQuery));
    if (!query.category.isEmpty())
        add(u"category"_s, query.category);
    if (query.minPrice)
        add(u"minPrice"_s, QString::number(query.minPrice->rupiah));
    if (query.maxPrice)
        add(u"maxPrice"_s, QString::number(query.maxPrice->rupiah));
    if (query.inStock)
        add(u"inStock"_s, u"true"_s);
    if (query.store)
        add(u"store"_s, query.store->toString());
    if (cursor.isEmpty())
        add(u"page"_s, u"1"_s); // so that the answer says how many there are
    else
        add(u"cursor"_s, cursor);
    return path;
}

} // namespace

bool isOutage(const HttpAnswer& answer)
{
    return !answer.reached() || answer.status >= 500 || answer.status == 429;
}

ShopReading::ShopReading(ShopLink& link, ShopStore& store, const ports::Clock& clock)
    : m_link(link), m_store(store), m_clock(clock)
{
}

ShopReading::~ShopReading() = default;

void ShopReading::onThread(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void ShopReading::abandon(quint64 ticket)
{
    onThread([this, ticket] { m_calls.erase(ticket); });
}

void ShopReading::ask(quint64 ticket, const QString& path, const QByteArray& etag, Done done)
{
    m_calls[ticket] = m_link.get(path, etag, [this, ticket, done = std::move(done)](const HttpAnswer& answer) {
        const auto at = m_calls.find(ticket);
        if (at == m_calls.end())
            return;
        const auto keep = std::move(at->second); // what runs now belongs to it
        m_calls.erase(at);
        const auto call = done;
        call(answer);
    });
}

void ShopReading::readProducts(quint64 ticket, const ports::ShopQuery& query, const QString& cursor, int limit)
{
    onThread([this, ticket, query, cursor, limit] {
        // A page after kept ones is kept too: the marketplace would not know the cursor.
        if (cursor.startsWith(keptCursor)) {
            productsFailed(ticket, query, cursor, limit, {});
            return;
        }
        ask(ticket, pathOf(query, cursor, limit), {}, [this, ticket, query, cursor, limit](const HttpAnswer& answer) {
            const auto list = answer.success() ? readProductList(answer.body) : std::nullopt;
            if (!list) {
                productsFailed(ticket, query, cursor, limit, answer);
                return;
            }
            m_store.keepProducts(list->items, m_clock.now());
            ports::ShopPage page{.nextCursor = list->nextCursor, .total = list->total, .seen = {true, m_clock.now()}};
            for (const auto& one : list->items)
                page.items.append(one.second.card);
            Q_EMIT productsRead(ticket, page);
        });
    });
}

void ShopReading::productsFailed(quint64 ticket, const ports::ShopQuery& query, const QString& cursor, int limit,
                                 const HttpAnswer& answer)
{
    const bool first = cursor.isEmpty();
    if (!isOutage(answer) || (!first && !cursor.startsWith(keptCursor))) {
        Q_EMIT failed(ticket, problemOf(answer));
        return;
    }
    const int offset = first ? 0 : std::max(0, QStringView(cursor).mid(keptCursor.size()).toInt());
    const ports::ShopPage page = m_store.find(query, offset, limit);
    if (first && page.items.isEmpty())
        Q_EMIT failed(ticket, problemOf(answer));
    else
        Q_EMIT productsRead(ticket, page);
}

void ShopReading::readRecent(quint64 ticket, int limit)
{
    onThread([this, ticket, limit] {
        ports::ShopPage page{.items = m_store.recent(limit), .seen = {.live = true}};
        Q_EMIT productsRead(ticket, page);
    });
}

void ShopReading::askProduct(quint64 ticket, const ProductId& product,
                             std::function<void(const std::optional<ports::ShopProduct>&, const ports::ShopProblem&)> done)
{
    const auto kept = m_store.product(product);
    const QByteArray etag = kept ? kept->etag : QByteArray();
    ask(ticket, u"/v1/products/"_s + product.toString(), etag,
        [this, product, kept, done = std::move(done)](const HttpAnswer& answer) {
            const ports::Seen now{true, m_clock.now()};
            if (answer.status == 304 && kept) {
                ports::ShopProduct same = kept->product;
                same.seen = now;
                done(same, {});
                return;
            }
            const auto json = answer.success() ? protocol::parseObject(answer.body) : tl::unexpected(0);
            auto read = json ? readShopProduct(*json) : std::nullopt;
            // Somebody else's product is no answer to this question.
            if (read && read->card.product == product) {
                m_store.keepProduct(*json, *read, answer.etag, m_clock.now());
                read->seen = now;
                done(read, {});
                return;
            }
            if (answer.status == 404)
                m_store.dropProduct(product);
            done(std::nullopt, problemOf(answer));
        });
}

void ShopReading::readProduct(quint64 ticket, const ProductId& product)
{
    onThread([this, ticket, product] {
        const auto kept = m_store.product(product);
        if (kept)
            Q_EMIT productRead(ticket, kept->product);
        askProduct(ticket, product, [this, ticket, product, shown = kept.has_value()](const auto& read, const auto& problem) {
            if (read) {
                m_store.markViewed(product, m_clock.now());
                Q_EMIT productRead(ticket, *read);
            } else if (!shown || problem.code != u"unreachable") {
                Q_EMIT failed(ticket, problem);
            } else {
                m_store.markViewed(product, m_clock.now());
            }
        });
    });
}

void ShopReading::fetch(const ProductId& product, std::function<void(const std::optional<ports::ShopProduct>&, bool)> done)
{
    askProduct(newTicket(), product, [done = std::move(done)](const auto& read, const ports::ShopProblem& problem) {
        done(read, problem.code == u"not_found");
    });
}

void ShopReading::readKept(quint64 ticket, const QString& path, bool keep,
                           std::function<bool(const QByteArray&, const ports::Seen&)> tell)
{
    onThread([this, ticket, path, keep, tell = std::move(tell)] {
        const auto kept = keep ? m_store.answer(path) : std::nullopt;
        ask(ticket, path, kept ? kept->etag : QByteArray(), [this, ticket, path, keep, kept, tell](const HttpAnswer& answer) {
            const ports::Seen now{true, m_clock.now()};
            if (answer.success() && tell(answer.body, now)) {
                if (keep)
                    m_store.keepAnswer(path, answer.body, answer.etag, m_clock.now());
                return;
            }
            if (kept && answer.status == 304 && tell(kept->body, now))
                return;
            if (kept && isOutage(answer) && tell(kept->body, {false, kept->at}))
                return;
            Q_EMIT failed(ticket, problemOf(answer));
        });
    });
}

void ShopReading::readCategories(quint64 ticket)
{
    readKept(ticket, u"/v1/categories"_s, true, [this, ticket](const QByteArray& body, const ports::Seen& seen) {
        const auto categories = engine::readCategories(body);
        if (categories)
            Q_EMIT categoriesRead(ticket, *categories, seen.live);
        return categories.has_value();
    });
}

void ShopReading::readReviews(quint64 ticket, const ProductId& product, const QString& cursor)
{
    QString path = u"/v1/products/%1/reviews?limit=10"_s.arg(product.toString());
    if (!cursor.isEmpty())
        path += u"&cursor="_s + encoded(cursor);
    readKept(ticket, path, cursor.isEmpty(), [this, ticket](const QByteArray& body, const ports::Seen& seen) {
        auto page = readShopReviews(body);
        if (page) {
            page->seen = seen;
            Q_EMIT reviewsRead(ticket, *page);
        }
        return page.has_value();
    });
}

void ShopReading::readStore(quint64 ticket, const StoreId& store)
{
    readKept(ticket, u"/v1/stores/"_s + store.toString(), true,
             [this, ticket, store](const QByteArray& body, const ports::Seen& seen) {
                 auto read = readShopStore(body);
                 if (!read || read->id != store)
                     return false;
                 read->seen = seen;
                 Q_EMIT storeRead(ticket, *read);
                 return true;
             });
}

void ShopReading::readQuotes(quint64 ticket, const StoreId& store, const QString& postcode, qint64 grams)
{
    const QString path = u"/v1/shipping/quotes?storeId=%1&postcode=%2&weightGrams=%3"_s.arg(store.toString(), encoded(postcode))
                             .arg(grams);
    readKept(ticket, path, true, [this, ticket](const QByteArray& body, const ports::Seen&) {
        const auto quotes = engine::readQuotes(body);
        if (quotes)
            Q_EMIT quotesRead(ticket, *quotes);
        return quotes.has_value();
    });
}

} // namespace belanjain::engine
