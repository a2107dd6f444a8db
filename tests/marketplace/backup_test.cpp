// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/doctor.h"
#include "support/marketplace_program.h"
#include "support/sample_pictures.h"
#include "support/test_server.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

/// backup and restore, by the real program beside a real server.
class BackupTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestServer> m_server;

    QString database() const { return u"sqlite:"_s + m_dir->filePath(u"live/marketplace.db"_s); }
    QString archive() const { return m_dir->filePath(u"backup.tar.zst"_s); }
    QStringList backup(const QStringList& more = {}) const
    {
        return QStringList{u"backup"_s, u"--database"_s, database(), u"--to"_s, archive()} + more;
    }
    QStringList restore(const QString& name, const QStringList& more = {}) const
    {
        return QStringList{u"restore"_s, u"--from"_s, archive(), u"--database"_s, u"sqlite:"_s + m_dir->filePath(name)} + more;
    }
    static std::unique_ptr<storage::Database> open(const QString& file)
    {
        auto db = storage::Database::open(storage::Address::sqlite(file), {.readOnly = true});
        return db ? std::move(*db) : nullptr;
    }
    static QString epochOf(storage::Database& db)
    {
        return db.one(u"SELECT epoch FROM sync_epoch"_s, {}, [](const storage::Row& row) { return row.text(0); })
            .value()
            .value_or(QString());
    }
    static QJsonObject newProduct(int number)
    {
        return {{u"name"_s, u"Panci %1"_s.arg(number)}, {u"category"_s, u"Dapur"_s}, {u"price"_s, 10'000}, {u"stock"_s, 5}};
    }
    void change(qint64 at)
    {
        QFile file(archive());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        const char old = file.peek(1).at(0);
        const char other = char(old ^ 0x55);
        QCOMPARE(file.write(&other, 1), 1);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestServer>([this](marketplace::ServerConfig& config) {
            config.database = storage::Address::sqlite(m_dir->filePath(u"live/marketplace.db"_s));
            config.dataDir = m_dir->filePath(u"live"_s);
        });
    }
    void cleanup()
    {
        m_server.reset();
        m_dir.reset();
    }

    void givesBackWhatWasThere()
    {
        const auto rina = m_server->seller(u"rina@tokojakbar.id"_s);
        const QJsonObject pan = rina.client.post("/v1/products", newProduct(1)).json();
        const QByteArray images = "/v1/products/" + pan.value(u"id").toString().toLatin1() + "/images";
        const HttpReply picture = rina.client.send("POST", images, jpeg(400, 300), {{"Content-Type", "image/jpeg"}});
        QCOMPARE(picture.status, 201);
        const Ended made = runMarketplace(backup());
        QCOMPARE(made.err, QByteArray());
        QCOMPARE(made.code, 0);
        QVERIFY(QRegularExpression(u" bytes, \\d+ rows, 2 files of pictures\n$"_s).match(QString::fromUtf8(made.out)).hasMatch());
        rina.client.post("/v1/products", newProduct(2)); // after it
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 (QStringList{u"backup.tar.zst"_s, u"live"_s}));

        const Ended restored = runMarketplace(restore(u"again/marketplace.db"_s));
        QCOMPARE(restored.err, QByteArray());
        QCOMPARE(restored.code, 0);
        auto db = open(m_dir->filePath(u"again/marketplace.db"_s));
        QCOMPARE(db->integer(u"SELECT count(*) FROM products"_s).value(), 1);
        QCOMPARE(db->integer(u"SELECT count(*) FROM space_head WHERE epoch <> (SELECT epoch FROM sync_epoch)"_s).value(), 0);
        QVERIFY(epochOf(*db) != epochOf(*m_server->openDatabase()));
        db.reset();
        const auto files = [this](const QString& folder) {
            QStringList names;
            QDirIterator it(m_dir->filePath(folder), QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext())
                names << QDir(m_dir->filePath(folder)).relativeFilePath(it.next());
            names.sort();
            return names;
        };
        QCOMPARE(files(u"again/images"_s).size(), 2);
        QCOMPARE(files(u"again/images"_s), files(u"live/images"_s));
        QCOMPARE(QDir(m_dir->filePath(u"again"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 (QStringList{u"images"_s, u"marketplace.db"_s}));
        examine(storage::Address::sqlite(m_dir->filePath(u"again/marketplace.db"_s)));
    }

    void isOfOneMomentWhileTheServerWrites()
    {
        const auto rina = m_server->seller(u"rina@tokojakbar.id"_s);
        QProcess process;
        for (int i = 0; i < 20; ++i)
            rina.client.post("/v1/products", newProduct(i));
        process.start(QString::fromUtf8(MARKETPLACE_PROGRAM), backup());
        QVERIFY(process.waitForStarted());
        for (int i = 20; process.state() != QProcess::NotRunning; ++i) {
            QCOMPARE(rina.client.post("/v1/products", newProduct(i)).status, 201);
            process.waitForFinished(0);
        }
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(runMarketplace(restore(u"again.db"_s)).code, 0);
        examine(storage::Address::sqlite(m_dir->filePath(u"again.db"_s)));
        QVERIFY(open(m_dir->filePath(u"again.db"_s))->integer(u"SELECT count(*) FROM products"_s).value() >= 20);
    }

    void replacesNothingUnasked()
    {
        QCOMPARE(runMarketplace(backup()).code, 0);
        const Ended twice = runMarketplace(backup());
        QCOMPARE(twice.code, 1);
        QVERIFY(twice.err.endsWith("is there already; --force replaces it\n"));
        QCOMPARE(runMarketplace(backup({u"--force"_s})).code, 0);

        const Ended used = runMarketplace(restore(u"live/marketplace.db"_s, {u"--force"_s}));
        QCOMPARE(used.code, 1);
        QVERIFY(used.err.contains("a server is using "));
        m_server->stop();
        const Ended there = runMarketplace(restore(u"live/marketplace.db"_s));
        QCOMPARE(there.code, 1);
        QVERIFY(there.err.contains("is there already; --force replaces it\n"));
        const Ended forced = runMarketplace(restore(u"live/marketplace.db"_s, {u"--force"_s}));
        QCOMPARE(forced.err, QByteArray());
        QCOMPARE(forced.code, 0);
        QVERIFY(m_server->start());
        QCOMPARE(m_server->client().get("/readyz").status, 200);
    }

    void refusesADamagedArchive_data()
    {
        QTest::addColumn<double>("place");
        QTest::newRow("its beginning") << 0.0;
        QTest::newRow("its middle") << 0.5;
        QTest::newRow("near its end") << 0.9;
    }
    void refusesADamagedArchive()
    {
        QFETCH(double, place);
        m_server->seller(u"rina@tokojakbar.id"_s);
        QCOMPARE(runMarketplace(backup()).code, 0);
        change(qint64(place * double(QFileInfo(archive()).size())));
        const Ended ended = runMarketplace(restore(u"again.db"_s));
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.err.startsWith("belanjain-marketplace: restore: the archive is "));
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"again.db"_s)));
    }

    void refusesAnArchiveThatBreaksOff()
    {
        QCOMPARE(runMarketplace(backup()).code, 0);
        QVERIFY(QFile::resize(archive(), QFileInfo(archive()).size() / 2));
        QCOMPARE(runMarketplace(restore(u"again.db"_s)).code, 1);
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"again.db"_s)));
    }

    void saysWhatItNeeds_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("complaint");
        QTest::newRow("no target") << QStringList{u"backup"_s} << 2 << QByteArray("backup: --to is missing");
        QTest::newRow("no source") << QStringList{u"restore"_s} << 2 << QByteArray("restore: --from is missing");
        QTest::newRow("a stray word") << QStringList{u"backup"_s, u"x"_s, u"--to"_s, u"y"_s} << 2
                                      << QByteArray("backup: 'x' means nothing here");
        QTest::newRow("unknown flag") << QStringList{u"restore"_s, u"--form"_s, u"x"_s} << 2
                                      << QByteArray("restore: Unknown option 'form', see restore --help");
        QTest::newRow("PostgreSQL") << QStringList{u"backup"_s, u"--to"_s, u"x"_s, u"--database"_s, u"postgresql://u@h/d"_s} << 2
                                    << QByteArray("backup: --database: PostgreSQL is backed up with pg_dump, see backup --help");
        QTest::newRow("no database") << QStringList{u"backup"_s, u"--to"_s, u"x"_s, u"--database"_s, u"sqlite:/nowhere/m.db"_s} << 1
                                     << QByteArray("backup: there is no database /nowhere/m.db");
    }
    void saysWhatItNeeds()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, complaint);
        const Ended ended = runMarketplace(arguments);
        QCOMPARE(ended.code, code);
        QCOMPARE(ended.err, "belanjain-marketplace: " + complaint + '\n');
        QCOMPARE(ended.out, QByteArray());
        QCOMPARE(runMarketplace({arguments.constFirst(), u"--help"_s}).code, 0);
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
