// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/store_loader.h"

#include "domain/product_draft.h"
#include "domain/store.h"
#include "domain/violation_text.h"
#include "marketplace/accounts/accounts.h"
#include "marketplace/catalogue/draft_json.h"
#include "marketplace/catalogue/products.h"
#include "marketplace/images/image_store.h"
#include "marketplace/images/product_images.h"
#include "marketplace/samples/names.h"
#include "marketplace/samples/pack.h"
#include "marketplace/samples/review_loader.h"
#include "marketplace/samples/stable_hash.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
/// Reviews are up to 400 days old, and a store is older than those.
constexpr int storeAgeDays = 800;
/// Refused products are listed up to here; a file of nonsense is not repeated on the screen.
constexpr qsizetype maxRefusals = 20;

QString emailOf(const QString& storeName)
{
    if (storeName == demoSellerStore)
        return demoSellerEmail;
    QString slug;
    for (const QChar c : storeName.toLower()) {
        if (c.isLetterOrNumber())
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug + u"@contoh.id"_s;
}

QString sellerOf(const QString& storeName)
{
    return storeName == demoSellerStore ? u"Rina Kusuma"_s : personName(storeName);
}

QList<OptionValue> optionsOf(const SampleProduct& product, const SampleVariant& variant)
{
    QList<OptionValue> values;
    for (qsizetype i = 0; i < product.options.size(); ++i)
        values.append({product.options.at(i).name, variant.optionValues.value(i)});
    return values;
}

ProductDraft draftOf(const SampleProduct& product, const QList<qint64>& taken)
{
    ProductDraft draft;
    draft.name = product.name;
    draft.description = product.description;
    draft.category = product.category;
    for (const SampleSpecification& each : product.specifications)
        draft.specifications.append({each.label, each.value});
    for (const SampleOption& option : product.options)
        draft.options.append({option.name, option.values});

    const auto stockOf = [&](qsizetype v) { return product.variants.at(v).onHand + taken.value(v, 0); };
    if (product.options.isEmpty()) {
        const SampleVariant& only = product.variants.first();
        draft.sku = only.sku;
        draft.barcode = only.barcode;
        draft.price = only.price;
        draft.stock = stockOf(0);
        draft.weightGrams = only.weightGrams;
        if (only.lowStockThreshold)
            draft.lowStockThreshold = *only.lowStockThreshold;
        return draft;
    }
    for (qsizetype v = 0; v < product.variants.size(); ++v) {
        const SampleVariant& each = product.variants.at(v);
        VariantDraft variant{.sku = each.sku,
                             .barcode = each.barcode,
                             .options = optionsOf(product, each),
                             .price = each.price,
                             .stock = stockOf(v),
                             .weightGrams = each.weightGrams};
        if (each.lowStockThreshold)
            variant.lowStockThreshold = *each.lowStockThreshold;
        draft.variants.append(variant);
    }
    return draft;
}

// Older than every review it has; what nobody has rated or bought is new.
Instant listedAt(const SampleProduct& product, Instant now)
{
    const quint64 hash = stableHash(product.sourceName, "listed");
    const qint64 days =
        product.sold == 0 && product.reviews.isEmpty() ? 2 + qint64(hash % 4) : 410 + qint64(hash % 380);
    return {now.ms - days * dayMs - qint64((hash >> 16) % quint64(dayMs))};
}

} // namespace

Step<std::optional<StoredStore>> StoreLoader::openStore(const SampleStore& store, Instant since)
{
    const QString email = emailOf(store.name);
    const auto known = findUserByEmail(m_database, email);
    if (!known)
        return stop(known.error());
    if (*known)
        return std::optional<StoredStore>();
    User seller;
    seller.id = m_options.ids.make<UserId>();
    seller.name = sellerOf(store.name);
    seller.email = email;
    seller.passwordHash = m_options.passwordHash;
    seller.role = Role::Seller;
    StoreProfile profile;
    profile.name = store.name;
    profile.location = store.location;
    profile.description = store.description;
    if (const auto made = createUser(m_database, m_writer, m_options.ids, seller, profile, since); !made)
        return stop(made.error());
    return std::optional(StoredStore{seller.store, store.name, seller.name, {}});
}

Step<void> StoreLoader::addPhoto(const WriteContext& context, const ProductId& product, const QString& photo)
{
    if (photo.isEmpty() || !m_options.images)
        return {};
    // The program's own pictures, and so stored as they are.
    const auto bytes = loadPhoto(photo);
    const auto thumbnail = loadThumbnail(photo);
    const auto header = bytes ? readImageHeader(*bytes) : tl::unexpected(ImageRefusal::NotAnImage);
    if (!header || !thumbnail)
        return {};
    const auto hash = m_options.images->put({header->type, header->size, *bytes, *thumbnail}, m_options.now);
    if (!hash)
        return {}; // a full or locked disk keeps nobody from trying the rest
    if (const auto noted = notePicture(m_database, {*hash, header->type, header->size}, m_options.now); !noted)
        return stop(noted.error());
    const auto attached = attachImage(context, product, m_options.ids.make<ImageId>(), *hash, {});
    if (!attached)
        return stop(attached.error());
    return {};
}

Step<QList<StoredVariant>> StoreLoader::addProduct(const StoredStore& store, const SampleProduct& product,
                                                   const QList<qint64>& taken, Instant since)
{
    const WriteContext context{.db = m_database,
                               .writer = m_writer,
                               .ids = m_options.ids,
                               .now = since,
                               .actor = {store.id, store.seller, {}}};
    const ProductId id = m_options.ids.make<ProductId>();
    QList<VariantId> ids;
    QList<StoredVariant> variants;
    for (const SampleVariant& each : product.variants) {
        ids.append(m_options.ids.make<VariantId>());
        variants.append({id, ids.last(), each.sku, product.name, toJson(optionsOf(product, each))});
    }
    const auto made = createProduct(context, id, draftOf(product, taken), ids);
    if (!made)
        return stop(made.error());
    if (!*made) {
        ++m_report.productsRefused;
        if (m_report.refusals.size() < maxRefusals) {
            const Violation& why = made->error().first();
            m_report.refusals.append(
                u"%1: %2: %3"_s.arg(product.name, why.field, ruleText(why, Language::English)));
        }
        return QList<StoredVariant>(product.variants.size());
    }
    if (const auto pictured = addPhoto(context, id, product.photo); !pictured)
        return tl::unexpected(pictured.error());
    ++m_report.products;
    m_report.variants += variants.size();
    return variants;
}

Step<std::optional<StoredStore>> StoreLoader::load(const SampleStore& store, const Pieces& taken,
                                                   std::optional<Instant> since, Progress& progress)
{
    const Instant opened = since.value_or(Instant{m_options.now.ms - storeAgeDays * dayMs});
    auto stored = openStore(store, opened);
    if (!stored)
        return stored;
    if (!*stored) {
        ++m_report.storesSkipped;
        return stored;
    }
    ++m_report.stores;
    ReviewLoader reviews(m_database, m_writer, m_options, (*stored)->id.toString());
    for (qsizetype p = 0; p < store.products.size(); ++p) {
        const SampleProduct& product = store.products.at(p);
        const Instant listed = std::max(opened, listedAt(product, since.value_or(m_options.now)));
        const auto variants = addProduct(**stored, product, taken.value(p), listed);
        if (!variants)
            return tl::unexpected(variants.error());
        if (const ProductId id = variants->first().product; !id.isNull())
            reviews.add(id.toString(), product);
        (*stored)->variants.append(*variants);
        if (const auto going = progress.advance(); !going)
            return tl::unexpected(going.error());
    }
    const auto written = reviews.write();
    if (!written)
        return stop(written.error());
    m_report.reviews += *written;
    return stored;
}

} // namespace belanjain::marketplace::samples
