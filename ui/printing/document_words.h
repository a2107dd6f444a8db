// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "ports/printed.h"

#include <QString>

namespace belanjain::ui {

// The words on paper, in the language of the paper: a buyer's may be another one than the program's, so they are
// no matter of the translator that is installed.

enum class PaperWord : quint8 {
    Label, Invoice, PackingSlip, PickList, Recipient, Postcode, Weight, Shipping, Paid, Sender, Contents, Order, Printed,
    Reprint, More, OneMore, Page, Number, Date, BilledTo, ShipTo, Payment, Courier, Tracking, Product, Sku, Quantity,
    Price, Amount, Subtotal, ShippingCost, Discount, Total, Pieces, OnePiece, Orders, OneOrder, InOrders, NoSku,
    ThankYou, CheckNote, NoNumber
};

QString paperWord(PaperWord word, Language language);
/// "1 order", "3 orders": of Pieces, Orders or More.
QString paperCount(PaperWord word, qint64 count, Language language);
QString documentTitle(ports::PrintedDocument document, Language language);
/// "Reprint 2"; empty for the first print.
QString reprintText(int earlier, Language language);
/// "Page 2 of 5".
QString pageText(int page, int pages, Language language);
/// Of a payment method or a shipping service; a code that nobody knows as it is.
QString paperPayment(const QString& method, Language language);
QString paperService(const QString& service, Language language);
/// "1,8 kg", "350 g"; empty for 0.
QString paperWeight(qint64 grams, Language language);

} // namespace belanjain::ui
