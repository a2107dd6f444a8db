// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/stored_data.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace Qt::StringLiterals;
using engine::StoredDataKeeper;
using ports::StoredData;

class StoredDataTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    void put(const QString& name, int bytes) const
    {
        const QString path = m_dir->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(bytes, 'x')), bytes);
    }
    bool has(const QString& name) const { return QFileInfo::exists(m_dir->filePath(name)); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        put(u"replica.db"_s, 4'000);
        put(u"replica.db-wal"_s, 1'000);
        put(u"replica.db.current"_s, 12);
        put(u"replica.db.edits"_s, 300);
        put(u"pictures/cache/ab/abcd"_s, 700);
        put(u"pictures/cache/cd/cdef-200"_s, 50);
        put(u"pictures/waiting/1234"_s, 90);
        put(u"damaged-20261121-143200/replica.db"_s, 2'000);
        put(u"damaged-20261121-143200/replica.db.edits"_s, 20);
        put(u"damaged-20261120-080000-2/replica.db"_s, 500);
        put(u"damaged-by-me/notes"_s, 5);
        put(u"shop.db.damaged-1763735520000"_s, 60);
        put(u"shop.db-wal.damaged-1763735520000"_s, 6);
    }

    void tellsWhatIsThere()
    {
        StoredDataKeeper keeper(m_dir->path());
        QSignalSpy measured(&keeper, &ports::StoredDataKeeper::measured);
        keeper.measure();
        QTRY_COMPARE(measured.size(), 1);
        StoredData expected{.folder = m_dir->path(), .data = 5'012, .edits = 300, .pictures = 750, .waitingPictures = 90};
        expected.setAside = {
            {.names = {u"damaged-20261121-143200"_s}, .at = Instant{1'795'271'520'000}, .bytes = 2'020},
            {.names = {u"damaged-20261120-080000-2"_s}, .at = Instant{1'795'161'600'000}, .bytes = 500},
            {.names = {u"shop.db-wal.damaged-1763735520000"_s, u"shop.db.damaged-1763735520000"_s},
             .at = Instant{1'763'735'520'000},
             .bytes = 66}};
        QCOMPARE(measured.constFirst().constFirst().value<StoredData>(), expected);
        QCOMPARE(expected.setAsideBytes(), 2'586);
    }

    void clearsPicturesButNotThoseToBeUploaded()
    {
        StoredDataKeeper keeper(m_dir->path());
        QSignalSpy measured(&keeper, &ports::StoredDataKeeper::measured);
        keeper.clearPictures();
        QTRY_COMPARE(measured.size(), 1);
        const auto now = measured.constFirst().constFirst().value<StoredData>();
        QCOMPARE(now.pictures, 0);
        QCOMPARE(now.waitingPictures, 90);
        QCOMPARE(now.data, 5'012);
        QVERIFY(!has(u"pictures/cache/ab/abcd"_s));
        QVERIFY(has(u"pictures/waiting/1234"_s));
        QVERIFY(has(u"replica.db"_s));
    }

    void deletesWhatItWasToldOfAndOnlyWhatWasSetAside()
    {
        StoredDataKeeper keeper(m_dir->path());
        QSignalSpy measured(&keeper, &ports::StoredDataKeeper::measured);
        QSignalSpy left(&keeper, &ports::StoredDataKeeper::notDeleted);
        keeper.removeSetAside({u"damaged-20261120-080000-2"_s, u"shop.db.damaged-1763735520000"_s, u"replica.db"_s,
                               u"damaged-by-me"_s, u"../elsewhere"_s, u"gone-already"_s});
        QTRY_COMPARE(measured.size(), 1);
        QVERIFY(!has(u"damaged-20261120-080000-2"_s));
        QVERIFY(!has(u"shop.db.damaged-1763735520000"_s));
        QVERIFY(has(u"damaged-20261121-143200/replica.db"_s)); // set aside since, and not asked about
        QVERIFY(has(u"replica.db"_s));
        QVERIFY(has(u"damaged-by-me/notes"_s));
        QCOMPARE(left.size(), 0);
        QCOMPARE(measured.constFirst().constFirst().value<StoredData>().setAside.size(), 2);
    }

    void anEmptyFolderIsEmpty()
    {
        StoredDataKeeper keeper(m_dir->filePath(u"not-there"_s));
        QSignalSpy measured(&keeper, &ports::StoredDataKeeper::measured);
        keeper.clearPictures();
        QTRY_COMPARE(measured.size(), 1);
        QCOMPARE(measured.constFirst().constFirst().value<StoredData>(), StoredData{.folder = m_dir->filePath(u"not-there"_s)});
    }
};

QTEST_GUILESS_MAIN(StoredDataTest)
#include "stored_data_test.moc"
