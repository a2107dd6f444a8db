// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/periods.h"
#include "domain/sales.h"

#include <QTest>
#include <QTimeZone>

using namespace belanjain;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;

const QTimeZone jakarta("Asia/Jakarta");
const QTimeZone london("Europe/London");
const QTimeZone santiago("America/Santiago");
const QTimeZone apia("Pacific/Apia");

QDate day(const char* text) { return QDate::fromString(QLatin1StringView(text), Qt::ISODate); }

Instant at(const char* text) { return parseRfc3339(QString::fromLatin1(text)).value(); }

QStringList startsOf(const QList<Period>& periods)
{
    QStringList starts;
    for (const Period& period : periods)
        starts << period.start.toString(Qt::ISODate);
    return starts;
}

} // namespace

class SalesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesItsPeriods()
    {
        for (const Granularity each : {Granularity::Day, Granularity::Week, Granularity::Month})
            QCOMPARE(parseGranularity(wireName(each)), each);
        QCOMPARE(parseGranularity(u"year"), std::nullopt);
        QCOMPARE(parseGranularity(u"Day"), std::nullopt);
        QCOMPARE(parseGranularity(u""), std::nullopt);
    }

    void beginsADayWhereThePlaceDoes()
    {
        QCOMPARE(startOfDay(day("2026-11-22"), jakarta), at("2026-11-21T17:00:00Z"));
        QCOMPARE(startOfDay(day("2026-07-01"), london), at("2026-06-30T23:00:00Z"));
        QCOMPARE(startOfDay(day("2026-12-01"), london), at("2026-12-01T00:00:00Z"));
        // The clocks of Santiago go from 24:00 to 01:00 in September: that day has no midnight.
        QCOMPARE(startOfDay(day("2026-09-06"), santiago), at("2026-09-06T04:00:00Z"));
        QCOMPARE(dayOf(at("2026-09-06T03:59:59.999Z"), santiago), day("2026-09-05"));
        QCOMPARE(dayOf(at("2026-09-06T04:00:00Z"), santiago), day("2026-09-06"));
        // Samoa went from Thursday to Saturday: the Friday between has no moment.
        QCOMPARE(startOfDay(day("2011-12-30"), apia), at("2011-12-30T10:00:00Z"));
        QCOMPARE(startOfDay(day("2011-12-31"), apia), at("2011-12-30T10:00:00Z"));
    }

    void knowsDaysThatAreShorterAndLonger_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("hours");
        QTest::newRow("London, spring") << "Europe/London"_ba << day("2027-03-28") << 23;
        QTest::newRow("London, the day after") << "Europe/London"_ba << day("2027-03-29") << 24;
        QTest::newRow("London, autumn") << "Europe/London"_ba << day("2026-10-25") << 25;
        QTest::newRow("Santiago, September") << "America/Santiago"_ba << day("2026-09-06") << 23;
        QTest::newRow("Santiago, April") << "America/Santiago"_ba << day("2027-04-03") << 25;
        QTest::newRow("Jakarta") << "Asia/Jakarta"_ba << day("2026-10-25") << 24;
        QTest::newRow("a day left out") << "Pacific/Apia"_ba << day("2011-12-30") << 0;
    }
    void knowsDaysThatAreShorterAndLonger()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, date);
        QFETCH(int, hours);
        const Span span = spanOf(date, date, QTimeZone(zone));
        QCOMPARE(span.until.ms - span.from.ms, hours * hour);
        QCOMPARE(periodOf(date, Granularity::Day, QTimeZone(zone)), (Period{date, span}));
    }

    void putsTheTurnOfTheYearIntoWeek53()
    {
        // 2026 has 53 ISO weeks; the last one runs into January.
        const QDate monday = day("2026-12-28");
        for (int i = 0; i < 7; ++i)
            QCOMPARE(firstDay(monday.addDays(i), Granularity::Week), monday);
        int year = 0;
        QCOMPARE(day("2027-01-03").weekNumber(&year), 53);
        QCOMPARE(year, 2026);
        QCOMPARE(firstDay(day("2026-12-27"), Granularity::Week), day("2026-12-21"));
        QCOMPARE(firstDayAfter(day("2027-01-02"), Granularity::Week), day("2027-01-04"));
        QCOMPARE(periodOf(day("2027-01-01"), Granularity::Week, jakarta),
                 (Period{monday, {at("2026-12-27T17:00:00Z"), at("2027-01-03T17:00:00Z")}}));
        // A year without a 53rd: its first week began in the old one.
        QCOMPARE(firstDay(day("2025-01-01"), Granularity::Week), day("2024-12-30"));
    }

    void weeksWithAChangeOfClocksHave167Or169Hours()
    {
        const Span autumn = periodOf(day("2026-10-25"), Granularity::Week, london).span;
        QCOMPARE(autumn.until.ms - autumn.from.ms, 169 * hour);
        const Span spring = periodOf(day("2027-03-22"), Granularity::Week, london).span;
        QCOMPARE(spring.until.ms - spring.from.ms, 167 * hour);
    }

    void endsMonthsWhereTheyEnd()
    {
        const auto days = [](const char* in) {
            const QDate first = firstDay(day(in), Granularity::Month);
            return first.daysTo(firstDayAfter(day(in), Granularity::Month));
        };
        QCOMPARE(days("2026-02-28"), 28);
        QCOMPARE(days("2028-02-29"), 29);
        QCOMPARE(days("2026-04-30"), 30);
        QCOMPARE(days("2026-12-31"), 31);
        QCOMPARE(firstDayAfter(day("2026-01-31"), Granularity::Month), day("2026-02-01"));
        QCOMPARE(firstDayAfter(day("2026-12-31"), Granularity::Month), day("2027-01-01"));
        QCOMPARE(firstDayAfter(day("2026-03-31"), Granularity::Month, -1), day("2026-02-01"));
    }

    void listsEveryPeriodBetweenTwoDates()
    {
        const auto days = periodsBetween(day("2026-10-24"), day("2026-10-26"), Granularity::Day, london);
        QCOMPARE(startsOf(days), (QStringList{u"2026-10-24"_s, u"2026-10-25"_s, u"2026-10-26"_s}));
        QCOMPARE(days[1].span, (Span{at("2026-10-24T23:00:00Z"), at("2026-10-26T00:00:00Z")}));

        // From a Thursday to a Tuesday: three weeks, of which the first and the last are cut.
        const auto weeks = periodsBetween(day("2026-12-24"), day("2027-01-05"), Granularity::Week, jakarta);
        QCOMPARE(startsOf(weeks), (QStringList{u"2026-12-21"_s, u"2026-12-28"_s, u"2027-01-04"_s}));
        QCOMPARE(weeks.first().span.from, at("2026-12-23T17:00:00Z"));
        QCOMPARE(weeks.first().span.until, at("2026-12-27T17:00:00Z"));
        QCOMPARE(weeks.last().span.until, at("2027-01-05T17:00:00Z"));

        const auto months = periodsBetween(day("2026-11-30"), day("2027-01-01"), Granularity::Month, jakarta);
        QCOMPARE(startsOf(months), (QStringList{u"2026-11-01"_s, u"2026-12-01"_s, u"2027-01-01"_s}));
        QCOMPARE(months.first().span, spanOf(day("2026-11-30"), day("2026-11-30"), jakarta));
        QCOMPARE(months.last().span, spanOf(day("2027-01-01"), day("2027-01-01"), jakarta));

        QCOMPARE(periodsBetween(day("2026-11-02"), day("2026-11-01"), Granularity::Day, jakarta), QList<Period>());
    }

    void countsAndJoinsItsPeriods()
    {
        for (const QTimeZone& zone : {jakarta, london, santiago, apia}) {
            for (const Granularity granularity : {Granularity::Day, Granularity::Week, Granularity::Month}) {
                for (int length = 0; length < 80; length += 7) {
                    const QDate first = day("2026-08-20").addDays(length * 3);
                    const QDate last = first.addDays(length);
                    const auto periods = periodsBetween(first, last, granularity, zone);
                    QCOMPARE(countPeriods(first, last, granularity), periods.size());
                    QCOMPARE(periods.first().span.from, startOfDay(first, zone));
                    QCOMPARE(periods.last().span.until, startOfDay(last.addDays(1), zone));
                    for (qsizetype i = 1; i < periods.size(); ++i)
                        QCOMPARE(periods[i].span.from, periods[i - 1].span.until);
                }
            }
        }
        QCOMPARE(countPeriods(day("2026-11-02"), day("2026-11-01"), Granularity::Month), 0);
    }

    void beginsAChartWhereOneIsUsefulWhenNobodySays()
    {
        QCOMPARE(usualFirstDay(day("2026-11-22"), Granularity::Day), day("2026-10-24"));
        QCOMPARE(usualFirstDay(day("2026-11-22"), Granularity::Week), day("2026-08-31"));
        QCOMPARE(usualFirstDay(day("2026-11-22"), Granularity::Month), day("2025-12-01"));
        for (const Granularity each : {Granularity::Week, Granularity::Month})
            QCOMPARE(countPeriods(usualFirstDay(day("2026-11-22"), each), day("2026-11-22"), each), 12);
    }

    void countsWhatWasPlacedAndWhatWasDelivered()
    {
        SalesTally tally(periodsBetween(day("2026-11-20"), day("2026-11-22"), Granularity::Day, jakarta));
        const Instant friday = at("2026-11-20T05:00:00Z");
        const Instant sunday = at("2026-11-22T05:00:00Z");
        tally.add({OrderStatus::Pending, {100'000}, 2, friday, {}});
        tally.add({OrderStatus::Delivered, {50'000}, 1, friday, sunday});
        tally.add({OrderStatus::Cancelled, {7'000}, 9, friday, {}});
        // Shipped is not completed, whatever time it carries.
        tally.add({OrderStatus::Shipped, {30'000}, 3, sunday, sunday});
        // Placed before, delivered within; placed within, delivered after.
        tally.add({OrderStatus::Delivered, {4'000}, 1, at("2026-11-19T16:59:59.999Z"), friday});
        tally.add({OrderStatus::Delivered, {9'000}, 1, at("2026-11-22T16:59:59.999Z"), at("2026-11-22T17:00:00Z")});
        QCOMPARE(tally.figures(), (QList<SalesFigures>{{{150'000}, {4'000}, 2, 3}, {}, {{39'000}, {50'000}, 2, 4}}));
    }
};

QTEST_APPLESS_MAIN(SalesTest)
#include "tst_sales.moc"
