// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/categories.h"
#include "marketplace/samples/ean13.h"
#include "marketplace/samples/pack.h"
#include "marketplace/samples/timeline.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTimeZone>
#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::marketplace::samples;

namespace {

// Everything a loader would write, so that two readings can be compared whole.
QByteArray fingerprint(const Pack& pack)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString& text) { hash.addData((text + u'\n').toUtf8()); };
    QList<SampleStore> stores = pack.stores;
    stores.append(pack.retail.store);
    for (const SampleStore& store : stores) {
        add(store.name);
        for (const SampleProduct& product : store.products) {
            add(product.name + product.category + product.photo + product.description);
            for (const SampleVariant& variant : product.variants)
                add(u"%1 %2 %3 %4 %5 %6"_s.arg(variant.sku, variant.barcode, variant.optionValues.join(u'/'))
                        .arg(variant.price.rupiah)
                        .arg(variant.onHand)
                        .arg(variant.lowStockThreshold.value_or(-1)));
            for (const SampleReview& review : product.reviews)
                add(u"%1 %2 %3"_s.arg(review.rating).arg(review.daysAgo).arg(review.author) + review.text);
        }
    }
    for (const RetailOrder& order : pack.retail.orders) {
        add(order.number + order.placedAt.toString(Qt::ISODate) + order.cancelledAt.toString(Qt::ISODate));
        for (const RetailOrderLine& line : order.lines)
            add(u"%1 %2 %3"_s.arg(line.product).arg(line.quantity).arg(line.total.rupiah));
    }
    return hash.result().toHex();
}

const SampleProduct* findProduct(const SampleStore& store, const QString& start)
{
    const auto found = std::ranges::find_if(
        store.products, [&start](const SampleProduct& product) { return product.name.startsWith(start); });
    return found == store.products.end() ? nullptr : &*found;
}

const SampleStore* findStore(const Pack& pack, const QString& name)
{
    const auto found =
        std::ranges::find_if(pack.stores, [&name](const SampleStore& store) { return store.name == name; });
    return found == pack.stores.end() ? nullptr : &*found;
}

} // namespace

class TestSamplePack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasEveryReviewOnceAndEveryProduct();
    void isTheSameEveryTimeAndFromADirectory();
    void everyProductCanBeSold();
    void skusAndBarcodesAreUnique();
    void theLargestStoreLooksLikeTheDesign();
    void photosAreThereAndFit();
    void theShopHasAYearOfOrders();
    void ordersComeToThePresent();
    void theLatestFetchOfAListingCounts();
    void brokenPacksSayWhy();

private:
    Pack m_pack;
};

void TestSamplePack::initTestCase()
{
    auto pack = loadPack();
    QVERIFY2(pack, pack ? "" : qPrintable(pack.error().message));
    m_pack = std::move(*pack);
}

void TestSamplePack::hasEveryReviewOnceAndEveryProduct()
{
    QCOMPARE(m_pack.report.rows, 5'400);
    QCOMPARE(m_pack.report.reviews, 5'400);
    QCOMPARE(m_pack.report.malformed, 0);
    QCOMPARE(m_pack.report.products, 1'308);

    qsizetype products = 0;
    qsizetype reviews = 0;
    QSet<QString> sources;
    QSet<QString> usedCategories;
    for (const SampleStore& store : m_pack.stores) {
        QCOMPARE(store.name, u"Toko "_s + store.location);
        QVERIFY(!store.location.contains(QChar::ReplacementCharacter));
        products += store.products.size();
        for (const SampleProduct& product : store.products) {
            reviews += product.reviews.size();
            sources.insert(product.sourceName);
            usedCategories.insert(product.category);
        }
    }
    QCOMPARE(products, 1'308 + 2); // and the two invented ones
    QCOMPARE(sources.size(), products);
    QCOMPARE(reviews, 5'400);
    QCOMPARE(usedCategories.size(), 29);
}

void TestSamplePack::isTheSameEveryTimeAndFromADirectory()
{
    const auto again = loadPack();
    const auto directory = loadPack(QStringLiteral(PACK_DIRECTORY));
    QVERIFY(again && directory);
    QCOMPARE(fingerprint(*again), fingerprint(m_pack));
    QCOMPARE(fingerprint(*directory), fingerprint(m_pack));
}

void TestSamplePack::everyProductCanBeSold()
{
    QStringList known;
    for (const SampleCategory& category : categories())
        known.append(category.indonesian);
    QList<SampleStore> stores = m_pack.stores;
    stores.append(m_pack.retail.store);
    for (const SampleStore& store : std::as_const(stores)) {
        for (const SampleProduct& product : store.products) {
            const QByteArray who = product.sourceName.toUtf8();
            QVERIFY2(!product.name.isEmpty() && !product.description.isEmpty(), who.constData());
            QVERIFY2(!product.name.contains(u'?') && !product.name.contains(QChar::ReplacementCharacter),
                     who.constData());
            QVERIFY2(known.contains(product.category), who.constData());
            QVERIFY2(!product.variants.isEmpty(), who.constData());
            qsizetype combinations = 1;
            for (const SampleOption& option : product.options)
                combinations *= option.values.size();
            QCOMPARE(product.variants.size(), combinations);
            for (const SampleVariant& variant : product.variants) {
                QVERIFY2(variant.price > Money{0} && variant.weightGrams > 0 && variant.onHand >= 0,
                         who.constData());
                QCOMPARE(variant.optionValues.size(), product.options.size());
            }
            for (const SampleReview& review : product.reviews) {
                QVERIFY(review.rating >= 1 && review.rating <= 5 && review.daysAgo >= 2);
                QVERIFY(!review.text.contains(u"??"_s) && !review.text.contains(QChar::ReplacementCharacter));
            }
        }
    }
}

void TestSamplePack::skusAndBarcodesAreUnique()
{
    static const QRegularExpression shape(u"^[A-Z0-9]+(-[A-Z0-9]+)*$"_s);
    QSet<QString> barcodes;
    for (const SampleStore& store : std::as_const(m_pack.stores)) {
        QSet<QString> skus;
        for (const SampleProduct& product : store.products) {
            for (const SampleVariant& variant : product.variants) {
                QVERIFY2(shape.match(variant.sku).hasMatch(), qPrintable(variant.sku));
                QVERIFY2(!skus.contains(variant.sku), qPrintable(variant.sku));
                skus.insert(variant.sku);
                if (variant.barcode.isEmpty())
                    continue;
                QVERIFY2(isEan13(variant.barcode), qPrintable(variant.barcode));
                QVERIFY2(!barcodes.contains(variant.barcode), qPrintable(variant.barcode));
                barcodes.insert(variant.barcode);
            }
        }
    }
    QVERIFY(barcodes.size() > 1'000);
}

void TestSamplePack::theLargestStoreLooksLikeTheDesign()
{
    const SampleStore& store = m_pack.stores.first();
    QCOMPARE(store.name, u"Toko Jakarta Barat"_s);
    int variants = 0;
    int low = 0;
    int out = 0;
    for (const SampleProduct& product : store.products) {
        for (const SampleVariant& variant : product.variants) {
            ++variants;
            out += variant.onHand == 0 ? 1 : 0;
            low += variant.onHand > 0 && variant.onHand < variant.lowStockThreshold.value_or(10) ? 1 : 0;
        }
    }
    QCOMPARE(variants, 344);
    QCOMPARE(low, 9);
    QCOMPARE(out, 4);

    const SampleProduct* tanktop = findProduct(store, u"Nathalie Kaos Dalam Tanktop"_s);
    QVERIFY(tanktop);
    QCOMPARE(tanktop->category, u"Fashion wanita"_s);
    QCOMPARE(tanktop->ratingTenths, 49);
    QCOMPARE(tanktop->sold, 5'575);
    QStringList skus;
    for (const SampleVariant& variant : tanktop->variants)
        skus.append(variant.sku);
    QCOMPARE(skus, (QStringList{u"NTA-428-HTM-M"_s, u"NTA-428-HTM-L"_s, u"NTA-428-HTM-XL"_s,
                                u"NTA-428-PTH-M"_s, u"NTA-428-PTH-L"_s, u"NTA-428-PTH-XL"_s}));
}

void TestSamplePack::photosAreThereAndFit()
{
    QList<SampleStore> stores = m_pack.stores;
    stores.append(m_pack.retail.store);
    QMap<QString, int> used;
    for (const SampleStore& store : std::as_const(stores)) {
        for (const SampleProduct& product : store.products) {
            if (!product.photo.isEmpty())
                ++used[product.photo];
        }
    }
    QCOMPARE(used.size(), 9);
    for (auto it = used.cbegin(); it != used.cend(); ++it) {
        const auto photo = loadPhoto(it.key());
        QVERIFY2(photo, qPrintable(it.key()));
        QVERIFY2(photo->startsWith("\xFF\xD8\xFF"), qPrintable(it.key()));
    }
    const SampleStore* west = findStore(m_pack, u"Toko Jakarta Barat"_s);
    QVERIFY(west);
    const SampleProduct* jar = findProduct(*west, u"Toples Cupang"_s);
    const SampleProduct* clay = findProduct(*west, u"Lilin mainan"_s);
    QVERIFY(jar && clay);
    QCOMPARE(jar->photo, u"bamboo-glass-jar.jpg"_s);
    QCOMPARE(clay->photo, QString()); // modelling clay, not a candle
    QVERIFY(!loadPhoto(u"../ATTRIBUTION.md"_s));
    QVERIFY(!loadPhoto(u"nothing.jpg"_s));
}

void TestSamplePack::theShopHasAYearOfOrders()
{
    const OnlineRetail& retail = m_pack.retail;
    QCOMPARE(retail.store.name, u"Hadiah & Rumah"_s);
    QCOMPARE(retail.store.products.size(), 400);
    QVERIFY(retail.orders.size() > 3'000 && retail.orders.size() < 8'000);
    QCOMPARE(retail.orders.first().placedAt.date(), QDate(2010, 12, 1));
    QCOMPARE(retail.orders.last().placedAt.date(), QDate(2011, 12, 9));
    QCOMPARE(std::accumulate(retail.report.byFate.begin(), retail.report.byFate.end(), qint64(0)),
             retail.report.rows);
    QSet<QString> numbers;
    for (const RetailOrder& order : retail.orders) {
        QVERIFY(!order.lines.isEmpty());
        QCOMPARE(order.cancelled(), order.number.startsWith(u'C'));
        QVERIFY(!order.cancelled() || order.cancelledAt >= order.placedAt);
        QVERIFY(order.customer >= 0 && order.customer < retail.customers.size());
        numbers.insert(order.number);
        for (const RetailOrderLine& line : order.lines) {
            QVERIFY(line.quantity > 0 && line.product >= 0 && line.product < retail.store.products.size());
            QCOMPARE(line.total, times(line.unitPrice, line.quantity));
        }
    }
    QCOMPARE(numbers.size(), retail.orders.size());
}

void TestSamplePack::ordersComeToThePresent()
{
    const OnlineRetail& retail = m_pack.retail;
    for (int day = 0; day < 7; ++day) {
        const QDateTime now(QDate(2026, 11, 16).addDays(day), QTime(7, 32), QTimeZone::utc());
        const auto moments = placeInTime(retail, Instant{now.toMSecsSinceEpoch()});
        QCOMPARE(moments.size(), retail.orders.size());

        qint64 last = 0;
        qsizetype dropped = 0;
        for (qsizetype i = 0; i < moments.size(); ++i) {
            if (!moments.at(i)) {
                ++dropped;
                continue;
            }
            const OrderMoments& at = *moments.at(i);
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.placedAt.ms, QTimeZone(7 * 3600));
            QCOMPARE(local.date().dayOfWeek(), retail.orders.at(i).placedAt.date().dayOfWeek());
            QCOMPARE(local.time(), retail.orders.at(i).placedAt.time());
            last = qMax(last, at.placedAt.ms);
            QVERIFY(at.placedAt.ms <= now.toMSecsSinceEpoch());
            QVERIFY(!at.cancelledAt || (!at.processedAt && *at.cancelledAt >= at.placedAt));
            QVERIFY(!at.shippedAt || (at.processedAt && *at.processedAt < *at.shippedAt));
            QVERIFY(!at.deliveredAt || (at.shippedAt && *at.shippedAt < *at.deliveredAt));
        }
        // The shop is closed on Saturdays, and on some days nobody in the sample buys: two days at most.
        const QDateTime lastOrder = QDateTime::fromMSecsSinceEpoch(last, QTimeZone(7 * 3600));
        const QDate today = now.toTimeZone(QTimeZone(7 * 3600)).date();
        QVERIFY2(lastOrder.date().daysTo(today) <= 2, qPrintable(lastOrder.toString()));
        QVERIFY(dropped < 200);
    }
}

void TestSamplePack::theLatestFetchOfAListingCounts()
{
    QByteArray text =
        "Customer Review;Category;Product Name;Location;Price;Overall Rating;Number Sold;Total Review;"
        "Customer Rating\n"
        "satu;Sport;Senter Kepala COB;Jakarta Pusat;18915;4.8;9170;2558;5\n"
        "dua;Sport;Senter Kepala COB;Jakarta Pusat;19500;4.9;10000;2664;4\n"
        "tiga;Household;Senter Kepala COB ; Kota Depok;18000;4.7;9000;2000;1\n";
    QBuffer buffer(&text);
    QVERIFY(buffer.open(QIODevice::ReadOnly));

    const auto prdect = readPrdect(buffer);

    QVERIFY(prdect);
    QCOMPARE(prdect->stores.size(), 1);
    QCOMPARE(prdect->stores.first().name, u"Toko Jakarta Pusat"_s);
    QCOMPARE(prdect->stores.first().products.size(), 1);
    const SampleProduct& product = prdect->stores.first().products.first();
    QCOMPARE(product.category, u"Olahraga"_s);
    QCOMPARE(product.variants.first().price, Money{19'500});
    QCOMPARE(product.ratingTenths, 49);
    QCOMPARE(product.sold, 10'000);
    QCOMPARE(product.reviewCount, 2'664);
    QCOMPARE(product.reviews.size(), 3);
    QCOMPARE(product.reviews.last().text, u"tiga"_s);
    QCOMPARE(product.reviews.last().rating, 1);
}

void TestSamplePack::brokenPacksSayWhy()
{
    const auto missing = loadPack(u"/nowhere"_s);
    QVERIFY(!missing);
    QVERIFY(missing.error().message.startsWith(u"/nowhere/prdect-id.csv.xz cannot be opened: "_s));

    const auto read = [](QByteArray text) {
        QBuffer buffer(&text);
        if (!buffer.open(QIODevice::ReadOnly))
            return u"buffer"_s;
        const auto prdect = readPrdect(buffer);
        return prdect ? u"%1 of %2"_s.arg(prdect->report.reviews).arg(prdect->report.rows)
                      : prdect.error().message;
    };
    const QByteArray header = "Category;Product Name;Location;Price;Overall Rating;Number Sold;Total Review;"
                              "Customer Rating;Customer Review\n";
    QCOMPARE(read("a;b\n1;2\n"), u"PRDECT-ID: the column “Category” is missing"_s);
    QCOMPARE(read(header + "Books;Buku;Kota Bogor;Rp75.000;5;1,2rb;10;5;bagus\n"), u"1 of 1"_s);
    QCOMPARE(read(header + "Books;Buku;Kota Bogor;0;5;1;1;5;x\nBooks;Buku;Kota Bogor;9;5;1;1;6;x\n"
                           "Dreams;Buku;Kota Bogor;9;5;1;1;5;x\nBooks; ;Kota Bogor;9;5;1;1;5;x\n"),
             u"0 of 4"_s);
    QCOMPARE(read(header + "Books;\"Buku"), u"PRDECT-ID: line 2, field 2: the quote is never closed"_s);
}

QTEST_APPLESS_MAIN(TestSamplePack)
#include "tst_sample_pack.moc"
