// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region.h"

#include <QList>
#include <QString>

#include <optional>

namespace belanjain {

/// Regions to choose from, as an address form needs them: provinces with their regencies and cities by name,
/// and which of them a postcode belongs to.
class RegionBook
{
public:
    struct City
    {
        QString code; ///< "3273"
        QString name; ///< "Kota Bandung"
    };
    struct Province
    {
        QString code; ///< "32"
        QString name; ///< "Jawa Barat"
        QList<City> cities; ///< by name
    };

    /// Reads resources/regions/regions.txt; nullopt for what is not that.
    static std::optional<RegionBook> parse(const QString& text);

    const QList<Province>& provinces() const { return m_provinces; } ///< by name
    /// nullptr when there is none of that name or code.
    const Province* province(const QString& nameOrCode) const;
    static const City* city(const Province& province, const QString& nameOrCode);
    /// Where a postcode lies; nullopt for what is no postcode of the country.
    std::optional<Place> ofPostcode(QStringView postcode) const { return m_regions.ofPostcode(postcode); }

private:
    explicit RegionBook(Regions regions) : m_regions(std::move(regions)) {}

    Regions m_regions;
    QList<Province> m_provinces;
};

} // namespace belanjain
