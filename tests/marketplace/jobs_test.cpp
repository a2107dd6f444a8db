// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/format.h"
#include "domain/periods.h"
#include "marketplace/jobs/scheduler.h"
#include "marketplace/jobs/weekly_report.h"
#include "support/marketplace_program.h"
#include "support/post_office.h"
#include "support/smtp_receiver.h"

#include <QTest>
#include <QTimeZone>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

Instant at(const QString& text) { return parseRfc3339(text).value_or(Instant()); }

constexpr qint64 day = 24LL * 3600 * 1000;

} // namespace

class JobsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<PostOffice> m_office;
    int m_keys = 0;

    /// Something for somebody at the clock's time.
    void sell(const TestServer::Person& buyer, const QString& variant, int quantity)
    {
        buyer.client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, quantity}});
        const HttpReply placed = buyer.client.post(
            "/v1/checkouts",
            {{u"address"_s, QJsonObject{{u"recipient"_s, u"Lina"_s}, {u"phone"_s, u"081234567890"_s}, {u"street"_s, u"Jl. Mawar 1"_s},
                                        {u"city"_s, u"Bogor"_s}, {u"province"_s, u"Jawa Barat"_s}, {u"postcode"_s, u"16128"_s}}},
             {u"paymentMethod"_s, u"COD"_s}},
            {{"Idempotency-Key", QByteArray::number(++m_keys)}});
        QCOMPARE(placed.status, 201);
    }
    qint64 reports() { return m_office->db().integer(u"SELECT count(*) FROM mail_outbox WHERE kind = 'weekly_report'"_s).value(); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_office = std::make_unique<PostOffice>(*m_server);
    }
    void cleanup()
    {
        m_office.reset();
        m_server.reset();
    }

    void isMondayAtSevenWhereTheStoreIs_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("slot");
        QTest::newRow("Jakarta, just before") << "Asia/Jakarta"_ba << u"2026-11-22T23:59:59.999Z"_s << u"2026-11-16T00:00:00Z"_s;
        QTest::newRow("Jakarta, at") << "Asia/Jakarta"_ba << u"2026-11-23T00:00:00Z"_s << u"2026-11-23T00:00:00Z"_s;
        QTest::newRow("Jakarta, Sunday") << "Asia/Jakarta"_ba << u"2026-11-29T16:59:00Z"_s << u"2026-11-23T00:00:00Z"_s;
        QTest::newRow("Jayapura is earlier") << "Asia/Jayapura"_ba << u"2026-11-22T22:00:00Z"_s << u"2026-11-22T22:00:00Z"_s;
        // Berlin puts its clocks forward on Sunday, 29 March 2026, and back on Sunday, 25 October.
        QTest::newRow("Berlin, before") << "Europe/Berlin"_ba << u"2026-03-23T06:00:00Z"_s << u"2026-03-23T06:00:00Z"_s;
        QTest::newRow("Berlin, summer, before") << "Europe/Berlin"_ba << u"2026-03-30T04:59:00Z"_s << u"2026-03-23T06:00:00Z"_s;
        QTest::newRow("Berlin, summer") << "Europe/Berlin"_ba << u"2026-03-30T05:00:00Z"_s << u"2026-03-30T05:00:00Z"_s;
        QTest::newRow("Berlin, winter, before") << "Europe/Berlin"_ba << u"2026-10-26T05:59:00Z"_s << u"2026-10-19T05:00:00Z"_s;
        QTest::newRow("Berlin, winter") << "Europe/Berlin"_ba << u"2026-10-26T06:00:00Z"_s << u"2026-10-26T06:00:00Z"_s;
        // Cairo's clocks go forward at midnight, on a Friday; the Monday after is an ordinary one.
        QTest::newRow("Cairo") << "Africa/Cairo"_ba << u"2026-04-27T04:00:00Z"_s << u"2026-04-27T04:00:00Z"_s;
    }
    void isMondayAtSevenWhereTheStoreIs()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, now);
        QFETCH(QString, slot);
        QCOMPARE(toRfc3339(lastReportTime(at(now), QTimeZone(zone))), toRfc3339(at(slot)));
    }

    void reportsWhatAnalyticsSays()
    {
        // A week and a half of sales, around the border of two weeks in Jakarta.
        m_server->clock().set(at(u"2026-11-10T04:00:00Z"_s)); // Tuesday
        auto rina = m_server->seller(u"rina@tokojakbar.id"_s);
        auto lina = m_server->customer(u"lina@contoh.id"_s);
        const auto variant = [&](const QString& name, int price, int stock) {
            return rina.client.post("/v1/products", {{u"name"_s, name}, {u"category"_s, u"Dapur"_s}, {u"price"_s, price}, {u"stock"_s, stock}})
                .json().value(u"variants").toArray().at(0).toObject().value(u"id").toString();
        };
        const QString pan = variant(u"Panci"_s, 1'250'000, 12);
        const QString wok = variant(u"Wajan"_s, 80'000, 500);
        sell(lina, wok, 5);
        for (const QString& when : {u"2026-11-15T16:59:59Z"_s, u"2026-11-15T17:00:00Z"_s, u"2026-11-22T16:59:59Z"_s, u"2026-11-22T17:00:00Z"_s}) {
            m_server->clock().set(at(when));
            m_server->signInAgain(lina);
            sell(lina, pan, 1);
            sell(lina, wok, 10);
        }
        m_server->clock().set(at(u"2026-11-23T00:00:00Z"_s));
        m_server->signInAgain(rina);
        const auto done = weeklyReportJob().run(m_office->services(), m_server->clock().now(), JobCaller::Clock);
        QVERIFY(done && done->size() == 1);

        const QJsonArray points = rina.client.get("/v1/analytics/revenue?granularity=week&from=2026-11-09&to=2026-11-22").json().value(u"points").toArray();
        QCOMPARE(points.size(), 2);
        const auto stored = m_office->db().one(u"SELECT details FROM mail_outbox WHERE kind = 'weekly_report'"_s, {},
                                               [](const storage::Row& row) { return QJsonDocument::fromJson(row.text(0).toUtf8()).object(); });
        const QJsonObject details = stored.value().value();
        for (const QString& name : {u"booked"_s, u"completed"_s, u"orders"_s, u"units"_s}) {
            QCOMPARE(details.value(u"week").toObject().value(name), points[1].toObject().value(name));
            QCOMPARE(details.value(u"weekBefore").toObject().value(name), points[0].toObject().value(name));
        }
        QCOMPARE(details.value(u"week").toObject().value(u"booked").toInteger(), 2 * 1'250'000 + 20 * 80'000);
        const QJsonArray top = rina.client.get("/v1/analytics/top-products?by=units&limit=5&from=2026-11-16&to=2026-11-22").json().value(u"items").toArray();
        QCOMPARE(details.value(u"topProducts").toArray(), top);

        m_office->db().run(u"DELETE FROM mail_outbox WHERE kind <> 'weekly_report'"_s).value();
        SmtpReceiver receiver;
        m_office->mailer(receiver.port())->step();
        const auto mails = receiver.mails(1);
        QCOMPARE(mails.size(), 1);
        const QString text = mails[0].value(u"text").toString();
        QCOMPARE(mails[0].value(u"subject").toString(), u"Toko rina, minggu 16 Nov 2026"_s);
        QVERIFY2(text.contains(u"Senin, 16 November 2026 sampai Minggu, 22 November 2026"), qPrintable(text));
        QVERIFY2(text.contains(u"Nilai pesanan: Rp 4.100.000 (naik 67%)\n"), qPrintable(text)); // from 2,450,000
        QVERIFY(text.contains(u"Pesanan: 4 (naik 33%)\n"));
        QVERIFY(text.contains(u"Paling laku:\n- Wajan: 20 buah, Rp 1.600.000\n- Panci: 2 buah, Rp 2.500.000\n"));
        QVERIFY(text.contains(u"Stok menipis (1):\n- Panci: tersisa 8\n"));
    }

    void reportsOncePerWeekAndNeverAFlood()
    {
        m_server->seller(u"rina@tokojakbar.id"_s);
        PostOffice second(*m_server);
        const QList<Job> jobs{weeklyReportJob()};
        Scheduler one(m_office->services(), jobs);
        Scheduler other(second.services(), QList<Job>{weeklyReportJob()});
        one.tick(); // Saturday: what was due before the marketplace was there stays undone
        QCOMPARE(reports(), 0);
        m_server->clock().set(at(u"2026-11-23T00:00:00Z"_s));
        one.tick();
        other.tick();
        one.tick();
        QCOMPARE(reports(), 1);
        // Five weeks of downtime, and one report for the last of them.
        m_server->clock().set(at(u"2026-12-30T05:00:00Z"_s));
        other.tick();
        one.tick();
        QCOMPARE(reports(), 2);
        m_server->clock().advance(day);
        one.tick();
        QCOMPARE(reports(), 2);
    }

    void aReportThatFailsLeavesNoClaim()
    {
        m_server->seller(u"rina@tokojakbar.id"_s);
        m_server->clock().set(at(u"2026-11-23T00:00:00Z"_s));
        QVERIFY(m_office->db().execute(u"ALTER TABLE mail_outbox RENAME TO elsewhere"_s));
        Scheduler scheduler(m_office->services(), {weeklyReportJob()});
        scheduler.tick();
        QCOMPARE(m_office->db().integer(u"SELECT count(*) FROM job_runs"_s).value(), 0);
        QVERIFY(m_office->db().execute(u"ALTER TABLE elsewhere RENAME TO mail_outbox"_s));
        scheduler.tick();
        QCOMPARE(reports(), 1);
    }

    void purgesOnceAnHour()
    {
        const auto count = [&] { return m_office->db().integer(u"SELECT count(*) FROM job_runs WHERE job = 'purge'"_s).value(); };
        PostOffice second(*m_server);
        const Job purge = databaseJobs().at(1);
        QCOMPARE(purge.name, u"purge"_s);
        QCOMPARE(purge.run(m_office->services(), m_server->clock().now(), JobCaller::Clock)->size(), 1);
        QCOMPARE(purge.run(second.services(), m_server->clock().now(), JobCaller::Clock)->size(), 0);
        QCOMPARE(count(), 1);
        m_server->clock().advance(3600 * 1000);
        QCOMPARE(purge.run(second.services(), m_server->clock().now(), JobCaller::Clock)->size(), 1);
        QCOMPARE(count(), 2);
    }

    void runsByHand()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"m.db"_s);
        TestServer server([&](ServerConfig& config) { config.database = storage::Address::sqlite(file); });
        server.seller(u"rina@tokojakbar.id"_s);
        const auto run = [&](const QStringList& more) {
            return runMarketplace(QStringList{u"run-job"_s, u"--database"_s, u"sqlite:"_s + file} + more);
        };
        const QStringList report{u"weekly-report"_s, u"--now"_s, u"2099-11-23T00:00:00Z"_s};
        const Ended first = run(report);
        QCOMPARE(first.err, QByteArray());
        QCOMPARE(first.out, "weekly-report: Toko rina, week from 2099-11-16: booked 0, 0 orders; the mail waits to be sent\n");
        QCOMPARE(first.code, 0);
        // For a Monday to come, and to be sent today.
        QVERIFY(server.openDatabase()->integer(u"SELECT next_try_at FROM mail_outbox"_s).value()
                <= ports::SystemClock().now().ms);
        QCOMPARE(run(report).out, "weekly-report: nothing was left to do\n");
        QCOMPARE(run({u"purge"_s}).out, "purge: forgot what is past its time\n");
        QCOMPARE(run({u"sweep-images"_s}).code, 0);

        QCOMPARE(run({u"sleep"_s}).err, "belanjain-marketplace: run-job: there is no job 'sleep', only weekly-report, purge, sweep-images\n");
        QCOMPARE(run({u"sleep"_s}).code, 2);
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({u"purge"_s, u"--now"_s, u"Monday"_s}).code, 2);
        const Ended help = run({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("weekly-report") && help.out.contains("sweep-images"));
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
