// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/pack.h"

#include "marketplace/samples/ean13.h"
#include "marketplace/samples/photos.h"

#include <QFile>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

// The macro declares a function of the global namespace.
static void registerSamples() { Q_INIT_RESOURCE(samples); }

namespace belanjain::marketplace::samples {
namespace {

constexpr qint64 photoLimit = 5 * 1024 * 1024;

tl::expected<std::unique_ptr<QFile>, SampleError> open(const QString& path)
{
    registerSamples();
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return tl::unexpected(SampleError{u"%1 cannot be opened: %2"_s.arg(path, file->errorString())});
    return file;
}

// Two goods that the data set lacks and that show how something new looks: no sales, no reviews.
void addInvented(QList<SampleStore>& stores)
{
    const auto add = [&stores](const QString& location, const SampleProduct& product) {
        const auto store = std::ranges::find_if(
            stores, [&location](const SampleStore& each) { return each.location == location; });
        if (store != stores.end())
            store->products.append(product);
    };
    BarcodeMaker barcodes;
    const auto make = [&barcodes](const QString& name, const QString& category, const QString& description,
                                  const SampleVariant& variant) {
        SampleProduct product;
        product.sourceName = name;
        product.name = name;
        product.category = category;
        product.description = description;
        product.photo = photoFor(name, category);
        product.specifications.append({u"Kondisi"_s, u"Baru"_s});
        product.variants.append(variant);
        product.variants.last().barcode = barcodes.make(name);
        return product;
    };
    add(u"Kota Bandung"_s,
        make(u"Penggiling Garam dan Lada Akrilik"_s, u"Dapur"_s,
             u"Sepasang penggiling akrilik bening untuk garam dan lada. Tinggi 16 cm, mudah diisi ulang."_s,
             {u"GRM-LAD-01"_s, {}, {}, Money{84'000}, 420, 24, {}}));
    add(u"Jakarta Selatan"_s,
        make(u"Pengering Rambut Gagang Lipat"_s, u"Elektronik"_s,
             u"Pengering rambut dengan gagang lipat dan dua kecepatan, muat di tas perjalanan."_s,
             {u"PNG-RMB-01"_s, {}, {}, Money{189'000}, 650, 18, {}}));
}

} // namespace

tl::expected<Pack, SampleError> loadPack(const QString& directory)
{
    const auto reviews = open(directory + u"/prdect-id.csv.xz"_s);
    if (!reviews)
        return tl::unexpected(reviews.error());
    auto prdect = readPrdect(**reviews);
    if (!prdect)
        return tl::unexpected(prdect.error());

    const auto invoices = open(directory + u"/online-retail.csv.xz"_s);
    if (!invoices)
        return tl::unexpected(invoices.error());
    auto retail = readOnlineRetail(**invoices);
    if (!retail)
        return tl::unexpected(retail.error());

    addInvented(prdect->stores);
    return Pack{std::move(prdect->stores), prdect->report, std::move(*retail)};
}

namespace {

tl::expected<QByteArray, SampleError> loadPicture(const QString& photo, const QString& folder)
{
    if (photo.contains(u'/') || photo.contains(u'\\'))
        return tl::unexpected(SampleError{u"“%1” is not a file name"_s.arg(photo)});
    const auto file = open(folder + photo);
    if (!file)
        return tl::unexpected(file.error());
    const QByteArray bytes = (*file)->read(photoLimit);
    if (bytes.isEmpty())
        return tl::unexpected(SampleError{u"%1 has nothing in it"_s.arg(photo)});
    return bytes;
}

} // namespace

tl::expected<QByteArray, SampleError> loadPhoto(const QString& photo, const QString& directory)
{
    return loadPicture(photo, directory + u"/images/"_s);
}

tl::expected<QByteArray, SampleError> loadThumbnail(const QString& photo, const QString& directory)
{
    return loadPicture(photo, directory + u"/images/thumbnails/"_s);
}

} // namespace belanjain::marketplace::samples
