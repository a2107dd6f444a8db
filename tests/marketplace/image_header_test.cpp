// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/image_header.h"
#include "marketplace/images/recoded_image.h"
#include "support/fake_time.h"
#include "support/sample_pictures.h"

#include <QtTest>

using namespace belanjain::marketplace;
using namespace belanjain::testing;

class ImageHeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTypeAndSize()
    {
        QCOMPARE(readImageHeader(jpeg(31, 17)).value(), (ImageHeader{ImageType::Jpeg, QSize(31, 17)}));
        QCOMPARE(readImageHeader(png(1, 1)).value(), (ImageHeader{ImageType::Png, QSize(1, 1)}));
        QCOMPARE(readImageHeader(withExif(jpeg(31, 17), 6)).value().size, QSize(31, 17));
        QCOMPARE(readImageHeader(cmykJpeg()).value().size, QSize(16, 8));
        QCOMPARE(readImageHeader(jpeg(9, 9) + "PK\x03\x04 what follows").value().size, QSize(9, 9));
    }

    void refusesWhatIsNone()
    {
        for (const QByteArray& bytes : {QByteArray(), QByteArray("GIF89a"), QByteArray("<svg/>"), QByteArray("\xFF\xD8", 2),
                                        QByteArray("\x89PNG\r\n\x1A", 7), QByteArray("RIFF0000WEBP")})
            QCOMPARE(readImageHeader(bytes).error(), ImageRefusal::NotAnImage);
    }

    void refusesTooManyPixels()
    {
        QCOMPARE(readImageHeader(pngHeader(50'000, 50'000)).error(), ImageRefusal::TooManyPixels);
        QCOMPARE(readImageHeader(pngHeader(6'000, 5'001)).error(), ImageRefusal::TooManyPixels);
        QVERIFY(readImageHeader(pngHeader(6'000, 5'000)));
        QCOMPARE(readImageHeader(pngHeader(0x7FFFFFFF, 0x7FFFFFFF)).error(), ImageRefusal::TooManyPixels);
        QCOMPARE(readImageHeader(pngHeader(0xFFFFFFFF, 1)).error(), ImageRefusal::Malformed);
        QCOMPARE(readImageHeader(pngHeader(0, 5)).error(), ImageRefusal::Malformed);
    }

    void refusesWhatIsCutOffAnywhere()
    {
        for (const QByteArray& whole : {jpeg(20, 10), png(20, 10), cmykJpeg(), withExif(jpeg(8, 8), 3)}) {
            for (qsizetype length = 8; length < whole.size(); ++length) {
                // A piece of its own, so that a sanitizer sees a read beyond it.
                const QByteArray piece(whole.constData(), length);
                QCOMPARE(readImageHeader(piece).error(), ImageRefusal::Malformed);
            }
        }
    }

    void livesThroughAnyBytes()
    {
        SeededRandom random(7);
        const QList<QByteArray> seeds{jpeg(20, 10), png(20, 10), cmykJpeg()};
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = seeds[round % seeds.size()];
            for (int i = 0; i < 4; ++i)
                bytes[qsizetype(2 + random.next() % quint64(bytes.size() - 2))] = char(random.next());
            const auto header = readImageHeader(bytes);
            if (header)
                QVERIFY(qint64(header->size.width()) * header->size.height() <= maxPixels && !header->size.isEmpty());
            else
                ++refused;
        }
        QVERIFY(refused > 1'000);
    }

    void believesOnlyAWholeAnswerOfAWorker()
    {
        const RecodedImage image{ImageType::Jpeg, QSize(300, 150), jpeg(300, 150), jpeg(200, 100)};
        const QByteArray wire = toWire(image);
        QCOMPARE(fromWire(wire), image);
        for (qsizetype length : {qsizetype(0), qsizetype(10), wire.indexOf('\n'), wire.size() - 1})
            QVERIFY(!fromWire(wire.first(length)));
        QVERIFY(!fromWire(wire + 'x'));
        QVERIFY(!fromWire(toWire({ImageType::Png, {}, image.bytes, image.thumbnail})));
        QVERIFY(!fromWire(toWire({ImageType::Jpeg, {}, "<script>", image.thumbnail})));
        QVERIFY(!fromWire(toWire({ImageType::Jpeg, {}, image.bytes, jpeg(201, 10)})));
        QVERIFY(!fromWire(toWire({ImageType::Jpeg, {}, jpeg(2049, 1), image.thumbnail})));
        QVERIFY(!fromWire("belanjain-image-1 jpeg -1 5\nabcd"));
        QVERIFY(!fromWire("belanjain-image-1 jpeg 99999999999999999999 5\nabcd"));
    }
};

QTEST_APPLESS_MAIN(ImageHeaderTest)
#include "image_header_test.moc"
