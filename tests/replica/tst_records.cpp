// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "replica/review_table.h"
#include "replica/store_table.h"
#include "replica/stored_json.h"

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

/// Orders, reviews and the store's profile in the replica: what the marketplace made, with waiting steps over it.
class RecordsTest : public QObject
{
    Q_OBJECT

    static ports::CommandResult submit(Desk& desk, const ports::Command& command)
    {
        const auto outcome = desk.replica->submit({command});
        return outcome ? outcome->results.value(0) : ports::CommandResult{.storageProblem = outcome.error().text};
    }
    static ReviewId putReview(Desk& desk)
    {
        const auto id = desk.ids.make<ReviewId>();
        desk.space.put(protocol::table::reviews, id.toString(),
                       protocol::ReviewRow{.product = desk.product(0),
                                           .customerName = u"Sri"_s,
                                           .rating = 4,
                                           .comment = u"Bagus, tapi lama"_s,
                                           .createdAt = desk.clock.now()}
                           .toJson());
        return id;
    }
    static protocol::ReviewRow review(const Desk& desk, const ReviewId& id)
    {
        replica::Work work(desk.replica->database());
        const auto stored = replica::ReviewTable(work).find(id);
        return stored ? stored->data : protocol::ReviewRow();
    }

private Q_SLOTS:
    void holdsWhatTheMarketplaceHas_data()
    {
        QTest::addColumn<bool>("bySnapshot");
        QTest::newRow("pull") << false;
        QTest::newRow("snapshot") << true;
    }
    void holdsWhatTheMarketplaceHas()
    {
        QFETCH(const bool, bySnapshot);
        Desk desk;
        desk.fill(20);
        const OrderId order = desk.putOrder(u"#10001"_s);
        putReview(desk);
        QVERIFY(bySnapshot ? desk.snapshot() : desk.pull());
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.order(order).customerName, u"Dewi Lestari"_s);
        QCOMPARE(desk.order(order).lines.size(), 2);
        QCOMPARE(desk.count(u"other_rows"), 0);
        QCOMPARE(desk.wrong(), QStringList());
    }

    void movesAnOrderOfflineAndSettlesIt()
    {
        Desk desk;
        desk.fill(20);
        const OrderId id = desk.putOrder(u"#10001"_s);
        QVERIFY(desk.pull());
        desk.clock.advance(60'000);
        const Instant asked = desk.clock.now();

        QVERIFY(submit(desk, ports::MoveOrder{.order = id, .to = OrderStatus::Shipped, .courier = u" JNE "_s}).applied);

        QCOMPARE(desk.order(id).status, OrderStatus::Shipped);
        QCOMPARE(desk.order(id).courier, u"JNE"_s);
        QCOMPARE(desk.order(id).processedAt, std::optional(asked));
        QCOMPARE(desk.order(id).shippedAt, std::optional(asked));
        QCOMPARE(desk.replica->waitingCount().value(), 1);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump()); // the server's own row is kept

        QVERIFY(desk.sync());
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.order(id).status, OrderStatus::Shipped);
        QCOMPARE(desk.wrong(), QStringList());
    }

    void refusesAStepTheStateMachineForbids()
    {
        Desk desk;
        desk.fill(20);
        const OrderId id = desk.putOrder(u"#10001"_s, OrderStatus::Shipped);
        QVERIFY(desk.pull());
        const auto cancelled =
            submit(desk, ports::MoveOrder{.order = id, .to = OrderStatus::Cancelled, .reason = u"habis"_s});
        QVERIFY(cancelled.violation);
        QCOMPARE(cancelled.violation->rule, Rule::IllegalTransition);
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        const auto unknown = submit(desk, ports::MoveOrder{.order = desk.ids.make<OrderId>(), .to = OrderStatus::Shipped});
        QCOMPARE(unknown.violation.value_or(Violation()).rule, Rule::NotFound);
    }

    void aStepThatCameTooLateIsShownAsRefused()
    {
        Desk desk;
        desk.fill(20);
        const OrderId id = desk.putOrder(u"#10001"_s);
        QVERIFY(desk.pull());
        QVERIFY(submit(desk, ports::MoveOrder{.order = id, .to = OrderStatus::Processing}).applied);
        // Meanwhile the buyer cancels.
        protocol::OrderRow cancelled = desk.order(id);
        cancelled.status = OrderStatus::Cancelled;
        cancelled.processedAt.reset();
        cancelled.cancelledAt = desk.clock.now();
        desk.space.put(protocol::table::orders, id.toString(), cancelled.toJson());

        QVERIFY(desk.sync());

        QCOMPARE(desk.order(id).status, OrderStatus::Cancelled);
        const auto refused = desk.replica->rejections().value();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().code, u"illegal_transition"_s);
        QCOMPARE(refused.constFirst().order, std::optional(id));
        QCOMPARE(refused.constFirst().title, u"#10001 · Dewi Lestari"_s);
        QVERIFY(desk.replica->drop(refused.constFirst().number));
        QCOMPARE(desk.replica->rejectionCount().value(), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void aPullUnderAWaitingStepKeepsIt()
    {
        Desk desk;
        desk.fill(20);
        const OrderId id = desk.putOrder(u"#10001"_s);
        QVERIFY(desk.pull());
        QVERIFY(submit(desk, ports::MoveOrder{.order = id, .to = OrderStatus::Processing}).applied);
        protocol::OrderRow changed = desk.order(id);
        changed.status = OrderStatus::Pending;
        changed.processedAt.reset();
        changed.customerName = u"Dewi L."_s;
        desk.space.put(protocol::table::orders, id.toString(), changed.toJson());

        QVERIFY(desk.pull());

        QCOMPARE(desk.order(id).status, OrderStatus::Processing);
        QCOMPARE(desk.order(id).customerName, u"Dewi L."_s);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void answersAReview()
    {
        Desk desk;
        desk.fill(20);
        const ReviewId id = putReview(desk);
        QVERIFY(desk.pull());
        QVERIFY(submit(desk, ports::ReplyToReview{id, u" Terima kasih "_s}).applied);
        QCOMPARE(review(desk, id).reply, u"Terima kasih"_s);
        QVERIFY(review(desk, id).repliedAt);
        QVERIFY(desk.sync());
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(submit(desk, ports::ReplyToReview{id, QString(3'000, u'x')}).violation.value_or(Violation()).rule,
                 Rule::TooLong);
    }

    void changesTheStoreAndItsThreshold()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.pull());
        const StoreId store = *StoreId::parse(desk.space.ids(protocol::table::stores).value(0));
        QVERIFY(submit(desk, ports::UpdateStore{.store = store, .name = u"Toko Baru"_s, .lowStockThreshold = 3}).applied);
        QCOMPARE(desk.replica->database().integer(u"SELECT count(*) FROM variants WHERE own_threshold IS NULL AND threshold <> 3"_s).value(), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QVERIFY(desk.sync());
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
        QCOMPARE(submit(desk, ports::UpdateStore{.store = store, .timeZone = u"Mars/Olympus"_s}).violation.value_or(Violation()).rule,
                 Rule::UnknownTimeZone);
    }

    void waitingStepsOutliveASnapshot()
    {
        Desk desk;
        desk.fill(20);
        const OrderId id = desk.putOrder(u"#10001"_s);
        QVERIFY(desk.pull());
        QVERIFY(submit(desk, ports::MoveOrder{.order = id, .to = OrderStatus::Processing}).applied);
        QVERIFY(desk.snapshot());
        QCOMPARE(desk.order(id).status, OrderStatus::Processing);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void takesOverRowsAnOlderProgramKeptUnread()
    {
        Desk desk;
        desk.fill(20);
        const OrderId id = desk.putOrder(u"#10001"_s);
        QVERIFY(desk.pull());
        // As the program before this one left it.
        protocol::OrderRow row = desk.order(id);
        QVERIFY(desk.replica->database().execute(u"DELETE FROM orders"_s));
        QVERIFY(desk.replica->database().execute(u"DELETE FROM order_lines"_s));
        QVERIFY(desk.replica->database().run(
            u"INSERT INTO other_rows (tab, id, version, data) VALUES ('orders', ?, ?, ?)"_s,
            {id.toString(), desk.space.version, replica::toText(row.toJson())}));

        desk.reopen();

        QCOMPARE(desk.order(id).customerName, u"Dewi Lestari"_s);
        QCOMPARE(desk.count(u"other_rows"), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void aDeletedOrderGoes()
    {
        Desk desk;
        desk.fill(20);
        const OrderId id = desk.putOrder(u"#10001"_s);
        QVERIFY(desk.pull());
        desk.space.erase(protocol::table::orders, id.toString());
        QVERIFY(desk.pull());
        QCOMPARE(desk.count(u"orders"), 0);
        QCOMPARE(desk.count(u"order_lines"), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }
};

QTEST_GUILESS_MAIN(RecordsTest)
#include "tst_records.moc"
