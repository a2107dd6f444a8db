// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/documents.h"

#include "printing/label_layout.h"
#include "printing/order_sheets.h"
#include "printing/pick_list.h"

#include <algorithm>

namespace belanjain::ui {

using ports::PrintedDocument;

namespace {

constexpr QSizeF a4(210, 297);
constexpr QSizeF a6(105, 148);
constexpr QSizeF labelSize(100, 150);
constexpr QSizeF lowLabelSize(100, 148);
constexpr int labelsOnA4 = 4;

void place(PrintPage& page, const PrintPage& label, QPointF corner)
{
    for (const PrintItem& item : label.items)
        page.items.append(moved(item, corner));
}

QList<PrintPage> labels(const PrintRequest& request, const std::atomic<bool>* stop)
{
    const bool low = request.paper != LabelPaper::Label100x150;
    QList<PrintPage> pages;
    for (qsizetype i = 0; i < request.orders.size() && !(stop && *stop); ++i) {
        const PrintPage label = layOutLabel(request.orders.at(i), request, low ? lowLabelSize : labelSize);
        if (!low) {
            pages.append(label);
        } else if (request.paper == LabelPaper::A6) {
            pages.append(PrintPage{a6, {}});
            place(pages.last(), label, {(a6.width() - label.size.width()) / 2, 0});
        } else {
            const int quarter = int(i % labelsOnA4);
            if (quarter == 0)
                pages.append(PrintPage{a4, {}});
            const qreal gap = (a4.width() / 2 - label.size.width()) / 2;
            place(pages.last(), label,
                  {gap + quarter % 2 * a4.width() / 2, 0.25 + quarter / 2 * a4.height() / 2});
        }
    }
    return pages;
}

} // namespace

int printedBefore(const ports::OrderDetail& order, PrintedDocument document)
{
    const auto note = std::find_if(order.prints.begin(), order.prints.end(),
                                   [&](const ports::PrintNote& one) { return one.document == document; });
    return note == order.prints.end() ? 0 : note->times;
}

QString paperNumber(const QString& number)
{
    return number.isEmpty() || number.startsWith(u'#') ? number : u'#' + number;
}

QString senderLines(const PrintRequest& request)
{
    const QString own = request.sender.trimmed();
    return own.isEmpty() ? request.store.location : own;
}

QList<PrintPage> layOut(const PrintRequest& request, const std::atomic<bool>* stop)
{
    if (request.document == PrintedDocument::Label)
        return labels(request, stop);
    if (request.document == PrintedDocument::PickList)
        return layOutPickList(request);
    QList<PrintPage> pages;
    for (const ports::OrderDetail& order : request.orders) {
        if (stop && *stop)
            break;
        pages += layOutOrderSheet(order, request);
    }
    return pages;
}

} // namespace belanjain::ui
