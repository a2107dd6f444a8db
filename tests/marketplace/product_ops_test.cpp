// SPDX-License-Identifier: GPL-3.0-or-later
// The ops on a whole product that the contract does not name: product.variants, image.remove and image.order.
#include "marketplace/shop.h"

#include "marketplace/images/pictures.h"
#include "marketplace/syncing/push.h"

#include <QJsonDocument>

using namespace belanjain;
using namespace belanjain::marketplace;
using protocol::Op;
using protocol::OpResult;
using protocol::OpStatus;
using test::Shop;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject option(const QString& name, const QStringList& values)
{
    return {{u"name"_s, name}, {u"values"_s, QJsonArray::fromStringList(values)}};
}

/// A desktop that sends one op after the other.
struct Desk
{
    explicit Desk(Shop& its) : shop(its), device(shop.ids.make<DeviceId>()), epoch(shop.head().epoch) {}

    Op op(const QString& name, const ProductId& entity, const QJsonObject& args)
    {
        return {.id = shop.ids.make<OpId>(),
                .seq = ++seq,
                .name = name,
                .entityId = entity.toString(),
                .args = args,
                .clientTime = shop.clock.now()};
    }
    OpResult send(const Op& op)
    {
        auto transaction = storage::Transaction::begin(*shop.db).value();
        const PushParts parts{.db = *shop.db,
                              .ids = shop.ids,
                              .now = shop.clock.now(),
                              .actor = {shop.store, u"Rina"_s, device.toString()},
                              .language = Language::English};
        const auto done = push(parts, {.device = device, .epoch = epoch, .ops = {op}}).value().value();
        Shop::require(transaction.commit());
        return done.answer.results.first();
    }
    OpResult send(const QString& name, const ProductId& entity, const QJsonObject& args)
    {
        return send(op(name, entity, args));
    }
    OpResult arrange(const ProductId& product, const QJsonArray& expected, const QJsonArray& options, const QJsonArray& variants)
    {
        return send(u"product.variants"_s, product,
                    {{u"expected"_s, expected}, {u"options"_s, options}, {u"variants"_s, variants}});
    }

    Shop& shop;
    DeviceId device;
    QString epoch;
    qint64 seq = 0;
};

QJsonObject known(const VariantId& id, const QJsonObject& options)
{
    return {{u"id"_s, id.toString()}, {u"options"_s, options}};
}

QJsonObject fresh(const VariantId& id, const QJsonObject& options, qint64 price, qint64 stock, const QString& sku = {})
{
    QJsonObject one{{u"id"_s, id.toString()}, {u"options"_s, options}, {u"price"_s, price}, {u"stock"_s, stock}};
    if (!sku.isEmpty())
        one[u"sku"_s] = sku;
    return one;
}

/// "Merah:SKU:price:on hand|…" in the variants' order.
QString grid(const Shop& shop, const ProductId& product)
{
    QStringList lines;
    const auto rows = shop.db->all(
        u"SELECT options, sku, price, on_hand FROM variants WHERE product_id = ? ORDER BY position"_s, {product.toString()},
        [](const storage::Row& row) {
            QStringList values;
            const QJsonObject options = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
            for (const QJsonValue& value : options)
                values << value.toString();
            return u"%1:%2:%3:%4"_s.arg(values.join(u'+'), row.text(1)).arg(row.integer(2)).arg(row.integer(3));
        });
    return rows.value().join(u'|');
}

QJsonArray images(const Shop& shop, const ProductId& product)
{
    const auto text = shop.db->one(u"SELECT images FROM products WHERE id = ?"_s, {product.toString()},
                                   [](const storage::Row& row) { return row.text(0); });
    QJsonArray ids;
    const QJsonArray array = QJsonDocument::fromJson(text.value().value().toUtf8()).array();
    for (const QJsonValue& one : array)
        ids.append(one[u"id"]);
    return ids;
}

const QJsonArray none;
const QJsonArray colours{option(u"Warna"_s, {u"Merah"_s, u"Hitam"_s})};

} // namespace

class ProductOpsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProductInOneVariantGetsOptions()
    {
        Shop shop;
        ProductDraft draft = Shop::draft(u"Tumbler"_s, 89'000, 5);
        draft.sku = u"TMB"_s;
        const ProductId product = shop.add(draft);
        const VariantId first = shop.variantsOf(product).first();
        const VariantId second = shop.ids.make<VariantId>();
        Desk desk(shop);
        const QJsonArray variants{known(first, {{u"Warna"_s, u"Merah"_s}}),
                                  fresh(second, {{u"Warna"_s, u"Hitam"_s}}, 95'000, 3, u"TMB-H"_s)};

        const Op op = desk.op(u"product.variants"_s, product,
                              {{u"expected"_s, none}, {u"options"_s, colours}, {u"variants"_s, variants}});
        QCOMPARE(desk.send(op).status, OpStatus::Applied);
        QCOMPARE(grid(shop, product), u"Merah:TMB:89000:5|Hitam:TMB-H:95000:3"_s);
        QCOMPARE(shop.variantsOf(product), QList<VariantId>({first, second}));
        QCOMPARE(shop.number(u"SELECT count(*) FROM stock_moves WHERE variant_id = ? AND kind = 'initial' AND delta = 3"_s,
                             {second.toString()}),
                 1);
        QCOMPARE(shop.number(u"SELECT count(*) FROM stock_moves WHERE variant_id = ?"_s, {first.toString()}), 1);
        QCOMPARE(shop.number(u"SELECT available FROM products WHERE id = ?"_s, {product.toString()}), 8);

        // The same op again, the same wish again from a desktop that forgot, and the same as another device.
        const SpaceHead head = shop.head();
        QCOMPARE(desk.send(op).status, OpStatus::Applied);
        QCOMPARE(desk.arrange(product, none, colours, variants).status, OpStatus::Applied);
        Desk other(shop);
        QCOMPARE(other.arrange(product, none, colours, variants).status, OpStatus::Applied);
        QCOMPARE(shop.head(), head);
        QCOMPARE(grid(shop, product), u"Merah:TMB:89000:5|Hitam:TMB-H:95000:3"_s);
        shop.checkInvariants();
    }

    void stockAndPricesOfKnownVariantsStay()
    {
        Shop shop;
        ProductDraft draft = Shop::draft(u"Kemeja"_s, 100'000, 7);
        draft.options = {{u"Ukuran"_s, {u"M"_s, u"L"_s}}};
        const ProductId product = shop.add(draft);
        const QList<VariantId> variants = shop.variantsOf(product);
        const QString before = grid(shop, product);
        Desk desk(shop);
        const QJsonArray sizes{option(u"Ukuran"_s, {u"M"_s, u"L"_s})};
        const QJsonArray renamed{option(u"Size"_s, {u"L"_s, u"Medium"_s})};
        // Other names in another order, with numbers that are nobody's business here.
        QCOMPARE(desk.arrange(product, sizes, renamed,
                              {fresh(variants[1], {{u"Size"_s, u"L"_s}}, 1, 999), fresh(variants[0], {{u"Size"_s, u"Medium"_s}}, 1, 999)})
                     .status,
                 OpStatus::Applied);
        const QStringList lines = before.split(u'|');
        QCOMPARE(grid(shop, product), lines[1] + u'|' + u"Medium"_s + lines[0].sliced(1));
        QCOMPARE(shop.number(u"SELECT count(*) FROM stock_moves WHERE kind <> 'initial'"_s), 0);
        shop.checkInvariants();
    }

    void whatWasMadeOnOtherOptionsIsRefused()
    {
        Shop shop;
        const ProductId product = shop.add(Shop::draft(u"Payung"_s, 60'000, 4));
        const VariantId first = shop.variantsOf(product).first();
        Desk one(shop);
        Desk two(shop);
        const VariantId hers = shop.ids.make<VariantId>();
        QCOMPARE(one.arrange(product, none, colours,
                             {known(first, {{u"Warna"_s, u"Merah"_s}}), fresh(hers, {{u"Warna"_s, u"Hitam"_s}}, 60'000, 1)})
                     .status,
                 OpStatus::Applied);
        const QString now = grid(shop, product);
        const QJsonArray sizes{option(u"Ukuran"_s, {u"S"_s, u"L"_s})};
        const QJsonArray his{known(first, {{u"Ukuran"_s, u"S"_s}}), fresh(shop.ids.make<VariantId>(), {{u"Ukuran"_s, u"L"_s}}, 5, 1)};

        const OpResult stale = two.arrange(product, none, sizes, his);
        QCOMPARE(stale.status, OpStatus::Rejected);
        QCOMPARE(stale.code, u"stale_options"_s);
        QVERIFY(!stale.detail.isEmpty());
        QCOMPARE(stale.current.value(u"name").toString(), u"Payung"_s);
        // Made on the options of now, but without a place for the variant that he does not know.
        QCOMPARE(two.arrange(product, colours, sizes, his).code, u"stale_options"_s);
        QCOMPARE(two.arrange(product, colours, colours,
                             {known(first, {{u"Warna"_s, u"Merah"_s}}),
                              fresh(shop.ids.make<VariantId>(), {{u"Warna"_s, u"Hitam"_s}}, 5, 1)})
                     .code,
                 u"stale_options"_s);
        QCOMPARE(grid(shop, product), now);

        // Also where everything would fit.
        const ProductId lone = shop.add(Shop::draft(u"Topi"_s, 30'000, 1));
        const VariantId only = shop.variantsOf(lone).first();
        QCOMPARE(one.arrange(lone, none, {option(u"Warna"_s, {u"Merah"_s})}, {known(only, {{u"Warna"_s, u"Merah"_s}})}).status,
                 OpStatus::Applied);
        QCOMPARE(two.arrange(lone, none, {option(u"Ukuran"_s, {u"S"_s})}, {known(only, {{u"Ukuran"_s, u"S"_s}})}).code,
                 u"stale_options"_s);
        QVERIFY(grid(shop, lone).startsWith(u"Merah:"));
        shop.checkInvariants();
    }

    void whatTheRulesForbidChangesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        for (const auto& [what, code] : std::initializer_list<std::pair<const char16_t*, const char16_t*>>{
                 {u"taken SKU", u"sku_taken"},     {u"no price", u"required"},          {u"price 0", u"price_not_positive"},
                 {u"negative stock", u"out_of_range"}, {u"unknown value", u"unknown_value"}, {u"twice", u"duplicate"},
                 {u"id of another product", u"duplicate"}, {u"somebody else's product", u"not_found"}, {u"no options in args", u"invalid_args"},
                 {u"too many", u"too_many"},       {u"no value", u"required"}})
            QTest::addRow("%s", qPrintable(QString::fromUtf16(what))) << QString::fromUtf16(what) << QString::fromUtf16(code);
    }
    void whatTheRulesForbidChangesNothing()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, code);
        Shop shop;
        const ProductId product = shop.add(Shop::draft(u"Sapu"_s, 20'000, 2));
        ProductDraft rival = Shop::draft(u"Pel"_s, 30'000, 2);
        rival.sku = u"PEL-1"_s;
        const ProductId other = shop.add(rival);
        const VariantId first = shop.variantsOf(product).first();
        const QJsonObject red{{u"Warna"_s, u"Merah"_s}};
        const QJsonObject black{{u"Warna"_s, u"Hitam"_s}};
        QJsonObject added = fresh(shop.ids.make<VariantId>(), black, 20'000, 1);
        QJsonArray options = colours;
        ProductId target = product;
        QJsonArray variants{known(first, red)};
        if (what == u"taken SKU")
            added[u"sku"_s] = u"pel-1"_s;
        else if (what == u"no price")
            added.remove(u"price"_s);
        else if (what == u"price 0")
            added[u"price"_s] = 0;
        else if (what == u"negative stock")
            added[u"stock"_s] = -1;
        else if (what == u"unknown value")
            added[u"options"_s] = QJsonObject{{u"Warna"_s, u"Ungu"_s}};
        else if (what == u"twice")
            added[u"options"_s] = red;
        else if (what == u"id of another product")
            added[u"id"_s] = shop.variantsOf(other).first().toString();
        else if (what == u"somebody else's product")
            target = shop.add(Shop::draft(u"Asing"_s), shop.other);
        else if (what == u"no value")
            options = {option(u"Warna"_s, {})};
        for (int i = 0; what == u"too many" && i < 201; ++i)
            variants.append(fresh(shop.ids.make<VariantId>(), black, 1, 0));
        variants.append(added);
        const QString before = grid(shop, product);
        const SpaceHead head = shop.head();
        Desk desk(shop);
        const OpResult result = what == u"no options in args"
                                    ? desk.send(u"product.variants"_s, target, {{u"variants"_s, variants}})
                                    : desk.arrange(target, none, options, variants);
        QCOMPARE(result.status, OpStatus::Rejected);
        QCOMPARE(result.code, code);
        QCOMPARE(grid(shop, product), before);
        QCOMPARE(shop.head(), head);
    }

    void archivedMeanwhileItIsKeptAndSaidSo()
    {
        Shop shop;
        const ProductId product = shop.add(Shop::draft(u"Ember"_s, 15'000, 2));
        const VariantId first = shop.variantsOf(product).first();
        Desk one(shop);
        Desk two(shop);
        const qint64 base = shop.number(u"SELECT version FROM products WHERE id = ?"_s, {product.toString()});
        QCOMPARE(one.send(u"product.archive"_s, product, {}).status, OpStatus::Applied);
        Op late = two.op(u"product.variants"_s, product,
                         {{u"expected"_s, none}, {u"options"_s, colours}, {u"variants"_s, QJsonArray{known(first, {{u"Warna"_s, u"Hitam"_s}})}}});
        late.baseVersion = base;
        const OpResult merged = two.send(late);
        QCOMPARE(merged.status, OpStatus::Merged);
        QCOMPARE(merged.code, u"archived"_s);
        QVERIFY(grid(shop, product).startsWith(u"Hitam:"));
        QCOMPARE(shop.number(u"SELECT count(*) FROM products WHERE status = 'archived'"_s), 1);
    }

    void picturesAreTakenAwayAndPutInOrder()
    {
        Shop shop;
        const ProductId product = shop.add(Shop::draft(u"Vas"_s));
        QStringList hashes;
        for (int i = 0; i < 3; ++i) {
            hashes << QString(64, QChar(u'a' + i));
            Shop::require(shop.write([&](const WriteContext& context) {
                return notePicture(context.db, {hashes[i], ImageType::Jpeg, {80, 60}}, context.now);
            }));
        }
        Desk desk(shop);
        QStringList ids;
        for (const QString& hash : hashes) {
            ids << shop.ids.make<ImageId>().toString();
            QCOMPARE(desk.send(u"image.attach"_s, product, {{u"imageId"_s, ids.constLast()}, {u"sha256"_s, hash}}).status,
                     OpStatus::Applied);
        }
        QCOMPARE(images(shop, product), QJsonArray::fromStringList(ids));

        // Those named come first, and what another desktop has added stays behind them.
        QCOMPARE(desk.send(u"image.order"_s, product, {{u"imageIds"_s, QJsonArray{ids[2], shop.ids.make<ImageId>().toString(), ids[0]}}}).status,
                 OpStatus::Applied);
        QCOMPARE(images(shop, product), QJsonArray({ids[2], ids[0], ids[1]}));

        QCOMPARE(desk.send(u"image.remove"_s, product, {{u"imageId"_s, ids[0]}}).status, OpStatus::Applied);
        QCOMPARE(images(shop, product), QJsonArray({ids[2], ids[1]}));
        QCOMPARE(shop.number(u"SELECT uses FROM pictures WHERE sha256 = ?"_s, {hashes[0]}), 0);
        const SpaceHead head = shop.head();
        QCOMPARE(desk.send(u"image.remove"_s, product, {{u"imageId"_s, ids[0]}}).status, OpStatus::Applied); // gone already
        QCOMPARE(shop.head(), head);

        const ProductId foreign = shop.add(Shop::draft(u"Asing"_s), shop.other);
        QCOMPARE(desk.send(u"image.remove"_s, foreign, {{u"imageId"_s, ids[1]}}).code, u"not_found"_s);
        QCOMPARE(desk.send(u"image.order"_s, foreign, {{u"imageIds"_s, QJsonArray{ids[1]}}}).code, u"not_found"_s);
        QCOMPARE(desk.send(u"image.remove"_s, product, {{u"imageId"_s, u"seven"_s}}).code, u"invalid_args"_s);
        QCOMPARE(desk.send(u"image.order"_s, product, {{u"imageIds"_s, u"all"_s}}).code, u"invalid_args"_s);
        QCOMPARE(images(shop, product), QJsonArray({ids[2], ids[1]}));
        shop.checkInvariants();
    }
};

QTEST_GUILESS_MAIN(ProductOpsTest)
#include "product_ops_test.moc"
