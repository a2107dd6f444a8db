// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv/csv_reader.h"
#include "domain/csv/csv_writer.h"
#include "support/marketplace_program.h"
#include "support/test_server.h"

#include <QTest>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

/// export, by the real program beside a real server.
class ExportTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestServer> m_server;

    Ended run(const QString& what, const QStringList& more) const
    {
        return runMarketplace(QStringList{u"export"_s, u"--database"_s, u"sqlite:"_s + m_dir->filePath(u"m.db"_s),
                                          u"--what"_s, what} + more);
    }
    /// Rows by heading.
    static QList<QHash<QString, QString>> table(const QByteArray& text)
    {
        const auto rows = csv::readAll(text).value();
        QList<QHash<QString, QString>> read;
        for (qsizetype i = 1; i < rows.size(); ++i) {
            QHash<QString, QString> row;
            for (qsizetype c = 0; c < rows[i].fields.size(); ++c)
                row.insert(rows[0].fields.value(c), rows[i].fields.at(c));
            read.append(row);
        }
        return read;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestServer>([this](marketplace::ServerConfig& config) {
            config.database = storage::Address::sqlite(m_dir->filePath(u"m.db"_s));
        });
    }
    void cleanup()
    {
        m_server.reset();
        m_dir.reset();
    }

    void quotesAndDefusesCells()
    {
        QCOMPARE(csv::line({u"a"_s, u"b,c"_s, u"d \"e\""_s, u"f\ng"_s, {}}), "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",\r\n");
        QCOMPARE(csv::line({u"b,c"_s, u"d;e"_s}, ';'), "b,c;\"d;e\"\r\n");
        for (const QString& bad : {u"=1+1"_s, u"+62"_s, u"-1"_s, u"@x"_s, u"\tx"_s})
            QCOMPARE(csv::safeText(bad), u'\'' + bad);
        QCOMPARE(csv::safeText(u"Panci = murah"_s), u"Panci = murah"_s);
        QCOMPARE(csv::safeText({}), QString());
    }

    void writesProductsOfOneStore()
    {
        const auto rina = m_server->seller(u"rina@tokojakbar.id"_s);
        const auto budi = m_server->seller(u"budi@tokolain.id"_s);
        const QString name = u"=Panci \"besar\", 24 cm\nbaja é"_s.simplified();
        rina.client.post("/v1/products", {{u"name"_s, name},
                                          {u"category"_s, u"Dapur"_s},
                                          {u"price"_s, 1'250'000},
                                          {u"stock"_s, 7},
                                          {u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"Warna"_s}, {u"values"_s, QJsonArray{u"Merah"_s, u"Biru"_s}}}}}});
        budi.client.post("/v1/products", {{u"name"_s, u"Wajan"_s}, {u"category"_s, u"Dapur"_s}, {u"price"_s, 1}, {u"stock"_s, 1}});
        const Ended ended = run(u"products"_s, {u"--store"_s, rina.storeId, u"--to"_s, u"-"_s});
        QCOMPARE(ended.err, QByteArray());
        QCOMPARE(ended.code, 0);
        const auto rows = table(ended.out);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][u"name"_s], u'\'' + name);
        QCOMPARE(rows[0][u"options"_s], u"Warna: Merah"_s);
        QCOMPARE(rows[1][u"options"_s], u"Warna: Biru"_s);
        QCOMPARE(rows[1][u"price"_s], u"1250000"_s);
        QCOMPARE(rows[1][u"available"_s], u"7"_s);
        QCOMPARE(rows[1][u"createdAt"_s], u"2026-11-21 11:00:00"_s); // 04:00 UTC in Jakarta

        const QString file = m_dir->filePath(u"all.csv"_s);
        const Ended all = run(u"products"_s, {u"--all"_s, u"--to"_s, file, u"--separator"_s, u";"_s});
        QCOMPARE(all.out, file.toUtf8() + ": 3 lines\n");
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY(text.startsWith("\xEF\xBB\xBFstoreId;storeName;"));
        QCOMPARE(table(text).size(), 3);
    }

    void writesEveryOrderOnce()
    {
        const auto rina = m_server->seller(u"rina@tokojakbar.id"_s);
        const auto buyer = m_server->customer(u"lina@contoh.id"_s);
        QStringList variants;
        for (int i = 0; i < 2; ++i) {
            const QJsonObject product = rina.client.post("/v1/products", {{u"name"_s, u"Panci %1"_s.arg(i)}, {u"category"_s, u"Dapur"_s}, {u"price"_s, 1'000}, {u"stock"_s, 1'000}}).json();
            variants << product.value(u"variants").toArray().at(0).toObject().value(u"id").toString();
        }
        qint64 total = 0;
        // More than one piece of the export reads at once.
        for (int i = 0; i < 260; ++i) {
            for (const QString& variant : variants)
                buyer.client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, 1 + i % 2}});
            const HttpReply placed = buyer.client.post(
                "/v1/checkouts",
                {{u"address"_s, QJsonObject{{u"recipient"_s, u"Lina"_s}, {u"phone"_s, u"+6281234567890"_s}, {u"street"_s, u"Jl. Mawar 1"_s},
                                            {u"city"_s, u"Bogor"_s}, {u"province"_s, u"Jawa Barat"_s}, {u"postcode"_s, u"16128"_s}}},
                 {u"paymentMethod"_s, u"COD"_s}},
                {{"Idempotency-Key", QByteArray::number(i)}});
            QCOMPARE(placed.status, 201);
            total += placed.json().value(u"total").toInteger();
            if (i % 7 == 0)
                m_server->clock().advance(1'000);
        }
        const auto rows = table(run(u"orders"_s, {u"--store"_s, rina.storeId, u"--to"_s, u"-"_s}).out);
        QCOMPARE(rows.size(), 520);
        QSet<QString> orders;
        qint64 sum = 0;
        for (const auto& row : rows) {
            orders.insert(row[u"orderId"_s]);
            sum += row[u"total"_s].toLongLong();
            QCOMPARE(row[u"phone"_s], u"'+6281234567890"_s);
        }
        QCOMPARE(orders.size(), 260);
        QCOMPARE(sum, total); // an order's amounts stand on one of its lines
    }

    void saysWhatItNeeds_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("complaint");
        const QString id = u"01a20193-064f-7389-800f-9873032441ce"_s;
        QTest::newRow("whose") << QStringList{u"--to"_s, u"-"_s} << 2 << QByteArray("one of --store and --all is needed");
        QTest::newRow("both") << QStringList{u"--to"_s, u"-"_s, u"--all"_s, u"--store"_s, id} << 2 << QByteArray("one of --store and --all is needed");
        QTest::newRow("no id") << QStringList{u"--to"_s, u"-"_s, u"--store"_s, u"x"_s} << 2 << QByteArray("--store: 'x' is not a store's id");
        QTest::newRow("no target") << QStringList{u"--all"_s} << 2 << QByteArray("--to is missing; - is stdout");
        QTest::newRow("what") << QStringList{u"--all"_s, u"--what"_s, u"users"_s} << 2 << QByteArray("--what: 'users' is neither products nor orders");
        QTest::newRow("nobody's") << QStringList{u"--to"_s, u"-"_s, u"--store"_s, id} << 1 << QByteArray("there is no store ") + id.toLatin1();
        QTest::newRow("nowhere") << QStringList{u"--to"_s, u"/nowhere/x.csv"_s, u"--all"_s} << 1 << QByteArray("cannot write '/nowhere/x.csv': No such file or directory");
    }
    void saysWhatItNeeds()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, complaint);
        const Ended ended = run(u"products"_s, arguments);
        QCOMPARE(ended.code, code);
        QCOMPARE(ended.err, "belanjain-marketplace: export: " + complaint + '\n');
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
