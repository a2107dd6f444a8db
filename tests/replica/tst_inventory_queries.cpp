// SPDX-License-Identifier: GPL-3.0-or-later
// Every sort with every kind of filter and search, against a list that is filtered and sorted by hand.
#include "desk.h"
#include "domain/search_text.h"
#include "domain/sku.h"
#include "replica/inventory_queries.h"

#include <algorithm>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;
using ports::EditField;
using ports::InventoryQuery;
using ports::InventoryRow;
using ports::InventorySort;
using ports::StatusFilter;
using ports::StockFilter;
using ports::SyncFilter;
using replica::InventoryQueries;

namespace {

/// A shown row with what its place in an order depends on besides.
struct Plain
{
    InventoryRow row;
    qint64 productRow = 0;
    qint64 position = 0;
};

QByteArray key(const QString& text) { return foldForSearch(text).toUtf8(); }

int syncRank(const InventoryRow& row) { return row.rejected ? 2 : row.waiting ? 1 : 0; }

template<class T>
int ordered(const T& a, const T& b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareKeys(InventorySort sort, const Plain& a, const Plain& b)
{
    const InventoryRow& x = a.row;
    const InventoryRow& y = b.row;
    const auto product = [&] {
        const int byName = ordered(key(x.productName), key(y.productName));
        if (byName != 0)
            return byName;
        const int byProduct = ordered(a.productRow, b.productRow);
        return byProduct != 0 ? byProduct : ordered(a.position, b.position);
    };
    switch (sort) {
    case InventorySort::Product:
        return product();
    case InventorySort::Category: {
        const int byCategory = ordered(key(x.category), key(y.category));
        return byCategory != 0 ? byCategory : product();
    }
    case InventorySort::Sku:
        return ordered(skuKey(x.sku).toUtf8(), skuKey(y.sku).toUtf8());
    case InventorySort::Price:
        return ordered(x.price.rupiah, y.price.rupiah);
    case InventorySort::OnHand:
        return ordered(x.onHand, y.onHand);
    case InventorySort::Reserved:
        return ordered(x.reserved, y.reserved);
    case InventorySort::Available:
        return ordered(x.available(), y.available());
    case InventorySort::Threshold:
        return ordered(x.threshold, y.threshold);
    case InventorySort::Sync:
        return ordered(syncRank(x), syncRank(y));
    }
    return 0;
}

bool hasWords(const InventoryRow& row, const QString& search)
{
    const QStringList have =
        foldForSearch(row.productName + u' ' + row.optionsLabel + u' ' + row.sku + u' ' + row.barcode)
            .split(u' ');
    const QStringList words = searchWords(search);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return std::any_of(have.begin(), have.end(),
                           [&](const QString& one) { return one.startsWith(word); });
    });
}

bool isExact(const InventoryRow& row, const QString& search)
{
    const QString typed = search.trimmed();
    return !typed.isEmpty() && (skuKey(row.sku) == skuKey(typed) || row.barcode == typed);
}

bool passes(const InventoryRow& row, const InventoryQuery& query)
{
    const bool out = row.available() == 0;
    const bool low = !out && row.available() < row.threshold;
    const bool stock = query.stock == StockFilter::Any || (query.stock == StockFilter::Low && low) ||
                       (query.stock == StockFilter::Out && out) ||
                       (query.stock == StockFilter::LowOrOut && (low || out)) ||
                       (query.stock == StockFilter::Enough && !low && !out);
    const bool status =
        query.status == StatusFilter::All || row.archived == (query.status == StatusFilter::Archived);
    const bool sync = query.sync == SyncFilter::Any || (query.sync == SyncFilter::Waiting && row.waiting) ||
                      (query.sync == SyncFilter::Rejected && row.rejected);
    return stock && status && sync && (query.category.isEmpty() || key(row.category) == key(query.category));
}

QList<ports::RowNumber> byHand(const QList<Plain>& all, const InventoryQuery& query)
{
    QList<Plain> list;
    for (const Plain& one : all) {
        if (passes(one.row, query) && (hasWords(one.row, query.search) || isExact(one.row, query.search)))
            list.append(one);
    }
    std::sort(list.begin(), list.end(), [&](const Plain& a, const Plain& b) {
        const bool exactA = isExact(a.row, query.search);
        const bool exactB = isExact(b.row, query.search);
        if (exactA != exactB)
            return exactA;
        const int order = compareKeys(query.sort, a, b);
        const int all2 = order != 0 ? order : ordered(a.row.row, b.row.row);
        return query.descending ? all2 > 0 : all2 < 0;
    });
    QList<ports::RowNumber> rows;
    for (const Plain& one : std::as_const(list))
        rows.append(one.row.row);
    return rows;
}

QList<ports::RowNumber> numbers(const QList<InventoryRow>& rows)
{
    QList<ports::RowNumber> list;
    for (const InventoryRow& row : rows)
        list.append(row.row);
    return list;
}

} // namespace

class InventoryQueriesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Desk> m_desk;
    QList<Plain> m_all;

    static bool never() { return false; }

    QList<Plain> everything(InventoryQueries& queries)
    {
        QList<Plain> list;
        const auto places = m_desk->replica->database()
                                .all(u"SELECT row, product, position FROM variants WHERE archived < 2"_s, {},
                                     [](const storage::Row& r) {
                                         return std::tuple(r.integer32(0), r.integer(1), r.integer(2));
                                     })
                                .value();
        for (const auto& [row, product, position] : places)
            list.append({queries.fetch({row})->constFirst(), product, position});
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<Desk>();
        m_desk->fill(700, 11);
        QVERIFY(m_desk->sync()->applied);
        for (int n = 0; n < 40; ++n) {
            const VariantId variant = m_desk->variant(n * 17);
            QVERIFY(m_desk->replica->submit(
                {ports::AdjustStock{variant, 1, {}}, ports::SetPrice{variant, {77'000 + n}}}));
        }
        QVERIFY(m_desk->sync()->rejected > 0);
        for (int n = 0; n < 25; ++n)
            QVERIFY(m_desk->replica->submit({ports::AdjustStock{m_desk->variant(n * 23), 2, {}},
                                             ports::SetSku{m_desk->variant(n * 19), u"ÉDISI %1"_s.arg(n)}}));
        QCOMPARE(m_desk->wrong(), QStringList());
        InventoryQueries queries(m_desk->replica->database());
        m_all = everything(queries);
        QCOMPARE(m_all.size(), 700);
    }

    void answersLikeAListByHand_data()
    {
        QTest::addColumn<InventoryQuery>("filter");
        QTest::newRow("everything") << InventoryQuery{};
        QTest::newRow("low") << InventoryQuery{.stock = StockFilter::Low};
        QTest::newRow("out") << InventoryQuery{.stock = StockFilter::Out};
        QTest::newRow("low or out") << InventoryQuery{.stock = StockFilter::LowOrOut};
        QTest::newRow("enough") << InventoryQuery{.stock = StockFilter::Enough};
        QTest::newRow("waiting") << InventoryQuery{.sync = SyncFilter::Waiting};
        QTest::newRow("rejected") << InventoryQuery{.sync = SyncFilter::Rejected};
        QTest::newRow("category") << InventoryQuery{.category = u"Sepatu & Sandal"_s};
        QTest::newRow("category spelled otherwise") << InventoryQuery{.category = u"sepatu sandal"_s};
        QTest::newRow("no such category") << InventoryQuery{.category = u"sepat"_s};
        QTest::newRow("category, enough, waiting") << InventoryQuery{
            .category = u"Dapur"_s, .stock = StockFilter::Enough, .sync = SyncFilter::Waiting};
        QTest::newRow("one letter") << InventoryQuery{.search = u"k"_s};
        QTest::newRow("word") << InventoryQuery{.search = u"kaos"_s};
        QTest::newRow("two words across columns") << InventoryQuery{.search = u"mer kao"_s};
        QTest::newRow("accents and case") << InventoryQuery{.search = u"CAFE krem"_s};
        QTest::newRow("a long word and a short one") << InventoryQuery{.search = u"kaos m"_s};
        QTest::newRow("long and short and filters")
            << InventoryQuery{.search = u"hitam l p"_s, .category = u"Dapur"_s, .stock = StockFilter::Enough};
        QTest::newRow("apostrophe") << InventoryQuery{.search = u"jumat"_s};
        QTest::newRow("hyphen") << InventoryQuery{.search = u"abu-abu"_s};
        QTest::newRow("accented sku") << InventoryQuery{.search = u"édisi 7"_s};
        QTest::newRow("nothing") << InventoryQuery{.search = u"zzzz"_s};
        QTest::newRow("only signs") << InventoryQuery{.search = u" -\"* "_s};
        QTest::newRow("operators") << InventoryQuery{.search = u"mini OR"_s};
        QTest::newRow("search and filters") << InventoryQuery{.search = u"p"_s, .stock = StockFilter::Enough};
        QTest::newRow("sku") << InventoryQuery{.search = m_all.at(123).row.sku.toLower()};
        const auto withBarcode = std::find_if(m_all.cbegin(), m_all.cend(),
                                              [](const Plain& p) { return !p.row.barcode.isEmpty(); });
        QTest::newRow("barcode") << InventoryQuery{.search = withBarcode->row.barcode};
    }

    void answersLikeAListByHand()
    {
        QFETCH(InventoryQuery, filter);
        storage::Database& database = m_desk->replica->database();
        // Each way of answering: looking ahead, walking the whole order, sorting few, filtering a kept order.
        InventoryQueries ample(database);
        InventoryQueries walking(database,
                                 {.lookAhead = 0, .fewRows = -1, .fewNumbers = -1, .keptOrders = 1});
        InventoryQueries sorting(database,
                                 {.lookAhead = 30, .fewRows = 10'000, .fewNumbers = 10'000, .keptOrders = 1});
        InventoryQueries keeping(
            database,
            {.lookAhead = 300, .estimateAfter = 20, .fewRows = -1, .fewNumbers = -1, .keptOrders = 100});
        int found = 0;
        for (int sort = 0; sort <= int(InventorySort::Sync); ++sort) {
            for (const StatusFilter status :
                 {StatusFilter::Active, StatusFilter::Archived, StatusFilter::All}) {
                for (const bool descending : {false, true}) {
                    InventoryQuery query = filter;
                    query.sort = InventorySort(sort);
                    query.status = status;
                    query.descending = descending;
                    const auto expected = byHand(m_all, query);
                    found += int(expected.size());
                    for (InventoryQueries* queries : {&ample, &walking, &sorting, &keeping}) {
                        int pages = 0;
                        QList<ports::RowNumber> page;
                        QList<ports::RowNumber> order;
                        const auto done = queries->open(query, never,
                                                        {.firstPage =
                                                             [&](const auto& rows) {
                                                                 page = numbers(rows);
                                                                 ++pages;
                                                             },
                                                         .order = [&](const auto& rows) { order = *rows; }});
                        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
                        QCOMPARE(order, expected);
                        QCOMPARE(page, expected.mid(0, 256));
                        QCOMPARE(pages, 1);
                    }
                }
            }
        }
        QVERIFY(found > 0 || filter.search == u"zzzz" || !filter.category.isEmpty());
    }

    void sumsAndCounts()
    {
        InventoryQueries queries(m_desk->replica->database());
        QList<ports::RowNumber> some;
        ports::InventoryTotals expected;
        ports::InventorySummary summary;
        QSet<QString> names;
        for (const Plain& one : std::as_const(m_all)) {
            names.insert(one.row.category);
            if (!one.row.archived) {
                ++summary.variants;
                summary.out += one.row.available() == 0;
                summary.low += one.row.available() > 0 && one.row.available() < one.row.threshold;
            }
            if (one.row.row % 3 != 0)
                continue;
            some.append(one.row.row);
            ++expected.rows;
            expected.available += one.row.available();
            expected.value.rupiah += one.row.price.rupiah * one.row.available();
        }
        const auto totals = queries.total(some, never).value();
        QCOMPARE(totals->rows, expected.rows);
        QCOMPARE(totals->available, expected.available);
        QCOMPARE(totals->value, expected.value);
        QCOMPARE(queries.summary().value(), summary);
        names.remove(u""_s);
        QCOMPARE(queries.categories()->size(), names.size());
        QVERIFY(!queries.total(some, [] { return true; }).value());
    }

    void leavesOutRowsThatAreGone()
    {
        InventoryQueries queries(m_desk->replica->database());
        QCOMPARE(numbers(queries.fetch({5, 999'999, 3}).value()), (QList<ports::RowNumber>{5, 3}));
    }

    void forgetsAKeptOrderWhenItIsOld()
    {
        Desk desk;
        desk.fill(50);
        QVERIFY(desk.sync());
        InventoryQueries queries(desk.replica->database());
        const InventoryQuery byPrice{.status = StatusFilter::All, .sort = InventorySort::Price};
        const InventoryQuery bySku{.status = StatusFilter::All, .sort = InventorySort::Sku};
        QList<ports::RowNumber> order;
        const auto open = [&](const InventoryQuery& query) {
            const auto done = queries.open(
                query, never,
                {.firstPage = [](const auto&) {}, .order = [&](const auto& rows) { order = *rows; }});
            QVERIFY(done);
        };
        open(byPrice);
        open(bySku);
        const VariantId variant = desk.variant(25);
        queries.invalidate(desk.replica->submit({ports::SetPrice{variant, {1}}})->touched);
        open(byPrice);
        QCOMPARE(order.constFirst(), ports::RowNumber(desk.shown(variant, u"row")));
        queries.invalidate(desk.replica->submit({ports::SetSku{variant, u"0"_s}})->touched);
        open(bySku);
        QCOMPARE(order.constFirst(), ports::RowNumber(desk.shown(variant, u"row")));
    }

    void findsChangedWordsAndNotTheOldOnes()
    {
        Desk desk;
        desk.fill(30);
        QVERIFY(desk.sync());
        const VariantId variant = desk.variant(5);
        const ProductId product = desk.space.variant(variant).product;
        QVERIFY(desk.replica->submit({ports::SetSku{variant, u"LAMA-77"_s}})->results[0].applied);
        InventoryQueries queries(desk.replica->database());
        const auto found = [&](const QString& search) {
            qsizetype count = -1;
            const auto done = queries.open(
                {.search = search, .status = StatusFilter::All}, never,
                {.firstPage = [](const auto&) {}, .order = [&](const auto& rows) { count = rows->size(); }});
            return done ? count : -2;
        };
        QCOMPARE(found(u"lama 77"_s), 1);
        QVERIFY(desk.replica->submit({ports::SetSku{variant, u"GANTI-1"_s}})->results[0].applied);
        QCOMPARE(found(u"lama"_s), 0);
        QCOMPARE(found(u"ganti"_s), 1);

        const qsizetype variants =
            desk.replica->database()
                .integer(
                    u"SELECT count(*) FROM variants v JOIN products p ON p.row = v.product WHERE p.id = ?"_s,
                    {product.uuid().toRfc4122()})
                .value();
        const protocol::ProductRow renamed{.name = u"Ubahan Ñandú"_s, .category = u"Baru"_s};
        desk.space.put(protocol::table::products, product.toString(), renamed.toJson());
        QVERIFY(desk.pull()->touched.text);
        queries.invalidate({.text = true});
        QCOMPARE(found(u"ubahan nandu"_s), variants);
        desk.space.put(protocol::table::products, product.toString(),
                       protocol::ProductRow{.name = u"Lain"_s}.toJson());
        QVERIFY(desk.pull());
        QCOMPARE(found(u"ubahan"_s), 0);
        desk.space.erase(protocol::table::variants, variant.toString());
        QVERIFY(desk.pull());
        QCOMPARE(found(u"ganti"_s), 0);
    }

    void givesUpWhenAbandoned()
    {
        InventoryQueries queries(m_desk->replica->database());
        int delivered = 0;
        const auto done = queries.open(
            {}, [] { return true; },
            {.firstPage = [&](const auto&) { ++delivered; }, .order = [&](const auto&) { ++delivered; }});
        QVERIFY(done);
        QCOMPARE(delivered, 0);
    }
};

QTEST_GUILESS_MAIN(InventoryQueriesTest)
#include "tst_inventory_queries.moc"
