// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QList>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

/// What a parcel costs by one service.
struct ShippingQuote
{
    QString service; ///< "EKONOMI", "REGULER", "EKSPRES"
    Money price;
    int minDays = 0;
    int maxDays = 0;
};

/// Five digits, as Indonesian postcodes have.
bool isPostcode(const QString& text);

/// Every service to a postcode, cheapest first. By the region its first digit stands for and by started
/// kilograms.
QList<ShippingQuote> shippingQuotes(const QString& postcode, qint64 weightGrams);
std::optional<ShippingQuote> shippingQuote(const QString& service, const QString& postcode, qint64 weightGrams);

} // namespace belanjain::marketplace
