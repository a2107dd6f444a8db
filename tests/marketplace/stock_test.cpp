// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/shop.h"

using namespace belanjain;
using namespace belanjain::marketplace;
using test::Shop;
using namespace Qt::StringLiterals;

class StockTest : public QObject
{
    Q_OBJECT

private:
    static QStringList ledgerOf(Shop& shop, const VariantId& variant)
    {
        QStringList lines;
        const auto page = readMoves(*shop.db, variant, {}, 100).value();
        for (const StockMove& move : page.moves)
            lines.prepend(u"%1 %2 %3 -> %4"_s.arg(wireName(move.kind)).arg(move.delta).arg(move.reservedDelta).arg(move.onHandAfter));
        return lines;
    }

private Q_SLOTS:
    void followsAPieceFromShelfToBuyer()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Teko"_s, 90'000, 10))).first();
        QCOMPARE(shop.move([&](StockLedger& l) { return l.reserve(variant, 4, {.orderNumber = u"BLJ-1"_s}); }).value(),
                 (StockLevel{10, 4}));
        QCOMPARE(shop.move([&](StockLedger& l) { return l.release(variant, 1, {.orderNumber = u"BLJ-1"_s}); }).value(),
                 (StockLevel{10, 3}));
        QCOMPARE(shop.move([&](StockLedger& l) { return l.ship(variant, 3, {.orderNumber = u"BLJ-1"_s}); }).value(),
                 (StockLevel{7, 0}));
        QCOMPARE(shop.move([&](StockLedger& l) { return l.adjust(variant, 5, {.reason = u"Kiriman"_s}); }).value(),
                 (StockLevel{12, 0}));
        QCOMPARE(shop.move([&](StockLedger& l) { return l.count(variant, 11, 12, {}); }).value(), (StockLevel{11, 0}));
        QCOMPARE(ledgerOf(shop, variant),
                 (QStringList{u"initial 10 0 -> 10"_s, u"reserved 0 4 -> 10"_s, u"released 0 -1 -> 10"_s,
                              u"shipped -3 -3 -> 7"_s, u"adjusted 5 0 -> 12"_s, u"counted -1 0 -> 11"_s}));
        shop.checkInvariants();
    }

    void promisesNoMoreThanThereIs()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Teko"_s, 90'000, 3))).first();
        QVERIFY(shop.move([&](StockLedger& l) { return l.reserve(variant, 2, {}); }));
        const auto refused = shop.move([&](StockLedger& l) { return l.reserve(variant, 2, {}); });
        QCOMPARE(refused.error(), (Violation{u"quantity"_s, Rule::OutOfStock, {u"1"_s}}));
        QCOMPARE(shop.move([&](StockLedger& l) { return l.reserve(variant, 0, {}); }).error().rule, Rule::OutOfRange);
        QCOMPARE(shop.move([&](StockLedger& l) { return l.reserve(shop.ids.make<VariantId>(), 1, {}); }).error().rule,
                 Rule::NotFound);
        QCOMPARE(ledgerOf(shop, variant).size(), 2);
        shop.checkInvariants();
    }

    void acceptsALossBelowWhatIsPromised()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Teko"_s, 90'000, 5));
        const auto variant = shop.variantsOf(product).first();
        QVERIFY(shop.move([&](StockLedger& l) { return l.reserve(variant, 4, {}); }));
        const auto level = shop.move([&](StockLedger& l) { return l.adjust(variant, -3, {.reason = u"Pecah"_s}); }).value();
        QCOMPARE(level, (StockLevel{2, 4}));
        QCOMPARE(level.shortfall(), 2);
        QCOMPARE(shop.number(u"SELECT available FROM products WHERE id = ?"_s, {product.toString()}), 0);
        QCOMPARE(shop.move([&](StockLedger& l) { return l.adjust(variant, -3, {}); }).error().rule, Rule::WouldBeNegative);
        QCOMPARE(shop.move([&](StockLedger& l) { return l.ship(variant, 3, {}); }).error().rule, Rule::WouldBeNegative);
        shop.checkInvariants();
    }

    void refusesACountOfAnotherMomentAndSaysWhatHappened()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Teko"_s, 90'000, 13))).first();
        QVERIFY(shop.move([&](StockLedger& l) { return l.adjust(variant, -2, {.reason = u"Rusak"_s}); }));
        QVERIFY(shop.move([&](StockLedger& l) { return l.adjust(variant, 4, {}); }));
        const auto refused = shop.move([&](StockLedger& l) { return l.count(variant, 12, 13, {}); });
        QCOMPARE(refused.error().rule, Rule::StaleCount);
        const auto moves = movesSince(*shop.db, variant, 13).value();
        QCOMPARE(moves.size(), 2);
        QCOMPARE(moves[0].delta, 4);
        QCOMPARE(moves[1].note.reason, u"Rusak"_s);
    }

    void pagesTheLedger()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Teko"_s, 90'000, 1))).first();
        for (int i = 0; i < 6; ++i)
            QVERIFY(shop.move([&](StockLedger& l) { return l.adjust(variant, 1, {}); }));
        QList<qint32> seen;
        QString before;
        do {
            const auto page = readMoves(*shop.db, variant, before, 3).value();
            for (const StockMove& move : page.moves)
                seen << move.onHandAfter;
            before = page.nextBefore;
            QVERIFY(seen.size() <= 7);
        } while (!before.isEmpty());
        QCOMPARE(seen, (QList<qint32>{7, 6, 5, 4, 3, 2, 1}));
    }
};

QTEST_GUILESS_MAIN(StockTest)
#include "stock_test.moc"
