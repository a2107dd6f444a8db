// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/categories.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {

std::span<const SampleCategory> categories()
{
    static constexpr std::array<SampleCategory, 29> table = {{
        {"Animal Care"_L1, "Perawatan hewan"_L1, "Animal care"_L1, 500, false, true},
        {"Automotive"_L1, "Otomotif"_L1, "Automotive"_L1, 350, false, false},
        {"Beauty"_L1, "Kecantikan"_L1, "Beauty"_L1, 80, false, true},
        {"Body Care"_L1, "Perawatan tubuh"_L1, "Body care"_L1, 150, false, true},
        {"Books"_L1, "Buku"_L1, "Books"_L1, 300, false, false},
        {"Camera"_L1, "Kamera"_L1, "Cameras"_L1, 400, false, false},
        {"Carpentry"_L1, "Pertukangan"_L1, "Carpentry"_L1, 600, false, false},
        {"Computers and Laptops"_L1, "Komputer & laptop"_L1, "Computers & laptops"_L1, 450, false, false},
        {"Electronics"_L1, "Elektronik"_L1, "Electronics"_L1, 800, false, false},
        {"Food and Drink"_L1, "Makanan & minuman"_L1, "Food & drink"_L1, 350, false, true},
        {"Gaming"_L1, "Gaming"_L1, "Gaming"_L1, 350, false, false},
        {"Health"_L1, "Kesehatan"_L1, "Health"_L1, 120, false, true},
        {"Household"_L1, "Rumah tangga"_L1, "Household"_L1, 900, false, false},
        {"Kids and Baby Fashion"_L1, "Fashion anak & bayi"_L1, "Kids' & baby fashion"_L1, 120, true, false},
        {"Kitchen"_L1, "Dapur"_L1, "Kitchen"_L1, 500, false, false},
        {"Men's Fashion"_L1, "Fashion pria"_L1, "Men's fashion"_L1, 250, true, false},
        {"Mother and Baby"_L1, "Ibu & bayi"_L1, "Mother & baby"_L1, 400, false, true},
        {"Movies and Music"_L1, "Film & musik"_L1, "Films & music"_L1, 200, false, false},
        {"Muslim Fashion"_L1, "Fashion muslim"_L1, "Muslim fashion"_L1, 220, true, false},
        {"Office & Stationery"_L1, "Alat tulis & kantor"_L1, "Office & stationery"_L1, 200, false, false},
        {"Other Products"_L1, "Produk lain"_L1, "Other products"_L1, 250, false, false},
        {"Party Supplies and Craft"_L1, "Pesta"_L1, "Party & craft"_L1, 150, false, false},
        {"Phones and Tablets"_L1, "Ponsel & tablet"_L1, "Phones & tablets"_L1, 300, false, false},
        {"Precious Metal"_L1, "Logam mulia"_L1, "Precious metals"_L1, 20, false, false},
        {"Property"_L1, "Properti"_L1, "Property"_L1, 50, false, false},
        {"Sport"_L1, "Olahraga"_L1, "Sport"_L1, 450, false, false},
        {"Tour and Travel"_L1, "Tur & perjalanan"_L1, "Tours & travel"_L1, 20, false, false},
        {"Toys and Hobbies"_L1, "Mainan & hobi"_L1, "Toys & hobbies"_L1, 300, false, false},
        {"Women's Fashion"_L1, "Fashion wanita"_L1, "Women's fashion"_L1, 90, true, false},
    }};
    return table;
}

const SampleCategory* findCategory(QStringView source)
{
    const auto all = categories();
    const auto found = std::ranges::find_if(
        all, [source](const SampleCategory& category) { return source == category.source; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace belanjain::marketplace::samples
