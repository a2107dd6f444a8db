// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "replica/order_queries.h"
#include "replica/replica_commands.h"

#include <QSignalSpy>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

/// Edits taken back while they wait, and what is remembered of prints.
class WithdrawalTest : public QObject
{
    Q_OBJECT

    static QList<OpId> move(Desk& desk, const QList<OrderId>& orders, OrderStatus to)
    {
        QList<ports::Command> batch;
        for (const OrderId& order : orders)
            batch.append(ports::MoveOrder{.order = order, .to = to, .courier = u"JNE"_s});
        return desk.replica->submit(batch).value().ops;
    }
    static ports::Withdrawal withdraw(Desk& desk, const QList<OpId>& ops)
    {
        return desk.replica->withdraw(ops).value().result;
    }
    /// Sequence numbers of what waits.
    static QList<qint64> waiting(Desk& desk)
    {
        QList<qint64> seqs;
        const auto ops = desk.replica->pending().value();
        for (const protocol::Op& op : ops)
            seqs << op.seq;
        return seqs;
    }

private Q_SLOTS:
    void whatWaitsIsAsIfItHadNeverBeen()
    {
        Desk desk;
        desk.fill(20);
        const QList<OrderId> orders{desk.putOrder(u"#1"_s), desk.putOrder(u"#2"_s), desk.putOrder(u"#3"_s)};
        QVERIFY(desk.pull());
        const QByteArray before = desk.replica->dump().value();
        const auto first = move(desk, {orders.at(0)}, OrderStatus::Processing);
        const auto bulk = move(desk, {orders.at(1), orders.at(2)}, OrderStatus::Shipped);
        QCOMPARE(desk.order(orders.at(1)).status, OrderStatus::Shipped);

        QCOMPARE(withdraw(desk, bulk), (ports::Withdrawal{.withdrawn = 2}));
        QCOMPARE(desk.order(orders.at(1)).status, OrderStatus::Pending);
        QCOMPARE(desk.order(orders.at(1)).courier, QString());
        QCOMPARE(waiting(desk), QList<qint64>{1});
        QCOMPARE(withdraw(desk, bulk), (ports::Withdrawal{.tooLate = 2})); // gone is gone
        QCOMPARE(withdraw(desk, first), (ports::Withdrawal{.withdrawn = 1}));
        QCOMPARE(desk.replica->dump().value(), before);
        QCOMPARE(desk.count(u"base_rows"), 0);
        QCOMPARE(desk.wrong(), QStringList());
        desk.reopen();
        QCOMPARE(desk.replica->waitingCount().value(), 0);
    }

    void theNumbersBehindCloseUp()
    {
        Desk desk;
        desk.fill(20);
        const QList<OrderId> orders{desk.putOrder(u"#1"_s), desk.putOrder(u"#2"_s), desk.putOrder(u"#3"_s)};
        QVERIFY(desk.pull());
        move(desk, {orders.at(0)}, OrderStatus::Processing);
        const auto middle = move(desk, {orders.at(1)}, OrderStatus::Processing);
        move(desk, {orders.at(2)}, OrderStatus::Processing);
        QCOMPARE(withdraw(desk, middle).withdrawn, 1);
        QCOMPARE(waiting(desk), (QList<qint64>{1, 2}));
        // The space takes no gap, and the next edit follows on.
        QVERIFY(desk.sync());
        move(desk, {orders.at(1)}, OrderStatus::Processing);
        QCOMPARE(waiting(desk), QList<qint64>{3});
        QVERIFY(desk.sync());
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        for (const OrderId& order : orders)
            QCOMPARE(desk.order(order).status, OrderStatus::Processing);
        QCOMPARE(desk.wrong(), QStringList());
    }

    void whatMayBeOnItsWayStays()
    {
        Desk desk;
        desk.fill(20);
        const QList<OrderId> orders{desk.putOrder(u"#1"_s), desk.putOrder(u"#2"_s)};
        QVERIFY(desk.pull());
        const auto bulk = move(desk, orders, OrderStatus::Processing);
        desk.replica->noteSent(1); // a push of the first is under way
        QCOMPARE(withdraw(desk, bulk), (ports::Withdrawal{.withdrawn = 1, .tooLate = 1}));
        QCOMPARE(desk.order(orders.at(0)).status, OrderStatus::Processing);
        QCOMPARE(desk.order(orders.at(1)).status, OrderStatus::Pending);
        QCOMPARE(waiting(desk), QList<qint64>{1});
    }

    void anEarlierRunMayHaveSentEverything()
    {
        Desk desk;
        desk.fill(20);
        const auto order = desk.putOrder(u"#1"_s);
        QVERIFY(desk.pull());
        const auto ops = move(desk, {order}, OrderStatus::Processing);
        desk.reopen();
        QCOMPARE(withdraw(desk, ops), (ports::Withdrawal{.tooLate = 1}));
    }

    void renumberedOpsCountAsSent()
    {
        Desk desk;
        desk.fill(20);
        const auto order = desk.putOrder(u"#1"_s);
        QVERIFY(desk.pull());
        const auto ops = move(desk, {order}, OrderStatus::Processing);
        desk.replica->noteSent(1);
        QVERIFY(desk.replica->becomeNewDevice());
        QCOMPARE(withdraw(desk, ops), (ports::Withdrawal{.tooLate = 1}));
    }

    void aStepThatAnotherFollowedStays()
    {
        Desk desk;
        desk.fill(20);
        const auto order = desk.putOrder(u"#1"_s);
        QVERIFY(desk.pull());
        const auto first = move(desk, {order}, OrderStatus::Processing);
        const auto second = move(desk, {order}, OrderStatus::Shipped);
        QCOMPARE(withdraw(desk, first), (ports::Withdrawal{.followed = 1}));
        QCOMPARE(desk.order(order).status, OrderStatus::Shipped);
        QCOMPARE(withdraw(desk, first + second), (ports::Withdrawal{.withdrawn = 2}));
        QCOMPARE(desk.order(order).status, OrderStatus::Pending);
    }

    void aFullDiskTakesNothingBack()
    {
        Desk desk;
        desk.fill(20);
        const auto order = desk.putOrder(u"#1"_s);
        QVERIFY(desk.pull());
        const auto ops = move(desk, {order}, OrderStatus::Processing);
        desk.fault = [](storage::Step step, const QString&) -> storage::Outcome {
            if (step == storage::Step::Commit)
                return tl::unexpected(storage::Error{storage::Error::Kind::Full, u"full"_s});
            return {};
        };
        QVERIFY(!desk.replica->withdraw(ops));
        desk.fault = {};
        QCOMPARE(desk.order(order).status, OrderStatus::Processing);
        QCOMPARE(waiting(desk), QList<qint64>{1});
        QCOMPARE(withdraw(desk, ops).withdrawn, 1);
    }

    void aTicketNamesItsBatch()
    {
        Desk desk;
        desk.fill(20);
        const auto order = desk.putOrder(u"#1"_s);
        QVERIFY(desk.pull());
        replica::ReplicaWorker worker(std::move(desk.replica));
        replica::ReplicaCommands commands(worker);
        replica::ReplicaWithdrawal withdrawal(worker);
        QSignalSpy done(&commands, &ports::CommandSink::done);
        QSignalSpy back(&withdrawal, &ports::CommandWithdrawal::withdrawn);
        const quint64 ticket = commands.submit({ports::MoveOrder{.order = order, .to = OrderStatus::Processing}});
        QTRY_COMPARE(done.size(), 1);
        withdrawal.withdraw(ticket);
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(back.at(0).at(0).toULongLong(), ticket);
        QCOMPARE(back.at(0).at(1).value<ports::Withdrawal>(), (ports::Withdrawal{.withdrawn = 1}));
        QCOMPARE(worker.replica().waitingCount().value(), 0);
        withdrawal.withdraw(ticket);
        QTRY_COMPARE(back.size(), 2);
        QCOMPARE(back.at(1).at(1).value<ports::Withdrawal>(), ports::Withdrawal());
    }

    void printsAreCountedAndOutliveASnapshot()
    {
        Desk desk;
        desk.fill(20);
        const auto order = desk.putOrder(u"#1"_s);
        QVERIFY(desk.pull());
        desk.clock.advance(1'000);
        QVERIFY(desk.replica->notePrints({order, desk.ids.make<OrderId>()}, ports::PrintedDocument::Invoice));
        const auto touched = desk.replica->notePrints({order}, ports::PrintedDocument::Label);
        QVERIFY(touched);
        QCOMPARE(touched->orders.size(), 1);
        desk.clock.advance(1'000);
        QVERIFY(desk.replica->notePrints({order}, ports::PrintedDocument::Label));
        const Instant last = desk.clock.now();
        QVERIFY(desk.snapshot());
        replica::Work work(desk.replica->database());
        const auto detail = replica::readOrderDetail(work, order);
        QVERIFY(detail);
        QCOMPARE(detail->head.labelPrints, 2);
        QCOMPARE(detail->prints, (QList<ports::PrintNote>{{ports::PrintedDocument::Label, 2, last},
                                                          {ports::PrintedDocument::Invoice, 1, {last.ms - 1'000}}}));
        QCOMPARE(desk.count(u"prints"), 2);
    }
};

QTEST_GUILESS_MAIN(WithdrawalTest)
#include "tst_withdrawal.moc"
