// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/shop.h"

#include "marketplace/catalogue/product_edit.h"
#include "marketplace/catalogue/variant_edit.h"
#include "marketplace/syncing/push.h"

using namespace belanjain;
using namespace belanjain::marketplace;
using protocol::Op;
using protocol::OpResult;
using protocol::OpStatus;
using test::Shop;
using namespace Qt::StringLiterals;

namespace
{

/// A desktop that numbers what it sends.
class Desk
{
public:
    explicit Desk(Shop& shop) : m_shop(shop), device(shop.ids.make<DeviceId>()), epoch(shop.head().epoch) {}

    Op op(const QString& name, const QString& entity, const QJsonObject& args, std::optional<qint64> base = {})
    {
        return {.id = m_shop.ids.make<OpId>(),
                .seq = ++seq,
                .name = name,
                .entityId = entity,
                .baseVersion = base,
                .args = args,
                .clientTime = m_shop.clock.now()};
    }

    tl::expected<PushDone, PushProblem> send(const QList<Op>& ops)
    {
        auto transaction = storage::Transaction::begin(*m_shop.db).value();
        const PushParts parts{.db = *m_shop.db,
                              .ids = m_shop.ids,
                              .now = m_shop.clock.now(),
                              .actor = {m_shop.store, u"Rina"_s, device.toString()},
                              .language = Language::English};
        auto done = push(parts, {.device = device, .epoch = epoch, .ops = ops}).value();
        if (done)
            Shop::require(transaction.commit());
        return done;
    }

    OpResult one(const QString& name, const QString& entity, const QJsonObject& args, std::optional<qint64> base = {})
    {
        return send({op(name, entity, args, base)}).value().answer.results.first();
    }

private:
    Shop& m_shop;

public:
    DeviceId device;
    QString epoch;
    qint64 seq = 0;
};

qint64 versionOf(Shop& shop, const QString& table, const QString& id)
{
    return shop.number(u"SELECT version FROM %1 WHERE id = ?"_s.arg(table), {id});
}

} // namespace

class PushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesOpsInOrderAndOnlyOnce()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s, 50'000, 13))).first().toString();
        Desk desk(shop);
        const QList<Op> ops{desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, 7}, {u"reason"_s, u"Kiriman"_s}}),
                            desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, -2}})};
        const auto first = desk.send(ops).value();
        QCOMPARE(first.answer.lastSeq, 2);
        QCOMPARE(shop.number(u"SELECT on_hand FROM variants WHERE id = ?"_s, {variant}), 18);

        const SpaceHead head = shop.head();
        const auto again = desk.send(ops).value();
        QCOMPARE(again.answer.lastSeq, 2);
        QCOMPARE(again.answer.toJson(), first.answer.toJson());
        QVERIFY(again.changes.isEmpty());
        QCOMPARE(shop.head(), head);
        QCOMPARE(shop.number(u"SELECT count(*) FROM stock_moves WHERE reason = 'Kiriman' AND moved_by = 'Rina'"_s), 1);
        shop.checkInvariants();
    }

    void namesTheExpectedSeqOfAGap()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s))).first().toString();
        Desk desk(shop);
        const Op lost = desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, 1}});
        const Op second = desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, 1}});
        const auto refused = desk.send({second});
        QCOMPARE(refused.error().refusal, PushRefusal::SeqGap);
        QCOMPARE(refused.error().expected, 1);
        QCOMPARE(desk.send({lost, second}).value().answer.lastSeq, 2);
    }

    void refusesAnotherOpUnderASeqThatWasHad()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s, 50'000, 1))).first().toString();
        Desk desk(shop);
        desk.send({desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, 1}})}).value();
        desk.seq = 0; // a copy of the replica that went its own way
        const Op other = desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, 5}});
        QCOMPARE(desk.send({other}).error().refusal, PushRefusal::SeqMismatch);
        QCOMPARE(shop.number(u"SELECT on_hand FROM variants WHERE id = ?"_s, {variant}), 2);
    }

    void doesNotApplyAgainWhatAnotherDeviceIdSent()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s, 50'000, 1))).first().toString();
        Desk before(shop);
        const Op op = before.op(u"stock.adjust"_s, variant, {{u"delta"_s, 4}});
        before.send({op}).value();
        Desk after(shop);
        after.seq = 1;
        const auto done = after.send({op}).value();
        QCOMPARE(done.answer.lastSeq, 1);
        QCOMPARE(done.answer.results.first().status, OpStatus::Applied);
        QCOMPARE(shop.number(u"SELECT on_hand FROM variants WHERE id = ?"_s, {variant}), 5);
    }

    void goesOnAfterARejectedOp()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s, 50'000, 2))).first().toString();
        Desk desk(shop);
        const auto done = desk.send({desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, -5}}),
                                     desk.op(u"moon.landing"_s, variant, {}),
                                     desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, u"many"_s}}),
                                     desk.op(u"stock.adjust"_s, variant, {{u"delta"_s, -1}})})
                              .value();
        QStringList fates;
        for (const OpResult& result : done.answer.results)
            fates << (result.status == OpStatus::Applied ? u"applied"_s : result.code);
        QCOMPARE(fates, (QStringList{u"would_be_negative"_s, u"unknown_op"_s, u"invalid_args"_s, u"applied"_s}));
        QCOMPARE(done.answer.lastSeq, 4);
        QCOMPARE(done.answer.results[0].current[u"onHand"_s].toInt(), 2);
        QVERIFY(!done.answer.results[0].detail.isEmpty());
        QCOMPARE(shop.number(u"SELECT on_hand FROM variants WHERE id = ?"_s, {variant}), 1);
        shop.checkInvariants();
    }

    void asksForAResyncWhenTheEpochIsAnother()
    {
        Shop shop;
        Desk desk(shop);
        desk.epoch = u"before-the-backup"_s;
        QCOMPARE(desk.send({}).error().refusal, PushRefusal::ResyncRequired);
    }

    void createsAProductWithTheIdsOfItsMaker()
    {
        Shop shop;
        Desk desk(shop);
        const auto product = shop.ids.make<ProductId>();
        const auto variant = shop.ids.make<VariantId>();
        const QJsonObject args{{u"name"_s, u"Kaos"_s}, {u"price"_s, 75'000}, {u"stock"_s, 4},
                               {u"variantId"_s, variant.toString()}};
        QCOMPARE(desk.one(u"product.create"_s, product.toString(), args).status, OpStatus::Applied);
        QCOMPARE(shop.variantsOf(product), QList<VariantId>{variant});
        QCOMPARE(desk.one(u"product.create"_s, product.toString(), args).code, u"duplicate"_s);
        QCOMPARE(desk.one(u"product.create"_s, shop.ids.make<ProductId>().toString(), {{u"name"_s, u""_s}, {u"price"_s, 1}, {u"stock"_s, 0}}).status,
                 OpStatus::Rejected);
        shop.checkInvariants();
    }

    // The table "when both changed it" of the contract, row by row.

    void mergesFieldsAndSaysWhatWasOverwritten()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Panci"_s));
        const QString id = product.toString();
        const qint64 base = versionOf(shop, u"products"_s, id);
        Desk mine(shop);
        Desk theirs(shop);
        QCOMPARE(theirs.one(u"product.update"_s, id, {{u"name"_s, u"Panci Besar"_s}}, base).status, OpStatus::Applied);

        const OpResult apart = mine.one(u"product.update"_s, id, {{u"category"_s, u"Rumah"_s}}, base);
        QCOMPARE(apart.status, OpStatus::Applied);
        const OpResult same = mine.one(u"product.update"_s, id, {{u"name"_s, u"Panci Kecil"_s}}, base);
        QCOMPARE(same.status, OpStatus::Merged);
        QCOMPARE(same.code, u"overwritten"_s);
        QCOMPARE(same.current[u"overwritten"_s].toObject(), (QJsonObject{{u"name"_s, u"Panci Besar"_s}}));
        QCOMPARE(same.current[u"name"_s].toString(), u"Panci Kecil"_s);
        QCOMPARE(same.current[u"category"_s].toString(), u"Rumah"_s);

        QCOMPARE(mine.one(u"product.update"_s, id, {{u"name"_s, u"Panci Mini"_s}}, base).status, OpStatus::Applied);
        shop.checkInvariants();
    }

    void comparesThePriceBeforeSettingIt()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s, 50'000))).first();
        const QString id = variant.toString();
        const qint64 base = versionOf(shop, u"variants"_s, id);
        Desk mine(shop);
        shop.write([&](const WriteContext& c) { return updateVariant(c, variant, {.price = Money{60'000}}, {}); });

        const OpResult stale = mine.one(u"variant.update"_s, id, {{u"price"_s, 55'000}}, base);
        QCOMPARE(stale.status, OpStatus::Rejected);
        QCOMPARE(stale.code, u"stale_price"_s);
        QCOMPARE(stale.current[u"price"_s].toInt(), 60'000);
        QCOMPARE(stale.current[u"version"_s].toInteger(), versionOf(shop, u"variants"_s, id));

        const qint64 seen = versionOf(shop, u"variants"_s, id);
        QCOMPARE(mine.one(u"variant.update"_s, id, {{u"price"_s, 55'000}}, seen).status, OpStatus::Applied);
        QCOMPARE(mine.one(u"variant.update"_s, id, {{u"price"_s, 56'000}}, seen).status, OpStatus::Applied);
        QCOMPARE(shop.number(u"SELECT price FROM variants WHERE id = ?"_s, {id}), 56'000);
        QCOMPARE(mine.one(u"variant.update"_s, id, {{u"price"_s, 0}}, seen).code, u"price_not_positive"_s);
        shop.checkInvariants();
    }

    void takesADeltaWhateverHappenedButACountOnlyAsCounted()
    {
        Shop shop;
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s, 50'000, 10))).first();
        const QString id = variant.toString();
        const qint64 base = versionOf(shop, u"variants"_s, id);
        Desk mine(shop);
        QVERIFY(shop.move([&](StockLedger& l) { return l.adjust(variant, 3, {}); }));
        QCOMPARE(mine.one(u"stock.adjust"_s, id, {{u"delta"_s, -4}}, base).status, OpStatus::Applied);
        const OpResult stale = mine.one(u"stock.count"_s, id, {{u"counted"_s, 8}, {u"expected"_s, 10}}, base);
        QCOMPARE(stale.code, u"stale_count"_s);
        QCOMPARE(stale.current[u"onHand"_s].toInt(), 9);
        QCOMPARE(mine.one(u"stock.count"_s, id, {{u"counted"_s, 8}, {u"expected"_s, 9}}, base).status, OpStatus::Applied);
        shop.checkInvariants();
    }

    void letsArchiveWinAndKeepsTheEdit()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Panci"_s));
        const QString id = product.toString();
        const qint64 base = versionOf(shop, u"products"_s, id);
        Desk mine(shop);
        Desk theirs(shop);
        QCOMPARE(theirs.one(u"product.archive"_s, id, {}, base).status, OpStatus::Applied);
        const OpResult edit = mine.one(u"product.update"_s, id, {{u"description"_s, u"Tebal"_s}}, base);
        QCOMPARE(edit.status, OpStatus::Merged);
        QCOMPARE(edit.code, u"archived"_s);
        QCOMPARE(edit.current[u"status"_s].toString(), u"archived"_s);
        QCOMPARE(edit.current[u"description"_s].toString(), u"Tebal"_s);
        QCOMPARE(mine.one(u"product.restore"_s, id, {}).status, OpStatus::Applied);
        QCOMPARE(shop.number(u"SELECT count(*) FROM products WHERE status = 'active' AND description = 'Tebal'"_s), 1);
        shop.checkInvariants();
    }

    void rejectsTheLaterOfTwoEqualSkusWithASuggestion()
    {
        Shop shop;
        ProductDraft draft = Shop::draft(u"Kaos"_s);
        draft.sku = u"KS-01"_s;
        shop.add(draft);
        const auto variant = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s))).first().toString();
        Desk desk(shop);
        const OpResult taken = desk.one(u"variant.update"_s, variant, {{u"sku"_s, u"ks-01"_s}});
        QCOMPARE(taken.code, u"sku_taken"_s);
        QVERIFY2(taken.detail.contains(u"ks-02"_s), qPrintable(taken.detail));
        QCOMPARE(desk.one(u"variant.update"_s, variant, {{u"sku"_s, u"KS-02"_s}, {u"barcode"_s, u"12345678"_s},
                                                         {u"weightGrams"_s, 300}, {u"lowStockThreshold"_s, 3}}).status,
                 OpStatus::Applied);
        QCOMPARE(desk.one(u"variant.update"_s, variant, {{u"lowStockThreshold"_s, QJsonValue()}}).status, OpStatus::Applied);
        QCOMPARE(shop.number(u"SELECT count(*) FROM variants WHERE sku_key = 'ks-02' AND low_stock_threshold IS NULL"_s), 1);
    }

    void keepsAwayFromAnotherStore()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Panci"_s), shop.other);
        const auto variant = shop.variantsOf(product).first().toString();
        Desk desk(shop);
        const SpaceHead before = shop.head(shop.other);
        for (const OpResult& result :
             {desk.one(u"product.update"_s, product.toString(), {{u"name"_s, u"X"_s}}),
              desk.one(u"product.archive"_s, product.toString(), {}),
              desk.one(u"variant.update"_s, variant, {{u"price"_s, 1}}),
              desk.one(u"stock.adjust"_s, variant, {{u"delta"_s, 1}}),
              desk.one(u"stock.count"_s, variant, {{u"counted"_s, 1}, {u"expected"_s, 20}}),
              desk.one(u"store.update"_s, shop.other.toString(), {{u"name"_s, u"X"_s}})}) {
            QCOMPARE(result.code, u"not_found"_s);
            QVERIFY(result.current.isEmpty());
        }
        QCOMPARE(shop.head(shop.other), before);
    }

    void changesTheStore()
    {
        Shop shop;
        Desk desk(shop);
        const QString id = shop.store.toString();
        QCOMPARE(desk.one(u"store.update"_s, id, {{u"location"_s, u"Bandung"_s}, {u"lowStockThreshold"_s, 5}}).status, OpStatus::Applied);
        QCOMPARE(desk.one(u"store.update"_s, id, {{u"timeZone"_s, u"Mars/Olympus"_s}}).status, OpStatus::Rejected);
        QCOMPARE(shop.number(u"SELECT count(*) FROM stores WHERE location = 'Bandung' AND low_stock_threshold = 5 "
                             "AND time_zone = 'Asia/Jakarta'"_s),
                 1);
        shop.checkInvariants();
    }

    void repliesToAReview()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Panci"_s));
        const auto addReview = [&](const StoreId& store) {
            const QString id = shop.ids.make<ReviewId>().toString();
            shop.write([&](const WriteContext& context) {
                context.db.run(u"INSERT INTO reviews (id, store_id, product_id, customer_name, rating, created_at) "
                               "VALUES (?, ?, ?, 'Siti', 2, 5)"_s,
                               {id, store.toString(), product.toString()})
                    .value();
                context.writer.created(store.toString(), SyncedTable::Reviews, id);
                return 0;
            }, {}, store);
            return id;
        };
        const QString review = addReview(shop.store);
        const QString others = addReview(shop.other);
        const qint64 base = versionOf(shop, u"reviews"_s, review);
        const auto stored = [&] {
            return shop.db->one(u"SELECT reply FROM reviews WHERE id = ?"_s, {review},
                                [](const storage::Row& row) { return row.text(0); }).value().value();
        };
        Desk desk(shop);
        const auto say = [&](Desk& from, const QString& text) {
            return from.one(u"review.reply"_s, review, {{u"reply"_s, text}}, base);
        };
        QCOMPARE(say(desk, u"Maaf"_s).status, OpStatus::Applied);
        // The same desktop again, offline since: its own words do not stand in its way.
        QCOMPARE(say(desk, u"Maaf ya"_s).status, OpStatus::Applied);
        QCOMPARE(stored(), u"Maaf ya"_s);

        Desk other(shop);
        const OpResult merged = say(other, u"Terima kasih"_s);
        QCOMPARE(merged.status, OpStatus::Merged);
        QCOMPARE(merged.code, u"overwritten"_s);
        QCOMPARE(merged.current.value(u"reply").toString(), u"Terima kasih"_s);
        QCOMPARE(merged.current.value(u"overwritten").toObject(), (QJsonObject{{u"reply"_s, u"Maaf ya"_s}}));

        const OpResult foreign = desk.one(u"review.reply"_s, others, {{u"reply"_s, u"x"_s}});
        QCOMPARE(foreign.status, OpStatus::Rejected);
        QCOMPARE(foreign.code, u"not_found"_s);
        const OpResult tooLong = desk.one(u"review.reply"_s, review, {{u"reply"_s, QString(1'001, u'x')}});
        QCOMPARE(tooLong.code, u"too_long"_s);
        QCOMPARE(desk.one(u"review.reply"_s, review, {}).code, u"invalid_args"_s);
        QCOMPARE(stored(), u"Terima kasih"_s);
        shop.checkInvariants();
    }
};

QTEST_GUILESS_MAIN(PushTest)
#include "push_test.moc"
