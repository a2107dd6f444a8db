// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/store.h"
#include "ports/orders.h"
#include "printing/print_page.h"

#include <QTimeZone>

#include <atomic>

namespace belanjain::ui {

/// Labels only: what comes out of a label printer, one on A6, or four on A4 to be cut. The label is 100 mm wide on
/// each; on A6 it is 2 mm lower than the 150 mm of a label printer.
enum class LabelPaper : quint8 { Label100x150, A6, FourOnA4 };

/// What is to be printed, and of what.
struct PrintRequest
{
    ports::PrintedDocument document = ports::PrintedDocument::Label;
    QList<ports::OrderDetail> orders;
    StoreProfile store;
    /// Street, postcode and phone, a line each, under the store's name on labels, slips and invoices; empty: the
    /// store's location, which is all that a marketplace knows.
    QString sender;
    LabelPaper paper = LabelPaper::Label100x150;
    Language language = Language::Indonesian;
    QTimeZone zone{"Asia/Jakarta"};
    Instant printedAt;
};

/// What stands under the store's name.
QString senderLines(const PrintRequest& request);
/// How often this document of the order was printed before.
int printedBefore(const ports::OrderDetail& order, ports::PrintedDocument document);
/// "#10482", with its sign also where a marketplace numbers without.
QString paperNumber(const QString& number);

/// Lays everything out: a label an order, invoices and slips with page breaks of their own, one pick list of all.
/// Pure but for fonts; on any thread. Gives up, with what there is, once `stop` is set.
QList<PrintPage> layOut(const PrintRequest& request, const std::atomic<bool>* stop = nullptr);

} // namespace belanjain::ui
