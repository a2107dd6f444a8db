// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/outcome.h"
#include "domain/stock.h"

#include <QTest>

#include <limits>

using namespace belanjain;
using namespace Qt::StringLiterals;
using tests::outcome;

namespace {

constexpr qint64 wildest = std::numeric_limits<qint64>::max();

// Around every border: nothing, one, a shelf, the limit, 32 and 64 bits.
const QList<qint64> grid{-wildest - 1,
                         -4'294'967'297,
                         -2'147'483'649,
                         -maxStock - 1,
                         -maxStock,
                         -6,
                         -5,
                         -4,
                         -3,
                         -1,
                         0,
                         1,
                         2,
                         3,
                         4,
                         5,
                         6,
                         9,
                         10,
                         11,
                         maxStock - 1,
                         maxStock,
                         maxStock + 1,
                         2'147'483'648,
                         wildest};

QList<StockLevel> levels()
{
    QList<StockLevel> all;
    for (const qint32 onHand : {0, 1, 3, 5, 10, maxStock - 1, maxStock}) {
        for (const qint32 reserved : {0, 1, 2, 5, 10, 11, maxStock})
            all += StockLevel{onHand, reserved};
    }
    return all;
}

// Whole numbers without any limit, as a person reckons; the rules are written a second time on them.
using Wide = long double;

struct Model
{
    Wide onHand;
    Wide reserved;

    bool possible() const
    {
        return onHand >= 0 && reserved >= 0 && onHand <= maxStock && reserved <= maxStock;
    }
    QString text() const
    {
        return QString::number(qint64(onHand)) + u'/' + QString::number(qint64(reserved));
    }
};

} // namespace

class TestStock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void availableAndShortfall();
    void adjustFollowsTheModel();
    void adjustNamesWhatIsWrong();
    void aLossBelowWhatIsPromisedIsAFact();
    void countComparesAndSets();
    void reserveNeverPromisesMoreThanThereIs();
    void releaseAndShipUndoPromises();
    void aPromiseKeptOrBrokenLeavesNoTrace();
    void exactlyTheThresholdIsNotLow_data();
    void exactlyTheThresholdIsNotLow();
    void aVariantsOwnThresholdCounts();
    void moveKindsHaveWireNames();
};

void TestStock::availableAndShortfall()
{
    QCOMPARE((StockLevel{13, 2}).available(), 11);
    QCOMPARE((StockLevel{13, 2}).shortfall(), 0);
    QCOMPARE((StockLevel{5, 5}).available(), 0);
    QCOMPARE((StockLevel{5, 5}).shortfall(), 0);
    QCOMPARE((StockLevel{3, 5}).available(), 0);
    QCOMPARE((StockLevel{3, 5}).shortfall(), 2);
    QCOMPARE((StockLevel{0, maxStock}).shortfall(), maxStock);
    QCOMPARE((StockLevel{maxStock, 0}).available(), maxStock);
}

void TestStock::adjustFollowsTheModel()
{
    for (const StockLevel level : levels()) {
        for (const qint64 delta : grid) {
            const Model after{Wide(level.onHand) + Wide(delta), Wide(level.reserved)};
            const auto result = adjust(level, delta);
            QCOMPARE(result.has_value(), after.possible());
            if (result)
                QCOMPARE(outcome(result), after.text());
            else
                QCOMPARE(result.error().rule, after.onHand < 0 ? Rule::WouldBeNegative : Rule::OutOfRange);
        }
    }
}

void TestStock::adjustNamesWhatIsWrong()
{
    QCOMPARE(outcome(adjust({13, 2}, -14)), u"would_be_negative@delta(13)"_s);
    QCOMPARE(outcome(adjust({13, 2}, maxStock)), u"out_of_range@delta(-13,999999987)"_s);
}

void TestStock::aLossBelowWhatIsPromisedIsAFact()
{
    const auto after = adjust({5, 4}, -3);
    QVERIFY(after.has_value());
    QCOMPARE(*after, (StockLevel{2, 4}));
    QCOMPARE(after->available(), 0);
    QCOMPARE(after->shortfall(), 2);
}

void TestStock::countComparesAndSets()
{
    for (const StockLevel level : levels()) {
        for (const qint64 counted : grid) {
            for (const qint64 expected : grid) {
                const auto result = count(level, counted, expected);
                const bool countable = counted >= 0 && counted <= maxStock;
                QCOMPARE(result.has_value(), countable && expected == level.onHand);
                if (result)
                    QCOMPARE(*result, (StockLevel{qint32(counted), level.reserved}));
                else
                    QCOMPARE(result.error().rule, countable ? Rule::StaleCount : Rule::OutOfRange);
            }
        }
    }
    QCOMPARE(outcome(count({9, 1}, 11, 12)), u"stale_count@counted(12,9)"_s);
    QCOMPARE(outcome(count({9, 1}, -1, 9)), u"out_of_range@counted(0,1000000000)"_s);
}

void TestStock::reserveNeverPromisesMoreThanThereIs()
{
    for (const StockLevel level : levels()) {
        for (const qint64 quantity : grid) {
            const Wide free = Wide(level.onHand) - Wide(level.reserved);
            const auto result = reserve(level, quantity);
            const bool sane = quantity >= 1 && quantity <= maxStock;
            QCOMPARE(result.has_value(), sane && Wide(quantity) <= free);
            if (result)
                QCOMPARE(outcome(result),
                         (Model{Wide(level.onHand), Wide(level.reserved) + quantity}).text());
            else
                QCOMPARE(result.error().rule, sane ? Rule::OutOfStock : Rule::OutOfRange);
        }
    }
    QCOMPARE(outcome(reserve({13, 2}, 12)), u"out_of_stock@quantity(11)"_s);
    QCOMPARE(outcome(reserve({2, 5}, 1)), u"out_of_stock@quantity(0)"_s);
}

void TestStock::releaseAndShipUndoPromises()
{
    for (const StockLevel level : levels()) {
        for (const qint64 quantity : grid) {
            const bool promised = quantity >= 1 && quantity <= level.reserved;
            const auto released = release(level, quantity);
            QCOMPARE(released.has_value(), promised);
            if (released)
                QCOMPARE(outcome(released),
                         (Model{Wide(level.onHand), Wide(level.reserved) - quantity}).text());
            else
                QCOMPARE(released.error().rule, Rule::OutOfRange);

            const auto shipped = ship(level, quantity);
            QCOMPARE(shipped.has_value(), promised && quantity <= level.onHand);
            if (shipped)
                QCOMPARE(outcome(shipped),
                         (Model{Wide(level.onHand) - quantity, Wide(level.reserved) - quantity}).text());
            else
                QCOMPARE(shipped.error().rule, promised ? Rule::WouldBeNegative : Rule::OutOfRange);
        }
    }
    QCOMPARE(outcome(ship({3, 5}, 4)), u"would_be_negative@quantity(3)"_s);
}

void TestStock::aPromiseKeptOrBrokenLeavesNoTrace()
{
    const StockLevel before{13, 2};
    const auto promised = reserve(before, 5);
    QVERIFY(promised.has_value());
    QCOMPARE(release(*promised, 5), Checked<StockLevel>(before));
    QCOMPARE(ship(*promised, 5), Checked<StockLevel>(StockLevel{8, 2}));
    QCOMPARE(promised->available(), ship(*promised, 5)->available());
}

void TestStock::exactlyTheThresholdIsNotLow_data()
{
    QTest::addColumn<int>("available");
    QTest::addColumn<int>("threshold");
    QTest::addColumn<StockStatus>("status");
    QTest::newRow("none") << 0 << 10 << StockStatus::Out;
    QTest::newRow("one") << 1 << 10 << StockStatus::Low;
    QTest::newRow("nine") << 9 << 10 << StockStatus::Low;
    QTest::newRow("ten of ten") << 10 << 10 << StockStatus::Enough;
    QTest::newRow("eleven") << 11 << 10 << StockStatus::Enough;
    QTest::newRow("never low") << 1 << 0 << StockStatus::Enough;
    QTest::newRow("none, never low") << 0 << 0 << StockStatus::Out;
    QTest::newRow("threshold of one") << 1 << 1 << StockStatus::Enough;
    QTest::newRow("largest") << maxStock - 1 << maxStock << StockStatus::Low;
}

void TestStock::exactlyTheThresholdIsNotLow()
{
    QFETCH(int, available);
    QFETCH(int, threshold);
    QFETCH(StockStatus, status);
    QCOMPARE(stockStatus(available, threshold), status);
}

void TestStock::aVariantsOwnThresholdCounts()
{
    QCOMPARE(effectiveThreshold(std::nullopt, 10), 10);
    QCOMPARE(effectiveThreshold(20, 10), 20);
    QCOMPARE(effectiveThreshold(0, 10), 0);
}

void TestStock::moveKindsHaveWireNames()
{
    const QList<std::pair<MoveKind, QString>> names{
        {MoveKind::Initial, u"initial"_s},   {MoveKind::Received, u"received"_s},
        {MoveKind::Adjusted, u"adjusted"_s}, {MoveKind::Counted, u"counted"_s},
        {MoveKind::Reserved, u"reserved"_s}, {MoveKind::Released, u"released"_s},
        {MoveKind::Shipped, u"shipped"_s}};
    for (const auto& [kind, name] : names) {
        QCOMPARE(wireName(kind), name);
        QCOMPARE(parseMoveKind(name), std::optional(kind));
    }
    QCOMPARE(parseMoveKind(u"Shipped"), std::nullopt);
    QCOMPARE(parseMoveKind(u""), std::nullopt);
}

QTEST_APPLESS_MAIN(TestStock)
#include "tst_stock.moc"
