// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "domain/sales.h"
#include "replica/catalogue_queries.h"
#include "replica/order_queries.h"
#include "replica/orders_source.h"
#include "replica/review_table.h"
#include "replica/reviews_source.h"
#include "replica/sales_queries.h"

#include <QSignalSpy>
#include <QTimeZone>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

/// What pages other than the stock table read from the replica.
class RecordReadersTest : public QObject
{
    Q_OBJECT

    struct Sold
    {
        OrderId id;
        Sale sale;
        ProductId product;
    };

    /// Orders of a year at random moments in every state, as the marketplace would have them.
    static QList<Sold> sellForAYear(Desk& desk, int count)
    {
        QList<Sold> all;
        SeededRandom chance(42);
        const qint64 year = 365LL * 24 * 3600 * 1000;
        for (int i = 0; i < count; ++i) {
            const Instant at{desk.clock.now().ms - qint64(chance.below(quint64(year)))};
            const auto status = OrderStatus(chance.below(5));
            const qint32 quantity = 1 + qint32(chance.below(4));
            const Money price{1'000 * (1 + qint64(chance.below(90)))};
            const Money goods{price.rupiah * quantity};
            const ProductId product = desk.product(int(chance.below(8)));
            protocol::OrderRow row{.number = u"#%1"_s.arg(10'001 + i),
                                   .checkout = desk.ids.make<OrderId>().toString(),
                                   .store = desk.ids.make<StoreId>(),
                                   .storeName = u"Toko"_s,
                                   .customer = desk.ids.make<UserId>(),
                                   .customerName = i % 2 ? u"Dewi Lestari"_s : u"Budi Santoso"_s,
                                   .status = status,
                                   .lines = {{.product = product,
                                              .variant = desk.variant(0),
                                              .sku = u"SKU-%1"_s.arg(i),
                                              .name = u"Kemeja Batik"_s,
                                              .unitPrice = price,
                                              .quantity = quantity,
                                              .lineTotal = goods}},
                                   .subtotal = goods,
                                   .shippingCost = {9'000},
                                   .total = {goods.rupiah + 9'000},
                                   .paymentMethod = u"COD"_s,
                                   .createdAt = at};
            if (status == OrderStatus::Delivered)
                row.deliveredAt = Instant{at.ms + qint64(chance.below(7ULL * 24 * 3600 * 1000))};
            const auto id = desk.ids.make<OrderId>();
            desk.space.put(protocol::table::orders, id.toString(), row.toJson());
            all.append({id, Sale{status, goods, quantity, at, row.deliveredAt}, product});
        }
        return all;
    }

    static SalesFigures recount(const QList<Sold>& sold, const Span& span)
    {
        SalesFigures figures;
        for (const Sold& one : sold) {
            if (one.sale.isBooked() && span.contains(one.sale.createdAt)) {
                figures.booked.rupiah += one.sale.goods.rupiah;
                figures.units += one.sale.units;
                ++figures.orders;
            }
            if (const auto done = one.sale.completedAt(); done && span.contains(*done))
                figures.completed.rupiah += one.sale.goods.rupiah;
        }
        return figures;
    }

private Q_SLOTS:
    void listsOrdersNewestFirstAndByState()
    {
        Desk desk;
        desk.fill(200);
        const auto sold = sellForAYear(desk, 300);
        QVERIFY(desk.pull());
        replica::Work work(desk.replica->database());

        const auto all = replica::fetchOrders(work, replica::orderRows(work, {}));
        QCOMPARE(all.size(), 300);
        QVERIFY(std::is_sorted(all.begin(), all.end(),
                               [](const auto& a, const auto& b) { return a.createdAt > b.createdAt; }));
        const auto counts = replica::countOrders(work, desk.clock.now());
        for (int s = 0; s < 5; ++s) {
            const auto rows = replica::orderRows(work, {.status = OrderStatus(s)});
            const auto expected = std::count_if(sold.begin(), sold.end(),
                                                [&](const Sold& one) { return one.sale.status == OrderStatus(s); });
            QCOMPARE(rows.size(), expected);
            QCOMPARE(counts.byStatus[size_t(s)], int(expected));
        }
        QCOMPARE(counts.late, counts.of(OrderStatus::Pending) + counts.of(OrderStatus::Processing));
        QVERIFY(work.ok());
    }

    void findsOrdersByNumberCustomerSkuAndName()
    {
        Desk desk;
        desk.fill(200);
        sellForAYear(desk, 100);
        QVERIFY(desk.pull());
        replica::Work work(desk.replica->database());
        const auto found = [&](const QString& search) { return replica::orderRows(work, {.search = search}).size(); };
        QCOMPARE(found(u"#10042"_s), 1);
        QCOMPARE(found(u"10042"_s), 1);
        QCOMPARE(found(u"dewi les"_s), 50);
        QCOMPARE(found(u"SKU-7"_s), 11);
        QCOMPARE(found(u"kemeja"_s), 100);
        QCOMPARE(found(u"kemeja budi"_s), 50);
        QCOMPARE(found(u"celana"_s), 0);
        QCOMPARE(found(u"\"*("_s), 0);
    }

    void figuresEqualARecount_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("granularity");
        for (const QString& zone : {u"Asia/Jakarta"_s, u"Asia/Jayapura"_s, u"Europe/London"_s}) {
            for (int g = 0; g < 3; ++g)
                QTest::newRow(qPrintable(u"%1 %2"_s.arg(zone).arg(g))) << zone << g;
        }
    }
    void figuresEqualARecount()
    {
        QFETCH(const QString, zone);
        QFETCH(const int, granularity);
        Desk desk;
        desk.fill(200);
        const auto sold = sellForAYear(desk, 600);
        QVERIFY(desk.pull());
        const StoreId store = *StoreId::parse(desk.space.ids(protocol::table::stores).value(0));
        QVERIFY(desk.replica->submit({ports::UpdateStore{.store = store, .timeZone = zone}}));
        replica::Work work(desk.replica->database());
        const QTimeZone place(zone.toUtf8());
        const QDate today = dayOf(desk.clock.now(), place);
        const ports::SalesQuery query{.first = today.addMonths(-11),
                                      .last = today,
                                      .granularity = Granularity(granularity),
                                      .topBy = ports::TopBy::Revenue,
                                      .topLimit = 3};

        const auto report = replica::salesReport(work, query);

        QVERIFY(work.ok());
        SalesFigures sum;
        for (qsizetype i = 0; i < report.periods.size(); ++i) {
            QCOMPARE(report.points.at(i), recount(sold, report.periods.at(i).span));
            sum.booked.rupiah += report.points.at(i).booked.rupiah;
            sum.completed.rupiah += report.points.at(i).completed.rupiah;
            sum.orders += report.points.at(i).orders;
            sum.units += report.points.at(i).units;
        }
        QCOMPARE(report.total, sum);
        QCOMPARE(report.before.size(), report.points.size());

        for (int i = 0; i < int(report.periods.size()); ++i) {
            qint64 settled = 0;
            for (const Sold& one : sold) {
                if (one.sale.status == OrderStatus::Delivered && report.periods.at(i).span.contains(one.sale.createdAt))
                    settled += one.sale.goods.rupiah;
            }
            QCOMPARE(report.settled.at(i).rupiah, settled);
        }

        QHash<ProductId, qint64> revenue;
        const Span span = spanOf(query.first, query.last, place);
        for (const Sold& one : sold) {
            if (one.sale.isBooked() && span.contains(one.sale.createdAt))
                revenue[one.product] += one.sale.goods.rupiah;
        }
        QList<qint64> best = revenue.values();
        std::sort(best.begin(), best.end(), std::greater<>());
        QCOMPARE(report.top.size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(report.top.at(i).revenue.rupiah, best.at(i));

        const auto summary = replica::salesSummary(work, desk.clock.now());
        QCOMPARE(summary.timeZone, zone);
        QCOMPARE(summary.thisMonth, recount(sold, periodOf(today, Granularity::Month, place).span));
        QCOMPARE(summary.allTime.orders, std::count_if(sold.begin(), sold.end(), [](const Sold& one) {
                     return one.sale.isBooked();
                 }));
    }

    void readsAWholeOrder()
    {
        Desk desk;
        desk.fill(200);
        const OrderId id = desk.putOrder(u"#10001"_s);
        QVERIFY(desk.pull());
        replica::Work work(desk.replica->database());
        const auto detail = replica::readOrderDetail(work, id);
        QVERIFY(detail);
        QCOMPARE(detail->head.number, u"#10001"_s);
        QCOMPARE(detail->head.city, u"Bandung"_s);
        QCOMPARE(detail->head.pieces, 4);
        QCOMPARE(detail->list.size(), 2);
        QCOMPARE(detail->list.constFirst().lineTotal, Money{100'000});
        QVERIFY(!replica::readOrderDetail(work, desk.ids.make<OrderId>()));
    }

    void readsReviewsByPage()
    {
        Desk desk;
        desk.fill(200);
        for (int i = 0; i < 25; ++i) {
            desk.space.put(protocol::table::reviews, desk.ids.make<ReviewId>().toString(),
                           protocol::ReviewRow{.product = desk.product(0),
                                               .customerName = u"Sri"_s,
                                               .rating = 1 + i % 5,
                                               .comment = i % 2 ? u"Bagus 100%"_s : u"Kurang rapi"_s,
                                               .reply = i < 5 ? u"Terima kasih"_s : QString(),
                                               .createdAt = {desk.clock.now().ms + i}}
                               .toJson());
        }
        QVERIFY(desk.pull());
        replica::Work work(desk.replica->database());
        const auto first = replica::readReviews(work, {.limit = 10});
        QCOMPARE(first.reviews.size(), 10);
        QCOMPARE(first.total, 25);
        QCOMPARE(first.unanswered, 20);
        QCOMPARE(first.byRating, (std::array<int, 5>{5, 5, 5, 5, 5}));
        QVERIFY(first.reviews.constFirst().createdAt > first.reviews.constLast().createdAt);
        QCOMPARE(replica::readReviews(work, {.search = u"100%"_s}).total, 12);
        QCOMPARE(replica::readReviews(work, {.unansweredOnly = true, .rating = 5}).total, 4);
    }

    void readsAProductAndFindsItsCode()
    {
        Desk desk;
        desk.fill(200);
        QVERIFY(desk.pull());
        replica::Work work(desk.replica->database());
        const auto page = replica::readProductList(work, {.limit = 5});
        QCOMPARE(page.products.size(), std::min(5, page.total));
        const auto detail = replica::readProductDetail(work, page.products.constFirst().product);
        QVERIFY(detail);
        QCOMPARE(detail->name, page.products.constFirst().name);
        QCOMPARE(int(detail->variants.size()), page.products.constFirst().variants);
        const auto& variant = detail->variants.constFirst().variant;
        const auto match = replica::findCode(work, u' ' + variant.sku.toLower() + u' ');
        QCOMPARE(match.variant, std::optional(variant.id));
        QCOMPARE(match.product, std::optional(detail->product));
        QVERIFY(!replica::findCode(work, u"no-such-code"_s).variant);
    }

    void tellsAScreenOfAChangedOrder()
    {
        Desk desk;
        desk.fill(200);
        const OrderId id = desk.putOrder(u"#10001"_s);
        QVERIFY(desk.pull());
        replica::RecordLane* lane = nullptr;
        auto owned = std::make_unique<replica::RecordLane>(desk.replica->databaseFile());
        lane = owned.get();
        replica::OrdersSource source(*lane);
        QSignalSpy changed(&source, &ports::OrdersReader::rowsChanged);
        QSignalSpy counted(&source, &ports::OrdersReader::counted);
        source.readCounts(desk.clock.now());
        QTRY_COMPARE(counted.size(), 1);

        const auto moved = desk.replica->submit({ports::MoveOrder{.order = id, .to = OrderStatus::Processing}});
        QVERIFY(moved);
        source.notifyChanged(moved->touched);

        QTRY_COMPARE(changed.size(), 1);
        const auto rows = changed.constFirst().constFirst().value<QList<ports::OrderRow>>();
        QCOMPARE(rows.constFirst().status, OrderStatus::Processing);
        QVERIFY(rows.constFirst().waiting.testFlag(ports::EditField::Order));
        QTRY_COMPARE(counted.size(), 2);
        QCOMPARE(counted.constLast().constFirst().value<ports::OrderCounts>().of(OrderStatus::Processing), 1);
        owned.reset(); // the lane ends before the source
    }
};

QTEST_GUILESS_MAIN(RecordReadersTest)
#include "tst_record_readers.moc"
