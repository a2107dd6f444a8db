// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"
#include "ports/shop.h"
#include "ports/sync_control.h"

#include <QString>

namespace belanjain::ui {

// What a buyer's pages say, in the language in force.

/// "4,9"
QString ratingText(double rating);
/// "4,9 · 601 sold", or that it is new.
QString ratingLine(const ports::ShopCard& card);
/// "Rp 34.900", or "from Rp 34.900" where variants differ.
QString priceText(const ports::ShopCard& card);
/// "2–4 days", "Tomorrow", "Today".
QString daysText(const ports::ShippingQuote& quote);
/// A sentence, with a way out where there is one.
QString problemSentence(const ports::ShopProblem& problem);
/// "Kota Bandung 40131"
QString placeText(const ports::OrderAddress& address);
/// Whether nothing comes from the marketplace at the moment.
bool isOffline(ports::Connection connection);
QString categoryText(const QString& category);
/// How far an order has come, as its buyer says it: "Placed", "Being packed", "On the way", …
QString purchaseWord(OrderStatus status);
/// "bank transfer", within a sentence; the code itself when it is not known.
QString paymentInSentence(const QString& method);

/// Few enough that it is worth saying.
inline constexpr qint64 fewLeft = 10;

} // namespace belanjain::ui
