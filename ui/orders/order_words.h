// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/paint.h"
#include "common/table_style.h"
#include "domain/order_state.h"
#include "ports/orders.h"

#include <QString>

class QTimeZone;

namespace belanjain::ui {

// What the pages of orders say, in the language in force.

ChipKind chipOf(OrderStatus status);
/// "New", "Processing", …
QString statusWord(OrderStatus status);
/// "Bank transfer", …; the code itself when it is not known.
QString paymentWord(const QString& method);
/// "REGULER" as people say it: "Regular"; another marketplace's own name as it is.
QString serviceWord(const QString& service);

/// What the last column says of an order: how long it waits, what is left of its time, or when it came.
struct OrderAge
{
    std::optional<Icon> icon = {};
    QString text = {};
    CellInk ink = CellInk::Secondary;
};
OrderAge ageOf(const ports::OrderRow& order, Instant now, const QTimeZone& zone);

/// The step that is next for the seller, if any.
std::optional<OrderStatus> nextStep(OrderStatus status);

/// A mobile number in groups of four, "0812-3640-7715"; anything else as it was written.
QString phoneText(const QString& phone);
/// "#10482", with its sign also where a marketplace numbers without.
QString numberText(const QString& number);
/// "3 orders selected".
QString ordersSelected(int count);

} // namespace belanjain::ui
