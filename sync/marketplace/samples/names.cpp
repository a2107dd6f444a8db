// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/names.h"

#include "marketplace/samples/stable_hash.h"

#include <array>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {

QString personName(QStringView key)
{
    static constexpr std::array<QLatin1StringView, 48> first = {
        "Siti"_L1,  "Budi"_L1,    "Dewi"_L1,    "Agus"_L1,  "Rina"_L1,    "Andi"_L1,    "Putri"_L1,
        "Eko"_L1,   "Wulan"_L1,   "Rizky"_L1,   "Ayu"_L1,   "Hendra"_L1,  "Maya"_L1,    "Fajar"_L1,
        "Indah"_L1, "Yusuf"_L1,   "Ratna"_L1,   "Dimas"_L1, "Lestari"_L1, "Bayu"_L1,    "Nur"_L1,
        "Arif"_L1,  "Kartika"_L1, "Teguh"_L1,   "Yuni"_L1,  "Galih"_L1,   "Sari"_L1,    "Ilham"_L1,
        "Mega"_L1,  "Reza"_L1,    "Tari"_L1,    "Joko"_L1,  "Made"_L1,    "Ketut"_L1,   "Ucok"_L1,
        "Butet"_L1, "Asep"_L1,    "Neneng"_L1,  "Daeng"_L1, "Melati"_L1,  "Yohanes"_L1, "Maria"_L1,
        "Lina"_L1,  "Kevin"_L1,   "Felicia"_L1, "Hasan"_L1, "Aminah"_L1,  "Surya"_L1};
    static constexpr std::array<QLatin1StringView, 40> last = {
        "Rahmawati"_L1, "Santoso"_L1,    "Wijaya"_L1,   "Pratama"_L1,  "Lestari"_L1,   "Hidayat"_L1,
        "Kusuma"_L1,    "Saputra"_L1,    "Utami"_L1,    "Nugroho"_L1,  "Permata"_L1,   "Setiawan"_L1,
        "Anggraini"_L1, "Gunawan"_L1,    "Maharani"_L1, "Siregar"_L1,  "Nasution"_L1,  "Simanjuntak"_L1,
        "Suryani"_L1,   "Firmansyah"_L1, "Halim"_L1,    "Tanjung"_L1,  "Wahyuni"_L1,   "Ramadhan"_L1,
        "Susanto"_L1,   "Puspita"_L1,    "Hartono"_L1,  "Fitriani"_L1, "Kurniawan"_L1, "Handayani"_L1,
        "Prasetyo"_L1,  "Oktaviani"_L1,  "Sinaga"_L1,   "Iskandar"_L1, "Mulyani"_L1,   "Adiputra"_L1,
        "Safitri"_L1,   "Yulianto"_L1,   "Pangestu"_L1, "Damanik"_L1};
    const quint64 hash = stableHash(key, "person");
    return u"%1 %2"_s.arg(first[hash % first.size()], last[(hash >> 16) % last.size()]);
}

} // namespace belanjain::marketplace::samples
