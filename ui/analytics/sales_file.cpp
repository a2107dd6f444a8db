// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/sales_file.h"

#include "domain/sheet/table_writer.h"
#include "domain/violation_text.h"
#include "common/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct Line
{
    QDate first;
    QDate last;
    QList<qint64> numbers;
};

QList<sheet::Column> columns()
{
    return {{QCoreApplication::translate("SalesFile", "From")},
            {QCoreApplication::translate("SalesFile", "To and including")},
            {QCoreApplication::translate("SalesFile", "Ordered revenue (Rp)")},
            {QCoreApplication::translate("SalesFile", "Of it completed (Rp)")},
            {QCoreApplication::translate("SalesFile", "Completed revenue (Rp)")},
            {QCoreApplication::translate("SalesFile", "Orders")},
            {QCoreApplication::translate("SalesFile", "Pieces")},
            {QCoreApplication::translate("SalesFile", "Ordered in the period before (Rp)")}};
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

sheet::Outcome addRevenue(sheet::TableWriter& file, const ports::SalesReport& report)
{
    auto written = file.begin(QCoreApplication::translate("SalesFile", "Revenue"), columns());
    for (const Line& line : linesOf(report)) {
        QList<sheet::Cell> cells{line.first, line.last};
        for (const qint64 number : line.numbers)
            cells.append(number);
        if (written)
            written = file.add(cells);
    }
    return written;
}

sheet::Outcome addBestSellers(sheet::TableWriter& file, const ports::SalesReport& report)
{
    auto written = file.begin(QCoreApplication::translate("SalesFile", "Best sellers"), {{QCoreApplication::translate("SalesFile", "Product"), 48}, {QCoreApplication::translate("SalesFile", "Pieces")}, {QCoreApplication::translate("SalesFile", "Revenue (Rp)")}});
    for (const ports::TopProduct& one : report.top) {
        if (written)
            written = file.add({one.name, one.units, one.revenue.rupiah});
    }
    return written;
}

sheet::Outcome addStates(sheet::TableWriter& file, const ports::SalesReport& report)
{
    auto written = file.begin(QCoreApplication::translate("SalesFile", "Order status"), {{QCoreApplication::translate("SalesFile", "Status")}, {QCoreApplication::translate("SalesFile", "Orders")}});
    for (int i = 0; i < int(report.statusCounts.size()); ++i) {
        if (written)
            written = file.add({statusText(OrderStatus(i), uiLanguage()), qint64(report.statusCounts.at(i))});
    }
    return written;
}

} // namespace

QString writeSales(const QString& path, sheet::Format format, const ports::SalesReport& report)
{
    const auto file = sheet::TableWriter::open(path, format);
    if (!file)
        return file.error();
    auto written = addRevenue(**file, report);
    if (format == sheet::Format::Excel) {
        if (written)
            written = addBestSellers(**file, report);
        if (written)
            written = addStates(**file, report);
    }
    if (written)
        written = (*file)->commit();
    return written ? QString() : written.error();
}

} // namespace belanjain::ui
