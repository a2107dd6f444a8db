// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/sales_file.h"

#include "domain/csv/csv_writer.h"
#include "domain/violation_text.h"
#include "common/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SalesFile)
};

struct Line
{
    QDate first;
    QDate last;
    QList<qint64> numbers;
};

QStringList header()
{
    return {Words::tr("From"),
            Words::tr("To and including"),
            Words::tr("Ordered revenue (Rp)"),
            Words::tr("Of it completed (Rp)"),
            Words::tr("Completed revenue (Rp)"),
            Words::tr("Orders"),
            Words::tr("Pieces"),
            Words::tr("Ordered in the period before (Rp)")};
}

QList<Line> linesOf(const ports::SalesReport& report)
{
    QList<Line> lines;
    for (qsizetype i = 0; i < report.periods.size(); ++i) {
        const QDate start = report.periods.at(i).start;
        const QDate end = firstDayAfter(start, report.query.granularity).addDays(-1);
        const SalesFigures& f = report.points.at(i);
        lines.append({std::max(start, report.query.first), std::min(end, report.query.last),
                      {f.booked.rupiah, report.settled.value(i).rupiah, f.completed.rupiah, f.orders, f.units,
                       report.before.value(i).booked.rupiah}});
    }
    return lines;
}

QString save(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return file.errorString();
    return {};
}

/// Writes one sheet row by row; the workbook's memory is the library's.
class Sheet
{
public:
    Sheet(lxw_workbook* book, const QString& name, const QStringList& titles)
        : m_sheet(workbook_add_worksheet(book, name.toUtf8().constData()))
        , m_bold(workbook_add_format(book))
        , m_amount(workbook_add_format(book))
        , m_day(workbook_add_format(book))
    {
        format_set_bold(m_bold);
        format_set_num_format(m_amount, "#,##0");
        format_set_num_format(m_day, "d mmm yyyy");
        for (lxw_col_t column = 0; column < lxw_col_t(titles.size()); ++column) {
            const QByteArray title = titles.at(column).toUtf8();
            worksheet_write_string(m_sheet, 0, column, title.constData(), m_bold);
            worksheet_set_column(m_sheet, column, column, std::max(14.0, double(titles.at(column).size()) + 2), nullptr);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    void nextRow()
    {
        ++m_row;
        m_column = 0;
    }
    void add(const QString& text)
    {
        worksheet_write_string(m_sheet, m_row, m_column++, text.toUtf8().constData(), nullptr);
    }
    void add(qint64 number) { worksheet_write_number(m_sheet, m_row, m_column++, double(number), m_amount); }
    void add(QDate day)
    {
        lxw_datetime when{};
        when.year = day.year();
        when.month = day.month();
        when.day = day.day();
        worksheet_write_datetime(m_sheet, m_row, m_column++, &when, m_day);
    }
    void widenFirst(double width) { worksheet_set_column(m_sheet, 0, 0, width, nullptr); }

private:
    lxw_worksheet* m_sheet;
    lxw_format* m_bold;
    lxw_format* m_amount;
    lxw_format* m_day;
    lxw_row_t m_row = 0;
    lxw_col_t m_column = 0;
};

void fill(lxw_workbook* book, const ports::SalesReport& report)
{
    Sheet revenue(book, Words::tr("Revenue"), header());
    for (const Line& line : linesOf(report)) {
        revenue.nextRow();
        revenue.add(line.first);
        revenue.add(line.last);
        for (const qint64 number : line.numbers)
            revenue.add(number);
    }
    Sheet top(book, Words::tr("Best sellers"), {Words::tr("Product"), Words::tr("Pieces"), Words::tr("Revenue (Rp)")});
    top.widenFirst(48);
    for (const ports::TopProduct& one : report.top) {
        top.nextRow();
        top.add(one.name);
        top.add(one.units);
        top.add(one.revenue.rupiah);
    }
    Sheet states(book, Words::tr("Order status"), {Words::tr("Status"), Words::tr("Orders")});
    for (int i = 0; i < int(report.statusCounts.size()); ++i) {
        states.nextRow();
        states.add(statusText(OrderStatus(i), uiLanguage()));
        states.add(qint64(report.statusCounts.at(i)));
    }
}

} // namespace

QString writeSalesCsv(const QString& path, const ports::SalesReport& report)
{
    QByteArray content(csv::utf8Mark);
    content += csv::line(header());
    for (const Line& line : linesOf(report)) {
        QStringList cells{line.first.toString(Qt::ISODate), line.last.toString(Qt::ISODate)};
        for (const qint64 number : line.numbers)
            cells.append(QString::number(number));
        content += csv::line(cells);
    }
    return save(path, content);
}

QString writeSalesWorkbook(const QString& path, const ports::SalesReport& report)
{
    // The library writes by a name of its own encoding and leaves half a file when it fails.
    QTemporaryDir folder;
    const QString made = folder.filePath(u"sales.xlsx"_s);
    if (!folder.isValid())
        return folder.errorString();
    lxw_workbook* book = workbook_new(QFile::encodeName(made).constData());
    if (!book)
        return Words::tr("The workbook could not be made.");
    fill(book, report);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        return QString::fromUtf8(lxw_strerror(error));
    QFile file(made);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    return save(path, file.readAll());
}

} // namespace belanjain::ui
