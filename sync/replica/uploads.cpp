// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/uploads.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

QString selectSql(QStringView condition)
{
    return u"SELECT image, product, hash, width, height, position, state FROM uploads %1"_s.arg(condition);
}

Upload readUpload(const storage::Row& row)
{
    return {.image = row.id<ImageId>(0).value_or(ImageId()),
            .product = ProductId(QUuid::fromRfc4122(row.bytes(1))),
            .hash = row.text(2),
            .width = row.integer32(3),
            .height = row.integer32(4),
            .position = row.integer32(5),
            .state = Upload::State(row.integer32(6))};
}

QByteArray key(const ProductId& product) { return product.uuid().toRfc4122(); }

} // namespace

void Uploads::put(const Upload& upload, Instant now)
{
    m_work.run(u"INSERT OR REPLACE INTO uploads (image, product, hash, width, height, position, state, created_at) "
               "VALUES (?,?,?,?,?,?,?,?)"_s,
               {upload.image.toString(), key(upload.product), upload.hash, upload.width, upload.height,
                upload.position, int(upload.state), now.ms});
}

void Uploads::remove(const ImageId& image)
{
    m_work.run(u"DELETE FROM uploads WHERE image = ?"_s, {image.toString()});
}

void Uploads::removeProduct(const ProductId& product)
{
    m_work.run(u"DELETE FROM uploads WHERE product = ?"_s, {key(product)});
}

void Uploads::setState(const ImageId& image, Upload::State state)
{
    m_work.run(u"UPDATE uploads SET state = ? WHERE image = ?"_s, {int(state), image.toString()});
}

void Uploads::setPosition(const ImageId& image, int position)
{
    m_work.run(u"UPDATE uploads SET position = ? WHERE image = ?"_s, {position, image.toString()});
}

std::optional<Upload> Uploads::find(const ImageId& image)
{
    return m_work.one(selectSql(u"WHERE image = ?"), {image.toString()}, readUpload);
}

QList<Upload> Uploads::ofProduct(const ProductId& product, Upload::State state)
{
    return m_work.all(selectSql(u"WHERE product = ? AND state = ? ORDER BY position, created_at, image"),
                      {key(product), int(state)}, readUpload);
}

bool Uploads::waits(const ProductId& product)
{
    return m_work.has(u"SELECT 1 FROM uploads WHERE product = ? AND state = 0 LIMIT 1"_s, {key(product)});
}

std::optional<Upload> Uploads::next()
{
    return m_work.one(
        u"SELECT u.image, u.product, u.hash, u.width, u.height, u.position, u.state FROM uploads u "
        "JOIN products p ON p.id = u.product WHERE u.state = 0 AND p.version > 0 "
        "ORDER BY u.created_at, u.position, u.image LIMIT 1"_s,
        {}, readUpload);
}

int Uploads::count()
{
    return int(m_work.integer(u"SELECT count(*) FROM uploads u JOIN products p ON p.id = u.product "
                              "WHERE u.state = 0 AND p.version >= 0"_s));
}

QList<ProductId> Uploads::products()
{
    return m_work.all(u"SELECT DISTINCT product FROM uploads ORDER BY product"_s, {}, [](const storage::Row& r) {
        return ProductId(QUuid::fromRfc4122(r.bytes(0)));
    });
}

QStringList Uploads::hashes()
{
    return m_work.all(u"SELECT DISTINCT hash FROM uploads"_s, {}, [](const storage::Row& r) { return r.text(0); });
}

bool Uploads::settle(const protocol::Op& op, const protocol::OpResult& result)
{
    const auto image = op.name == QStringView(protocol::op::imageAttach)
                           ? ImageId::parse(op.args.value(u"imageId").toString())
                           : std::nullopt;
    if (!image || !find(*image))
        return false;
    const bool lost = result.status == protocol::OpStatus::Rejected && result.code == u"image_missing";
    if (lost)
        setState(*image, Upload::State::Waiting);
    else
        remove(*image);
    return lost;
}

QJsonArray Uploads::shown(QJsonArray images, const QList<Upload>& waiting)
{
    for (const Upload& one : waiting) {
        const QJsonObject image{{u"id"_s, one.image.toString()}, {u"sha256"_s, one.hash},
                                {u"width"_s, one.width},         {u"height"_s, one.height},
                                {waitingImageKey.toString(), true}};
        images.insert(std::clamp<qsizetype>(one.position, 0, images.size()), image);
    }
    return images;
}

} // namespace belanjain::replica
