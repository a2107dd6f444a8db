// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv/csv_reader.h"

#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace belanjain;

namespace {

using Rows = QList<QStringList>;

Rows fieldsOf(const QList<csv::Row>& rows)
{
    Rows fields;
    for (const csv::Row& row : rows)
        fields.append(row.fields);
    return fields;
}

// Reads `text` in pieces of `step` bytes, as a socket or a decompressor would hand it over.
tl::expected<QList<csv::Row>, csv::Error> readInPieces(const QByteArray& text, qsizetype step,
                                                       csv::Options options = {})
{
    QList<csv::Row> rows;
    const csv::RowSink sink = [&rows](const csv::Row& row) {
        rows.append(row);
        return true;
    };
    csv::Reader reader(options);
    for (qsizetype at = 0; at < text.size(); at += step) {
        if (auto fed = reader.feed(QByteArrayView(text).sliced(at, qMin(step, text.size() - at)), sink); !fed)
            return tl::unexpected(fed.error());
    }
    if (auto finished = reader.finish(sink); !finished)
        return tl::unexpected(finished.error());
    return rows;
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheQuirksOfRealFiles_data();
    void readsTheQuirksOfRealFiles();
    void everyRowKnowsItsLine();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void limitsHoldWhateverTheChunks();
    void windows1252IsReadOnlyWhenAllowed();
    void theSinkCanStopTheReading();
    void readsOtherSystemsProductFiles_data();
    void readsOtherSystemsProductFiles();
};

void TestCsvReader::readsTheQuirksOfRealFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Rows>("rows");
    const auto row = [](const char* name, const QByteArray& text, const Rows& rows) {
        QTest::newRow(name) << text << rows;
    };
    row("empty file", "", {});
    row("only a mark", "\xEF\xBB\xBF", {});
    row("plain", "a,b\n1,2\n", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
    row("no line end at the end", "a,b\n1,2", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
    row("mark and CRLF", "\xEF\xBB\xBFID,Nama\r\n7,Kopi\r\n", {{u"ID"_s, u"Nama"_s}, {u"7"_s, u"Kopi"_s}});
    row("old CR line ends", "a,b\r1,2\r", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
    row("semicolons", "a;b,c;d\n1;2,5;3\n", {{u"a"_s, u"b,c"_s, u"d"_s}, {u"1"_s, u"2,5"_s, u"3"_s}});
    row("tabs", "a\tb\n1\t2\n", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
    row("one column", "nama\nkopi\n", {{u"nama"_s}, {u"kopi"_s}});
    row("separators in the quotes of the first row", "\"a,b,c,d\";x\n1;2\n",
        {{u"a,b,c,d"_s, u"x"_s}, {u"1"_s, u"2"_s}});
    row("doubled quotes", "a,b\n\"19\"\" rack\",\"\"\"\"\n", {{u"a"_s, u"b"_s}, {u"19\" rack"_s, u"\""_s}});
    row("lines within a field", "a,b\n\"one\r\ntwo\",2\n", {{u"a"_s, u"b"_s}, {u"one\r\ntwo"_s, u"2"_s}});
    row("quoting changes within a column", "a,b\n\"x\",1\nx,\"1\"\n",
        {{u"a"_s, u"b"_s}, {u"x"_s, u"1"_s}, {u"x"_s, u"1"_s}});
    row("a quote inside an unquoted field", "a,b\nPanci 9\",2\n",
        {{u"a"_s, u"b"_s}, {u"Panci 9\""_s, u"2"_s}});
    row("empty fields", ",\n\"\",\n", {{u""_s, u""_s}, {u""_s, u""_s}});
    row("blank lines are no rows", "\n\na,b\n\n1,2\n\n", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
    row("a quoted nothing is a row", "a\n\"\"\n", {{u"a"_s}, {u""_s}});
    row("leading zeros and spaces stay", "kodepos, x \n00123, 5\n",
        {{u"kodepos"_s, u" x "_s}, {u"00123"_s, u" 5"_s}});
    row("letters beyond ASCII", "nama\n\"Nestl\xC3\xA9 \xF0\x9F\x98\x80\"\n", {{u"nama"_s}, {u"Nestlé 😀"_s}});
}

void TestCsvReader::readsTheQuirksOfRealFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Rows, rows);

    for (const qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(4096)}) {
        const auto read = readInPieces(text, step);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QCOMPARE(fieldsOf(*read), rows);
    }
}

void TestCsvReader::everyRowKnowsItsLine()
{
    const auto rows = csv::readAll("a,b\r\n\r\n\"x\ny\",1\n,2\n\"\n\",\n3,4");

    QVERIFY(rows);
    QList<qint64> lines;
    for (const csv::Row& row : *rows)
        lines.append(row.line);
    QCOMPARE(lines, (QList<qint64>{1, 3, 5, 6, 8}));
}

void TestCsvReader::refusesBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<qint64>("column");
    const auto row = [](const char* name, const QByteArray& text, csv::ErrorCode code, qint64 line,
                        qint64 column) { QTest::newRow(name) << text << int(code) << line << column; };
    using enum csv::ErrorCode;
    row("a quote that never closes", "a,b\n1,2\n3,\"four\nfive\nsix", UnterminatedQuote, 3, 2);
    row("… in the first row", "\"a,b\n1,2\n", UnterminatedQuote, 1, 1);
    row("text after a quote", "a,b\n\"x\"y,2\n", TextAfterQuote, 2, 1);
    row("NUL", QByteArray("a,b\n1,\0\n", 8), NotText, 2, 2);
    row("NUL in quotes", QByteArray("a,b\n1,\"\0\"\n", 10), NotText, 2, 2);
    row("UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0,\0b\0\n\0",
                   10),
        NotText, 1, 1);
    row("not UTF-8", "a,b\n1,caf\xE9\n", NotUtf8, 2, 2);
    row("half a letter at the end", "a,b\n1,caf\xC3", NotUtf8, 2, 2);
}

void TestCsvReader::refusesBrokenFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, code);
    QFETCH(const qint64, line);
    QFETCH(const qint64, column);

    for (const qsizetype step : {qsizetype(1), qsizetype(4096)}) {
        const auto read = readInPieces(text, step);
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
        QCOMPARE(read.error().line, line);
        QCOMPARE(read.error().column, column);
    }
    const csv::Error error{csv::ErrorCode::UnterminatedQuote, 12, 3};
    QCOMPARE(error.message(), u"line 12, field 3: the quote is never closed"_s);
}

void TestCsvReader::limitsHoldWhateverTheChunks()
{
    const csv::Options limits{.separator = ',', .maxFieldBytes = 8, .maxRowBytes = 12, .maxColumns = 3};
    const auto codeOf = [&limits](const QByteArray& text, qsizetype step) {
        const auto read = readInPieces(text, step, limits);
        return read ? -1 : int(read.error().code);
    };
    const auto placeOf = [&limits](const QByteArray& text, qsizetype step) {
        const auto read = readInPieces(text, step, limits);
        return read ? std::pair<qint64, qint64>() : std::pair(read.error().line, read.error().column);
    };

    for (const qsizetype step : {qsizetype(1), qsizetype(5), qsizetype(4096)}) {
        QCOMPARE(codeOf("12345678,1234\n", step), -1);
        QCOMPARE(codeOf("123456789\n", step), int(csv::ErrorCode::FieldTooLong));
        QCOMPARE(codeOf("\"" + QByteArray(5000, '\n'), step), int(csv::ErrorCode::FieldTooLong));
        QCOMPARE(codeOf("12345678,12345\n", step), int(csv::ErrorCode::RowTooLong));
        QCOMPARE(codeOf("12345678,1234567890\n", step), int(csv::ErrorCode::RowTooLong));
        QCOMPARE(placeOf("a,b\n1,\"\n\n2\n3456789\n\"", step), (std::pair<qint64, qint64>(2, 2)));
        QCOMPARE(codeOf("1,2,3\n", step), -1);
        QCOMPARE(codeOf("1,2,3,4\n", step), int(csv::ErrorCode::TooManyColumns));
        QCOMPARE(codeOf(QByteArray(100'000, ','), step), int(csv::ErrorCode::TooManyColumns));
    }
}

void TestCsvReader::windows1252IsReadOnlyWhenAllowed()
{
    const QByteArray text = "nama,harga\ncaf\xE9 \x93oke\x94,\x80 5\nsudah UTF-8: \xC3\xA9,1\n";

    QVERIFY(!csv::readAll(text));
    const auto rows = csv::readAll(text, {.encoding = csv::Encoding::Utf8OrWindows1252});
    QVERIFY(rows);
    QCOMPARE(fieldsOf(*rows),
             (Rows{{u"nama"_s, u"harga"_s}, {u"café “oke”"_s, u"€ 5"_s}, {u"sudah UTF-8: é"_s, u"1"_s}}));
}

void TestCsvReader::theSinkCanStopTheReading()
{
    int rows = 0;
    csv::Reader reader;
    const csv::RowSink sink = [&rows](const csv::Row&) { return ++rows < 2; };

    QVERIFY(reader.feed("a,b\n1,2\n3,4\n\"broken", sink));
    QVERIFY(reader.stopped());
    QVERIFY(reader.finish(sink));
    QCOMPARE(rows, 2);
    QCOMPARE(reader.separator(), ',');
}

void TestCsvReader::readsOtherSystemsProductFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("firstColumn");
    QTest::newRow("Shopify apparel") << u"shopify_apparel.csv"_s << 23 << 46 << u"Handle"_s;
    QTest::newRow("Shopify 2023") << u"shopify_product_template_2023.csv"_s << 18 << 48 << u"Handle"_s;
    QTest::newRow("WooCommerce") << u"woocommerce_sample_products.csv"_s << 26 << 51 << u"ID"_s;
}

void TestCsvReader::readsOtherSystemsProductFiles()
{
    QFETCH(const QString, file);
    QFETCH(const int, rows);
    QFETCH(const int, columns);
    QFETCH(const QString, firstColumn);
    QFile input(QStringLiteral(FULL_DATA) + u"/imports/"_s + file);
    if (!input.open(QIODevice::ReadOnly))
        QSKIP("the full data sets are not here");

    const auto read = csv::readAll(input.readAll());

    QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
    QCOMPARE(read->size(), rows);
    QCOMPARE(read->first().fields.first(), firstColumn);
    for (const csv::Row& row : *read)
        QCOMPARE(row.fields.size(), columns);
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
