// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/outcome.h"
#include "domain/product.h"
#include "domain/product_draft.h"
#include "domain/product_fields.h"

#include <QSet>
#include <QTest>

using namespace belanjain;
using namespace Qt::StringLiterals;
using tests::outcome;

namespace {

const SkuIsTaken nothingTaken = [](const QString&) { return false; };
const Option colour{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}};
const Option size{u"Ukuran"_s, {u"S"_s, u"M"_s, u"L"_s}};

ProductDraft shirt()
{
    ProductDraft draft;
    draft.name = u"Kaos Polos"_s;
    draft.category = u"Fashion pria"_s;
    draft.price = Money{38'000};
    draft.stock = 12;
    return draft;
}

ProductDraft shirtInColours()
{
    ProductDraft draft = shirt();
    draft.options = {colour, size};
    return draft;
}

VariantDraft of(const QString& colourValue, const QString& sizeValue)
{
    VariantDraft variant;
    variant.options = {{u"Warna"_s, colourValue}, {u"Ukuran"_s, sizeValue}};
    return variant;
}

QStringList labels(const QList<QList<OptionValue>>& list)
{
    QStringList all;
    for (const auto& values : list)
        all += optionsLabel(values);
    return all;
}

QString problems(const ProductDraft& draft) { return outcome(validate(normalised(draft))); }

template<class Change>
QString problemsAfter(ProductDraft draft, Change change)
{
    change(draft);
    return problems(draft);
}

QStringList skus(const NewProduct& product)
{
    QStringList all;
    for (const NewVariant& variant : product.variants)
        all += variant.sku;
    return all;
}

} // namespace

class TestProduct : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void combinationsInOrder();
    void combinationsAreCountedWithoutMakingThem();
    void labelsFollowTheProductsOrder();
    void statusHasWireNames();
    void oneVariantWithoutOptions();
    void everyCombinationOfTheOptions();
    void onlyTheVariantsAskedFor();
    void aVariantsOwnValuesWin();
    void textsAreMadeNeat();
    void fieldsAreHeldToTheirRules();
    void optionsAreHeldToTheirRules();
    void variantsAreHeldToTheirRules();
    void limitsCutOffEarly();
    void specificationsAreHeldToTheirRules();
    void everyProblemIsNamedAtOnce();
    void skusAreMadeAroundThoseThereAre();
    void aTakenSkuComesWithASuggestion();
    void theLargestProductHasUniqueSkus();
};

void TestProduct::combinationsInOrder()
{
    QCOMPARE(labels(combinations({})), QStringList{QString()});
    QCOMPARE(labels(combinations({colour})), QStringList({u"Merah"_s, u"Hitam"_s}));
    QCOMPARE(labels(combinations({colour, size})),
             QStringList(
                 {u"Merah, S"_s, u"Merah, M"_s, u"Merah, L"_s, u"Hitam, S"_s, u"Hitam, M"_s, u"Hitam, L"_s}));
    QCOMPARE(combinations({colour, size}).last(),
             (QList<OptionValue>{{u"Warna"_s, u"Hitam"_s}, {u"Ukuran"_s, u"L"_s}}));
    QCOMPARE(combinations({colour, Option{u"Bahan"_s, {}}}).size(), 0);
}

void TestProduct::combinationsAreCountedWithoutMakingThem()
{
    QCOMPARE(combinationCount({}), 1);
    QCOMPARE(combinationCount({colour, size}), 6);
    QCOMPARE(combinationCount({colour, Option{u"Bahan"_s, {}}}), 0);
    const Option fifty{u"Nomor"_s, QStringList(50, u"x"_s)};
    QCOMPARE(combinationCount({fifty, fifty, fifty}), 125'000);
    QCOMPARE(combinationCount(QList<Option>(40, fifty)), 1'000'001);
}

void TestProduct::labelsFollowTheProductsOrder()
{
    const QList<OptionValue> swapped{{u"Ukuran"_s, u"L"_s}, {u"Warna"_s, u"Hitam"_s}};
    QCOMPARE(optionsLabel(swapped, {colour, size}), u"Hitam, L"_s);
    QCOMPARE(optionsLabel(swapped), u"L, Hitam"_s);
    QCOMPARE(optionsLabel(swapped, {colour}), u"Hitam, L"_s);
    QCOMPARE(optionsLabel({}, {colour}), QString());
}

void TestProduct::statusHasWireNames()
{
    QCOMPARE(wireName(ProductStatus::Active), u"active"_s);
    QCOMPARE(wireName(ProductStatus::Archived), u"archived"_s);
    QCOMPARE(parseProductStatus(u"active"), std::optional(ProductStatus::Active));
    QCOMPARE(parseProductStatus(u"archived"), std::optional(ProductStatus::Archived));
    QCOMPARE(parseProductStatus(u"ACTIVE"), std::nullopt);
}

void TestProduct::oneVariantWithoutOptions()
{
    ProductDraft draft = shirt();
    draft.sku = u"KOS-1"_s;
    draft.barcode = u"8992761002013"_s;
    draft.weightGrams = 150;
    draft.lowStockThreshold = 5;

    const auto product = prepareProduct(draft, nothingTaken);

    QVERIFY(product.has_value());
    QCOMPARE(*product,
             (NewProduct{u"Kaos Polos"_s,
                         QString(),
                         u"Fashion pria"_s,
                         {},
                         {},
                         {NewVariant{u"KOS-1"_s, u"8992761002013"_s, {}, Money{38'000}, 12, 150, 5}}}));
}

void TestProduct::everyCombinationOfTheOptions()
{
    const auto product = prepareProduct(shirtInColours(), nothingTaken);

    QVERIFY(product.has_value());
    QCOMPARE(skus(*product), QStringList({u"KOS-PLS-MRH-S"_s, u"KOS-PLS-MRH-M"_s, u"KOS-PLS-MRH-L"_s,
                                          u"KOS-PLS-HTM-S"_s, u"KOS-PLS-HTM-M"_s, u"KOS-PLS-HTM-L"_s}));
    for (const NewVariant& variant : product->variants) {
        QCOMPARE(variant.price, Money{38'000});
        QCOMPARE(variant.stock, 12);
        QCOMPARE(variant.lowStockThreshold, std::nullopt);
    }
    ProductDraft draft = shirtInColours();
    draft.sku = u"KP"_s;
    QCOMPARE(skus(*prepareProduct(draft, nothingTaken)).first(), u"KP-MRH-S"_s);
}

void TestProduct::onlyTheVariantsAskedFor()
{
    ProductDraft draft = shirtInColours();
    VariantDraft backwards = of(u"Hitam"_s, u"L"_s);
    std::reverse(backwards.options.begin(), backwards.options.end());
    draft.variants = {of(u"Merah"_s, u"S"_s), backwards};

    const auto product = prepareProduct(draft, nothingTaken);

    QVERIFY(product.has_value());
    QCOMPARE(product->variants.size(), 2);
    QCOMPARE(optionsLabel(product->variants[0].options), u"Merah, S"_s);
    QCOMPARE(optionsLabel(product->variants[1].options), u"Hitam, L"_s);
}

void TestProduct::aVariantsOwnValuesWin()
{
    ProductDraft draft = shirtInColours();
    draft.weightGrams = 150;
    draft.lowStockThreshold = 5;
    VariantDraft own = of(u"Merah"_s, u"S"_s);
    own.sku = u"RED-S"_s;
    own.barcode = u"1234"_s;
    own.price = Money{1};
    own.stock = 0;
    own.weightGrams = 0;
    own.lowStockThreshold = 0;
    draft.variants = {own, of(u"Hitam"_s, u"S"_s)};

    const auto product = prepareProduct(draft, nothingTaken);

    QVERIFY(product.has_value());
    QCOMPARE(product->variants[0], (NewVariant{u"RED-S"_s, u"1234"_s, own.options, Money{1}, 0, 0, 0}));
    QCOMPARE(product->variants[1], (NewVariant{u"KOS-PLS-HTM-S"_s, QString(), draft.variants[1].options,
                                               Money{38'000}, 12, 150, 5}));

    for (VariantDraft& variant : draft.variants) {
        variant.price = Money{2};
        variant.stock = 3;
    }
    draft.price.reset();
    draft.stock.reset();
    QVERIFY(prepareProduct(draft, nothingTaken).has_value());
}

void TestProduct::textsAreMadeNeat()
{
    ProductDraft draft = shirtInColours();
    draft.name = u"  Kaos \t Cafe\u0301\n"_s;
    draft.description = u"Baris satu  \r\nBaris\tdua\r\r\u0000"_s;
    draft.options[0].name = u" Warna "_s;
    draft.options[0].values = {u" Merah  Muda "_s};
    draft.specifications = {{u" Bahan "_s, u" Katun  30s "_s}};
    draft.variants = {of(u"Merah  Muda"_s, u" S"_s)};
    draft.variants[0].sku = u" A  1 "_s;

    const auto product = prepareProduct(draft, nothingTaken);

    QVERIFY(product.has_value());
    QCOMPARE(product->name, u"Kaos Caf\u00e9"_s);
    QCOMPARE(product->description, u"Baris satu\nBaris\tdua"_s);
    QCOMPARE(product->options[0], (Option{u"Warna"_s, {u"Merah Muda"_s}}));
    QCOMPARE(product->specifications, (QList<Specification>{{u"Bahan"_s, u"Katun 30s"_s}}));
    QCOMPARE(optionsLabel(product->variants[0].options), u"Merah Muda, S"_s);
    QCOMPARE(product->variants[0].sku, u"A 1"_s);
    const ProductDraft once = normalised(draft);
    QCOMPARE(normalised(once), once);
}

void TestProduct::fieldsAreHeldToTheirRules()
{
    const auto after = [](auto change) { return problemsAfter(shirt(), change); };
    QCOMPARE(after([](ProductDraft&) {}), QString());
    QCOMPARE(after([](ProductDraft& d) { d.name = u" "_s; }), u"required@name"_s);
    QCOMPARE(after([](ProductDraft& d) { d.name = QString(200, u'n'); }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.name = QString(201, u'n'); }), u"too_long@name(200)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.name = u"\U0001f600"_s.repeated(200); }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.description = QString(10'000, u'd'); }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.description = QString(10'001, u'd'); }),
             u"too_long@description(10000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.category.clear(); }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.category = QString(80, u'c'); }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.category = QString(81, u'c'); }), u"too_long@category(80)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.price = Money{0}; }), u"price_not_positive@price"_s);
    QCOMPARE(after([](ProductDraft& d) { d.price = Money{-1}; }), u"price_not_positive@price"_s);
    QCOMPARE(after([](ProductDraft& d) { d.price = Money{1}; }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.price = maxMoney; }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.price = Money{maxMoney.rupiah + 1}; }),
             u"out_of_range@price(1,999999999999)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.price.reset(); }), u"required@price"_s);
    QCOMPARE(after([](ProductDraft& d) { d.stock.reset(); }), u"required@stock"_s);
    QCOMPARE(after([](ProductDraft& d) { d.stock = 0; }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.stock = 1'000'000'000; }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.stock = 1'000'000'001; }), u"out_of_range@stock(0,1000000000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.stock = -1; }), u"out_of_range@stock(0,1000000000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.weightGrams = 1'000'000; }), QString());
    QCOMPARE(after([](ProductDraft& d) { d.weightGrams = 1'000'001; }),
             u"out_of_range@weightGrams(0,1000000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.weightGrams = 4'294'967'296; }),
             u"out_of_range@weightGrams(0,1000000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.lowStockThreshold = -1; }),
             u"out_of_range@lowStockThreshold(0,1000000000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.sku = u"a,b"_s; }), u"sku_malformed@sku"_s);
    QCOMPARE(after([](ProductDraft& d) { d.barcode = u"12"_s; }), u"barcode_malformed@barcode(4,48)"_s);
}

void TestProduct::optionsAreHeldToTheirRules()
{
    const auto after = [](auto change) { return problemsAfter(shirtInColours(), change); };
    QCOMPARE(after([](ProductDraft&) {}), QString());
    QCOMPARE(after([](ProductDraft& d) { d.options[1].name = u" "_s; }), u"required@options[1].name"_s);
    QCOMPARE(after([](ProductDraft& d) { d.options[1].name = u"WARNA"_s; }),
             u"duplicate@options[1].name(WARNA)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.options[1].name = QString(41, u'o'); }),
             u"too_long@options[1].name(40)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.options[1].values.clear(); }), u"required@options[1].values"_s);
    QCOMPARE(after([](ProductDraft& d) { d.options[1].values[2] = u""_s; }),
             u"required@options[1].values[2]"_s);
    QCOMPARE(after([](ProductDraft& d) { d.options[1].values[2] = u"s"_s; }),
             u"duplicate@options[1].values[2](s)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.options[1].values[2] = QString(61, u'v'); }),
             u"too_long@options[1].values[2](60)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.barcode = u"12345"_s; }), u"per_variant@barcode"_s);
}

void TestProduct::variantsAreHeldToTheirRules()
{
    ProductDraft two = shirtInColours();
    two.variants = {of(u"Merah"_s, u"S"_s), of(u"Hitam"_s, u"S"_s)};
    const auto after = [&two](auto change) { return problemsAfter(two, change); };
    QCOMPARE(after([](ProductDraft&) {}), QString());
    QCOMPARE(after([](ProductDraft& d) { d.variants[1] = of(u"Merah"_s, u"S"_s); }),
             u"duplicate@variants[1].options(Merah, S)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1] = of(u"Biru"_s, u"S"_s); }),
             u"unknown_value@variants[1].options(Biru)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].options.removeLast(); }),
             u"options_mismatch@variants[1].options"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].options[1].name = u"Size"_s; }),
             u"options_mismatch@variants[1].options"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].options[1] = d.variants[1].options[0]; }),
             u"options_mismatch@variants[1].options"_s);
    QCOMPARE(after([](ProductDraft& d) {
                 d.variants[0].options += {u"Bahan"_s, u"Katun"_s};
             }),
             u"options_mismatch@variants[0].options"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].price = Money{0}; }),
             u"price_not_positive@variants[1].price"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].stock = -1; }),
             u"out_of_range@variants[1].stock(0,1000000000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].weightGrams = -1; }),
             u"out_of_range@variants[1].weightGrams(0,1000000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].lowStockThreshold = -1; }),
             u"out_of_range@variants[1].lowStockThreshold(0,1000000000)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].barcode = u"1"_s; }),
             u"barcode_malformed@variants[1].barcode(4,48)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.variants[1].sku = u"?"_s; }), u"sku_malformed@variants[1].sku"_s);
    QCOMPARE(after([](ProductDraft& d) {
                 d.variants[0].sku = u"a-1"_s;
                 d.variants[1].sku = u"A-1"_s;
             }),
             u"duplicate@variants[1].sku(A-1)"_s);
    QCOMPARE(after([](ProductDraft& d) { d.barcode = u"12345"_s; }), u"per_variant@barcode"_s);
    QCOMPARE(after([](ProductDraft& d) {
                 d.variants[0].price = Money{5};
                 d.price.reset();
             }),
             u"required@price"_s);
    QCOMPARE(after([](ProductDraft& d) {
                 d.variants[0].stock = 5;
                 d.stock.reset();
             }),
             u"required@stock"_s);
    // Without options a single variant may still be spelled out, but not two.
    ProductDraft single = shirt();
    single.variants = {VariantDraft{}};
    QCOMPARE(problems(single), QString());
    single.variants += VariantDraft{};
    QCOMPARE(problems(single), u"duplicate@variants[1].options()"_s);
}

void TestProduct::limitsCutOffEarly()
{
    ProductDraft draft = shirt();
    for (int i = 0; i < 5; ++i)
        draft.options += Option{u"Pilihan %1"_s.arg(i), {u"a"_s}};
    QCOMPARE(problems(draft), QString());
    draft.options += Option{u"Pilihan 5"_s, {u"a"_s}};
    QCOMPARE(problems(draft), u"too_many@options(5)"_s);

    QStringList values;
    for (int i = 0; i < 50; ++i)
        values += QString::number(i);
    draft.options = {Option{u"Nomor"_s, values}};
    QCOMPARE(problems(draft), QString());
    draft.options[0].values += u"50"_s;
    QCOMPARE(problems(draft), u"too_many@options[0].values(50)"_s);

    draft.options = {Option{u"Nomor"_s, values}, Option{u"Warna"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}}};
    QCOMPARE(problems(draft), QString());
    draft.options[1].values += u"e"_s;
    QCOMPARE(problems(draft), u"too_many@options(200)"_s);

    draft.variants = QList<VariantDraft>(201);
    QCOMPARE(problems(draft), u"too_many@variants(200)"_s);
}

void TestProduct::specificationsAreHeldToTheirRules()
{
    const auto after = [](const QList<Specification>& list) {
        ProductDraft draft = shirt();
        draft.specifications = list;
        return problems(draft);
    };
    const Specification fine{u"Bahan"_s, u"Katun"_s};
    QCOMPARE(after({fine}), QString());
    QCOMPARE(after({fine, {u"bahan"_s, u"Wol"_s}}), u"duplicate@specifications[1].label(bahan)"_s);
    QCOMPARE(after({{u""_s, u""_s}}), u"required@specifications[0].label required@specifications[0].value"_s);
    QCOMPARE(after({{QString(81, u'l'), QString(501, u'v')}}),
             u"too_long@specifications[0].label(80) too_long@specifications[0].value(500)"_s);
    QList<Specification> many;
    for (int i = 0; i < 50; ++i)
        many += Specification{QString::number(i), u"x"_s};
    QCOMPARE(after(many), QString());
    many += Specification{u"50"_s, u"x"_s};
    QCOMPARE(after(many), u"too_many@specifications(50)"_s);
}

void TestProduct::everyProblemIsNamedAtOnce()
{
    ProductDraft draft;
    draft.options = {Option{}};
    draft.variants = {VariantDraft{}};
    const auto product = prepareProduct(draft, nothingTaken);
    QVERIFY(!product.has_value());
    QCOMPARE(
        outcome(product.error()),
        u"required@name required@options[0].name required@options[0].values required@price required@stock"_s);
}

void TestProduct::skusAreMadeAroundThoseThereAre()
{
    ProductDraft draft = shirtInColours();
    draft.options = {Option{u"Warna"_s, {u"Merah"_s, u"Marah"_s, u"Hitam"_s}}};
    draft.variants = {VariantDraft{}, VariantDraft{}, VariantDraft{}};
    for (int i = 0; i < 3; ++i)
        draft.variants[i].options = {{u"Warna"_s, draft.options[0].values[i]}};
    draft.variants[2].sku = u"kos-pls-mrh"_s; // what the first would get

    const auto product = prepareProduct(draft, [](const QString& key) { return key == u"kos-pls-mrh-3"; });

    QVERIFY(product.has_value());
    QCOMPARE(skus(*product), QStringList({u"KOS-PLS-MRH-2"_s, u"KOS-PLS-MRH-4"_s, u"kos-pls-mrh"_s}));
}

void TestProduct::aTakenSkuComesWithASuggestion()
{
    ProductDraft draft = shirt();
    draft.sku = u"KOS-01"_s;
    const auto single = prepareProduct(draft, [](const QString& key) { return key == u"kos-01"; });
    QVERIFY(!single.has_value());
    QCOMPARE(outcome(single.error()), u"sku_taken@sku(,KOS-02)"_s);

    draft = shirtInColours();
    draft.variants = {of(u"Merah"_s, u"S"_s), of(u"Merah"_s, u"M"_s)};
    draft.variants[0].sku = u"A-2"_s;
    draft.variants[1].sku = u"A-1"_s;
    const auto several = prepareProduct(draft, [](const QString& key) { return key == u"a-1"; });
    QVERIFY(!several.has_value());
    QCOMPARE(outcome(several.error()), u"sku_taken@variants[1].sku(,A-3)"_s); // A-2 is the draft's own
}

void TestProduct::theLargestProductHasUniqueSkus()
{
    ProductDraft draft = shirt();
    QStringList values;
    for (int i = 0; i < 50; ++i)
        values += u"Merah ke-%1 dari semua"_s.arg(i % 7) + QString(i % 8, u'!') + QString(i / 7, u'a');
    draft.options = {Option{u"Nomor"_s, values},
                     Option{u"Ukuran"_s, {u"satu"_s, u"satuan"_s, u"situ"_s, u"sitar"_s}}};

    const auto product = prepareProduct(draft, nothingTaken);

    QVERIFY(product.has_value());
    QSet<QString> keys;
    for (const NewVariant& variant : product->variants)
        keys.insert(skuKey(variant.sku));
    QCOMPARE(keys.size(), 200);
    QCOMPARE(*prepareProduct(draft, nothingTaken), *product);
}

QTEST_APPLESS_MAIN(TestProduct)
#include "tst_product.moc"
