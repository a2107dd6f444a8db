// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/product_images.h"

#include "marketplace/catalogue/draft_json.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
namespace
{

struct Attached
{
    QString id;
    QString hash;
    int width = 0;
    int height = 0;
};

QList<Attached> attachedFrom(const QString& column)
{
    QList<Attached> images;
    const QJsonArray stored = arrayFrom(column);
    for (const QJsonValue& value : stored)
        images.append({value[u"id"].toString(), value[u"sha256"].toString(), value[u"width"].toInt(), value[u"height"].toInt()});
    return images;
}

QString columnFrom(const QList<Attached>& images)
{
    QJsonArray array;
    for (const Attached& image : images) {
        array.append(QJsonObject{{u"id"_s, image.id},
                                 {u"sha256"_s, image.hash},
                                 {u"width"_s, image.width},
                                 {u"height"_s, image.height},
                                 {u"position"_s, int(array.size())}});
    }
    return toColumn(array);
}

QJsonObject forPeople(const Attached& image, qsizetype position)
{
    return {{u"id"_s, image.id},
            {u"url"_s, Picture::urlOf(image.hash)},
            {u"thumbnailUrl"_s, Picture::thumbnailUrlOf(image.hash)},
            {u"width"_s, image.width},
            {u"height"_s, image.height},
            {u"position"_s, int(position)}};
}

qsizetype indexOf(const QList<Attached>& images, const QString& id)
{
    const auto found = std::find_if(images.begin(), images.end(), [&](const Attached& each) { return each.id == id; });
    return found == images.end() ? -1 : found - images.begin();
}

/// The images of a product of the actor's store, with its row locked; nullopt when it is not theirs.
storage::Result<std::optional<QList<Attached>>> lockImages(const WriteContext& context, const ProductId& product)
{
    return context.db.one(u"UPDATE products SET updated_at = updated_at WHERE id = ? AND store_id = ? RETURNING images"_s,
                          {product.toString(), context.space()},
                          [](const Row& row) { return attachedFrom(row.text(0)); });
}

storage::Outcome store(const WriteContext& context, const ProductId& product, const QList<Attached>& images)
{
    const auto set = context.db.run(u"UPDATE products SET images = ?, updated_at = ? WHERE id = ?"_s,
                                    {columnFrom(images), context.now.ms, product.toString()});
    if (!set)
        return tl::unexpected(set.error());
    context.writer.changed(context.space(), SyncedTable::Products, product.toString());
    return {};
}

template<class T>
Ruled<T> allowed(T value)
{
    return tl::expected<T, QList<Violation>>(std::move(value));
}

} // namespace

QJsonArray imagesForPeople(const QString& column)
{
    QJsonArray array;
    const QList<Attached> images = attachedFrom(column);
    for (const Attached& image : images)
        array.append(forPeople(image, array.size()));
    return array;
}

Ruled<QJsonObject> attachImage(const WriteContext& context, const ProductId& product, const ImageId& id,
                               const QString& hash, std::optional<qint64> position)
{
    const auto found = lockImages(context, product);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return refuse<QJsonObject>(u"id"_s, Rule::NotFound);
    QList<Attached> images = **found;
    if (const qsizetype there = indexOf(images, id.toString()); there >= 0) {
        return images[there].hash == hash ? allowed(forPeople(images[there], there))
                                          : refuse<QJsonObject>(u"imageId"_s, Rule::Duplicate, {id.toString()});
    }
    if (images.size() >= maxProductImages)
        return refuse<QJsonObject>(u"images"_s, Rule::TooMany, {QString::number(maxProductImages)});
    const auto picture = usePicture(context.db, hash);
    if (!picture)
        return tl::unexpected(picture.error());
    if (!*picture)
        return refuse<QJsonObject>(pictureField.toString(), Rule::NotFound);
    const Attached image{id.toString(), hash, (*picture)->size.width(), (*picture)->size.height()};
    const qsizetype at = std::clamp<qint64>(position.value_or(images.size()), 0, images.size());
    images.insert(at, image);
    if (const auto stored = store(context, product, images); !stored)
        return tl::unexpected(stored.error());
    return allowed(forPeople(image, at));
}

Ruled<void> removeImage(const WriteContext& context, const ProductId& product, const ImageId& id)
{
    const auto found = lockImages(context, product);
    if (!found)
        return tl::unexpected(found.error());
    QList<Attached> images = found->value_or(QList<Attached>());
    const qsizetype at = indexOf(images, id.toString());
    if (at < 0)
        return refuse<void>(u"id"_s, Rule::NotFound);
    const Attached gone = images.takeAt(at);
    if (const auto stored = store(context, product, images); !stored)
        return tl::unexpected(stored.error());
    if (const auto released = releasePicture(context.db, gone.hash, context.now); !released)
        return tl::unexpected(released.error());
    return tl::expected<void, QList<Violation>>();
}

Ruled<void> arrangeImages(const WriteContext& context, const ProductId& product, const QStringList& ids)
{
    const auto found = lockImages(context, product);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return refuse<void>(u"id"_s, Rule::NotFound);
    QList<Attached> left = **found;
    QList<Attached> arranged;
    for (const QString& id : ids) {
        if (const qsizetype at = indexOf(left, id); at >= 0)
            arranged.append(left.takeAt(at));
    }
    arranged += left;
    if (columnFrom(arranged) != columnFrom(**found)) {
        if (const auto stored = store(context, product, arranged); !stored)
            return tl::unexpected(stored.error());
    }
    return tl::expected<void, QList<Violation>>();
}

Ruled<bool> orderImages(const WriteContext& context, const ProductId& product, const QStringList& ids)
{
    const auto found = lockImages(context, product);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return refuse<bool>(u"id"_s, Rule::NotFound);
    QList<Attached> left = **found;
    QList<Attached> ordered;
    for (const QString& id : ids) {
        const qsizetype at = indexOf(left, id);
        if (at < 0)
            return allowed(false);
        ordered.append(left.takeAt(at));
    }
    if (!left.isEmpty())
        return allowed(false);
    if (columnFrom(ordered) == columnFrom(**found))
        return allowed(true);
    if (const auto stored = store(context, product, ordered); !stored)
        return tl::unexpected(stored.error());
    return allowed(true);
}

} // namespace belanjain::marketplace
