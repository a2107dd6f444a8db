// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/stock_sheet.h"

#include "common/language.h"
#include "printing/page_flow.h"

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

// Millimetres.
constexpr qreal body = 3.0;
constexpr qreal small = 2.7;
constexpr qreal rowStep = 6;
constexpr qreal tickRoom = 7;
constexpr qreal cellGap = 2.5;
constexpr int excelTextWidth = 24;
constexpr int excelNumberWidth = 12;
constexpr int excelWideWidth = 44;

QString textOf(const sheet::Cell& cell)
{
    if (const auto* text = std::get_if<QString>(&cell))
        return *text;
    if (const auto* number = std::get_if<qint64>(&cell))
        return formatCount(*number, uiLanguage());
    return {};
}

struct Place
{
    qreal left = 0;
    qreal right = 0;
};

QList<Place> placesOf(const StockSheet& sheet)
{
    const bool ticks = !sheet.rows.isEmpty() && sheet.rows.constFirst().tick;
    const qreal from = PageFlow::left + (ticks ? tickRoom : 0);
    qreal fixed = 0;
    for (const auto& column : sheet.columns)
        fixed += column.onPaper ? column.width : 0;
    const qreal spare = PageFlow::right - from - fixed;
    QList<Place> places;
    qreal at = from;
    for (const auto& column : sheet.columns) {
        const qreal width = !column.onPaper ? 0 : column.width > 0 ? column.width : spare;
        places.append({at, at + width});
        at += width;
    }
    return places;
}

qreal headRow(PageFlow& flow, const StockSheet& sheet, const QList<Place>& places, qreal y)
{
    for (qsizetype i = 0; i < sheet.columns.size(); ++i) {
        const auto& column = sheet.columns[i];
        if (!column.onPaper)
            continue;
        const QString title = printElided(column.title, small, true, places[i].right - places[i].left - cellGap);
        flow.text({column.number ? places[i].right : places[i].left, y + 4}, title, small, true,
                  column.number ? Qt::AlignRight : Qt::AlignLeft, PrintInk::Grey);
    }
    flow.across(y + 6, 0.4, PrintInk::Black);
    return y + 6;
}

} // namespace

QString writeSheet(const StockSheet& sheet, const QString& path, sheet::Format format, const sheet::Options& options)
{
    const auto file = sheet::TableWriter::open(path, format, options);
    if (!file)
        return file.error();
    QList<sheet::Column> columns;
    for (const auto& column : sheet.columns)
        columns.append({column.title, column.number ? excelNumberWidth : column.width > 0 ? excelTextWidth : excelWideWidth});
    if (const auto begun = (*file)->begin(sheet.title, columns); !begun)
        return begun.error();
    for (const auto& row : sheet.rows) {
        if (const auto added = (*file)->add(row.cells); !added)
            return added.error();
    }
    const auto done = (*file)->commit();
    return done ? QString() : done.error();
}

QList<PrintPage> layOutSheet(const StockSheet& sheet)
{
    const QList<Place> places = placesOf(sheet);
    PageFlow flow;
    qreal y = PageFlow::top;
    flow.text({PageFlow::left, y + 6}, sheet.title, 6.4, true);
    flow.text({PageFlow::right, y + 6}, printElided(sheet.store, 4, true, 90), 4, true, Qt::AlignRight);
    y += 8;
    for (const QString& line : sheet.about) {
        y += 4.6;
        flow.text({PageFlow::left, y}, printElided(line, body, false, PageFlow::right - PageFlow::left), body);
    }
    flow.setHead([&sheet, &places](PageFlow& on, qreal at) {
        on.text({PageFlow::left, at + 4}, sheet.title, body, true);
        return headRow(on, sheet, places, at + 8);
    });
    flow.setY(headRow(flow, sheet, places, y + 4));
    QString group;
    for (const auto& row : sheet.rows) {
        if (!row.group.isEmpty() && row.group != group) {
            flow.need(3 * rowStep);
            flow.text({PageFlow::left, flow.y() + 5.6}, row.group, body, true);
            flow.setY(flow.y() + 7.4);
            flow.across(flow.y());
        }
        group = row.group;
        flow.need(rowStep);
        const qreal base = flow.y() + 4.2;
        if (row.tick)
            flow.tickBox({PageFlow::left, flow.y() + 1.2}, 3.6);
        for (qsizetype i = 0; i < std::min(sheet.columns.size(), row.cells.size()); ++i) {
            const auto& column = sheet.columns[i];
            if (!column.onPaper)
                continue;
            const QString text = printElided(textOf(row.cells[i]), body, false, places[i].right - places[i].left - cellGap);
            flow.text({column.number ? places[i].right : places[i].left, base}, text, body, false,
                      column.number ? Qt::AlignRight : Qt::AlignLeft);
        }
        flow.setY(flow.y() + rowStep);
        flow.across(flow.y(), 0.1);
    }
    return flow.finished(sheet.foot, uiLanguage());
}

} // namespace belanjain::ui
