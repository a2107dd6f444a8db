// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace belanjain {

/// Where in Indonesia something is, as exactly as is known: codes of the Ministry of Home Affairs.
struct Place
{
    QString zone;     ///< shipping zone: "JAWA", "SUMATERA", …
    QString province; ///< "32"; empty when only the zone is known
    QString regency;  ///< "3273", a regency or city; empty when only the province is known

    bool operator==(const Place&) const = default;
};

/// Within one city a parcel can arrive the day it is sent. Jakarta's municipalities are one city.
bool isSameCity(const Place& a, const Place& b);
bool isSameProvince(const Place& a, const Place& b);

/// Five digits.
bool isPostcode(QStringView text);

/// Indonesia's provinces, regencies and postcodes.
class Regions
{
public:
    /// Reads resources/regions/regions.txt, whose format derive.py beside it describes; nullopt for what is
    /// not that.
    static std::optional<Regions> parse(const QString& text);

    /// A postcode that is not in the list counts to the block it lies in. nullopt for what is no postcode,
    /// and below the first.
    std::optional<Place> ofPostcode(QStringView postcode) const;

    /// What people write as a place: "Kota Bandung", "kab. Bogor", "Bandung, Jawa Barat", "Bali",
    /// "Jl. Melati 7, Surabaya 60111". Of a city and a regency of one name the city is meant. nullopt when
    /// nothing in it is known.
    std::optional<Place> ofText(const QString& text) const;

private:
    Place placeOf(const QString& code) const;

    struct Block
    {
        int first = 0;
        QString regency;
    };
    QHash<QString, QString> m_zones;  ///< by province
    QHash<QString, QString> m_byName; ///< folded name to code
    QList<Block> m_blocks;            ///< ascending
};

} // namespace belanjain
