// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/memory_inventory.h"

namespace belanjain::tests {

/// The store of the pictures: eighteen rows with every state a row can have, and so many plain ones after.
inline void fillSampleStock(MemoryInventory& shop, int plain)
{
    using namespace Qt::StringLiterals;
    using ports::EditField;
    struct Sample
    {
        const char* name;
        const char* options;
        const char* sku;
        const char* category;
        qint64 price;
        qint32 onHand;
        qint32 reserved;
        qint32 threshold;
        ports::EditFields waiting = {};
        ports::EditFields rejected = {};
    };
    const Sample samples[] = {
        {"Korek Api Kompor – Lighter Pemantik Gas", "", "KRK-KPR-01", "Dapur", 12'500, 218, 12, 20},
        {"Onix Dispenser Galon Air Pompa Otomatis", "", "ONX-GLN-01", "Dapur", 70'000, 64, 5, 10},
        {"Giza Grill Pan SKITCHEN Cast Iron", "Premium", "SKT-GRL-01", "Dapur", 295'000, 13, 0, 10},
        {"Oxone OX-605 Black Marble Knife Set", "", "OXN-605", "Dapur", 139'900, 11, 3, 10},
        {"Celemek Masak Apron Katun Drill", "Putih", "APR-KTN-PTH", "Dapur", 38'000, 46, 4, 10,
         EditField::Price},
        {"Tatakan Roda Tabung Gas Elpiji Troy", "Maspion", "TTK-RDA-01", "Dapur", 26'000, 30, 2, 10},
        {"Toples Cupang 2 Liter Tebal (66 gr)", "Tanpa tutup", "TPL-2L-65", "Dapur", 3'199, 640, 85, 100},
        {"Goto Whale Pompa Galon Charge USB", "Putih", "GTO-WHL-PTH", "Dapur", 34'900, 6, 6, 10},
        {"Cetakan Kue Martabak Mini Lumpur Surga", "Teflon", "CTK-MRT-01", "Dapur", 101'900, 21, 1, 10},
        {"Lunch Box BPA Free 1300 ml", "2C Maroon", "LBX-1300-MRN", "Dapur", 66'000, 0, 0, 10},
        {"Matougui Botol Minum A36321-3 500 ml",
         "Biru",
         "MTG-500-BRU",
         "Dapur",
         120'000,
         17,
         2,
         10,
         {},
         EditField::Stock},
        {"Sunxin Rak Piring 2 Susun Plastik 2115", "Merah Muda", "SNX-2115-MRH", "Dapur", 89'500, 14, 1, 5},
        {"Rockbros Kacamata Sepeda 5 Lensa 0089", "Hitam", "RCK-0089-HTM", "Fashion pria", 210'000, 25, 3,
         10},
        {"Nathalie Kaos Dalam Tanktop NTA 428", "Hitam, L", "NTA-428-HTM-L", "Fashion wanita", 34'900, 8, 2,
         10},
        {"Tanktop Singlet Dalaman Gaya Korea", "Jfashion Naraya", "TNK-KOR-01", "Fashion wanita", 38'900, 73,
         9, 20},
        {"Lilin Tealight Tungku Aromaterapi", "Type 303", "LLN-TEA-303", "Pesta", 68'000, 52, 6, 15},
        {"Rak Sepatu Amazing Multifungsi", "Hitam Putih", "RAK-AMZ-HP", "Rumah tangga", 53'000, 33, 7, 10,
         EditField::Stock},
        {"Pot Bunga Motif Tawon Putih", "10", "POT-TWN-10", "Rumah tangga", 1'725, 1204, 160, 200},
    };
    for (const Sample& sample : samples)
        shop.add({.productName = QString::fromUtf8(sample.name),
                  .optionsLabel = QString::fromUtf8(sample.options),
                  .sku = QString::fromUtf8(sample.sku),
                  .category = QString::fromUtf8(sample.category),
                  .price = {sample.price},
                  .onHand = sample.onHand,
                  .reserved = sample.reserved,
                  .threshold = sample.threshold,
                  .waiting = sample.waiting,
                  .rejected = sample.rejected});
    for (int i = 0; i < plain; ++i)
        shop.add({.productName = u"Tempat Bumbu Dapur Serbaguna Isi %1"_s.arg(i + 2),
                  .sku = u"TMP-%1"_s.arg(i + 2, 3, 10, QLatin1Char('0')),
                  .category = u"Rumah tangga"_s,
                  .price = {15'000 + 250 * i},
                  .onHand = i % 29 == 7 ? 6 : 40 + i,
                  .threshold = 10});
    shop.sync.rejections.append({.number = 7,
                                 .op = u"stock.adjust"_s,
                                 .code = u"would_be_negative"_s,
                                 .args = {{u"delta"_s, -20}},
                                 .current = {{u"onHand"_s, 17}, {u"reserved"_s, 2}},
                                 .variant = shop.rows[10].variant,
                                 .field = EditField::Stock});
}

} // namespace belanjain::tests
