// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/online_retail.h"

#include <QBuffer>
#include <QFile>
#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::marketplace::samples;

namespace {

const QByteArray header =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

tl::expected<OnlineRetail, SampleError> read(const QByteArray& lines)
{
    QByteArray text = header + lines;
    QBuffer buffer(&text);
    if (!buffer.open(QIODevice::ReadOnly))
        return tl::unexpected(SampleError{u"buffer"_s});
    return readOnlineRetail(buffer);
}

QStringList describe(const OnlineRetail& retail)
{
    QStringList orders;
    for (const RetailOrder& order : retail.orders) {
        QStringList lines;
        for (const RetailOrderLine& line : order.lines)
            lines.append(u"%1×%2@%3"_s.arg(retail.store.products.at(line.product).sourceName)
                             .arg(line.quantity)
                             .arg(line.unitPrice.rupiah));
        orders.append(u"%1 %2%3 %4: %5"_s.arg(order.number, retail.customers.at(order.customer).number,
                                              order.cancelled() ? u" cancelled"_s : QString(),
                                              order.placedAt.toString(u"MM-dd hh:mm"_s),
                                              lines.join(u", "_s)));
    }
    return orders;
}

} // namespace

class TestOnlineRetail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invoicesBecomeOrdersInRupiah();
    void aReturnTakesItsPiecesOutOfThePurchase();
    void everyLineHasOneFate();
    void anArticleIsNamedAndPricedAsItSellsMost();
    void theCompleteDataAddsUp();
};

void TestOnlineRetail::invoicesBecomeOrdersInRupiah()
{
    const auto retail =
        read("536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n"
             "536365,71053,WHITE METAL LANTERN,1,2010-12-01 08:26:00,3.395,17850,United Kingdom\n"
             "536366,71053,WHITE METAL LANTERN,2,2010-12-01 08:28:00,3,,France\n");

    QVERIFY2(retail, retail ? "" : qPrintable(retail.error().message));
    QCOMPARE(describe(*retail), (QStringList{u"536365 17850 12-01 08:26: 85123A×6@51000, 71053×1@67900"_s,
                                             u"536366  12-01 08:28: 71053×2@60000"_s}));
    QCOMPARE(retail->customers.at(1).name, u"Pembeli di toko"_s);
    QCOMPARE(retail->report.netMilliPounds, 24'695);
}

void TestOnlineRetail::aReturnTakesItsPiecesOutOfThePurchase()
{
    const auto retail = read("1,22423,CAKESTAND,5,2011-01-01 10:00:00,2,7,UK\n"
                             "2,22423,CAKESTAND,4,2011-02-01 10:00:00,2,7,UK\n"
                             "2,22424,TEAPOT,1,2011-02-01 10:00:00,9,7,UK\n"
                             "3,22424,TEAPOT,1,2011-02-02 10:00:00,9,8,UK\n"
                             "C4,22423,CAKESTAND,-3,2011-03-01 10:00:00,2,7,UK\n" // from 2, the latest
                             "C5,22423,CAKESTAND,-4,2011-03-02 10:00:00,2,7,UK\n" // from 1: 2 has one left
                             "C6,22424,TEAPOT,-1,2011-03-03 10:00:00,9,8,UK\n"    // all of 3
                             "C7,22424,TEAPOT,-1,2011-03-03 10:00:00,8,7,UK\n"    // at another price: unknown
                             "C8,22424,TEAPOT,-1,2011-01-15 10:00:00,9,7,UK\n");  // before it was bought

    QVERIFY(retail);
    QCOMPARE(describe(*retail),
             (QStringList{u"1 7 01-01 10:00: 22423×1@40000"_s, u"C5 7 cancelled 01-01 10:00: 22423×4@40000"_s,
                          u"2 7 02-01 10:00: 22423×1@40000, 22424×1@180000"_s,
                          u"C4 7 cancelled 02-01 10:00: 22423×3@40000"_s,
                          u"C6 8 cancelled 02-02 10:00: 22424×1@180000"_s}));
    QCOMPARE(retail->report.count(RowFate::Returned), 3);
    QCOMPARE(retail->report.count(RowFate::UnmatchedReturn), 2);
    QCOMPARE(retail->report.cancelledInvoices, 5);
    QCOMPARE(retail->store.products.at(0).sold, 2);
}

void TestOnlineRetail::everyLineHasOneFate()
{
    const auto retail = read("1,22423,CAKESTAND,5,2011-01-01 10:00:00,2,7,UK\n"
                             "1,POST,POSTAGE,1,2011-01-01 10:00:00,18,7,UK\n"
                             "A2,B,Adjust bad debt,1,2011-01-02 10:00:00,-11062.06,,UK\n"
                             "3,22423,damaged,-20,2011-01-03 10:00:00,0,,UK\n"
                             "4,22423,,-2,2011-01-04 10:00:00,2,,UK\n"
                             "5,22423,CAKESTAND,5,2011-01-05 10:00:00,-1,7,UK\n"
                             "C6,22423,CAKESTAND,2,2011-01-06 10:00:00,2,7,UK\n"
                             "7,22423,CAKESTAND,many,2011-01-07 10:00:00,2,7,UK\n"
                             "8,22423,CAKESTAND,1,7 January,2,7,UK\n"
                             "9,22423,CAKESTAND,1,2011-01-07 10:00:00,1e3,7,UK\n"
                             ",22423,CAKESTAND,1,2011-01-07 10:00:00,1,7,UK\n"
                             "10,22423,CAKESTAND,99999999999,2011-01-07 10:00:00,1,7,UK\n");

    QVERIFY(retail);
    const RetailReport& report = retail->report;
    QCOMPARE(report.rows, 12);
    QCOMPARE(report.count(RowFate::Sold), 1);
    QCOMPARE(report.count(RowFate::NotAProduct), 2);
    QCOMPARE(report.count(RowFate::FreeOfCharge), 1);
    QCOMPARE(report.count(RowFate::StockAdjustment), 2);
    QCOMPARE(report.count(RowFate::NegativePrice), 1);
    QCOMPARE(report.count(RowFate::Malformed), 5);
    QCOMPARE(std::accumulate(report.byFate.begin(), report.byFate.end(), qint64(0)), report.rows);
    QCOMPARE(describe(*retail), QStringList{u"1 7 01-01 10:00: 22423×5@40000"_s});
}

void TestOnlineRetail::anArticleIsNamedAndPricedAsItSellsMost()
{
    const auto retail = read("1,85123a,WHITE HANGING HEART T-LIGHT HOLDER,1,2011-01-01 10:00:00,2.95,7,UK\n"
                             "2,85123A,WHITE HANGING HEART T-LIGHT HOLDER,1,2011-01-01 10:00:00,2.95,7,UK\n"
                             "3,85123A,CREAM HEART HOLDER,1,2011-01-01 10:00:00,5.79,7,UK\n"
                             "4,85123A,wrongly marked,-1,2011-01-01 10:00:00,0,,UK\n");

    QVERIFY(retail);
    QCOMPARE(retail->store.products.size(), 1);
    const SampleProduct& product = retail->store.products.first();
    QCOMPARE(product.name, u"White Hanging Heart T-light Holder"_s);
    QCOMPARE(product.variants.size(), 1);
    QCOMPARE(product.variants.first().sku, u"85123A"_s);
    QCOMPARE(product.variants.first().price, Money{59'000});
    QCOMPARE(product.photo, u"candle-holder.jpg"_s);
}

void TestOnlineRetail::theCompleteDataAddsUp()
{
    QFile file(QStringLiteral(FULL_DATA) + u"/online-retail/online_retail.csv.xz"_s);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the full data sets are not here");

    const auto retail = readOnlineRetail(file);

    QVERIFY2(retail, retail ? "" : qPrintable(retail.error().message));
    const RetailReport& report = retail->report;
    QCOMPARE(report.rows, 541'909);
    QCOMPARE(report.invoices, 25'900);
    QCOMPARE(report.cancelledInvoices, 3'836);
    QCOMPARE(report.netMilliPounds, 9'747'747'934);
    QCOMPARE(report.netByMonth.value(u"2011-11"_s), 1'461'756'250);
    QCOMPARE(*std::max_element(report.netByMonth.cbegin(), report.netByMonth.cend()), 1'461'756'250);
    QCOMPARE(std::accumulate(report.byFate.begin(), report.byFate.end(), qint64(0)), report.rows);
    QCOMPARE(report.count(RowFate::Malformed), 0);

    // Pieces that came back moved from orders to cancelled orders; nothing is made up or lost.
    qint64 kept = 0;
    qint64 cancelled = 0;
    for (const RetailOrder& order : retail->orders) {
        for (const RetailOrderLine& line : order.lines)
            (order.cancelled() ? cancelled : kept) += line.total.rupiah;
    }
    QCOMPARE(report.count(RowFate::Sold), 527'725);
    QCOMPARE(kept + cancelled, 205'420'692'200); // 10,271,034.61 pounds
    QVERIFY(cancelled > 0);
}

QTEST_APPLESS_MAIN(TestOnlineRetail)
#include "tst_online_retail.moc"
