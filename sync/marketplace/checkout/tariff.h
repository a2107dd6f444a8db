// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/region.h"
#include "domain/shipping.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

/// What is sent from one store to one address.
struct Parcel
{
    qint64 grams = 0;
    qint64 cubicCentimetres = 0;

    qint64 chargeable() const { return chargeableGrams(grams, cubicCentimetres); }
};

/// What a parcel costs by one service.
struct ShippingQuote
{
    QString service; ///< "REGULER", as a checkout names it
    QString name;    ///< for people
    Money price;
    int minDays = 0;
    int maxDays = 0;

    QJsonObject toJson() const;
};

/// Prices parcels by the tables shipping_services, shipping_lanes and shipping_tariffs. Quotes and checkouts
/// ask the same one. Unchanging after it was made, so any thread may ask.
class ShippingDesk
{
public:
    /// With the regions the program brings along.
    ShippingDesk();

    /// nullopt for a postcode of no region.
    std::optional<Place> destination(const QString& postcode) const { return m_regions.ofPostcode(postcode); }
    /// By the place a store calls its own; a store whose place nobody knows counts as somewhere on Java.
    Place origin(const QString& storeLocation) const;

    /// Every service that takes the parcel there, cheapest first.
    storage::Result<QList<ShippingQuote>> quotes(storage::Database& db, const Place& from, const Place& to,
                                                 const Parcel& parcel, Language language) const;

private:
    Regions m_regions;
};

} // namespace belanjain::marketplace
