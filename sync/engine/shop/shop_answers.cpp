// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/shop_answers.h"

#include "domain/text.h"
#include "protocol/json.h"
#include "protocol/problem.h"
#include "protocol/rows.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using protocol::ObjectReader;
namespace
{

constexpr qsizetype longestLine = 300;
constexpr qsizetype longestText = 20'000;
constexpr qsizetype mostItems = 100;
constexpr qsizetype mostParts = 200; ///< variants, specifications, options, pictures
constexpr qsizetype mostVariants = 2'000;
constexpr qint64 mostPieces = 1'000'000'000;

QString line(const QString& text) { return normalisedLine(text.left(4 * longestLine)).left(longestLine); }
QString lines(const QString& text) { return normalisedText(text.left(2 * longestText)).left(longestText); }

bool isMoney(Money money) { return money.rupiah >= 0 && money <= maxMoney; }
qint64 pieces(qint64 number) { return std::clamp<qint64>(number, 0, mostPieces); }

double ratingOf(const QJsonObject& json, QStringView key)
{
    const double rating = json.value(key).toDouble();
    return std::isfinite(rating) ? std::clamp(rating, 0.0, 5.0) : 0;
}

QList<OptionValue> optionValues(const QJsonObject& json, const QList<Option>& order)
{
    QList<OptionValue> values;
    for (const Option& option : order) {
        if (json.contains(option.name))
            values.append({option.name, line(json.value(option.name).toString())});
    }
    for (auto at = json.begin(); at != json.end() && values.size() < mostParts; ++at) {
        const bool known = std::any_of(order.cbegin(), order.cend(), [&](const Option& o) { return o.name == at.key(); });
        if (!known)
            values.append({line(at.key()), line(at.value().toString())});
    }
    return values;
}

std::optional<ports::ShopVariant> readVariant(const QJsonObject& json, const QList<Option>& options)
{
    ObjectReader reader(json);
    ports::ShopVariant variant{.id = reader.id<VariantId>(u"id"),
                               .sku = line(reader.string(u"sku")),
                               .options = optionValues(reader.object(u"options"), options),
                               .price = reader.money(u"price"),
                               .weightGrams = reader.integer32(u"weightGrams"),
                               .available = pieces(reader.integer(u"available"))};
    if (!reader.ok() || !isMoney(variant.price) || variant.weightGrams < 0)
        return std::nullopt;
    return variant;
}

QList<Option> readOptions(const QJsonArray& array)
{
    QList<Option> options;
    for (const QJsonValue& value : array) {
        const QJsonObject json = value.toObject();
        Option option{.name = json.value(u"name").toString().left(longestLine)};
        for (const QJsonValue& each : json.value(u"values").toArray())
            option.values.append(line(each.toString()));
        if (!option.name.isEmpty() && options.size() < mostParts)
            options.append(option);
    }
    return options;
}

QList<ports::ShopPicture> readPictures(const QJsonArray& array)
{
    QList<std::pair<qint64, ports::ShopPicture>> placed;
    for (const QJsonValue& value : array) {
        const QJsonObject json = value.toObject();
        const QString hash = imageHashOf(json.value(u"url").toString());
        if (hash.isEmpty() || placed.size() >= mostParts)
            continue;
        placed.append({json.value(u"position").toInteger(),
                       {hash, json.value(u"width").toInt(), json.value(u"height").toInt()}});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QList<ports::ShopPicture> pictures;
    for (const auto& one : std::as_const(placed))
        pictures.append(one.second);
    return pictures;
}

/// The parts of every list's answer.
template<class Item, class Read>
bool readList(const QByteArray& body, QList<Item>& items, QString* cursor, std::optional<qint64>* total, Read read)
{
    const auto json = protocol::parseObject(body);
    if (!json || !json->value(u"items").isArray())
        return false;
    const QJsonArray array = json->value(u"items").toArray();
    if (array.size() > mostItems)
        return false;
    for (const QJsonValue& value : array) {
        if (auto item = read(value.toObject()))
            items.append(*std::move(item));
    }
    if (cursor)
        *cursor = json->value(u"nextCursor").toString().left(2'000);
    const QJsonValue count = json->value(u"meta").toObject().value(u"total");
    if (total && count.isDouble())
        *total = pieces(count.toInteger());
    return true;
}

} // namespace

QString imageHashOf(const QString& url)
{
    static const QRegularExpression shape(u"^[0-9a-f]{64}$"_s);
    const QString last = QUrl(url).path().section(u'/', -1);
    return shape.match(last).hasMatch() ? last : QString();
}

std::optional<ports::ShopProduct> readShopProduct(const QJsonObject& json)
{
    ObjectReader reader(json);
    ports::ShopProduct product;
    ports::ShopCard& card = product.card;
    card.product = reader.id<ProductId>(u"id");
    card.store = reader.id<StoreId>(u"storeId");
    card.storeName = line(reader.string(u"storeName"));
    card.name = line(reader.string(u"name"));
    card.category = line(reader.string(u"category"));
    card.minPrice = reader.money(u"minPrice");
    card.maxPrice = reader.money(u"maxPrice");
    card.available = pieces(reader.integer(u"available"));
    card.rating = ratingOf(json, u"rating");
    card.reviewCount = pieces(reader.integer(u"reviewCount"));
    card.sold = pieces(reader.integer(u"sold"));
    product.description = lines(reader.string(u"description"));
    product.options = readOptions(reader.array(u"options"));
    for (const QJsonValue& value : reader.array(u"specifications")) {
        const QJsonObject one = value.toObject();
        if (product.specifications.size() < mostParts)
            product.specifications.append({line(one.value(u"label").toString()), line(one.value(u"value").toString())});
    }
    product.pictures = readPictures(reader.array(u"images"));
    card.imageHash = product.pictures.isEmpty() ? QString() : product.pictures.front().hash;
    for (const QJsonValue& value : reader.array(u"variants")) {
        if (const auto variant = readVariant(value.toObject(), product.options);
            variant && product.variants.size() < mostVariants)
            product.variants.append(*variant);
    }
    if (!reader.ok() || !isMoney(card.minPrice) || !isMoney(card.maxPrice) || product.variants.isEmpty())
        return std::nullopt;
    return product;
}

std::optional<ProductListAnswer> readProductList(const QByteArray& body)
{
    ProductListAnswer answer;
    const auto read = [](const QJsonObject& json) -> std::optional<std::pair<QJsonObject, ports::ShopProduct>> {
        if (auto product = readShopProduct(json))
            return std::pair(json, *std::move(product));
        return std::nullopt;
    };
    return readList(body, answer.items, &answer.nextCursor, &answer.total, read) ? std::optional(answer) : std::nullopt;
}

std::optional<QList<ports::ShopCategory>> readCategories(const QByteArray& body)
{
    const auto json = protocol::parseObject(body);
    if (!json || !json->value(u"items").isArray())
        return std::nullopt;
    QList<ports::ShopCategory> list;
    for (const QJsonValue& value : json->value(u"items").toArray()) {
        const QJsonObject one = value.toObject();
        const QString name = line(one.value(u"name").toString());
        if (!name.isEmpty() && list.size() < 1'000)
            list.append({name, pieces(one.value(u"count").toInteger())});
    }
    return list;
}

std::optional<ports::ShopStore> readShopStore(const QByteArray& body)
{
    const auto json = protocol::parseObject(body);
    if (!json)
        return std::nullopt;
    ObjectReader reader(*json);
    ports::ShopStore store{.id = reader.id<StoreId>(u"id"),
                           .name = line(reader.string(u"name")),
                           .location = line(reader.string(u"location")),
                           .description = lines(reader.string(u"description")),
                           .rating = ratingOf(*json, u"rating"),
                           .productCount = pieces(reader.integer(u"productCount"))};
    return reader.ok() ? std::optional(store) : std::nullopt;
}

std::optional<ports::ShopReviewPage> readShopReviews(const QByteArray& body)
{
    ports::ShopReviewPage page;
    const auto read = [](const QJsonObject& json) -> std::optional<ports::ShopReview> {
        ObjectReader reader(json);
        ports::ShopReview review{.id = reader.id<ReviewId>(u"id"),
                                 .rating = reader.integer32(u"rating"),
                                 .comment = lines(reader.string(u"comment")),
                                 .customerName = line(reader.string(u"customerName")),
                                 .reply = lines(reader.optionalString(u"reply").value_or(QString())),
                                 .createdAt = reader.instant(u"createdAt")};
        const bool good = reader.ok() && review.rating >= 1 && review.rating <= 5;
        return good ? std::optional(review) : std::nullopt;
    };
    if (!readList(body, page.items, &page.nextCursor, nullptr, read))
        return std::nullopt;
    const QJsonObject summary = protocol::parseObject(body).value_or(QJsonObject()).value(u"summary").toObject();
    page.average = ratingOf(summary, u"average");
    page.count = pieces(summary.value(u"count").toInteger());
    const QJsonObject histogram = summary.value(u"histogram").toObject();
    for (size_t stars = 1; stars <= page.histogram.size(); ++stars)
        page.histogram[stars - 1] = pieces(histogram.value(QString::number(stars)).toInteger());
    return page;
}

std::optional<QList<ports::ShippingQuote>> readQuotes(const QByteArray& body)
{
    QList<ports::ShippingQuote> quotes;
    const auto read = [](const QJsonObject& json) -> std::optional<ports::ShippingQuote> {
        ObjectReader reader(json);
        ports::ShippingQuote quote{.service = reader.string(u"service").left(longestLine),
                                   .name = line(reader.string(u"name")),
                                   .price = reader.money(u"price"),
                                   .minDays = reader.integer32(u"minDays"),
                                   .maxDays = reader.integer32(u"maxDays")};
        const bool good = reader.ok() && isMoney(quote.price) && quote.minDays >= 0 && quote.maxDays >= quote.minDays;
        return good ? std::optional(quote) : std::nullopt;
    };
    return readList(body, quotes, nullptr, nullptr, read) ? std::optional(quotes) : std::nullopt;
}

std::optional<QList<CartAnswerLine>> readCart(const QByteArray& body)
{
    const auto json = protocol::parseObject(body);
    if (!json || !json->value(u"stores").isArray())
        return std::nullopt;
    QList<CartAnswerLine> list;
    for (const QJsonValue& each : json->value(u"stores").toArray()) {
        ObjectReader store(each.toObject());
        const StoreId id = store.id<StoreId>(u"storeId");
        const QString name = line(store.string(u"storeName"));
        for (const QJsonValue& item : store.array(u"items")) {
            ObjectReader reader(item.toObject());
            CartAnswerLine one{.variant = reader.id<VariantId>(u"variantId"),
                               .product = reader.id<ProductId>(u"productId"),
                               .store = id,
                               .storeName = name,
                               .name = line(reader.string(u"name")),
                               .optionsLabel = optionsLabel(optionValues(reader.object(u"options"), {})),
                               .unitPrice = reader.money(u"unitPrice"),
                               .quantity = reader.integer(u"quantity"),
                               .available = pieces(reader.integer(u"available")),
                               .notForSale = reader.optionalString(u"problem") == u"not_for_sale"};
            // A cart that cannot be read as a whole must not pass for one with fewer lines.
            if (!reader.ok() || !isMoney(one.unitPrice) || one.quantity < 1 || one.quantity > mostPieces
                || list.size() > mostVariants)
                return std::nullopt;
            list.append(one);
        }
        if (!store.ok())
            return std::nullopt;
    }
    return list;
}

std::optional<ports::Purchase> readPurchase(const QJsonObject& json)
{
    ObjectReader reader(json);
    const OrderId id = reader.id<OrderId>(u"id");
    const protocol::OrderRow row = protocol::OrderRow::read(reader);
    if (!reader.ok() || row.lines.isEmpty() || row.lines.size() > mostVariants)
        return std::nullopt;
    ports::Purchase purchase{.store = row.store, .storeName = line(row.storeName), .shippingService = line(row.shippingService)};
    ports::OrderDetail& order = purchase.order;
    order.head.order = id;
    order.head.number = line(row.number);
    order.head.customerName = line(row.customerName);
    order.head.status = row.status;
    order.head.total = row.total;
    order.head.lines = int(row.lines.size());
    order.head.firstLine = line(row.lines.front().name);
    order.head.shippingService = purchase.shippingService;
    order.head.courier = line(row.courier);
    order.head.trackingNumber = line(row.trackingNumber);
    order.head.createdAt = row.createdAt;
    for (const protocol::OrderLineRow& each : row.lines) {
        order.head.pieces += each.quantity;
        order.list.append({.product = each.product,
                           .variant = each.variant,
                           .sku = line(each.sku),
                           .name = line(each.name),
                           .optionsLabel = optionsLabel(optionValues(each.options, {})),
                           .unitPrice = each.unitPrice,
                           .quantity = each.quantity,
                           .lineTotal = each.lineTotal});
    }
    const auto part = [&](QStringView key) { return line(row.shippingAddress.value(key).toString()); };
    order.address = {part(u"recipient"), part(u"phone"), part(u"street"), part(u"city"), part(u"province"), part(u"postcode")};
    order.head.city = order.address.city;
    order.subtotal = row.subtotal;
    order.shippingCost = row.shippingCost;
    order.discount = row.discount;
    order.paymentMethod = line(row.paymentMethod);
    order.cancelReason = line(row.cancelReason);
    order.processedAt = row.processedAt;
    order.shippedAt = row.shippedAt;
    order.deliveredAt = row.deliveredAt;
    order.cancelledAt = row.cancelledAt;
    return purchase;
}

std::optional<PurchaseListAnswer> readPurchases(const QByteArray& body)
{
    PurchaseListAnswer answer;
    const auto read = [](const QJsonObject& json) -> std::optional<std::pair<QJsonObject, ports::Purchase>> {
        if (auto purchase = readPurchase(json))
            return std::pair(json, *std::move(purchase));
        return std::nullopt;
    };
    return readList(body, answer.items, &answer.nextCursor, &answer.total, read) ? std::optional(answer) : std::nullopt;
}

ports::ShopProblem problemOf(const HttpAnswer& answer)
{
    if (!answer.reached())
        return {u"unreachable"_s, {}};
    if (answer.success())
        return {u"unexpected_answer"_s, {}};
    const protocol::Problem problem = protocol::Problem::read(answer.status, answer.body);
    if (answer.status == 401)
        return {u"session_ended"_s, problem.detail.left(longestLine)};
    const bool named = !problem.errors.isEmpty() && !problem.errors.front().message.isEmpty();
    return {problem.code.isEmpty() ? u"unexpected_answer"_s : problem.code.left(100),
            line(named ? problem.errors.front().message : problem.detail)};
}

} // namespace belanjain::engine
