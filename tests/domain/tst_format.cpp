// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/format.h"

#include <QDate>
#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace belanjain;
using namespace Qt::StringLiterals;

namespace {

const Language id = Language::Indonesian;
const Language en = Language::English;

Instant at(const QString& text) { return parseRfc3339(text).value(); }

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rupiah_data();
    void rupiah();
    void counts();
    void dates();
    void daysAreThoseOfTheZone();
    void monthsAndDaysOfAYear();
    void ages_data();
    void ages();
    void languageTags();
};

void TestFormat::rupiah_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << u"Rp 0"_s;
    QTest::newRow("one digit") << qint64(5) << u"Rp 5"_s;
    QTest::newRow("three digits") << qint64(999) << u"Rp 999"_s;
    QTest::newRow("four digits") << qint64(1'000) << u"Rp 1.000"_s;
    QTest::newRow("a price") << qint64(34'900) << u"Rp 34.900"_s;
    QTest::newRow("six digits") << qint64(133'000) << u"Rp 133.000"_s;
    QTest::newRow("millions") << qint64(1'250'000) << u"Rp 1.250.000"_s;
    QTest::newRow("largest") << maxMoney.rupiah << u"Rp 999.999.999.999"_s;
    QTest::newRow("negative") << qint64(-5'000) << u"-Rp 5.000"_s;
    QTest::newRow("negative, three digits") << qint64(-100) << u"-Rp 100"_s;
    QTest::newRow("negative, six digits") << qint64(-100'000) << u"-Rp 100.000"_s;
}

void TestFormat::rupiah()
{
    QFETCH(qint64, amount);
    QFETCH(QString, text);
    QCOMPARE(formatRupiah({amount}), text);
    QCOMPARE(formatRupiahNumber({amount}), QString(text).remove(u"Rp "_s));
}

void TestFormat::counts()
{
    QCOMPARE(formatCount(1'204, id), u"1.204"_s);
    QCOMPARE(formatCount(1'204, en), u"1,204"_s);
    QCOMPARE(formatCount(12, en), u"12"_s);
    QCOMPARE(formatCount(-1'204, en), u"-1,204"_s);
    QCOMPARE(formatCount(-204, id), u"-204"_s);
    QCOMPARE(formatCount(std::numeric_limits<qint64>::min(), en), u"-9,223,372,036,854,775,808"_s);
    QCOMPARE(formatChange(7, id), u"+7"_s);
    QCOMPARE(formatChange(-3, id), u"-3"_s);
    QCOMPARE(formatChange(0, id), u"0"_s);
    QCOMPARE(formatChange(1'250, en), u"+1,250"_s);
}

void TestFormat::dates()
{
    const QTimeZone jakarta("Asia/Jakarta");
    const Instant moment = at(u"2026-11-21T07:32:59.999Z"_s);
    QCOMPARE(formatDate(moment, jakarta, id), u"21 Nov 2026"_s);
    QCOMPARE(formatLongDate(moment, jakarta, id), u"Sabtu, 21 November 2026"_s);
    QCOMPARE(formatLongDate(moment, jakarta, en), u"Saturday, 21 November 2026"_s);
    QCOMPARE(formatTime(moment, jakarta, id), u"14.32"_s);
    QCOMPARE(formatTime(moment, jakarta, en), u"14:32"_s);
    QCOMPARE(formatDateTime(moment, jakarta, id), u"21 Nov 2026 14.32"_s);
    QCOMPARE(formatDateTime(moment, jakarta, en), u"21 Nov 2026 14:32"_s);
    QCOMPARE(formatMonth(QDate(2026, 5, 1), id), u"Mei 2026"_s);
    QCOMPARE(formatDate(QDate(), id), QString());
    QCOMPARE(formatLongDate(QDate(), id), QString());
    QCOMPARE(formatMonth(QDate(), id), QString());
}

void TestFormat::daysAreThoseOfTheZone()
{
    const Instant newYear = at(u"2026-12-31T17:30:00Z"_s);
    QCOMPARE(formatDateTime(newYear, QTimeZone("Asia/Jakarta"), id), u"1 Jan 2027 00.30"_s);
    QCOMPARE(formatDateTime(newYear, QTimeZone("Asia/Jayapura"), id), u"1 Jan 2027 02.30"_s);
    QCOMPARE(formatDateTime(newYear, QTimeZone::utc(), id), u"31 Des 2026 17.30"_s);
    QCOMPARE(formatDateTime(newYear, QTimeZone(), id), u"31 Des 2026 17.30"_s);
}

void TestFormat::monthsAndDaysOfAYear()
{
    QStringList monthsId;
    QStringList monthsEn;
    QStringList longId;
    for (int month = 1; month <= 12; ++month) {
        monthsId += formatDate(QDate(2026, month, 3), id);
        monthsEn += formatDate(QDate(2026, month, 3), en).section(u' ', 1, 1);
        longId += formatMonth(QDate(2026, month, 3), id).section(u' ', 0, 0);
    }
    QCOMPARE(monthsId.join(u' ').remove(u"3 "_s).remove(u" 2026"_s),
             u"Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"_s);
    QCOMPARE(monthsEn.join(u' '), u"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"_s);
    QCOMPARE(longId.join(u' '),
             u"Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"_s);
    QStringList days;
    for (int day = 16; day <= 22; ++day)
        days += formatLongDate(QDate(2026, 11, day), id).section(u',', 0, 0);
    QCOMPARE(days.join(u' '), u"Senin Selasa Rabu Kamis Jumat Sabtu Minggu"_s);
}

void TestFormat::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("indonesian");
    QTest::addColumn<QString>("english");
    QTest::newRow("now") << qint64(0) << u"baru saja"_s << u"just now"_s;
    QTest::newRow("59 s") << qint64(59) << u"baru saja"_s << u"just now"_s;
    QTest::newRow("in the future") << qint64(-7'200) << u"baru saja"_s << u"just now"_s;
    QTest::newRow("1 min") << qint64(60) << u"1 menit lalu"_s << u"1 minute ago"_s;
    QTest::newRow("27 min") << qint64(27 * 60 + 59) << u"27 menit lalu"_s << u"27 minutes ago"_s;
    QTest::newRow("59 min") << qint64(3'599) << u"59 menit lalu"_s << u"59 minutes ago"_s;
    QTest::newRow("1 h") << qint64(3'600) << u"1 jam lalu"_s << u"1 hour ago"_s;
    QTest::newRow("3 h") << qint64(3 * 3'600) << u"3 jam lalu"_s << u"3 hours ago"_s;
    QTest::newRow("23 h") << qint64(86'399) << u"23 jam lalu"_s << u"23 hours ago"_s;
    QTest::newRow("1 d") << qint64(86'400) << u"1 hari lalu"_s << u"1 day ago"_s;
    QTest::newRow("29 d") << qint64(29 * 86'400) << u"29 hari lalu"_s << u"29 days ago"_s;
    QTest::newRow("a month") << qint64(30 * 86'400) << u"1 bulan lalu"_s << u"1 month ago"_s;
    QTest::newRow("12 months") << qint64(364 * 86'400) << u"12 bulan lalu"_s << u"12 months ago"_s;
    QTest::newRow("a year") << qint64(365 * 86'400) << u"1 tahun lalu"_s << u"1 year ago"_s;
    QTest::newRow("ages") << qint64(1'500LL * 365 * 86'400) << u"1.500 tahun lalu"_s << u"1,500 years ago"_s;
}

void TestFormat::ages()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, indonesian);
    QFETCH(QString, english);
    const Instant now{1'795'320'000'000};
    const Instant then{now.ms - seconds * 1'000};
    QCOMPARE(formatAge(then, now, id), indonesian);
    QCOMPARE(formatAge(then, now, en), english);
}

void TestFormat::languageTags()
{
    for (const char16_t* tag : {u"en", u"EN", u"en-GB", u"en_US"})
        QCOMPARE(languageFromTag(QString::fromUtf16(tag)), en);
    for (const char16_t* tag : {u"id", u"id-ID", u"", u"enm", u"jv", u"de"})
        QCOMPARE(languageFromTag(QString::fromUtf16(tag)), id);
    QCOMPARE(wireName(id), u"id"_s);
    QCOMPARE(wireName(en), u"en"_s);
}

QTEST_APPLESS_MAIN(TestFormat)
#include "tst_format.moc"
