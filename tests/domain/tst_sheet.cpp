// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sheet/table_writer.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain::sheet;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A part of a workbook, which is a zip archive.
QString part(const QString& path, const QString& name)
{
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s,
                                u"import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
                                path, name});
    return python.waitForFinished() ? QString::fromUtf8(python.readAllStandardOutput()) : QString();
}

const QList<Cell> row{u"=1+1"_s, qint64(-1'500), QDate(2026, 11, 21), Moment{QDate(2026, 11, 21), 14 * 60 + 5}, {}};

} // namespace

class SheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCsvThatNoSpreadsheetRuns()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"a.csv"_s);
        auto file = TableWriter::open(path, Format::Csv, {.separator = ';'});
        QVERIFY(file);
        QVERIFY((*file)->begin(u"Orders"_s, {{u"Text"_s}, {u"Rp"_s}, {u"Day"_s}, {u"Time"_s}, {u"None"_s}}));
        QVERIFY((*file)->add(row));
        QVERIFY((*file)->add({u"a;\"b\"\nc"_s}));
        QVERIFY(!QFile::exists(path)); // not before it is whole
        QVERIFY((*file)->commit());
        QCOMPARE(contentOf(path), QByteArray("\xEF\xBB\xBFText;Rp;Day;Time;None\r\n"
                                             "'=1+1;-1500;2026-11-21;2026-11-21 14:05;\r\n"
                                             "\"a;\"\"b\"\"\nc\"\r\n"));
    }

    void writesWorkbooksWithTextAsText()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"a.xlsx"_s);
        auto file = TableWriter::open(path, Format::Excel);
        QVERIFY(file);
        QVERIFY((*file)->begin(u"A/B: [orders] of a very long year 2026"_s, {{u"Text"_s}}));
        QVERIFY((*file)->add(row));
        QVERIFY((*file)->begin(u"a b   orders  of a very long ye"_s, {{u"Text"_s}}));
        QVERIFY((*file)->add({u"0812"_s}));
        QVERIFY((*file)->commit());
        const QString first = part(path, u"xl/worksheets/sheet1.xml"_s);
        QVERIFY2(first.contains(u"<t>=1+1</t>"_s), qPrintable(first));
        QVERIFY(!first.contains(u"<f>"_s));
        QVERIFY(first.contains(u"<v>-1500</v>"_s));
        QVERIFY(first.contains(u"<v>46347</v>"_s)); // 21 November 2026
        QVERIFY(part(path, u"xl/worksheets/sheet2.xml"_s).contains(u"<t>0812</t>"_s));
        const QString book = part(path, u"xl/workbook.xml"_s);
        QCOMPARE(book.count(u"<sheet "_s), 2);
        QVERIFY2(book.contains(u"ye 2"_s) || book.contains(u" 2\""_s), qPrintable(book)); // no name twice
    }

    void leavesNothingOfAFileThatWasNotFinished()
    {
        QTemporaryDir dir;
        for (const Format format : {Format::Csv, Format::Excel}) {
            const QString path = dir.filePath(u"left."_s + suffixOf(format));
            {
                QFile before(path);
                QVERIFY(before.open(QIODevice::WriteOnly));
                before.write("before");
            }
            {
                auto file = TableWriter::open(path, format);
                QVERIFY(file);
                QVERIFY((*file)->begin(u"Orders"_s, {{u"Text"_s}}));
                QVERIFY((*file)->add({u"half"_s}));
            }
            QCOMPARE(contentOf(path), QByteArray("before"));
        }
    }

    void saysWhereItCannotWrite()
    {
        const auto csv = TableWriter::open(u"/nowhere/at/all.csv"_s, Format::Csv);
        QVERIFY(!csv && !csv.error().isEmpty());
        auto book = TableWriter::open(u"/nowhere/at/all.xlsx"_s, Format::Excel);
        QVERIFY(book);
        QVERIFY((*book)->begin(u"x"_s, {{u"x"_s}}));
        const auto done = (*book)->commit();
        QVERIFY(!done && !done.error().isEmpty());
    }
};

QTEST_APPLESS_MAIN(SheetTest)
#include "tst_sheet.moc"
