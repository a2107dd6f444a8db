// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cart_split.h"
#include "domain/outcome.h"
#include "domain/stock.h"

#include <QSet>
#include <QTest>

#include <numeric>
#include <random>

using namespace belanjain;
using namespace Qt::StringLiterals;
using tests::outcome;

namespace {

StoreId store(int number) { return StoreId(makeUuidV7(1'000 + number, {})); }

VariantId variant(int number) { return VariantId(makeUuidV7(500'000 + number, {})); }

CartLine line(int variantNumber, int storeNumber, qint64 price, qint64 quantity)
{
    return {variant(variantNumber), store(storeNumber), Money{price}, quantity};
}

QList<qint64> rupiah(const QList<Money>& amounts)
{
    QList<qint64> list;
    for (const Money amount : amounts)
        list += amount.rupiah;
    return list;
}

QList<Money> money(const QList<qint64>& amounts)
{
    QList<Money> list;
    for (const qint64 amount : amounts)
        list += Money{amount};
    return list;
}

QString refusal(const Checked<SplitCart>& cart) { return cart ? u"accepted"_s : outcome(cart.error()); }

} // namespace

class TestCartSplit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeStoresBecomeThreeOrders();
    void aDiscountIsSpreadToTheLastRupiah();
    void remainders_data();
    void remainders();
    void refusals();
    void partsAlwaysSumToTheWhole();
};

void TestCartSplit::threeStoresBecomeThreeOrders()
{
    const QList<CartLine> lines{line(1, 3, 34'900, 2), line(2, 1, 12'500, 1), line(3, 3, 68'000, 1),
                                line(4, 2, 1'725, 10)};
    const auto cart = splitCart(lines, {}, {{store(3), Money{27'000}}, {store(2), Money{9'000}}});

    QVERIFY(cart.has_value());
    QCOMPARE(cart->shares.size(), 3);
    QCOMPARE(cart->shares[0],
             (StoreShare{store(1), {lines[1]}, money({12'500}), {12'500}, {0}, {0}, {12'500}}));
    QCOMPARE(cart->shares[1],
             (StoreShare{store(2), {lines[3]}, money({17'250}), {17'250}, {9'000}, {0}, {26'250}}));
    QCOMPARE(
        cart->shares[2],
        (StoreShare{
            store(3), {lines[0], lines[2]}, money({69'800, 68'000}), {137'800}, {27'000}, {0}, {164'800}}));
    QCOMPARE(cart->subtotal, Money{167'550});
    QCOMPARE(cart->shipping, Money{36'000});
    QCOMPARE(cart->total, Money{203'550});
}

void TestCartSplit::aDiscountIsSpreadToTheLastRupiah()
{
    const auto cart = splitCart({line(1, 1, 100, 1), line(2, 2, 100, 1), line(3, 3, 100, 1)}, Money{100});

    QVERIFY(cart.has_value());
    QCOMPARE(cart->shares[0].discount, Money{34}); // the tie goes to the lowest store id
    QCOMPARE(cart->shares[1].discount, Money{33});
    QCOMPARE(cart->shares[2].discount, Money{33});
    QCOMPARE(cart->shares[0].total, Money{66});
    QCOMPARE(cart->total, Money{200});
}

void TestCartSplit::remainders_data()
{
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<QList<qint64>>("weights");
    QTest::addColumn<QList<qint64>>("parts");
    using L = QList<qint64>;
    QTest::newRow("none") << qint64(0) << L{1, 2, 3} << L{0, 0, 0};
    QTest::newRow("nobody") << qint64(5) << L{} << L{};
    QTest::newRow("one") << qint64(5) << L{7} << L{5};
    QTest::newRow("even") << qint64(6) << L{1, 1, 1} << L{2, 2, 2};
    QTest::newRow("one over") << qint64(7) << L{1, 1, 1} << L{3, 2, 2};
    QTest::newRow("two over") << qint64(8) << L{1, 1, 1} << L{3, 3, 2};
    QTest::newRow("largest remainder first") << qint64(10) << L{1, 2, 4} << L{1, 3, 6};
    QTest::newRow("last has the largest") << qint64(1) << L{1, 1, 2} << L{0, 0, 1};
    QTest::newRow("nothing for nothing") << qint64(10) << L{0, 5, 0} << L{0, 10, 0};
    QTest::newRow("weightless") << qint64(10) << L{0, 0} << L{10, 0};
    const qint64 top = maxMoney.rupiah;
    QTest::newRow("as large as it gets") << top << L{top, top} << L{500'000'000'000, 499'999'999'999};
    QTest::newRow("all of it") << top << L{top - 1, 1} << L{top - 1, 1};
}

void TestCartSplit::remainders()
{
    QFETCH(qint64, whole);
    QFETCH(QList<qint64>, weights);
    QFETCH(QList<qint64>, parts);
    QCOMPARE(rupiah(allocate({whole}, money(weights))), parts);
}

void TestCartSplit::refusals()
{
    QCOMPARE(refusal(splitCart({})), u"required@items"_s);
    QCOMPARE(refusal(splitCart({line(1, 1, 100, 0)})), u"out_of_range@items[0].quantity(1,99999)"_s);
    QCOMPARE(refusal(splitCart({line(1, 1, 100, 1), line(2, 1, 100, -1)})),
             u"out_of_range@items[1].quantity(1,99999)"_s);
    QCOMPARE(refusal(splitCart({line(1, 1, 0, 1)})), u"price_not_positive@items[0].unitPrice"_s);
    QCOMPARE(refusal(splitCart({line(1, 1, 100, 1), line(1, 1, 100, 1)})), u"duplicate@items[1].variantId"_s);
    QCOMPARE(refusal(splitCart({line(1, 1, 100, 1)}, Money{101})), u"out_of_range@discount(0,100)"_s);
    QCOMPARE(refusal(splitCart({line(1, 1, 100, 1)}, Money{-1})), u"out_of_range@discount(0,100)"_s);
    QCOMPARE(refusal(splitCart({line(1, 1, 100, 1)}, {}, {{store(1), Money{-1}}})),
             u"out_of_range@shipping(0,999999999999)"_s);
    const QString over = u"out_of_range@total(0,999999999999)"_s;
    QCOMPARE(refusal(splitCart({line(1, 1, maxMoney.rupiah, 2)})), over);
    QCOMPARE(refusal(splitCart({line(1, 1, maxMoney.rupiah, maxCartQuantity)})), over);
    QCOMPARE(refusal(splitCart({line(1, 1, maxMoney.rupiah, 1), line(2, 2, 1, 1)})), over);
    QCOMPARE(refusal(splitCart({line(1, 1, maxMoney.rupiah, 1)}, {}, {{store(1), Money{1}}})), over);
    QCOMPARE(refusal(splitCart({line(1, 1, maxMoney.rupiah, 1)})), u"accepted"_s);

    QList<CartLine> many;
    for (int i = 0; i <= maxCartLines; ++i)
        many += line(i, 1, 100, 1);
    QCOMPARE(refusal(splitCart(many)), u"too_many@items(200)"_s);
    many.removeLast();
    QCOMPARE(refusal(splitCart(many)), u"accepted"_s);
}

void TestCartSplit::partsAlwaysSumToTheWhole()
{
    std::mt19937 random(20'261'121);
    const auto upTo = [&random](quint32 most) { return int(random() % (most + 1)); };
    for (int round = 0; round < 2'000; ++round) {
        QList<CartLine> lines;
        qint64 subtotal = 0;
        const int number = 1 + upTo(11);
        for (int i = 0; i < number; ++i) {
            const qint64 price = 1 + upTo(round % 3 == 0 ? 9 : 900'000);
            const qint64 quantity = 1 + upTo(20);
            lines += line(i, upTo(5), price, quantity);
            subtotal += price * quantity;
        }
        const Money discount{round % 5 == 0 ? subtotal : qint64(random()) % (subtotal + 1)};
        QHash<StoreId, Money> shipping;
        for (int i = 0; i <= 5; ++i)
            shipping[store(i)] = Money{upTo(50'000)};

        const auto cart = splitCart(lines, discount, shipping);

        QVERIFY(cart.has_value());
        Money sums[4];
        QSet<VariantId> seen;
        for (qsizetype i = 0; i < cart->shares.size(); ++i) {
            const StoreShare& share = cart->shares[i];
            QVERIFY(i == 0 || cart->shares[i - 1].store < share.store);
            QVERIFY(share.discount >= Money{} && share.discount <= share.subtotal);
            // Nobody's part is a rupiah or more away from the exact proportion.
            const long double exact = 1.0L * discount.rupiah * share.subtotal.rupiah / subtotal;
            QVERIFY(std::abs(exact - share.discount.rupiah) < 1.0L);
            QCOMPARE(share.total.rupiah,
                     share.subtotal.rupiah - share.discount.rupiah + shipping[share.store].rupiah);
            qint64 ofLines = 0;
            for (qsizetype k = 0; k < share.lines.size(); ++k) {
                QCOMPARE(share.lines[k].store, share.store);
                QCOMPARE(share.lineTotals[k].rupiah,
                         share.lines[k].unitPrice.rupiah * share.lines[k].quantity);
                ofLines += share.lineTotals[k].rupiah;
                seen.insert(share.lines[k].variant);
            }
            QCOMPARE(share.subtotal.rupiah, ofLines);
            sums[0].rupiah += share.subtotal.rupiah;
            sums[1].rupiah += share.shipping.rupiah;
            sums[2].rupiah += share.discount.rupiah;
            sums[3].rupiah += share.total.rupiah;
        }
        QCOMPARE(seen.size(), lines.size());
        QCOMPARE(sums[0], Money{subtotal});
        QCOMPARE(sums[0], cart->subtotal);
        QCOMPARE(sums[1], cart->shipping);
        QCOMPARE(sums[2], discount);
        QCOMPARE(cart->discount, discount);
        QCOMPARE(sums[3], cart->total);
    }
}

QTEST_APPLESS_MAIN(TestCartSplit)
#include "tst_cart_split.moc"
