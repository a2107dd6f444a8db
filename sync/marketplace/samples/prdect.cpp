// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/prdect.h"

#include "marketplace/samples/categories.h"
#include "marketplace/samples/csv_table.h"
#include "marketplace/samples/ean13.h"
#include "marketplace/samples/names.h"
#include "marketplace/samples/photos.h"
#include "marketplace/samples/sku.h"
#include "marketplace/samples/stable_hash.h"
#include "marketplace/samples/stock_levels.h"
#include "marketplace/samples/text.h"
#include "marketplace/samples/variants.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

// The file has 1.2 MB; twenty times that is not it.
constexpr qint64 contentLimit = 24 * 1024 * 1024;

struct Listing
{
    QString name;
    QString location;
    const SampleCategory* category = nullptr;
    Money price;
    int ratingTenths = 0;
    qint64 sold = 0;
    qint64 reviewCount = 0;
    QList<SampleReview> reviews;
};

std::optional<int> parseTenths(QStringView text)
{
    bool ok = false;
    const double rating = text.toDouble(&ok);
    return ok && rating >= 1 && rating <= 5 ? std::optional(qRound(rating * 10)) : std::nullopt;
}

class Listings
{
public:
    void take(const QStringList& row)
    {
        ++report.rows;
        const QString name = row.at(1).trimmed();
        const SampleCategory* category = findCategory(row.at(0).trimmed());
        const auto price = parseRupiah(row.at(3));
        const auto tenths = parseTenths(row.at(4));
        const auto sold = parseCount(row.at(5));
        const auto reviewCount = parseCount(row.at(6));
        const auto stars = parseCount(row.at(7));
        if (name.isEmpty() || !category || !price || !tenths || !sold || !reviewCount || !stars ||
            *stars < 1 || *stars > 5) {
            ++report.malformed;
            return;
        }
        ++report.reviews;
        auto at = m_index.constFind(name);
        if (at == m_index.cend()) {
            at = m_index.insert(name, all.size());
            all.append({name, cleanLocation(row.at(2)), category, {}, 0, 0, -1, {}});
        }
        Listing& listing = all[*at];
        if (*reviewCount > listing.reviewCount) {
            listing.price = *price;
            listing.ratingTenths = *tenths;
            listing.sold = *sold;
            listing.reviewCount = *reviewCount;
        }
        const QString key = u"%1 %2"_s.arg(name).arg(listing.reviews.size());
        listing.reviews.append(
            {int(*stars), cleanText(row.at(8)), personName(key), 2 + int(stableHash(key, "review") % 399)});
    }

    QList<Listing> all;
    PrdectReport report;

private:
    QHash<QString, qsizetype> m_index;
};

QString describe(const SampleProduct& product, const QString& location)
{
    return u"%1. Barang baru, diperiksa sebelum dikirim dari %2. Tanyakan stok lewat pesan bila Anda "
           "memerlukan jumlah besar."_s.arg(product.name, location);
}

SampleProduct makeProduct(const Listing& listing, const SplitName& name, SkuMaker& skus,
                          BarcodeMaker& barcodes)
{
    SampleProduct product;
    product.sourceName = listing.name;
    product.name = name.base;
    product.category = listing.category->indonesian;
    product.ratingTenths = listing.ratingTenths;
    product.sold = listing.sold;
    product.reviewCount = listing.reviewCount;
    product.photo = photoFor(product.name, product.category);
    product.reviews = listing.reviews;
    product.description = describe(product, listing.location);
    product.specifications.append({u"Kondisi"_s, u"Baru"_s});
    product.specifications.append({u"Dikirim dari"_s, listing.location});
    if (const QString model = modelCode(product.name); !model.isEmpty())
        product.specifications.append({u"Model"_s, model});

    const VariantPlan plan =
        planVariants(name, *listing.category, listing.price, weightFor(listing.name, *listing.category));
    product.options = plan.options;
    const QString stem = skuStem(product.name);
    for (const Combination& each : plan.combinations) {
        const QString key = listing.name + u'|' + each.values.join(u'|');
        const StockLevel stock = stockFor(key, listing.sold / plan.combinations.size(), each.price);
        // Some goods have no barcode on them, and a shop does not label all of those.
        const bool labelled = stableHash(key, "labelled") % 12 != 0;
        product.variants.append({skus.make(stem, each.values), labelled ? barcodes.make(key) : QString(),
                                 each.values, each.price, each.weightGrams, stock.onHand,
                                 stock.lowStockThreshold});
    }
    return product;
}

// Listings of one store that differ only by what follows the dash keep their whole names, or nobody could
// tell them apart.
QList<SplitName> splitNames(const QList<Listing>& listings)
{
    QHash<QString, int> uses;
    QList<SplitName> names;
    for (const Listing& listing : listings) {
        names.append(splitName(cleanName(listing.name), *listing.category));
        // Once more, because the variant may have been the only part in small letters.
        names.last().base = cleanName(names.last().base);
        ++uses[listing.location + u'|' + names.last().base];
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        const Listing& listing = listings.at(i);
        if (uses.value(listing.location + u'|' + names.at(i).base) > 1)
            names[i] = {cleanName(listing.name), {}, {}};
    }
    return names;
}

} // namespace

tl::expected<Prdect, SampleError> readPrdect(QIODevice& input)
{
    Listings listings;
    const QStringList columns = {u"Category"_s,     u"Product Name"_s,    u"Location"_s,
                                 u"Price"_s,        u"Overall Rating"_s,  u"Number Sold"_s,
                                 u"Total Review"_s, u"Customer Rating"_s, u"Customer Review"_s};
    const auto read = readCsvTable(input, columns, contentLimit,
                                   [&listings](const QStringList& row) { listings.take(row); });
    if (!read)
        return tl::unexpected(SampleError{u"PRDECT-ID: %1"_s.arg(read.error().message)});

    Prdect result;
    const QList<SplitName> names = splitNames(listings.all);
    QHash<QString, qsizetype> storeIndex;
    QList<SkuMaker> skus;
    BarcodeMaker barcodes;
    for (qsizetype i = 0; i < listings.all.size(); ++i) {
        const Listing& listing = listings.all.at(i);
        auto at = storeIndex.constFind(listing.location);
        if (at == storeIndex.cend()) {
            at = storeIndex.insert(listing.location, result.stores.size());
            result.stores.append({u"Toko %1"_s.arg(listing.location),
                                  listing.location,
                                  u"Belanja aneka kebutuhan dari %1."_s.arg(listing.location),
                                  {}});
            skus.append(SkuMaker());
        }
        result.stores[*at].products.append(makeProduct(listing, names.at(i), skus[*at], barcodes));
    }
    std::ranges::stable_sort(result.stores, [](const SampleStore& a, const SampleStore& b) {
        return a.products.size() > b.products.size();
    });
    result.report = listings.report;
    result.report.products = listings.all.size();
    return result;
}

} // namespace belanjain::marketplace::samples
