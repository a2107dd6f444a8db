// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "replica/order_queries.h"
#include "replica/orders_export_source.h"

#include <QFile>
#include <QSignalSpy>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

/// Orders leave as a file: which, in what order, with which amounts.
class OrdersExportTest : public QObject
{
    Q_OBJECT

    struct Stage
    {
        explicit Stage(int orders)
        {
            desk.fill(20);
            for (int i = 0; i < orders; ++i) {
                desk.clock.advance(3'600'000);
                ids << desk.putOrder(u"#%1"_s.arg(10'001 + i), OrderStatus(i % 5));
            }
            if (!desk.pull())
                qFatal("the space cannot be pulled");
            lane = std::make_unique<replica::RecordLane>(desk.replica->databaseFile());
            source = std::make_unique<replica::OrdersExportSource>(*lane);
            request.path = desk.dir.filePath(u"orders.csv"_s);
            for (int i = 0; i < ports::orderColumnKinds; ++i)
                request.titles << u"c%1"_s.arg(i);
            request.statusWords = {u"Baru"_s, u"Diproses"_s, u"Dikirim"_s, u"Selesai"_s, u"Dibatalkan"_s};
            request.words = {{u"COD"_s, u"Bayar di tempat"_s}};
            request.timeZone = "Asia/Jakarta";
            request.options.separator = ';';
        }
        ~Stage()
        {
            source->cancelAll();
            lane.reset();
        }
        ports::OrdersExportResult run()
        {
            QSignalSpy done(source.get(), &ports::OrdersExport::finished);
            source->start(7, request);
            return done.wait(20'000) ? done.at(0).at(1).value<ports::OrdersExportResult>()
                                     : ports::OrdersExportResult{.problem = u"no answer"_s};
        }
        QList<QStringList> rows() const
        {
            QFile file(request.path);
            if (!file.open(QIODevice::ReadOnly))
                return {};
            QList<QStringList> all;
            const QStringList lines = QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
            for (const QString& line : lines)
                all << line.split(u';');
            return all;
        }

        Desk desk;
        QList<OrderId> ids;
        ports::OrdersExportRequest request;
        std::unique_ptr<replica::RecordLane> lane;
        std::unique_ptr<replica::OrdersExportSource> source;
    };

private Q_SLOTS:
    void writesEachLineAndEachAmountOnce()
    {
        Stage stage(1'203); // more than two pages
        const auto result = stage.run();
        QCOMPARE(result.problem, QString());
        QCOMPARE(result.orders, 1'203);
        QCOMPARE(result.lines, 2'406);
        const auto rows = stage.rows();
        QCOMPARE(rows.size(), 2'407);
        QSet<QString> numbers;
        qint64 totals = 0;
        qint64 lines = 0;
        for (qsizetype i = 1; i < rows.size(); ++i) {
            QCOMPARE(rows.at(i).size(), ports::orderColumnKinds);
            numbers << rows.at(i).at(0);
            totals += rows.at(i).at(int(ports::OrderColumnKind::Total)).toLongLong();
            lines += rows.at(i).at(int(ports::OrderColumnKind::LineTotal)).toLongLong();
        }
        QCOMPARE(numbers.size(), 1'203);
        QCOMPARE(totals, 1'203LL * 209'000);
        QCOMPARE(lines, 1'203LL * 200'000);
        QCOMPARE(rows.at(1).at(0), u"#10001"_s); // oldest first
        QCOMPARE(rows.at(1).at(2), u"Baru"_s);
        QCOMPARE(rows.at(1).at(int(ports::OrderColumnKind::City)), u"Bandung"_s);
        QCOMPARE(rows.at(1).at(int(ports::OrderColumnKind::Payment)), u"Bayar di tempat"_s);
    }

    void takesTheFilterOrTheSelection()
    {
        Stage stage(50);
        stage.request.query.status = OrderStatus::Shipped;
        QCOMPARE(stage.run().orders, 10);
        stage.request.orders = {stage.ids.at(3), stage.ids.at(1), stage.desk.ids.make<OrderId>()};
        QCOMPARE(stage.run().orders, 2); // the selection, whatever the filter
        const auto rows = stage.rows();
        QCOMPARE(rows.at(1).at(0), u"#10002"_s);
        QCOMPARE(rows.at(3).at(0), u"#10004"_s);
    }

    void findsTheOrdersOfAProduct()
    {
        Stage stage(5);
        replica::Work work(stage.desk.replica->database());
        QCOMPARE(replica::orderRows(work, {.product = stage.desk.product(0)}).size(), 5);
        QCOMPARE(replica::orderRows(work, {.product = stage.desk.product(1)}).size(), 0);
        stage.request.query.product = stage.desk.product(1);
        QCOMPARE(stage.run().orders, 0);
        QCOMPARE(stage.rows().size(), 1); // the titles stand all the same
    }

    void aCancelledExportLeavesWhatWasThere()
    {
        Stage stage(2'000);
        QFile before(stage.request.path);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("before");
        before.close();
        QSignalSpy done(stage.source.get(), &ports::OrdersExport::finished);
        stage.source->start(1, stage.request);
        stage.source->cancel(1);
        QVERIFY(done.wait(20'000));
        QVERIFY(done.at(0).at(1).value<ports::OrdersExportResult>().cancelled);
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("before"));
    }

    void saysWhatWentWrong()
    {
        Stage stage(1);
        stage.request.path = u"/nowhere/orders.csv"_s;
        QVERIFY(!stage.run().problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(OrdersExportTest)
#include "tst_orders_export.moc"
