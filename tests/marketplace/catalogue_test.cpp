// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/shop.h"

#include "domain/search_text.h"
#include "marketplace/catalogue/product_edit.h"
#include "marketplace/catalogue/product_list.h"
#include "marketplace/catalogue/product_view.h"
#include "marketplace/catalogue/variant_edit.h"
#include "marketplace/syncing/store_edit.h"
#include "protocol/json.h"

using namespace belanjain;
using namespace belanjain::marketplace;
using test::Shop;
using namespace Qt::StringLiterals;

class CatalogueTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject view(Shop& shop, const ProductId& id, const StoreId& viewer)
    {
        const auto found = readProduct(*shop.db, id, viewer).value();
        return found ? found->json : QJsonObject();
    }

    /// With one cache for all of a test: what it holds of an earlier state must never show.
    ProductPage page(Shop& shop, ProductQuery query)
    {
        query.words = searchWords(query.text);
        const qint64 generation = CatalogueGeneration().current(*shop.db).value();
        return listProducts(*shop.db, *m_caches, generation, query, {}).value();
    }

    static QStringList namesOf(const ProductPage& page)
    {
        QStringList list;
        const QJsonArray items = protocol::parseObject("{\"a\":[" + page.items + "]}").value()[u"a"_s].toArray();
        for (const QJsonValue& item : items)
            list << item[u"name"].toString();
        return list;
    }

    QStringList names(Shop& shop, const ProductQuery& query) { return namesOf(page(shop, query)); }

    std::unique_ptr<CatalogueCaches> m_caches;

    static QStringList keys(const QJsonObject& object) { return object.keys(); }

private Q_SLOTS:
    void init() { m_caches = std::make_unique<CatalogueCaches>(); }

    void makesEveryCombinationOfOptions()
    {
        Shop shop;
        ProductDraft draft = Shop::draft(u"Nathalie Kaos"_s, 105'000, 8);
        draft.options = {{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}, {u"Ukuran"_s, {u"M"_s, u"L"_s}}};
        draft.specifications = {{u"Bahan"_s, u"Katun"_s}};
        const QJsonObject json = view(shop, shop.add(draft), shop.store);

        QCOMPARE(json[u"available"_s].toInt(), 32);
        QCOMPARE(json[u"minPrice"_s].toInt(), 105'000);
        QCOMPARE(json[u"storeName"_s].toString(), u"Toko Jakarta Barat"_s);
        QStringList labels;
        const QJsonArray variants = json[u"variants"_s].toArray();
        for (const QJsonValue& variant : variants)
            labels << variant[u"options"][u"Warna"].toString() + variant[u"options"][u"Ukuran"].toString();
        QCOMPARE(labels, (QStringList{u"MerahM"_s, u"MerahL"_s, u"HitamM"_s, u"HitamL"_s}));
        QCOMPARE(json[u"specifications"_s].toArray(),
                 (QJsonArray{QJsonObject{{u"label"_s, u"Bahan"_s}, {u"value"_s, u"Katun"_s}}}));
        QCOMPARE(keys(json),
                 (QStringList{u"available"_s, u"category"_s, u"createdAt"_s, u"description"_s, u"id"_s, u"images"_s,
                              u"maxPrice"_s, u"minPrice"_s, u"name"_s, u"options"_s, u"rating"_s, u"reviewCount"_s,
                              u"sold"_s, u"specifications"_s, u"status"_s, u"storeId"_s, u"storeName"_s, u"updatedAt"_s,
                              u"variants"_s, u"version"_s}));
        shop.checkInvariants();
    }

    void showsStockInFullToItsSellerOnly()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Panci"_s, 70'000, 9));
        const auto variant = shop.variantsOf(product).first();
        QVERIFY(shop.move([&](StockLedger& l) { return l.reserve(variant, 2, {}); }));
        const QStringList open{u"available"_s, u"barcode"_s, u"id"_s, u"options"_s,
                               u"price"_s,     u"sku"_s,     u"version"_s, u"weightGrams"_s};
        QCOMPARE(view(shop, product, {})[u"variants"_s][0].toObject().keys(), open);
        QCOMPARE(view(shop, product, shop.other)[u"variants"_s][0].toObject().keys(), open);
        const QJsonObject own = view(shop, product, shop.store)[u"variants"_s][0].toObject();
        QCOMPARE(own[u"onHand"_s].toInt(), 9);
        QCOMPARE(own[u"reserved"_s].toInt(), 2);
        QCOMPARE(own[u"available"_s].toInt(), 7);
        QVERIFY(own[u"lowStock"_s].toBool());
        QVERIFY(own[u"lowStockThreshold"_s].isNull());
    }

    void isLowBelowTheThresholdOnly()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Panci"_s, 70'000, 10));
        QVERIFY(!view(shop, product, shop.store)[u"variants"_s][0][u"lowStock"].toBool());
        const auto variant = shop.variantsOf(product).first();
        shop.write([&](const WriteContext& c) {
            return updateVariant(c, variant, {.lowStockThreshold = std::optional<qint64>(11)}, {});
        });
        QVERIFY(view(shop, product, shop.store)[u"variants"_s][0][u"lowStock"].toBool());
        shop.write([&](const WriteContext& c) {
            return updateVariant(c, variant, {.lowStockThreshold = std::optional<qint64>()}, {});
        });
        QVERIFY(!view(shop, product, shop.store)[u"variants"_s][0][u"lowStock"].toBool());
    }

    void keepsSkusUniqueInAStore()
    {
        Shop shop;
        ProductDraft draft = Shop::draft(u"Korek Api"_s);
        draft.sku = u"KRK-01"_s;
        shop.add(draft);
        shop.add(draft, shop.other);
        draft.sku = u"krk-01"_s;
        const auto second = shop.write([&](const WriteContext& c) { return createProduct(c, c.ids.make<ProductId>(), draft, {}); });
        QVERIFY(second);
        QVERIFY(!*second);
        QCOMPARE(second->error().first().rule, Rule::SkuTaken);
        const auto free = shop.variantsOf(shop.add(Shop::draft(u"Panci"_s))).first();
        const auto taken = shop.write([&](const WriteContext& c) { return updateVariant(c, free, {.sku = u"KRK-01"_s}, {}); });
        QCOMPARE(taken->error().first(), (Violation{u"sku"_s, Rule::SkuTaken, {u"Korek Api"_s, u"krk-02"_s.toUpper()}}));
        shop.checkInvariants();
    }

    void updatesFieldsAndSums()
    {
        Shop shop;
        ProductDraft draft = Shop::draft(u"Gelas"_s, 10'000);
        draft.options = {{u"Isi"_s, {u"6"_s, u"12"_s}}};
        const auto product = shop.add(draft);
        const auto variants = shop.variantsOf(product);
        shop.clock.advance(1'000);
        shop.write([&](const WriteContext& c) {
            updateProduct(c, product, {.name = u"Gelas Kaca"_s, .category = u"Rumah"_s}, {}).value().value();
            return updateVariant(c, variants[1], {.price = Money{18'000}, .barcode = u"8991234567"_s, .weightGrams = 900}, {});
        });
        const QJsonObject json = view(shop, product, {});
        QCOMPARE(json[u"name"_s].toString(), u"Gelas Kaca"_s);
        QCOMPARE(json[u"maxPrice"_s].toInt(), 18'000);
        QVERIFY(json[u"updatedAt"_s].toString() > json[u"createdAt"_s].toString());
        QCOMPARE(names(shop, {.text = u"kaca"_s, .sort = ProductSort::Relevance}), QStringList{u"Gelas Kaca"_s});
        QCOMPARE(names(shop, {.text = u"8991234567"_s, .sort = ProductSort::Relevance}), QStringList{u"Gelas Kaca"_s});
        shop.checkInvariants();
    }

    void writesNothingForAnEditThatChangesNothing()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Gelas"_s));
        const auto variant = shop.variantsOf(product).first();
        const SpaceHead before = shop.head();
        shop.write([&](const WriteContext& c) {
            updateProduct(c, product, {.name = u"Gelas"_s}, {}).value().value();
            setArchived(c, product, false).value().value();
            return updateVariant(c, variant, {.price = Money{50'000}}, {});
        });
        QCOMPARE(shop.head(), before);
    }

    void hidesArchivedProductsFromBuyers()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Gelas"_s));
        shop.write([&](const WriteContext& c) { return setArchived(c, product, true); });
        QVERIFY(view(shop, product, {}).isEmpty());
        QVERIFY(!view(shop, product, shop.store).isEmpty());
        QCOMPARE(names(shop, {}), QStringList());
        QVERIFY(listCategories(*shop.db).value().isEmpty());
        shop.write([&](const WriteContext& c) { return setArchived(c, product, false); });
        QCOMPARE(names(shop, {}), QStringList{u"Gelas"_s});
    }

    void doesNotTouchAnotherStoresRows()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Gelas"_s), shop.other);
        const auto variant = shop.variantsOf(product).first();
        const SpaceHead before = shop.head(shop.other);
        const auto rules = shop.write([&](const WriteContext& c) {
            const auto edited = updateProduct(c, product, {.name = u"Curian"_s}, {}).value();
            const auto archived = setArchived(c, product, true).value();
            const auto priced = updateVariant(c, variant, {.price = Money{1}}, {}).value();
            return QList<Rule>{edited.error().first().rule, archived.error().first().rule,
                               priced.error().first().rule};
        });
        QCOMPARE(rules, (QList<Rule>{Rule::NotFound, Rule::NotFound, Rule::NotFound}));
        QCOMPARE(shop.head(shop.other), before);
    }

    void filtersAndSorts()
    {
        Shop shop;
        const auto with = [&](const QString& name, qint64 price, qint64 stock, const QString& category) {
            ProductDraft draft = Shop::draft(name, price, stock);
            draft.category = category;
            shop.clock.advance(1'000);
            return shop.add(draft);
        };
        with(u"Panci Besar"_s, 90'000, 3, u"Dapur"_s);
        with(u"Panci Kecil"_s, 40'000, 0, u"Dapur"_s);
        const auto shirt = with(u"Kaos Café"_s, 60'000, 5, u"Pakaian"_s);
        shop.db->run(u"UPDATE products SET sold = 7, rating_milli = 4500 WHERE id = ?"_s, {shirt.toString()}).value();

        using S = ProductSort;
        QCOMPARE(names(shop, {.sort = S::Newest}), (QStringList{u"Kaos Café"_s, u"Panci Kecil"_s, u"Panci Besar"_s}));
        QCOMPARE(names(shop, {.sort = S::Price}), (QStringList{u"Panci Kecil"_s, u"Kaos Café"_s, u"Panci Besar"_s}));
        QCOMPARE(names(shop, {.sort = S::PriceDescending}), (QStringList{u"Panci Besar"_s, u"Kaos Café"_s, u"Panci Kecil"_s}));
        QCOMPARE(names(shop, {.sort = S::Popular}).first(), u"Kaos Café"_s);
        QCOMPARE(names(shop, {.sort = S::Rating}).first(), u"Kaos Café"_s);
        QCOMPARE(names(shop, {.category = u"Dapur"_s, .sort = S::Price}), (QStringList{u"Panci Kecil"_s, u"Panci Besar"_s}));
        QCOMPARE(names(shop, {.category = u"Dapur"_s, .inStock = true}), QStringList{u"Panci Besar"_s});
        QCOMPARE(names(shop, {.minPrice = 50'000, .maxPrice = 70'000}), QStringList{u"Kaos Café"_s});
        QCOMPARE(names(shop, {.store = shop.other}), QStringList());
        QCOMPARE(names(shop, {.text = u"CAFE"_s, .sort = S::Relevance}), QStringList{u"Kaos Café"_s});
        QCOMPARE(names(shop, {.text = u"pan kec"_s, .sort = S::Relevance}), QStringList{u"Panci Kecil"_s});
        QCOMPARE(names(shop, {.text = u"\"*) OR"_s, .sort = S::Relevance}), QStringList());
        QCOMPARE(names(shop, {.text = u"?!"_s, .sort = S::Relevance}), QStringList());
        QCOMPARE(listCategories(*shop.db).value(),
                 (QJsonArray{QJsonObject{{u"name"_s, u"Dapur"_s}, {u"count"_s, 2}},
                             QJsonObject{{u"name"_s, u"Pakaian"_s}, {u"count"_s, 1}}}));
    }

    void neverShowsAnOldFaceFromTheCache()
    {
        Shop shop;
        const auto product = shop.add(Shop::draft(u"Gelas"_s, 10'000, 5));
        const auto variant = shop.variantsOf(product).first();
        const auto shown = [&] { return page(shop, {}).items; };
        const auto expected = [&] { return protocol::toJson(readProduct(*shop.db, product, {}).value()->json); };
        QCOMPARE(shown(), expected());
        QVERIFY(m_caches->products.find(product.toString(), readProduct(*shop.db, product, {}).value()->revision));
        const QList<std::function<void()>> changes{
            [&] { QVERIFY(shop.move([&](StockLedger& l) { return l.reserve(variant, 1, {}); })); },
            [&] { shop.write([&](const WriteContext& c) { return updateProduct(c, product, {.description = u"x"_s}, {}); }); },
            [&] { shop.write([&](const WriteContext& c) { return updateVariant(c, variant, {.price = Money{9}}, {}); }); },
            [&] { shop.write([&](const WriteContext& c) { return updateStore(c, {.name = u"Toko Baru"_s}); }); },
            [&] { shop.db->run(u"UPDATE products SET sold = 3"_s).value(); },
            [&] { shop.db->run(u"UPDATE products SET review_count = 1, rating_milli = 5000"_s).value(); }};
        for (const auto& change : changes) {
            const QByteArray before = shown();
            change();
            QVERIFY(shown() != before);
            QCOMPARE(shown(), expected());
        }
    }

    void findsAnExactSkuFirst()
    {
        Shop shop;
        ProductDraft popular = Shop::draft(u"Tas TB-1 lama"_s);
        popular.sku = u"TB-1-LAMA"_s;
        const auto other = shop.add(popular);
        shop.db->run(u"UPDATE products SET sold = 5000 WHERE id = ?"_s, {other.toString()}).value();
        ProductDraft exact = Shop::draft(u"Tas"_s);
        exact.sku = u"TB-1"_s;
        shop.add(exact);
        QCOMPARE(names(shop, {.text = u"tb-1"_s, .sort = ProductSort::Relevance}),
                 (QStringList{u"Tas"_s, u"Tas TB-1 lama"_s}));
    }

    void neitherSkipsNorRepeatsWhileProductsArrive()
    {
        Shop shop;
        for (int i = 0; i < 25; ++i)
            shop.add(Shop::draft(u"Barang %1"_s.arg(i), 1'000 + (i % 3)));
        for (const ProductSort sort : {ProductSort::Newest, ProductSort::Price, ProductSort::PriceDescending}) {
            QStringList before = names(shop, {.sort = sort, .limit = 100});
            QStringList seen;
            ProductQuery query{.sort = sort, .limit = 4};
            while (true) {
                const ProductPage some = page(shop, query);
                seen += namesOf(some);
                if (some.next.isEmpty())
                    break;
                query.after = some.next;
                shop.clock.advance(1);
                shop.add(Shop::draft(u"Baru %1"_s.arg(shop.clock.now().ms), 500 + seen.size() % 2 * 5'000));
                QVERIFY(seen.size() < 200);
            }
            QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
            seen.removeIf([](const QString& name) { return name.startsWith(u"Baru"); });
            before.removeIf([](const QString& name) { return name.startsWith(u"Baru"); });
            QCOMPARE(seen, before);
        }
        const ProductPage second = page(shop, {.limit = 4, .offset = 4, .wantTotal = true});
        QCOMPARE(second.count, 4);
        QCOMPARE(second.total, shop.number(u"SELECT count(*) FROM products"_s));
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
