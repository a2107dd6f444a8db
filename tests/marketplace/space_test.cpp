// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/shop.h"

#include "marketplace/catalogue/product_edit.h"

#include <random>

using namespace belanjain;
using namespace belanjain::marketplace;
using test::Shop;
using namespace Qt::StringLiterals;

class SpaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachRowAVersionOfItsOwn()
    {
        Shop shop;
        const qint64 before = shop.head().version;
        ProductDraft draft = Shop::draft(u"Kaos"_s);
        draft.options = {{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}};
        const auto product = shop.add(draft);

        QCOMPARE(shop.head().version, before + 3);
        QCOMPARE(shop.number(u"SELECT version FROM products WHERE id = ?"_s, {product.toString()}), before + 1);
        QCOMPARE(shop.number(u"SELECT min(version) FROM variants WHERE product_id = ?"_s, {product.toString()}), before + 2);
        QCOMPARE(shop.number(u"SELECT max(version) FROM variants WHERE product_id = ?"_s, {product.toString()}), before + 3);
        QCOMPARE(shop.changes, (QList<HeadChange>{{shop.store.toString(), before + 3}}));
        QCOMPARE(shop.head(shop.other).version, 1);
        shop.checkInvariants();
    }

    void stampsARowOnceHoweverOftenItIsNamed()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s))).first();
        const qint64 before = shop.head().version;
        shop.write([&](const WriteContext& context) {
            StockLedger ledger(context.db, context.writer, context.ids, context.now);
            ledger.adjust(variant, 1, {}).value();
            return ledger.adjust(variant, 1, {}).value();
        });
        QCOMPARE(shop.head().version, before + 1);
        shop.checkInvariants();
    }

    void writesNothingWhenNothingWasNamed()
    {
        Shop shop;
        const SpaceHead before = shop.head();
        shop.write([](const WriteContext&) { return 0; });
        QCOMPARE(shop.changes, QList<HeadChange>());
        QCOMPARE(shop.head(), before);
    }

    void leavesATombstoneForARemovedRow()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Wajan"_s, 10'000, 0));
        const auto variant = shop.variantsOf(product).first().toString();
        const qint64 rows = shop.head().rowCount;
        shop.write([&](const WriteContext& context) {
            Shop::require(context.writer.remove(context.space(), SyncedTable::Variants, variant));
            return 0;
        });
        QCOMPARE(shop.head().rowCount, rows - 1);
        QCOMPARE(shop.number(u"SELECT version FROM sync_tombstones WHERE row_id = ?"_s, {variant}), shop.head().version);
        const auto [count, sum] = shop.recount();
        QCOMPARE(shop.head().rowCount, count);
        QCOMPARE(shop.head().rowSum, sum);
    }

    void bringsSeveralSpacesAlongInOneTransaction()
    {
        Shop shop;
        const auto mine = shop.variantsOf(shop.add(Shop::draft(u"Gelas"_s))).first();
        const auto theirs = shop.variantsOf(shop.add(Shop::draft(u"Piring"_s), shop.other)).first();
        QVERIFY(shop.move([&](StockLedger& ledger) {
            ledger.reserve(theirs, 2, {}).value();
            return ledger.reserve(mine, 1, {});
        }));
        QList<QString> spaces;
        for (const HeadChange& change : std::as_const(shop.changes))
            spaces << change.space;
        QStringList expected{shop.store.toString(), shop.other.toString()};
        expected.sort();
        QCOMPARE(spaces, expected);
        shop.checkInvariants();
    }

    void keepsEverySpaceOfADatabaseInOneEpoch()
    {
        Shop shop;
        QVERIFY(!shop.head().epoch.isEmpty());
        QCOMPARE(shop.head().epoch, shop.head(shop.other).epoch);
    }

    void staysExactThroughAnyWork()
    {
        Shop shop;
        std::mt19937 chance(7);
        QList<ProductId> products;
        QList<VariantId> variants;
        qint64 version = shop.head().version;
        for (int step = 0; step < 400; ++step) {
            shop.clock.advance(1'000);
            const int what = int(chance() % 6);
            if (what == 0 || products.size() < 3) {
                ProductDraft draft = Shop::draft(u"Barang %1"_s.arg(step), 1'000 + step, 5);
                if (step % 2 == 0)
                    draft.options = {{u"Ukuran"_s, {u"S"_s, u"M"_s, u"L"_s}}};
                products << shop.add(draft);
                variants += shop.variantsOf(products.last());
            } else if (what == 1) {
                const auto product = products[qsizetype(chance()) % products.size()];
                shop.write([&](const WriteContext& context) { return setArchived(context, product, chance() % 2 == 0); });
            } else if (what == 2) {
                const auto product = products[qsizetype(chance()) % products.size()];
                shop.write([&](const WriteContext& context) {
                    return updateProduct(context, product, {.name = u"Nama %1"_s.arg(step)}, {});
                });
            } else {
                const auto variant = variants[qsizetype(chance()) % variants.size()];
                const qint64 amount = qint64(chance() % 9) - 3;
                (void)shop.move([&](StockLedger& ledger) {
                    if (what == 3)
                        return ledger.adjust(variant, amount, {});
                    return what == 4 ? ledger.reserve(variant, amount, {}) : ledger.ship(variant, amount, {});
                });
            }
            QVERIFY(shop.head().version >= version);
            version = shop.head().version;
        }
        shop.checkInvariants();
        QVERIFY(shop.number(u"SELECT count(*) FROM stock_moves"_s) > 100);
    }
};

QTEST_GUILESS_MAIN(SpaceTest)
#include "space_test.moc"
