// SPDX-License-Identifier: GPL-3.0-or-later
// Edits and pulls: what is on disk after each step.
#include "desk.h"

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using ports::EditField;

class ReplicaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsFromAnEmptyFile()
    {
        Desk desk;
        QVERIFY(!desk.replica->deviceId().isNull());
        QVERIFY(!desk.replica->everSynced());
        QCOMPARE(desk.replica->cursor(), 0);
        QCOMPARE(desk.replica->epoch(), QString());
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        QVERIFY(!desk.replica->lastSync());
        QCOMPARE(desk.wrong(), QStringList());

        const DeviceId device = desk.replica->deviceId();
        desk.reopen();
        QCOMPARE(desk.replica->deviceId(), device);
    }

    void tellsADamagedFileFromANewerOne()
    {
        const auto errorAfter = [](const QString& sql) {
            Desk desk;
            desk.fill(3);
            if (!desk.pull() || !desk.replica->database().execute(sql))
                return storage::Error{storage::Error::Kind::Busy, u"not damaged"_s};
            desk.replica.reset();
            const auto opened = replica::Replica::open(desk.file(), desk.clock, desk.ids);
            return opened ? storage::Error{storage::Error::Kind::Busy, u"opened"_s} : opened.error();
        };
        QCOMPARE(errorAfter(u"DROP TABLE replica"_s).kind, storage::Error::Kind::Corrupt);
        QCOMPARE(errorAfter(u"ALTER TABLE replica DROP COLUMN cursor"_s).kind, storage::Error::Kind::Corrupt);
        QCOMPARE(errorAfter(u"INSERT INTO schema_migrations VALUES (1000)"_s).kind, storage::Error::Kind::Unavailable);
    }

    void pullsEverythingInPages()
    {
        Desk desk;
        desk.fill(300);
        const auto pages = desk.space.pull(0, 50);
        QVERIFY(pages.size() > 3);
        for (qsizetype i = 0; i + 1 < pages.size(); ++i) {
            const auto effect = desk.replica->stagePull(pages[i]);
            QVERIFY(effect && !effect->applied);
            QCOMPARE(desk.count(u"variants"), 0);
        }
        const auto effect = desk.replica->stagePull(pages.constLast());
        QVERIFY(effect && effect->applied && effect->touched.structure);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.replica->cursor(), desk.space.version);
        QCOMPARE(desk.replica->lastSync(), desk.clock.now());
        QCOMPARE(desk.wrong(), QStringList());
        desk.reopen();
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.replica->rowSum(), desk.space.head().rowSum);
    }

    void takesPagesTwiceLateAndOutOfOrder()
    {
        Desk desk;
        desk.fill(200);
        const auto pages = desk.space.pull(0, 60);
        QVERIFY(desk.replica->stagePull(pages[1]));
        QVERIFY(desk.replica->stagePull(pages[0]));
        for (qsizetype i = 1; i < pages.size(); ++i)
            QVERIFY(desk.replica->stagePull(pages[i]));
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());

        // A row deleted since is not brought back by a page of the old pull.
        desk.space.erase(protocol::table::variants, desk.variant(3).toString());
        QVERIFY(desk.pull()->applied);
        QVERIFY(desk.replica->stagePull(pages[0]));
        QVERIFY(desk.pull()->applied);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void writesNothingWhenNothingIsNew()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        int begun = 0;
        desk.fault = [&](storage::Step step, const QString&) {
            begun += step == storage::Step::Begin;
            return storage::Outcome();
        };
        desk.clock.advance(60'000);
        const auto effect = desk.sync();
        QVERIFY(effect->applied && !effect->touched.any());
        QCOMPARE(begun, 0);
        QCOMPARE(desk.replica->lastSync(), desk.clock.now());
    }

    void showsAnEditAtOnceAndQueuesIt()
    {
        Desk desk;
        desk.fill(30);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(4);
        desk.space.setVariant(variant, {.product = desk.space.variant(variant).product,
                                        .sku = u"A-1"_s,
                                        .price = {5'000},
                                        .onHand = 13});
        QVERIFY(desk.sync());
        const qint64 base = desk.space.version;

        const auto outcome = desk.replica->submit(
            {ports::AdjustStock{variant, 7, u" datang "_s}, ports::SetPrice{variant, {6'000}},
             ports::AdjustStock{variant, -21, {}}, ports::SetThreshold{variant, 3}});
        QVERIFY(outcome);
        QCOMPARE(outcome->results.size(), 4);
        QVERIFY(outcome->results[0].applied && outcome->results[1].applied && outcome->results[3].applied);
        QVERIFY(!outcome->results[2].applied);
        QCOMPARE(outcome->results[2].violation, (Violation{u"delta"_s, Rule::WouldBeNegative, {u"20"_s}}));
        QCOMPARE(outcome->touched.rows,
                 QList<ports::RowNumber>{ports::RowNumber(desk.shown(variant, u"row"))});
        QVERIFY(!outcome->touched.structure);

        QCOMPARE(desk.shown(variant, u"on_hand"), 20);
        QCOMPARE(desk.shown(variant, u"price"), 6'000);
        QCOMPARE(desk.shown(variant, u"waiting"),
                 int(EditField::Stock) | int(EditField::Price) | int(EditField::Threshold));
        const auto ops = desk.replica->pending().value();
        QCOMPARE(ops.size(), 3);
        QCOMPARE(ops[0].seq, 1);
        QCOMPARE(ops[0].name, u"stock.adjust"_s);
        QCOMPARE(ops[0].entityId, variant.toString());
        QCOMPARE(ops[0].baseVersion, base);
        QCOMPARE(ops[0].args, (QJsonObject{{u"delta"_s, 7}, {u"reason"_s, u"datang"_s}}));
        QCOMPARE(ops[0].clientTime, desk.clock.now());
        QCOMPARE(ops[1].args, (QJsonObject{{u"price"_s, 6'000}}));
        QCOMPARE(ops[2].args, (QJsonObject{{u"lowStockThreshold"_s, 3}}));
        QCOMPARE(desk.replica->dump().value(), desk.space.dump()); // the base is still the server's
        QCOMPARE(desk.wrong(), QStringList());

        const auto effect = desk.sync();
        QCOMPARE(effect->acknowledged, 3);
        QCOMPARE(effect->rejected, 1); // the price was compared with a version that the stock had moved on
        QCOMPARE(desk.shown(variant, u"waiting"), 0);
        QCOMPARE(desk.shown(variant, u"rejected"), int(EditField::Price));
        QCOMPARE(desk.shown(variant, u"price"), 5'000);
        QCOMPARE(desk.count(u"base_rows"), 0);
        QCOMPARE(desk.count(u"results"), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void refusesWhatBreaksARule()
    {
        Desk desk;
        desk.fill(30);
        QVERIFY(desk.sync());
        const VariantId one = desk.variant(1);
        const QString taken = desk.space.variant(desk.variant(2)).sku;
        const auto outcome = desk.replica->submit(
            {ports::SetPrice{one, {0}}, ports::SetSku{one, taken.toLower()}, ports::SetSku{one, u"€uro"_s},
             ports::SetBarcode{one, u"ab c"_s}, ports::SetThreshold{one, -1},
             ports::CountStock{one, 5, desk.space.variant(one).onHand + 1, {}},
             ports::AdjustStock{desk.ids.make<VariantId>(), 1, {}},
             ports::SetPrice{one, desk.space.variant(one).price}});
        QVERIFY(outcome);
        const auto rule = [&](int i) { return outcome->results[i].violation.value_or(Violation{}).rule; };
        QCOMPARE(rule(0), Rule::PriceNotPositive);
        QCOMPARE(rule(1), Rule::SkuTaken);
        QCOMPARE(outcome->results[1].violation->args.size(), 2);
        QCOMPARE(rule(2), Rule::SkuMalformed);
        QCOMPARE(rule(3), Rule::BarcodeMalformed);
        QCOMPARE(rule(4), Rule::OutOfRange);
        QCOMPARE(rule(5), Rule::StaleCount);
        QCOMPARE(rule(6), Rule::NotFound);
        QVERIFY(outcome->results[7].applied); // the price it has already: fine, and nothing to send
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        QVERIFY(!outcome->touched.any());
    }

    void keepsAnEditAndItsOpTogetherWhateverFails()
    {
        Desk desk;
        desk.fill(40);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(5);
        const qint64 before = desk.shown(variant, u"on_hand");
        bool done = false;
        for (int failing = 0; !done; ++failing) {
            int step = 0;
            desk.fault = [&](storage::Step, const QString&) -> storage::Outcome {
                if (step++ == failing)
                    return tl::unexpected(storage::Error{storage::Error::Kind::Full, u"planted"_s});
                return {};
            };
            const auto outcome = desk.replica->submit(
                {ports::AdjustStock{variant, 2, {}}, ports::SetSku{variant, u"BARU-1"_s}});
            desk.fault = {};
            done = outcome.has_value();
            if (!done) {
                QCOMPARE(outcome.error().kind, storage::Error::Kind::Full);
                QCOMPARE(desk.shown(variant, u"on_hand"), before);
                QCOMPARE(desk.shown(variant, u"waiting"), 0);
                QCOMPARE(desk.count(u"outbox"), 0);
            }
            QCOMPARE(desk.wrong(), QStringList());
            QVERIFY(failing < 200);
        }
        QCOMPARE(desk.shown(variant, u"on_hand"), before + 2);
        QCOMPARE(desk.count(u"outbox"), 2);
        QCOMPARE(desk.replica->pending()->constFirst().seq, 1); // numbers of failed attempts are not lost
    }

    void keepsAPullTogetherWhateverFails()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit(
            {ports::AdjustStock{desk.variant(0), 3, {}}, ports::SetPrice{desk.variant(1), {777'500}}}));
        const auto pushed = desk.space.push(desk.replica->pending().value());
        QVERIFY(desk.replica->noteResults(pushed));
        const QByteArray before = desk.replica->dump().value();
        const qint64 cursor = desk.replica->cursor();
        for (int failing = 0;; ++failing) {
            int step = 0;
            desk.fault = [&](storage::Step, const QString&) -> storage::Outcome {
                if (step++ == failing)
                    return tl::unexpected(storage::Error{storage::Error::Kind::Unavailable, u"planted"_s});
                return {};
            };
            const auto effect = desk.pull();
            desk.fault = {};
            if (effect)
                break;
            QCOMPARE(desk.replica->dump().value(), before);
            QCOMPARE(desk.replica->cursor(), cursor);
            QCOMPARE(desk.count(u"outbox"), 2);
            QCOMPARE(desk.wrong(), QStringList());
            QVERIFY(failing < 500);
        }
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.count(u"outbox"), 0);
        QCOMPARE(desk.wrong(), QStringList());
    }

    void replaysWhatWaitsOverWhatComes()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(2);
        auto row = desk.space.variant(variant);
        row.onHand = 10;
        row.price = {4'000};
        desk.space.setVariant(variant, row);
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit({ports::AdjustStock{variant, -6, {}}}));

        row.onHand = 4; // sold meanwhile
        row.price = {4'500};
        desk.space.setVariant(variant, row);
        const auto effect = desk.pull();
        QCOMPARE(effect->acknowledged, 0);
        QCOMPARE(effect->touched.rows.size(), 1);
        QCOMPARE(desk.shown(variant, u"on_hand"), 0); // 4 - 6, never below nothing
        QCOMPARE(desk.shown(variant, u"price"), 4'500);
        QCOMPARE(desk.wrong(), QStringList());

        QVERIFY(desk.replica->submit({ports::AdjustStock{variant, 3, {}}}));
        QCOMPARE(desk.shown(variant, u"on_hand"), 1); // 4 - 6 + 3
        const auto settled = desk.sync();
        QCOMPARE(settled->rejected, 1);
        QCOMPARE(desk.shown(variant, u"on_hand"), 7); // the -6 was refused
        QCOMPARE(desk.space.variant(variant).onHand, 7);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void createsAProductHereAndThere()
    {
        Desk desk;
        desk.fill(10);
        QVERIFY(desk.sync());
        const ports::CreateProduct create{.product = desk.ids.make<ProductId>(),
                                          .variant = desk.ids.make<VariantId>(),
                                          .name = u"Korek Api"_s,
                                          .category = u"Rumah"_s,
                                          .price = {1'500},
                                          .stock = 40};
        QVERIFY(desk.replica->submit({create})->results[0].applied);
        QVERIFY(desk.replica->submit({ports::AdjustStock{create.variant, -5, {}}})->results[0].applied);
        QCOMPARE(desk.shown(create.variant, u"on_hand"), 35);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
        QVERIFY(!desk.replica->pending()->at(1).baseVersion);

        const ports::RowNumber row = ports::RowNumber(desk.shown(create.variant, u"row"));
        QVERIFY(desk.sync());
        QCOMPARE(desk.shown(create.variant, u"row"), row);
        QCOMPARE(desk.shown(create.variant, u"on_hand"), 35);
        QCOMPARE(desk.shown(create.variant, u"waiting"), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void takesBackAProductTheServerRefused()
    {
        Desk desk;
        desk.fill(10);
        QVERIFY(desk.sync());
        const ports::CreateProduct create{.product = desk.ids.make<ProductId>(),
                                          .variant = desk.ids.make<VariantId>(),
                                          .name = u"Korek"_s,
                                          .sku = u"KRK-1"_s,
                                          .price = {1'500}};
        QVERIFY(desk.replica->submit({create}));
        const qint64 variants = desk.count(u"variants");
        const OpId op = desk.replica->pending()->constFirst().id;
        desk.space.lastSeq = 1;
        auto page = desk.space.pull(desk.replica->cursor()).constLast();
        page.results = {{.id = op, .status = protocol::OpStatus::Rejected, .code = u"sku_taken"_s}};
        QVERIFY(desk.replica->stagePull(page)->applied);
        QCOMPARE(desk.count(u"variants"), variants - 1);
        QCOMPARE(desk.wrong(), QStringList());

        const auto rejections = desk.replica->rejections().value();
        QCOMPARE(rejections.size(), 1);
        QCOMPARE(rejections[0].title, u"Korek"_s);
        QCOMPARE(rejections[0].field, EditField::Product);
        QJsonObject args = rejections[0].args;
        args[u"sku"_s] = u"KRK-2"_s;
        QVERIFY(desk.replica->retry(rejections[0].number, args)->results[0].applied);
        QCOMPARE(desk.count(u"variants"), variants);
        QCOMPARE(desk.replica->rejectionCount().value(), 0);
        desk.space.lastSeq = 1;
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void hidesAnArchivedProductEverywhere()
    {
        Desk desk;
        desk.fill(40);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(0);
        const ProductId product = desk.space.variant(variant).product;
        const bool archived = desk.shown(variant, u"archived") == 1;
        const auto outcome = desk.replica->submit({ports::SetProductArchived{product, !archived}});
        QVERIFY(outcome->touched.text);
        QCOMPARE(desk.shown(variant, u"archived"), archived ? 0 : 1);
        QCOMPARE(desk.shown(variant, u"waiting"), int(EditField::Product));
        QCOMPARE(desk.wrong(), QStringList());
        QVERIFY(desk.sync());
        QCOMPARE(desk.shown(variant, u"archived"), archived ? 0 : 1);
        QCOMPARE(desk.shown(variant, u"waiting"), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void keepsWhatItDoesNotKnow()
    {
        Desk desk;
        desk.fill(5);
        desk.space.put(u"orders", u"o-1"_s, {{u"status"_s, u"PENDING"_s}});
        desk.space.put(u"things_of_next_year", u"7"_s, {{u"a"_s, 1}});
        desk.space.put(protocol::table::variants, desk.ids.make<VariantId>().toString(),
                       {{u"no"_s, u"variant"_s}});
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
        desk.space.put(u"orders", u"o-1"_s, {{u"status"_s, u"SHIPPED"_s}});
        desk.space.erase(u"things_of_next_year", u"7"_s);
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void takesVariantsBeforeTheirProduct()
    {
        Desk desk;
        const auto rows = GeneratedRows::all(3, 12);
        for (const auto& row : rows) {
            if (row.table != QStringView(protocol::table::products))
                desk.space.put(row);
        }
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(
            desk.replica->database().integer(u"SELECT count(*) FROM variants WHERE archived = 2"_s).value(),
            12);
        for (const auto& row : rows) {
            if (row.table == QStringView(protocol::table::products))
                desk.space.put(row);
        }
        QVERIFY(desk.sync()->touched.structure);
        QCOMPARE(
            desk.replica->database().integer(u"SELECT count(*) FROM variants WHERE archived = 2"_s).value(),
            0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void followsTheStoresThreshold()
    {
        Desk desk;
        desk.fill(30);
        QVERIFY(desk.sync());
        const QString store = desk.space.ids(protocol::table::stores).constFirst();
        desk.space.put(protocol::table::stores, store,
                       protocol::StoreRow{.name = u"Toko"_s, .lowStockThreshold = 50}.toJson());
        QVERIFY(desk.sync()->touched.structure);
        QCOMPARE(
            desk.replica->database()
                .integer(u"SELECT count(*) FROM variants WHERE own_threshold IS NULL AND threshold <> 50"_s)
                .value(),
            0);
        QCOMPARE(desk.wrong(), QStringList());
        desk.reopen();
        QVERIFY(desk.replica->submit(
            {ports::SetThreshold{desk.variant(0), 7}, ports::SetThreshold{desk.variant(0), std::nullopt}}));
        QCOMPARE(desk.shown(desk.variant(0), u"threshold"), 50);
    }

    void noticesWhenTheSumsDiffer()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 3, {}}}));
        const QByteArray before = desk.replica->dump().value();
        desk.space.put(protocol::table::orders, u"o"_s, {});
        auto page = desk.space.pull(desk.replica->cursor()).constLast();
        page.rows.clear(); // lost on the way
        const auto effect = desk.replica->stagePull(page);
        QVERIFY(effect && !effect->applied && effect->sumMismatch());
        QCOMPARE(desk.replica->dump().value(), before);
        QCOMPARE(desk.replica->waitingCount().value(), 1);

        const auto healed = desk.snapshot();
        QVERIFY(healed && healed->applied);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.replica->waitingCount().value(), 1);
    }

    void asksForASnapshotAfterARestoredServer()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        auto page = desk.space.pull(desk.replica->cursor()).constLast();
        page.epoch = u"another"_s;
        QCOMPARE(desk.replica->stagePull(page)->resync, replica::Resync::EpochChanged);
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 3, {}}}));
        QVERIFY(desk.sync()->applied);
        page = desk.space.pull(desk.replica->cursor()).constLast();
        page.lastSeq = 0;
        QCOMPARE(desk.replica->stagePull(page)->resync, replica::Resync::ServerBehind);
    }

    void numbersAnewAsANewDevice()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 1, {}}}));
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit(
            {ports::AdjustStock{desk.variant(0), 2, {}}, ports::AdjustStock{desk.variant(1), 3, {}}}));
        const auto before = desk.replica->pending().value();
        QCOMPARE(before[0].seq, 2);
        const DeviceId old = desk.replica->deviceId();
        QVERIFY(desk.replica->becomeNewDevice());
        QVERIFY(desk.replica->deviceId() != old);
        const auto after = desk.replica->pending().value();
        QCOMPARE(after.size(), 2);
        QCOMPARE(after[0].seq, 1);
        QCOMPARE(after[1].seq, 2);
        QCOMPARE(after[0].id, before[0].id);
        desk.space.lastSeq = 0; // what the server knows of the new device
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        QCOMPARE(desk.wrong(), QStringList());
    }

    void goesOnUnderANewIdWhenTheFileIsAnOldCopy()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 1, {}}}));
        const DeviceId device = desk.replica->deviceId();
        auto page = desk.space.pull(desk.replica->cursor()).constLast();
        page.lastSeq = 9; // ops that this copy has never made
        const auto effect = desk.replica->stagePull(page);
        QVERIFY(effect->applied);
        QCOMPARE(effect->acknowledged, 0);
        QVERIFY(desk.replica->deviceId() != device);
        QCOMPARE(desk.replica->pending()->constFirst().seq, 1);
    }

    void acknowledgesNoEditThatNobodyHasAResultFor()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 1, {}},
                                      ports::AdjustStock{desk.variant(1), 2, {}},
                                      ports::AdjustStock{desk.variant(2), 3, {}}}));
        const auto ops = desk.replica->pending().value();
        QVERIFY(desk.replica->noteResults({.lastSeq = 1, .results = {{.id = ops[0].id}}}));
        const DeviceId device = desk.replica->deviceId();
        auto page = desk.space.pull(desk.replica->cursor()).constLast();
        page.lastSeq = 2; // the second is of an edit that another copy of this file has made
        const auto effect = desk.replica->stagePull(page);
        QVERIFY(effect->applied);
        QCOMPARE(effect->acknowledged, 1);
        QVERIFY(desk.replica->deviceId() != device);
        const auto left = desk.replica->pending().value();
        QCOMPARE(left.size(), 2);
        QCOMPARE(left[0].id, ops[1].id);
        QCOMPARE(left[0].seq, 1);
        QCOMPARE(left[1].id, ops[2].id);
        QCOMPARE(desk.wrong(), QStringList());
    }

    void noticesAnOldCopyWhenNothingElseIsNew()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        const DeviceId device = desk.replica->deviceId();
        auto page = desk.space.pull(desk.replica->cursor()).constLast();
        page.lastSeq = 9; // refused edits, which have changed no row
        QVERIFY(desk.replica->stagePull(page)->applied);
        QVERIFY(desk.replica->deviceId() != device);
    }

    void keepsRejectionsUntilSomebodyDecides()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(3);
        auto row = desk.space.variant(variant);
        QVERIFY(
            desk.replica->submit({ports::SetPrice{variant, {123'000}}, ports::AdjustStock{variant, 1, {}}}));
        row.price = {99'000};
        desk.space.setVariant(variant, row);
        const auto effect = desk.sync();
        QVERIFY(effect->touched.rejections);
        QCOMPARE(effect->rejected, 1);
        QCOMPARE(desk.replica->rejections(variant)->size(), 1);
        QCOMPARE(desk.replica->rejections(desk.variant(4))->size(), 0);
        const auto rejection = desk.replica->rejections()->constFirst();
        QCOMPARE(rejection.code, u"stale_price"_s);
        QCOMPARE(rejection.field, EditField::Price);
        QCOMPARE(rejection.variant, variant);
        QCOMPARE(rejection.product, row.product);
        QVERIFY(!rejection.title.isEmpty());
        QCOMPARE(desk.shown(variant, u"price"), 99'000);

        QCOMPARE(
            desk.replica->retry(rejection.number, QJsonObject{{u"price"_s, 0}})->results[0].violation->rule,
            Rule::PriceNotPositive);
        QCOMPARE(desk.replica->rejectionCount().value(), 1);
        QVERIFY(desk.replica->retry(rejection.number)->results[0].applied);
        QCOMPARE(desk.replica->rejectionCount().value(), 0);
        QCOMPARE(desk.shown(variant, u"rejected"), 0);
        QCOMPARE(desk.shown(variant, u"price"), 123'000);
        QCOMPARE(desk.replica->pending()->constFirst().baseVersion, desk.space.version);
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.space.variant(variant).price, Money{123'000});
        QCOMPARE(desk.replica->retry(rejection.number)->results[0].violation->rule, Rule::NotFound);
    }

    void dropsARejection()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(3);
        QVERIFY(desk.replica->submit({ports::SetPrice{variant, {123'000}}}));
        desk.space.setVariant(variant, desk.space.variant(variant));
        QVERIFY(desk.sync());
        const auto touched = desk.replica->drop(desk.replica->rejections()->constFirst().number);
        QVERIFY(touched->rejections);
        QCOMPARE(touched->rows, QList<ports::RowNumber>{ports::RowNumber(desk.shown(variant, u"row"))});
        QCOMPARE(desk.shown(variant, u"rejected"), 0);
        QCOMPARE(desk.replica->rejectionCount().value(), 0);
        QCOMPARE(desk.replica->database().integer(u"SELECT count(*) FROM history WHERE status = 3"_s).value(),
                 1);
    }

    void limitsAPushByCountAndBytes()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        for (int i = 0; i < 10; ++i)
            QVERIFY(desk.replica->submit({ports::AdjustStock{desk.variant(0), 1, u"x"_s.repeated(1'000)}}));
        QCOMPARE(desk.replica->pending()->size(), 10);
        QCOMPARE(desk.replica->pending(3)->size(), 3);
        QCOMPARE(desk.replica->pending(3, 1'000'000, 8)->size(), 2);
        QCOMPARE(desk.replica->pending(100, 2'600)->size(), 2);
        QCOMPARE(desk.replica->pending(100, 1)->size(), 1);
    }

    void forgetsNoEditWhenRowsAreDeletedElsewhere()
    {
        Desk desk;
        desk.fill(20);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(3);
        QVERIFY(desk.replica->submit({ports::AdjustStock{variant, 2, {}}}));
        desk.space.erase(protocol::table::variants, variant.toString());
        QVERIFY(desk.pull()->touched.structure);
        QCOMPARE(desk.replica->waitingCount().value(), 1);
        QCOMPARE(desk.shown(variant, u"row"), 0);
        QVERIFY(desk.sync()->applied);
        QCOMPARE(desk.replica->rejections()->constFirst().code, u"not_found"_s);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }
};

QTEST_GUILESS_MAIN(ReplicaTest)
#include "tst_replica.moc"
