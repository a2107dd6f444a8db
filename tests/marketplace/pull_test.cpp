// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/shop.h"

#include "marketplace/catalogue/product_edit.h"
#include "marketplace/syncing/device.h"
#include "marketplace/syncing/pull.h"
#include "marketplace/syncing/purge.h"
#include "marketplace/syncing/snapshot.h"
#include "protocol/messages.h"
#include "protocol/rows.h"

#include <QJsonDocument>

using namespace belanjain;
using namespace belanjain::marketplace;
using protocol::SyncRow;
using test::Shop;
using namespace Qt::StringLiterals;

namespace
{

protocol::PullAnswer page(Shop& shop, const PullQuery& query)
{
    const auto bytes = pull(*shop.db, query).value().value();
    protocol::ObjectReader reader(protocol::parseObject(bytes).value());
    auto answer = protocol::PullAnswer::read(reader);
    if (!reader.ok())
        qFatal("not an answer: %s", qPrintable(reader.errors().first().field));
    return answer;
}

/// Follows the cursor to the end, as a desktop does.
QMap<QString, QJsonObject> pullAll(Shop& shop, qint64 after, int limit)
{
    QMap<QString, QJsonObject> rows;
    PullQuery query{.space = shop.store.toString(), .epoch = after > 0 ? shop.head().epoch : QString(), .after = after, .limit = limit};
    while (true) {
        const auto answer = page(shop, query);
        for (const SyncRow& row : answer.rows) {
            if (row.deleted)
                rows.remove(row.table + row.id);
            else
                rows[row.table + row.id] = row.toJson();
        }
        if (answer.complete)
            return rows;
        query.epoch = answer.epoch;
        query.after = answer.next;
    }
}

QList<QByteArray> snapshotLines(Shop& shop, const DeviceId& device = {})
{
    QByteArray all;
    const auto end = writeSnapshot(*shop.db, shop.store.toString(), device, [&](const QByteArray& lines) {
        all += lines;
        return true;
    });
    if (!end || *end != SnapshotEnd::Complete)
        qFatal("snapshot did not end");
    all.chop(1);
    return all.split('\n');
}

void fill(Shop& shop, int products)
{
    for (int i = 0; i < products; ++i) {
        ProductDraft draft = Shop::draft(u"Barang \"%1\" \\ \n é 🎁 %2"_s.arg(i).arg(QChar(1)), 1'000 + i, i % 12);
        if (i % 3 == 0)
            draft.options = {{u"Warna \"x\""_s, {u"Me'rah"_s, u"Hi\\tam"_s}}};
        draft.specifications = {{u"Bahan"_s, u"Katun 100 %d"_s}};
        draft.lowStockThreshold = i % 2 == 0 ? std::optional<qint64>(4) : std::nullopt;
        draft.sku = i % 2 == 0 ? u"Ü-%1"_s.arg(i) : QString();
        shop.add(draft);
    }
}

} // namespace

class PullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRowsAsTheProtocolReadsThem()
    {
        Shop shop;
        fill(shop, 7);
        const auto answer = page(shop, {.space = shop.store.toString()});
        QVERIFY(answer.complete);
        QCOMPARE(answer.rowCount, answer.rows.size());
        for (const SyncRow& row : answer.rows) {
            protocol::ObjectReader reader(row.data);
            QJsonObject read;
            if (row.table == u"stores")
                read = protocol::StoreRow::read(reader).toJson();
            else if (row.table == u"products")
                read = protocol::ProductRow::read(reader).toJson();
            else
                read = protocol::VariantRow::read(reader).toJson();
            QVERIFY2(reader.ok(), qPrintable(row.table));
            QCOMPARE(read, row.data);
        }
        const auto name = shop.db->one(u"SELECT name FROM products ORDER BY number LIMIT 1"_s, {},
                                       [](const storage::Row& row) { return row.text(0); });
        QCOMPARE(answer.rows[1].data[u"name"_s].toString(), **name);
        QCOMPARE(answer.rows[1].data[u"createdAt"_s].toString(), toRfc3339(shop.clock.now()));
    }

    void sendsOrdersWithTheirLines()
    {
        Shop shop;
        ProductDraft draft = Shop::draft(u"Kaos"_s);
        draft.options = {{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}};
        const auto product = shop.add(draft);
        const auto variants = shop.variantsOf(product);
        const qint64 cursor = shop.head().version;
        const auto id = shop.addOrder({variants[1], variants[0]});
        const auto answer = page(shop, {.space = shop.store.toString(), .epoch = shop.head().epoch, .after = cursor});
        QCOMPARE(answer.rows.size(), 1);
        QCOMPARE(answer.rows[0].id, id.toString());
        const QJsonObject order = answer.rows[0].data;
        QCOMPARE(order.keys(),
                 (QStringList{u"cancelReason"_s, u"cancelledAt"_s, u"checkoutId"_s, u"courier"_s, u"createdAt"_s,
                              u"customer"_s, u"deliveredAt"_s, u"discount"_s, u"lines"_s, u"number"_s,
                              u"paymentMethod"_s, u"processedAt"_s, u"shippedAt"_s, u"shippingAddress"_s,
                              u"shippingCost"_s, u"shippingService"_s, u"status"_s, u"storeId"_s, u"storeName"_s,
                              u"subtotal"_s, u"total"_s, u"trackingNumber"_s}));
        QCOMPARE(order[u"customer"_s][u"name"].toString(), u"Siti \"S\""_s);
        QCOMPARE(order[u"shippingAddress"_s][u"city"].toString(), u"Bogor"_s);
        QCOMPARE(order[u"createdAt"_s].toString(), u"2026-11-21T04:00:00.789Z"_s);
        QCOMPARE(order[u"processedAt"_s].toString(), u"2026-11-21T04:00:00.012Z"_s);
        QVERIFY(order[u"shippedAt"_s].isNull() && order[u"trackingNumber"_s].isNull());
        QCOMPARE(order[u"courier"_s].toString(), u"JNE"_s);
        QCOMPARE(order[u"storeName"_s].toString(), u"Toko Jakarta Barat"_s);
        QCOMPARE(order[u"lines"_s].toArray().size(), 2);
        QCOMPARE(order[u"lines"_s][0][u"variantId"].toString(), variants[1].toString());
        QCOMPARE(order[u"lines"_s][0][u"options"].toObject(), (QJsonObject{{u"Warna"_s, u"Hitam"_s}}));
        QCOMPARE(order[u"lines"_s][1][u"lineTotal"].toInt(), 5);
        shop.checkInvariants();
    }

    void pagesCanEndAnywhere()
    {
        Shop shop;
        fill(shop, 9);
        const auto whole = pullAll(shop, 0, 2'000);
        QCOMPARE(whole.size(), shop.head().rowCount);
        for (const int limit : {1, 2, 5})
            QCOMPARE(pullAll(shop, 0, limit), whole);
    }

    void sendsOnlyWhatChangedSince()
    {
        Shop shop;
        fill(shop, 3);
        const qint64 cursor = shop.head().version;
        const auto nothing = page(shop, {.space = shop.store.toString(), .epoch = shop.head().epoch, .after = cursor});
        QVERIFY(nothing.complete && nothing.rows.isEmpty());
        QCOMPARE(nothing.next, cursor);

        const auto product = shop.add(Shop::draft(u"Baru"_s));
        const auto answer = page(shop, {.space = shop.store.toString(), .epoch = shop.head().epoch, .after = cursor});
        QCOMPARE(answer.rows.size(), 2);
        QCOMPARE(answer.rows[0].id, product.toString());
        QCOMPARE(answer.rows[1].table, u"variants"_s);
        QCOMPARE(answer.next, answer.head);
    }

    void carriesTombstones()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Wajan"_s, 10'000, 0));
        const qint64 cursor = shop.head().version;
        const auto variant = shop.variantsOf(product).first().toString();
        shop.write([&](const WriteContext& c) {
            Shop::require(c.writer.remove(c.space(), SyncedTable::Variants, variant));
            return 0;
        });
        const auto answer = page(shop, {.space = shop.store.toString(), .epoch = shop.head().epoch, .after = cursor});
        QCOMPARE(answer.rows.size(), 1);
        QVERIFY(answer.rows[0].deleted);
        QCOMPARE(answer.rows[0].id, variant);
        QCOMPARE(pullAll(shop, 0, 1).size(), shop.head().rowCount);
    }

    void sumsToWhatTheHeadSays()
    {
        Shop shop;
        fill(shop, 5);
        protocol::RowSum sum;
        const auto answer = page(shop, {.space = shop.store.toString()});
        for (const SyncRow& row : answer.rows)
            sum.add(protocol::rowShare(row.table, row.id, row.version));
        QCOMPARE(answer.rowSum, sum);
    }

    void asksForAResyncOfWhoCannotBeBroughtUpToDate()
    {
        Shop shop;
        fill(shop, 2);
        const QString space = shop.store.toString();
        const SpaceHead head = shop.head();
        const auto refusal = [&](const PullQuery& query) { return pull(*shop.db, query).value().error(); };
        QCOMPARE(refusal({.space = space, .epoch = u"another"_s, .after = 1}), PullRefusal::ResyncRequired);
        QCOMPARE(refusal({.space = space, .epoch = head.epoch, .after = head.version + 1}), PullRefusal::ResyncRequired);
        QCOMPARE(refusal({.space = space, .after = 1}), PullRefusal::ResyncRequired);
        shop.db->run(u"UPDATE space_head SET horizon = 3 WHERE space = ?"_s, {space}).value();
        QCOMPARE(refusal({.space = space, .epoch = head.epoch, .after = 2}), PullRefusal::ResyncRequired);
        QVERIFY(pull(*shop.db, {.space = space, .epoch = head.epoch, .after = 3}).value());
        QCOMPARE(refusal({.space = u"nowhere"_s}), PullRefusal::NoSpace);
    }

    void forgetsTombstonesAfterHalfAYear()
    {
        Shop shop;
        const auto early = shop.variantsOf(shop.add(Shop::draft(u"Wajan"_s, 10'000, 0))).first().toString();
        const auto late = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s, 10'000, 0))).first().toString();
        const auto removeVariant = [&](const QString& id) {
            shop.write([&](const WriteContext& c) {
                Shop::require(c.writer.remove(c.space(), SyncedTable::Variants, id));
                return 0;
            });
        };
        removeVariant(early);
        const qint64 horizon = shop.head().version;
        shop.clock.advance(100LL * 24 * 3600 * 1000);
        removeVariant(late);
        shop.clock.advance(81LL * 24 * 3600 * 1000);
        Shop::require(purgeSync(*shop.db, shop.clock.now()));

        QCOMPARE(shop.head().horizon, horizon);
        QCOMPARE(shop.head(shop.other).horizon, 0);
        const QString space = shop.store.toString();
        const PullQuery stale{.space = space, .epoch = shop.head().epoch, .after = horizon - 1};
        QCOMPARE(pull(*shop.db, stale).value().error(), PullRefusal::ResyncRequired);
        const auto answer = page(shop, {.space = space, .epoch = shop.head().epoch, .after = horizon});
        QCOMPARE(answer.rows.size(), 1);
        QCOMPARE(answer.rows[0].id, late);
    }

    void keepsTheResultsOfADesktopThatIsAway()
    {
        Shop shop;
        const QString space = shop.store.toString();
        constexpr qint64 day = 24LL * 3600 * 1000;
        const auto applies = [&](const DeviceId& device, int seq) {
            const protocol::Op op{.id = shop.ids.make<OpId>(), .seq = seq, .name = u"x"_s};
            lockDevice(*shop.db, space, device, shop.clock.now()).value();
            Shop::require(storeResult(*shop.db, space, device, op, {.id = op.id}, shop.clock.now()));
        };
        const auto kept = [&](const DeviceId& device) {
            Shop::require(purgeSync(*shop.db, shop.clock.now()));
            return page(shop, {.space = space, .device = device}).results.size();
        };
        const auto away = shop.ids.make<DeviceId>();
        const auto busy = shop.ids.make<DeviceId>();
        applies(away, 1); // the answer is lost, and the laptop stays closed
        applies(busy, 1);
        shop.clock.advance(100 * day);
        applies(busy, 2);
        shop.clock.advance(100 * day);
        QCOMPARE(kept(busy), 1);
        QCOMPARE(kept(away), 1);
        shop.clock.advance(3 * 365 * day);
        QCOMPARE(kept(away), 0);
    }

    void repeatsTheResultsOfADevice()
    {
        Shop shop;
        const auto device = shop.ids.make<DeviceId>();
        const QString space = shop.store.toString();
        lockDevice(*shop.db, space, device, shop.clock.now()).value();
        for (int seq = 1; seq <= 3; ++seq) {
            const protocol::Op op{.id = shop.ids.make<OpId>(), .seq = seq, .name = u"x"_s};
            Shop::require(storeResult(*shop.db, space, device, op, {.id = op.id, .code = u"c%1"_s.arg(seq)}, shop.clock.now()));
        }
        const auto codes = [](const QList<protocol::OpResult>& results) {
            QStringList list;
            for (const auto& result : results)
                list << u"%1 %2"_s.arg(result.seq).arg(result.code);
            return list;
        };
        const auto answer = page(shop, {.space = space, .device = device});
        QCOMPARE(answer.lastSeq, 3);
        QCOMPARE(codes(answer.results), (QStringList{u"1 c1"_s, u"2 c2"_s, u"3 c3"_s}));
        QCOMPARE(codes(page(shop, {.space = space, .device = device, .seenSeq = 2}).results), QStringList{u"3 c3"_s});
        QVERIFY(page(shop, {.space = space, .device = shop.ids.make<DeviceId>()}).results.isEmpty());
        protocol::ObjectReader reader(protocol::parseObject(snapshotLines(shop, device).first()).value());
        QCOMPARE(protocol::SnapshotHead::read(reader).lastSeq, 3);
    }

    void snapshotEqualsAPullFromZero()
    {
        Shop shop;
        fill(shop, 12);
        shop.addOrder(shop.variantsOf(shop.add(Shop::draft(u"Panci"_s))));
        shop.add(Shop::draft(u"Milik toko lain"_s), shop.other);
        QList<QByteArray> lines = snapshotLines(shop);
        QCOMPARE(lines.takeLast(), "{\"end\":true}"_ba);
        protocol::ObjectReader headReader(protocol::parseObject(lines.takeFirst()).value());
        const auto head = protocol::SnapshotHead::read(headReader);
        QVERIFY(headReader.ok());
        QCOMPARE(head.rowCount, lines.size());
        QCOMPARE(head.rowSum, shop.head().rowSum);
        QCOMPARE(head.head, shop.head().version);

        QMap<QString, QJsonObject> rows;
        QString product;
        for (const QByteArray& line : std::as_const(lines)) {
            const QJsonObject row = protocol::parseObject(line).value();
            rows[row[u"table"_s].toString() + row[u"id"_s].toString()] = row;
            if (row[u"table"_s].toString() == u"products")
                product = row[u"id"_s].toString();
            if (row[u"table"_s].toString() == u"variants")
                QCOMPARE(row[u"data"_s][u"productId"].toString(), product);
        }
        QCOMPARE(rows, pullAll(shop, 0, 2'000));
    }

    void snapshotStopsWhenNobodyTakesIt()
    {
        Shop shop;
        fill(shop, 2);
        const auto end = writeSnapshot(*shop.db, shop.store.toString(), {}, [](const QByteArray&) { return false; });
        QCOMPARE(*end, SnapshotEnd::Interrupted);
        QCOMPARE(*writeSnapshot(*shop.db, u"nowhere"_s, {}, [](const QByteArray&) { return true; }), SnapshotEnd::NoSpace);
    }
};

QTEST_GUILESS_MAIN(PullTest)
#include "pull_test.moc"
