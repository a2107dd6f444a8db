// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pick_list.h"

#include "printing/document_words.h"
#include "printing/page_flow.h"

#include <QCollator>
#include <QHash>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

// Millimetres.
constexpr qreal body = 3.3;
constexpr qreal small = 2.8;
constexpr qreal lineStep = 4.6;
constexpr qreal rowGap = 2.2;
constexpr qreal skuAt = PageFlow::left + 8;
constexpr qreal nameAt = 66;
constexpr qreal ordersAt = 142;
constexpr qreal quantityAt = PageFlow::right;
constexpr int mostLines = 12;

QString ordersOf(const Pick& pick)
{
    QStringList parts;
    for (const Pick::For& one : pick.orders)
        parts << (one.pieces == 1 ? paperNumber(one.number) : u"%1\u00A0×\u00A0%2"_s.arg(one.pieces).arg(paperNumber(one.number)));
    return parts.join(u", "_s);
}

qreal tableHead(PageFlow& flow, qreal y, Language language)
{
    const auto head = [&](qreal x, PaperWord which, Qt::AlignmentFlag align) {
        flow.text({x, y + 4}, paperWord(which, language), small, true, align, PrintInk::Grey);
    };
    head(skuAt, PaperWord::Sku, Qt::AlignLeft);
    head(nameAt, PaperWord::Product, Qt::AlignLeft);
    head(ordersAt, PaperWord::InOrders, Qt::AlignLeft);
    head(quantityAt, PaperWord::Quantity, Qt::AlignRight);
    flow.across(y + 6, 0.4, PrintInk::Black);
    return y + 6;
}

void row(PageFlow& flow, const Pick& pick, Language language)
{
    const bool none = pick.sku.isEmpty();
    const QString sku = none ? paperWord(PaperWord::NoSku, language) : pick.sku;
    const QStringList skus = printLines(sku, body, !none, nameAt - skuAt - 3, 3);
    const QStringList names = printLines(pick.name, body, false, ordersAt - nameAt - 4, mostLines);
    const QStringList orders = printLines(ordersOf(pick), small, false, quantityAt - ordersAt - 14, mostLines);
    const int lines = int(std::max({skus.size(), names.size(), orders.size(), qsizetype(1)}));
    flow.need(lines * lineStep + 2 * rowGap);
    const qreal top = flow.y() + rowGap;
    flow.tickBox({PageFlow::left, top});
    const auto column = [&](qreal x, const QStringList& texts, qreal size, bool bold, PrintInk ink) {
        for (int i = 0; i < texts.size(); ++i)
            flow.text({x, top + 3.4 + i * lineStep}, texts.at(i), size, bold, Qt::AlignLeft, ink);
    };
    column(skuAt, skus, body, !none, none ? PrintInk::Grey : PrintInk::Black);
    column(nameAt, names, body, false, PrintInk::Black);
    column(ordersAt, orders, small, false, PrintInk::Grey);
    flow.text({quantityAt, top + 3.6}, formatCount(pick.pieces, language), 4.2, true, Qt::AlignRight);
    const qreal bottom = top + lines * lineStep + rowGap;
    flow.across(bottom);
    flow.setY(bottom);
}

} // namespace

QList<Pick> picksOf(const QList<ports::OrderDetail>& orders)
{
    QList<Pick> picks;
    QHash<QString, qsizetype> places;
    for (const ports::OrderDetail& order : orders) {
        for (const ports::OrderLine& line : order.list) {
            const QString key = line.variant.isNull() ? line.sku + u'\n' + line.name : line.variant.toString();
            auto place = places.constFind(key);
            if (place == places.cend()) {
                place = places.insert(key, picks.size());
                const QString name =
                    line.optionsLabel.isEmpty() ? line.name : u"%1, %2"_s.arg(line.name, line.optionsLabel);
                picks.append({.sku = line.sku, .name = name});
            }
            Pick& pick = picks[*place];
            pick.pieces += line.quantity;
            if (!pick.orders.isEmpty() && pick.orders.constLast().number == order.head.number)
                pick.orders.last().pieces += line.quantity;
            else
                pick.orders.append({order.head.number, line.quantity});
        }
    }
    QCollator byShelf(QLocale(QLocale::Indonesian));
    byShelf.setNumericMode(true);
    byShelf.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(picks.begin(), picks.end(), [&](const Pick& a, const Pick& b) {
        if (a.sku.isEmpty() != b.sku.isEmpty())
            return b.sku.isEmpty();
        const int sku = byShelf.compare(a.sku, b.sku);
        return sku != 0 ? sku < 0 : byShelf.compare(a.name, b.name) < 0;
    });
    return picks;
}

QList<PrintPage> layOutPickList(const PrintRequest& request)
{
    const Language language = request.language;
    const QString title = documentTitle(ports::PrintedDocument::PickList, language);
    const QList<Pick> picks = picksOf(request.orders);
    qint64 pieces = 0;
    for (const Pick& pick : picks)
        pieces += pick.pieces;
    const QString when = u"%1, %2"_s.arg(formatDate(request.printedAt, request.zone, language),
                                         formatTime(request.printedAt, request.zone, language));
    PageFlow flow;
    qreal y = PageFlow::top;
    flow.text({PageFlow::left, y + 6}, title, 6.4, true);
    flow.text({PageFlow::right, y + 6}, printElided(request.store.name, 4, true, 90), 4, true, Qt::AlignRight);
    const QString sums = u"%1 · %2"_s.arg(paperCount(PaperWord::Orders, request.orders.size(), language),
                                          paperCount(PaperWord::Pieces, pieces, language));
    flow.text({PageFlow::left, y + 12.5}, sums, body);
    flow.text({PageFlow::right, y + 12.5}, paperWord(PaperWord::Printed, language).arg(when), body, false, Qt::AlignRight,
              PrintInk::Grey);
    flow.setHead([title, language](PageFlow& on, qreal at) {
        on.text({PageFlow::left, at + 4}, title, body, true);
        return tableHead(on, at + 8, language);
    });
    flow.setY(tableHead(flow, y + 18, language));
    for (const Pick& pick : picks)
        row(flow, pick, language);
    return flow.finished(u"%1 · %2 · %3"_s.arg(request.store.name, title, when), language);
}

} // namespace belanjain::ui
