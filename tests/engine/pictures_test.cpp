// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures on their way from the marketplace, or from the seller's disk, to a table's cell.
#include "engine/pictures/picture_files.h"
#include "engine/pictures/picture_service.h"
#include "pictures/picture_check.h"
#include "pictures/picture_thumbnails.h"
#include "support/sample_pictures.h"
#include "support/test_server.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using engine::PictureFiles;
using Kind = engine::PictureFiles::Kind;

namespace
{

QString hashFrom(const HttpReply& reply) { return reply.json().value(u"sha256"_s).toString(); }

QString madeUpHash(int n) { return QString::number(n).rightJustified(64, u'0'); }

} // namespace

class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureTakenHereIsFoundByTheHashOfItsBytes()
    {
        QTemporaryDir dir;
        FakeClock clock;
        PictureFiles files(dir.filePath(u"pictures"_s), clock);
        const QByteArray bytes = jpeg(40, 30);
        const QString hash = files.putWaiting(bytes).value();
        QCOMPARE(hash, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(files.waiting(hash), bytes);
        QCOMPARE(files.allWaiting(), QStringList{hash});
        files.adopt(hash, madeUpHash(7));
        files.removeWaiting(hash);
        QVERIFY(files.waiting(hash).isEmpty());
        QCOMPARE(files.cached(madeUpHash(7), Kind::Whole), bytes);
    }

    void bytesThatChangedOnDiskAreNotShown()
    {
        QTemporaryDir dir;
        FakeClock clock;
        PictureFiles files(dir.path(), clock);
        const QString hash = files.putWaiting(png(8, 8)).value();
        QFile file(dir.filePath(u"waiting/"_s + hash));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("half of a pic");
        file.close();
        QVERIFY(files.waiting(hash).isEmpty());
        QVERIFY(files.waiting(u"../../etc/passwd"_s).isEmpty());
    }

    void theLeastRecentlyUsedGoesWhenThereIsTooMuch()
    {
        QTemporaryDir dir;
        FakeClock clock;
        PictureFiles files(dir.path(), clock, 10'000);
        for (int i = 0; i < 9; ++i) {
            files.putCached(madeUpHash(i), Kind::Thumbnail, QByteArray(1'000, 'x'));
            clock.advance(60'000);
        }
        clock.advance(3'600'000);
        QCOMPARE(files.cached(madeUpHash(0), Kind::Thumbnail).size(), 1'000); // used again
        files.putCached(madeUpHash(9), Kind::Thumbnail, QByteArray(1'500, 'x'));
        QVERIFY(files.cachedBytes() <= 10'000);
        QVERIFY(!files.cached(madeUpHash(0), Kind::Thumbnail).isEmpty());
        QVERIFY(files.cached(madeUpHash(1), Kind::Thumbnail).isEmpty());
        QVERIFY(!files.cached(madeUpHash(9), Kind::Thumbnail).isEmpty());
        // Another start counts what is there.
        QCOMPARE(PictureFiles(dir.path(), clock, 10'000).cachedBytes(), files.cachedBytes());
    }

    void aThumbnailIsFetchedOnceAndShownOfflineAfterwards()
    {
        TestServer server;
        QVERIFY(server.start());
        const auto seller = server.seller(u"rina@toko.id"_s);
        const QString hash = hashFrom(seller.client.send("POST", "/v1/images", jpeg(640, 480),
                                                         {{"Content-Type", "image/jpeg"}}));
        QVERIFY(engine::isPictureHash(hash));
        QTemporaryDir dir;
        const QUrl address(u"http://127.0.0.1:%1"_s.arg(server.port()));
        {
            engine::PictureService service(dir.path(), address, server.clock());
            ui::PictureThumbnails thumbnails(service);
            QSignalSpy arrived(&thumbnails, &ui::ThumbnailSource::arrived);
            // Offline there is nothing yet, and nothing is asked for over and over.
            QVERIFY(thumbnails.thumbnail(hash, 28, 2).isNull());
            QSignalSpy answered(&service, &ports::Pictures::thumbnailRead);
            QVERIFY(answered.wait());
            QVERIFY(thumbnails.thumbnail(hash, 28, 2).isNull());
            service.setOnline(true);
            QTRY_VERIFY(!thumbnails.thumbnail(hash, 28, 2).isNull());
            const QPixmap tile = thumbnails.thumbnail(hash, 28, 2);
            QCOMPARE(tile.size(), QSize(56, 56));
            QCOMPARE(tile.deviceIndependentSize().toSize(), QSize(28, 28));
            QVERIFY(qRed(tile.toImage().pixel(4, 4)) > 180);
            QTRY_COMPARE(thumbnails.whole(hash, 300, 1).size(), QSize(300, 225));
        }
        server.stop();
        engine::PictureService service(dir.path(), address, server.clock());
        ui::PictureThumbnails thumbnails(service);
        QTRY_VERIFY(!thumbnails.thumbnail(hash, 28, 1).isNull());
    }

    void aPictureKeptHereIsShownAtOnce()
    {
        QTemporaryDir dir;
        FakeClock clock;
        engine::PictureService service(dir.path(), QUrl(u"http://127.0.0.1:9"_s), clock);
        QSignalSpy kept(&service, &ports::Pictures::kept);
        service.keep(5, png(300, 100));
        QVERIFY(kept.wait());
        QCOMPARE(kept.constFirst().at(0).toULongLong(), 5u);
        const QString hash = kept.constFirst().at(1).toString();
        ui::PictureThumbnails thumbnails(service);
        QTRY_VERIFY(!thumbnails.thumbnail(hash, 96, 1).isNull());
        QTRY_COMPARE(thumbnails.whole(hash, 300, 1).size(), QSize(300, 100));
    }

    void picturesAreCheckedByWhatTheyHold()
    {
        using ui::PictureProblem;
        QVERIFY(ui::checkPicture(jpeg(30, 20)).has_value());
        QCOMPARE(ui::checkPicture(png(30, 20))->size, QSize(30, 20));
        QCOMPARE(ui::checkPicture("GIF89a and more").error(), PictureProblem::NotAPicture);
        QCOMPARE(ui::checkPicture({}).error(), PictureProblem::NotAPicture);
        QByteArray vast = jpeg(30, 20);
        const qsizetype frame = vast.indexOf("\xFF\xC0");
        QVERIFY(frame > 0);
        vast.replace(frame + 5, 4, "\x27\x10\x27\x10"); // says that it is 10,000 × 10,000
        QCOMPARE(ui::checkPicture(vast).error(), PictureProblem::TooManyPixels);
        QVERIFY(ui::decodePicture(vast, 200).isNull());
        QCOMPARE(ui::checkPicture(pngHeader(40'000, 40'000)).error(), PictureProblem::Undecodable);
        QCOMPARE(ui::checkPicture(png(64, 64).first(120)).error(), PictureProblem::Undecodable);
        QCOMPARE(ui::checkPicture(jpeg(8, 8) + QByteArray(ui::maxPictureBytes, ' ')).error(), PictureProblem::TooLarge);
        QCOMPARE(ui::checkPictureFile(u"/nowhere/at/all.png"_s).error(), PictureProblem::Unreadable);
        QCOMPARE(ui::decodePicture(jpeg(400, 200), 100).size(), QSize(100, 50));
        QCOMPARE(ui::encodePicture(quarters(20, 10))->size, QSize(20, 10));
    }
};

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"
