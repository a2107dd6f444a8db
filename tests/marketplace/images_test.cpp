// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/image_store.h"
#include "marketplace/images/pictures.h"
#include "marketplace/samples/demo_market.h"
#include "support/sample_pictures.h"
#include "support/test_server.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonDocument>
#include <QtTest>

#include <thread>
#include <vector>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 fiveMegabytes = 5 * 1024 * 1024;

QByteArray path(const QJsonObject& product, const QByteArray& rest = "/images")
{
    return "/v1/products/" + product[u"id"_s].toString().toLatin1() + rest;
}
QByteArray imagePath(const QJsonObject& product, const QJsonObject& image)
{
    return path(product, "/images/" + image[u"id"_s].toString().toLatin1());
}
QByteArray urlOf(const QJsonObject& image) { return image[u"url"_s].toString().toLatin1(); }
QByteArray thumbnailOf(const QJsonObject& image) { return image[u"thumbnailUrl"_s].toString().toLatin1(); }

/// Whether the pixel looks like the colour, after a lossy encoding.
bool looksLike(const QImage& image, int x, int y, QRgb colour)
{
    const QRgb is = image.pixel(x, y);
    const auto close = [](int a, int b) { return qAbs(a - b) < 40; };
    return close(qRed(is), qRed(colour)) && close(qGreen(is), qGreen(colour)) && close(qBlue(is), qBlue(colour));
}

constexpr QRgb red = 0xFFFF0000;
constexpr QRgb green = 0xFF00FF00;
constexpr QRgb blue = 0xFF0000FF;

struct Counter
{
    TestServer server;
    TestServer::Person seller;
    QJsonObject product;

    explicit Counter(const TestServer::Adjust& adjust = {}) : server(adjust), seller(server.seller(u"rina@toko.id"_s))
    {
        product = add(u"Mug"_s);
    }
    QJsonObject add(const QString& name) const
    {
        return seller.client.post("/v1/products", {{u"name"_s, name}, {u"price"_s, 25'000}, {u"stock"_s, 3}}).json();
    }
    HttpReply upload(const QByteArray& bytes, const HeaderLines& headers = {}) const
    {
        return seller.client.send("POST", path(product), bytes, headers);
    }
    QJsonObject seen() const { return seller.client.get(path(product, {})).json(); }
    QJsonArray images() const { return seen()[u"images"_s].toArray(); }
    HttpReply order(const QJsonArray& ids, const HeaderLines& more = {}) const
    {
        return seller.client.send("PUT", path(product, "/images/order"), QJsonDocument(ids).toJson(),
                                  HeaderLines{{"Content-Type", "application/json"}} + more);
    }
    /// Beside the database, wherever that is.
    QString folder() const { return server.dataFolder() + u"/images"_s; }
    QStringList files() const
    {
        QStringList names;
        for (QDirIterator it(folder(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            names << it.next().mid(folder().size() + 1);
        names.sort();
        return names;
    }
};

} // namespace

class ImagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPhotoIsMadeAnewAndServed()
    {
        Counter counter;
        const QJsonObject before = counter.seen();
        const HttpReply made = counter.upload(withExif(jpeg(640, 320), 1), {{"Content-Type", "text/plain"}});
        QCOMPARE(made.status, 201);
        const QJsonObject image = made.json();
        QCOMPARE(image.keys(), (QStringList{u"height"_s, u"id"_s, u"position"_s, u"thumbnailUrl"_s, u"url"_s, u"width"_s}));
        QCOMPARE(image[u"width"_s].toInt(), 640);
        QCOMPARE(image[u"height"_s].toInt(), 320);
        QCOMPARE(image[u"position"_s].toInt(), 0);
        QVERIFY(counter.seen()[u"version"_s].toInt() > before[u"version"_s].toInt());
        QCOMPARE(counter.images(), QJsonArray{image});

        const HttpReply full = counter.server.client().get(urlOf(image));
        QCOMPARE(full.status, 200);
        QCOMPARE(full.header("Content-Type"), "image/jpeg");
        QCOMPARE(full.header("Cache-Control"), "public, max-age=31536000, immutable");
        QCOMPARE(full.header("X-Content-Type-Options"), "nosniff");
        QVERIFY(full.header("Vary").isEmpty());
        const QByteArray hash = QCryptographicHash::hash(full.body, QCryptographicHash::Sha256).toHex();
        QCOMPARE(urlOf(image), "/v1/images/" + hash);
        QVERIFY(!full.body.contains("Exif") && !full.body.contains("Rahasia"));
        const QImage pixels = QImage::fromData(full.body);
        QVERIFY(looksLike(pixels, 10, 10, red) && looksLike(pixels, 600, 10, green) && looksLike(pixels, 10, 300, blue));

        const HttpReply small = counter.server.client().get(thumbnailOf(image));
        QCOMPARE(small.status, 200);
        QCOMPARE(QImage::fromData(small.body).size(), QSize(200, 100));
        QVERIFY(small.header("ETag") != full.header("ETag"));
    }

    void answersWhatIsKnownWithoutABody()
    {
        Counter counter;
        const QJsonObject image = counter.upload(jpeg(300, 300)).json();
        const HttpReply full = counter.server.client().get(urlOf(image));
        const HttpReply same = counter.server.client().get(urlOf(image), {{"If-None-Match", full.header("ETag")}});
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(same.header("Cache-Control"), full.header("Cache-Control"));
        const HttpReply head = counter.server.client().send("HEAD", urlOf(image));
        QCOMPARE(head.status, 200);
        QVERIFY(head.body.isEmpty());
        QCOMPARE(head.header("Content-Length").toLongLong(), full.body.size());
        QCOMPARE(counter.server.client().send("POST", urlOf(image)).status, 405);
    }

    void whatIsNotThereIsNotFound_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const QByteArray zeros(64, '0');
        QTest::newRow("unknown") << "/v1/images/" + zeros << 404;
        QTest::newRow("unknown thumbnail") << "/v1/images/" + zeros + "?size=200" << 404;
        QTest::newRow("short") << QByteArray("/v1/images/abc") << 404;
        QTest::newRow("up") << QByteArray("/v1/images/..%2f..%2fmarket.db") << 400;
        QTest::newRow("dots") << QByteArray("/v1/images/..") << 404;
        QTest::newRow("null") << "/v1/images/%00" + zeros << 400;
        QTest::newRow("other size") << "/v1/images/" + zeros + "?size=201" << 400;
        QTest::newRow("no size") << "/v1/images/" + zeros + "?size=" << 400;
        QTest::newRow("two sizes") << "/v1/images/" + zeros + "?size=200&size=200" << 400;
    }
    void whatIsNotThereIsNotFound()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        const TestServer server;
        QCOMPARE(server.client().get(target).status, status);
    }

    void refusesWhatIsNoPicture_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray good = jpeg(64, 64);
        const QByteArray goodPng = png(64, 64);
        QByteArray badPixels = goodPng;
        for (qsizetype i = badPixels.indexOf("IDAT") + 4; i < badPixels.size() - 16; ++i)
            badPixels[i] = '\x55';
        const QString undecodable = u"undecodable_image"_s;
        QTest::newRow("nothing") << QByteArray() << 415 << u"unsupported_image"_s;
        QTest::newRow("text") << QByteArray("halo") << 415 << u"unsupported_image"_s;
        QTest::newRow("gif") << QByteArray("GIF89a\1\0\1\0") << 415 << u"unsupported_image"_s;
        QTest::newRow("page") << QByteArray("<html>") + good << 415 << u"unsupported_image"_s;
        QTest::newRow("jpeg cut off") << good.first(good.size() / 2) << 422 << undecodable;
        QTest::newRow("png cut off") << goodPng.first(goodPng.size() / 2) << 422 << undecodable;
        QTest::newRow("magic only") << QByteArray("\xFF\xD8\xFF") << 422 << undecodable;
        QTest::newRow("png that is a jpeg") << goodPng.first(8) + good << 422 << undecodable;
        QTest::newRow("bad pixels") << badPixels << 422 << undecodable;
        QTest::newRow("too many pixels") << pngHeader(50'000, 50'000) << 422 << u"too_many_pixels"_s;
        QTest::newRow("few bytes, many pixels") << pngHeader(6'000, 5'000) << 422 << undecodable;
        QTest::newRow("very long") << pngHeader(30'000'000, 1) << 422 << undecodable;
    }
    void refusesWhatIsNoPicture()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, code);
        const Counter counter;
        const HttpReply reply = counter.upload(body, {{"Content-Type", "image/jpeg"}});
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.code(), code);
        QVERIFY(counter.images().isEmpty());
        QVERIFY(counter.files().isEmpty());
    }

    void fiveMegabytesAreEnough()
    {
        const Counter counter;
        const QByteArray small = jpeg(64, 64);
        QCOMPARE(counter.upload(small + QByteArray(fiveMegabytes - small.size(), 'x')).status, 201);
        const HttpReply more = counter.upload(small + QByteArray(fiveMegabytes + 1 - small.size(), 'x'));
        QCOMPARE(more.status, 413);
        QCOMPARE(more.code(), u"too_large"_s);
        QCOMPARE(counter.images().size(), 1);
    }

    void takesUnusualPictures()
    {
        const Counter counter;
        const auto stored = [&](const QByteArray& body) {
            const HttpReply made = counter.seller.client.send("POST", "/v1/images", body);
            return made.status == 201 ? QImage::fromData(counter.server.client().get(urlOf(made.json())).body) : QImage();
        };
        QCOMPARE(stored(png(1, 1)).size(), QSize(1, 1));
        QCOMPARE(stored(jpeg(3000, 1)).size(), QSize(2048, 1));
        QVERIFY(looksLike(stored(cmykJpeg()), 8, 4, red));
        QVERIFY(looksLike(stored(encoded(quarters(40, 40, QImage::Format_RGBA64), "png")), 2, 2, red));
        QVERIFY(!stored(encoded(quarters(40, 40, QImage::Format_Grayscale8), "jpeg")).isNull());
        // The animation's chunk lies between the header and the pixels; the first picture is what is kept.
        const QByteArray still = png(20, 20);
        const QByteArray control("\0\0\0\x08" "acTL\0\0\0\2\0\0\0\0\xf3\x8d\x93\x70", 20);
        QCOMPARE(stored(still.first(33) + control + still.sliced(33)).size(), QSize(20, 20));
    }

    void aBombIsScaledDown()
    {
        const Counter counter;
        QImage black(5'400, 5'400, QImage::Format_Grayscale8);
        black.fill(0);
        const QByteArray bomb = encoded(black, "png");
        QVERIFY(bomb.size() < 200'000);
        const HttpReply made = counter.upload(bomb);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json()[u"width"_s].toInt(), 2048);
    }

    void turnsAPhotoUpright()
    {
        const Counter counter;
        const QJsonObject image = counter.upload(withExif(jpeg(400, 200), 6)).json();
        QCOMPARE(image[u"width"_s].toInt(), 200);
        QCOMPARE(image[u"height"_s].toInt(), 400);
        const QImage upright = QImage::fromData(counter.server.client().get(urlOf(image)).body);
        QVERIFY(looksLike(upright, 190, 10, red));  // was at the top left
        QVERIFY(looksLike(upright, 190, 390, green));
    }

    void keepsWhatIsSeenThrough()
    {
        const Counter counter;
        QImage glass = quarters(300, 300, QImage::Format_ARGB32);
        glass.setPixel(5, 5, 0x00000000);
        glass.setText(u"Comment"_s, u"Jalan Rahasia 7"_s);
        const QJsonObject image = counter.upload(encoded(glass, "png")).json();
        const HttpReply full = counter.server.client().get(urlOf(image));
        QCOMPARE(full.header("Content-Type"), "image/png");
        QVERIFY(!full.body.contains("Rahasia"));
        QCOMPARE(qAlpha(QImage::fromData(full.body).pixel(5, 5)), 0);
        QCOMPARE(counter.server.client().get(thumbnailOf(image)).header("Content-Type"), "image/png");
    }

    void onlyItsSellerMay()
    {
        Counter counter;
        const auto other = counter.server.seller(u"lain@toko.id"_s);
        const auto customer = counter.server.customer(u"siti@rumah.id"_s);
        const QJsonObject image = counter.upload(jpeg(20, 20)).json();
        const QByteArray picture = jpeg(30, 30);
        QCOMPARE(counter.server.client().send("POST", path(counter.product), picture).status, 401);
        QCOMPARE(customer.client.send("POST", path(counter.product), picture).status, 403);
        QCOMPARE(customer.client.send("POST", "/v1/images", picture).status, 403);
        QCOMPARE(other.client.send("POST", path(counter.product), picture).status, 403);
        QCOMPARE(other.client.remove(imagePath(counter.product, image)).status, 403);
        QCOMPARE(other.client.send("PUT", path(counter.product, "/images/order"), "[]",
                                   {{"Content-Type", "application/json"}}).status, 403);
        QCOMPARE(counter.seller.client.send("POST", "/v1/products/0192f000-0000-7000-8000-000000000000/images", picture).status, 404);
        QCOMPARE(counter.images(), QJsonArray{image});
        QCOMPARE(counter.files().size(), 2);
    }

    void fiveImagesAProduct()
    {
        const Counter counter;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(counter.upload(jpeg(20 + i, 20)).json()[u"position"_s].toInt(), i);
        const HttpReply sixth = counter.upload(jpeg(40, 20));
        QCOMPARE(sixth.status, 422);
        QCOMPARE(sixth.code(), u"too_many"_s);
        QCOMPARE(counter.images().size(), 5);
    }

    void ordersAndRemoves()
    {
        const Counter counter;
        QJsonArray ids;
        for (int i = 0; i < 3; ++i)
            ids.append(counter.upload(jpeg(20 + i, 20)).json()[u"id"_s]);
        const QJsonArray reversed{ids[2], ids[1], ids[0]};
        const HttpReply ordered = counter.order(reversed);
        QCOMPARE(ordered.status, 200);
        QJsonArray now = counter.images();
        QCOMPARE(ordered.json()[u"images"_s].toArray(), now);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(now[i][u"id"], reversed[i]);
            QCOMPARE(now[i][u"position"].toInt(), i);
        }
        QCOMPARE(counter.order({ids[0], ids[1]}).code(), u"not_its_images"_s);
        QCOMPARE(counter.order({ids[0], ids[1], ids[1]}).status, 422);
        QCOMPARE(counter.order({ids[0], ids[1], ids[2], ids[2]}).status, 422);
        QCOMPARE(counter.order({ids[0], 7, ids[2]}).status, 400);
        QCOMPARE(counter.order(ids, {{"If-Match", "\"v1\""}}).status, 412);
        QCOMPARE(counter.images(), now);
        QCOMPARE(counter.order(ids, {{"If-Match", ordered.header("ETag")}}).status, 200);

        QCOMPARE(counter.seller.client.remove(imagePath(counter.product, counter.images()[0].toObject())).status, 204);
        now = counter.images();
        QCOMPARE(now.size(), 2);
        QCOMPARE(now[0][u"id"], ids[1]);
        QCOMPARE(now[0][u"position"].toInt(), 0);
        QCOMPARE(now[1][u"position"].toInt(), 1);
        QCOMPARE(counter.seller.client.remove(path(counter.product, "/images/" + ids[0].toString().toLatin1())).status, 404);
        QCOMPARE(counter.seller.client.remove(path(counter.product, "/images/x")).status, 404);
    }

    void anArchivedProductKeepsItsImages()
    {
        const Counter counter;
        const QJsonObject image = counter.upload(jpeg(20, 20)).json();
        QCOMPARE(counter.seller.client.remove(path(counter.product, {})).status, 204);
        QCOMPARE(counter.server.client().get(urlOf(image)).status, 200);
        QCOMPARE(counter.upload(jpeg(21, 20)).status, 201);
        QCOMPARE(counter.seller.client.post(path(counter.product, "/restore"), {}).json()[u"images"_s].toArray().size(), 2);
    }

    void aRepeatedUploadIsOneImage()
    {
        const Counter counter;
        const HeaderLines key{{"Idempotency-Key", "foto-1"}};
        const HttpReply first = counter.upload(jpeg(50, 50), key);
        const HttpReply again = counter.upload(jpeg(50, 50), key);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.json(), first.json());
        QCOMPARE(again.header("Idempotency-Replayed"), "true");
        const HttpReply mismatch = counter.upload(jpeg(51, 50), key);
        QCOMPARE(mismatch.status, 422);
        QCOMPARE(mismatch.code(), u"idempotency_mismatch"_s);
        QCOMPARE(counter.images(), QJsonArray{first.json()});
    }

    void manyUploadsAtOnce()
    {
        const Counter counter;
        std::vector<QJsonObject> products;
        for (int i = 0; i < 4; ++i)
            products.push_back(counter.add(u"Gelas %1"_s.arg(i)));
        std::vector<std::thread> threads;
        std::array<int, 8> statuses{};
        for (size_t i = 0; i < statuses.size(); ++i) {
            threads.emplace_back([&, i] {
                statuses[i] = counter.seller.client.send("POST", path(products[i / 2]), jpeg(300, 200)).status;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        for (const int status : statuses)
            QCOMPARE(status, 201);
        for (const QJsonObject& product : products)
            QCOMPARE(counter.seller.client.get(path(product, {})).json()[u"images"_s].toArray().size(), 2);
        QCOMPARE(counter.files().size(), 2); // one picture, with its thumbnail
    }

    void aRestartForgetsNothing()
    {
        Counter counter;
        const QJsonObject image = counter.upload(jpeg(60, 60)).json();
        const QByteArray bytes = counter.server.client().get(urlOf(image)).body;
        counter.server.stop();
        QVERIFY(counter.server.start());
        QCOMPARE(counter.server.client().get(urlOf(image)).body, bytes);
        QCOMPARE(counter.server.client().get(path(counter.product, {})).json()[u"images"_s].toArray(), QJsonArray{image});
    }

#ifdef Q_OS_UNIX
    void aWorkerThatMisbehavesHarmsNobody_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("hangs") << u"/bin/sleep"_s << QStringList{u"60"_s} << 422;
        QTest::newRow("crashes") << u"/bin/sh"_s << QStringList{u"-c"_s, u"kill -SEGV $$"_s} << 422;
        QTest::newRow("gives up") << u"/bin/false"_s << QStringList{u"x"_s} << 422;
        QTest::newRow("lies") << u"/bin/cat"_s << QStringList{u"-"_s} << 422;
        QTest::newRow("says nothing") << u"/bin/true"_s << QStringList{u"x"_s} << 422;
        QTest::newRow("says too much") << u"/usr/bin/yes"_s << QStringList{u"x"_s} << 422;
        QTest::newRow("cannot work") << u"/bin/sh"_s << QStringList{u"-c"_s, u"exit 3"_s} << 503;
        QTest::newRow("is not there") << u"/nowhere/worker"_s << QStringList{u"x"_s} << 503;
    }
    void aWorkerThatMisbehavesHarmsNobody()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const Counter counter([&](marketplace::ServerConfig& config) {
            config.imageWorker = {.program = program, .arguments = arguments, .timeoutMs = 700};
        });
        const HttpReply reply = counter.upload(jpeg(300, 300));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("Retry-After").isEmpty(), status != 503);
        QVERIFY(counter.images().isEmpty());
        QCOMPARE(counter.server.client().get("/healthz").status, 200);
    }

    void aWorkerHasLimits()
    {
        // Its sixteen bits a channel need 192 MB.
        QImage deep(6'000, 4'000, QImage::Format_RGBX64);
        deep.fill(red);
        const QByteArray bytes = encoded(deep, "png");
        const Counter enough;
        QCOMPARE(enough.upload(bytes).status, 201);
        const Counter tight([](marketplace::ServerConfig& config) { config.imageWorker.memoryMiB = 250; });
        QCOMPARE(tight.upload(jpeg(300, 300)).status, 201);
        QCOMPARE(tight.upload(bytes).status, 422);
    }
#endif

    void aDesktopAttachesWhatItUploaded()
    {
        const Counter counter;
        const auto newId = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
        const QJsonObject stored = counter.seller.client.send("POST", "/v1/images", jpeg(80, 40)).json();
        QCOMPARE(stored[u"width"_s].toInt(), 80);
        const QString hash = stored[u"sha256"_s].toString();
        const QString device = newId();
        const QString epoch = counter.seller.client.get("/v1/sync/pull?after=0&schema=1&deviceId=" + device.toLatin1())
                                  .json()[u"epoch"_s].toString();
        int seq = 0;
        const auto push = [&](const QJsonObject& args, const QString& entity) {
            const QJsonObject op{{u"opId"_s, newId()}, {u"seq"_s, ++seq}, {u"name"_s, u"image.attach"_s}, {u"entityId"_s, entity},
                                 {u"baseVersion"_s, QJsonValue()}, {u"args"_s, args}, {u"clientTime"_s, u"2026-11-21T04:00:00.000Z"_s}};
            return counter.seller.client
                .post("/v1/sync/push", {{u"schema"_s, 1}, {u"deviceId"_s, device}, {u"epoch"_s, epoch}, {u"ops"_s, QJsonArray{op}}})
                .json()[u"results"_s][0].toObject();
        };
        const QString product = counter.product[u"id"_s].toString();
        const QString id = newId();
        QCOMPARE(push({{u"imageId"_s, id}, {u"sha256"_s, hash}}, product)[u"status"_s].toString(), u"applied"_s);
        QCOMPARE(counter.images()[0][u"id"].toString(), id);
        QCOMPARE(counter.images()[0][u"url"], stored[u"url"_s]);
        // Once more, and first of all.
        QCOMPARE(push({{u"imageId"_s, id}, {u"sha256"_s, hash}}, product)[u"status"_s].toString(), u"applied"_s);
        const QString second = newId();
        push({{u"imageId"_s, second}, {u"sha256"_s, hash}, {u"position"_s, 0}}, product);
        QCOMPARE(counter.images().size(), 2);
        QCOMPARE(counter.images()[0][u"id"].toString(), second);

        const QJsonObject missing = push({{u"imageId"_s, newId()}, {u"sha256"_s, QString(64, u'0')}}, product);
        QCOMPARE(missing[u"status"_s].toString(), u"rejected"_s);
        QCOMPARE(missing[u"code"_s].toString(), u"image_missing"_s);
        QCOMPARE(push({{u"imageId"_s, id}, {u"sha256"_s, QString(64, u'0')}}, product)[u"code"_s].toString(), u"duplicate"_s);
        QCOMPARE(push({{u"imageId"_s, newId()}}, product)[u"code"_s].toString(), u"invalid_args"_s);
        QCOMPARE(push({{u"imageId"_s, newId()}, {u"sha256"_s, hash}}, newId())[u"code"_s].toString(), u"not_found"_s);
        // The rows of a pull carry the hash, which is what a replica keeps pictures by.
        const QJsonArray rows = counter.seller.client.get("/v1/sync/pull?after=0&schema=1&deviceId=" + device.toLatin1())
                                    .json()[u"rows"_s].toArray();
        QString pulled;
        for (const QJsonValue& row : rows) {
            if (row[u"table"].toString() == u"products")
                pulled = row[u"data"][u"images"][0][u"sha256"].toString();
        }
        QCOMPARE(pulled, hash);
    }

    void theSampleStoresHavePhotos()
    {
        TestServer server;
        server.stop();
        const ports::SystemClock clock;
        ports::SystemRandom random;
        const auto loaded = marketplace::samples::loadDemoMarket(server.database(), clock, random, {}, server.dataFolder());
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error()));
        QVERIFY(server.start());
        const QJsonArray found = server.client().get("/v1/products?q=tanktop").json()[u"items"_s].toArray();
        QVERIFY(!found.isEmpty());
        const QJsonObject image = found[0][u"images"][0].toObject();
        QCOMPARE(image[u"width"_s].toInt(), 600);
        const HttpReply full = server.client().get(urlOf(image));
        QCOMPARE(QImage::fromData(full.body).size(), QSize(600, 600));
        QCOMPARE(QCryptographicHash::hash(full.body, QCryptographicHash::Sha256).toHex(), urlOf(image).mid(11));
        QCOMPARE(QImage::fromData(server.client().get(thumbnailOf(image)).body).size(), QSize(200, 200));
    }

    void sweepsWhatNobodyShows()
    {
        Counter counter;
        const QJsonObject shown = counter.upload(jpeg(70, 70)).json();
        const QJsonObject dropped = counter.upload(jpeg(71, 70)).json();
        QCOMPARE(counter.seller.client.remove(imagePath(counter.product, dropped)).status, 204);
        const QString prefix = QString::fromLatin1(urlOf(dropped).mid(11, 2));
        QFile leftover(counter.folder() + u'/' + prefix + u"/0123.jpg.AbCdEf"_s);
        QVERIFY(leftover.open(QIODevice::WriteOnly));
        QVERIFY(leftover.setFileTime(QDateTime::fromMSecsSinceEpoch(counter.server.clock().now().ms),
                                     QFileDevice::FileModificationTime));
        leftover.close();
        QCOMPARE(counter.files().size(), 5);

        const auto sweep = [&] {
            const auto db = counter.server.openDatabase();
            const Instant now = counter.server.clock().now();
            QVERIFY(marketplace::purgePictures(*db, now));
            marketplace::ImageStore(counter.folder()).sweep({now.ms - 24 * 3600 * 1000}, [&](const QString& start) {
                return std::optional(marketplace::picturesFrom(*db, start).value());
            });
        };
        sweep();
        QCOMPARE(counter.files().size(), 5); // all of it is young
        counter.server.clock().advance(qint64(2) * 24 * 3600 * 1000);
        sweep();
        QCOMPARE(counter.files().size(), 4); // the picture waits for a desktop
        counter.server.clock().advance(qint64(6) * 24 * 3600 * 1000);
        sweep();
        QCOMPARE(counter.files().size(), 2);
        counter.server.stop();
        QVERIFY(counter.server.start());
        QCOMPARE(counter.server.client().get(urlOf(shown)).status, 200);
        QCOMPARE(counter.server.client().get(urlOf(dropped)).status, 404);
    }

    void aSweepGivesBackWhatIsUploadedMeanwhile()
    {
        const QTemporaryDir dir;
        marketplace::ImageStore store(dir.path());
        const marketplace::RecodedImage image{marketplace::ImageType::Jpeg, QSize(8, 8), jpeg(8, 8), jpeg(4, 4)};
        const QString hash = store.put(image, {1'000}).value();
        int asked = 0;
        // Unknown when the sweep looks first, noted by an upload before it looks again.
        const qint64 removed = store.sweep({5'000}, [&](const QString&) {
            return std::optional(++asked == 1 ? QSet<QString>() : QSet<QString>{hash});
        });
        QCOMPARE(removed, 0);
        QCOMPARE(asked, 2);
        QVERIFY(marketplace::ImageStore(dir.path()).load(hash, marketplace::ImageSize::Full));
        QVERIFY(marketplace::ImageStore(dir.path()).load(hash, marketplace::ImageSize::Thumbnail));
        // A database that does not answer costs no picture.
        QCOMPARE(store.sweep({5'000}, [](const QString&) { return std::nullopt; }), 0);
        QVERIFY(store.load(hash, marketplace::ImageSize::Full));
    }
};

QTEST_GUILESS_MAIN(ImagesTest)
#include "images_test.moc"
