// SPDX-License-Identifier: GPL-3.0-or-later
// A sync that would take most of the catalogue away waits for a word; by pull and by snapshot, by tombstones,
// archived products and rows that are missing.
#include "desk.h"

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList forSale(const Desk& desk)
{
    QStringList ids;
    const auto rows = desk.space.snapshotRows();
    for (const protocol::SyncRow& row : rows) {
        if (row.table == QStringView(protocol::table::products) && row.data.value(u"status").toString() == u"active")
            ids << row.id;
    }
    return ids;
}

int productCount(const Desk& desk) { return int(forSale(desk).size()); }

void eraseProducts(Desk& desk, int count)
{
    const QStringList ids = forSale(desk);
    for (int i = 0; i < count; ++i) {
        const ProductId product = *ProductId::parse(ids.at(i));
        const QStringList variants = desk.space.ids(protocol::table::variants);
        for (const QString& variant : variants) {
            if (desk.space.variant(*VariantId::parse(variant)).product == product)
                desk.space.erase(protocol::table::variants, variant);
        }
        desk.space.erase(protocol::table::products, ids.at(i));
    }
}

} // namespace

class RemovalGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForAWordAndThenGoesThrough_data()
    {
        QTest::addColumn<bool>("snapshot");
        QTest::newRow("pull") << false;
        QTest::newRow("snapshot") << true;
    }

    void waitsForAWordAndThenGoesThrough()
    {
        QFETCH(const bool, snapshot);
        Desk desk;
        desk.fill(150);
        QVERIFY(desk.sync());
        const int products = productCount(desk);
        QVERIFY(products >= 24);
        const QByteArray before = desk.replica->dump().value();
        eraseProducts(desk, products / 2 + 1);
        const auto sync = [&] { return snapshot ? desk.snapshot() : desk.pull(); };

        auto effect = sync();
        QVERIFY(effect && effect->paused && !effect->applied);
        QCOMPARE(desk.replica->removalPause()->products, products / 2 + 1);
        QCOMPARE(desk.replica->removalPause()->total, products);
        QCOMPARE(desk.replica->dump().value(), before);
        desk.reopen();
        QVERIFY(desk.replica->removalPause());

        QVERIFY(desk.replica->acceptRemoval());
        effect = sync();
        QVERIFY(effect && effect->applied);
        QVERIFY(!desk.replica->removalPause());
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void archivingElsewhereIsAskedForToo()
    {
        Desk desk;
        desk.fill(150);
        QVERIFY(desk.sync());
        const auto rows = desk.space.snapshotRows();
        for (protocol::SyncRow row : rows) {
            if (row.table == QStringView(protocol::table::products)) {
                row.data.insert(u"status"_s, u"archived"_s);
                desk.space.put(row);
            }
        }
        const auto effect = desk.pull();
        QVERIFY(effect && effect->paused);
        QCOMPARE(desk.replica->removalPause()->products, desk.replica->removalPause()->total);
    }

    void variantsThatGoTakeTheirProductsOut()
    {
        Desk desk;
        desk.fill(150);
        QVERIFY(desk.sync());
        const QStringList variants = desk.space.ids(protocol::table::variants);
        for (const QString& variant : variants)
            desk.space.erase(protocol::table::variants, variant);
        const auto effect = desk.pull();
        QVERIFY(effect && effect->paused);
    }

    void ownArchivingIsNotAskedFor()
    {
        Desk desk;
        desk.fill(150);
        QVERIFY(desk.sync());
        const QStringList ids = desk.space.ids(protocol::table::products);
        for (int i = 0; i < ids.size(); ++i)
            QVERIFY(desk.replica->submit({ports::SetProductArchived{*ProductId::parse(ids.at(i)), true}}));
        const auto effect = desk.sync();
        QVERIFY(effect && effect->applied && !effect->paused);
    }

    void halfOrASmallCatalogueGoesThrough()
    {
        Desk desk;
        desk.fill(150);
        QVERIFY(desk.sync());
        eraseProducts(desk, productCount(desk) / 2);
        const auto effect = desk.pull();
        QVERIFY(effect && effect->applied);
        Desk few;
        few.fill(12);
        QVERIFY(few.sync());
        QVERIFY(productCount(few) < 20);
        eraseProducts(few, productCount(few));
        const auto all = few.snapshot();
        QVERIFY(all && all->applied);
    }
};

QTEST_GUILESS_MAIN(RemovalGuardTest)
#include "tst_removal_guard.moc"
