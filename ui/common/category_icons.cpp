// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/category_icons.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    QLatin1StringView text;
    Icon icon;
};

// The first word that occurs decides, so narrower words stand before wider ones ("fashion anak" is clothing,
// "rumah tangga" is not property).
constexpr std::array Words{
    Word{"fashion"_L1, Icon::Shirt},
    Word{"pakaian"_L1, Icon::Shirt},
    Word{"cloth"_L1, Icon::Shirt},
    Word{"apparel"_L1, Icon::Shirt},
    Word{"dapur"_L1, Icon::Pot},
    Word{"kitchen"_L1, Icon::Pot},
    Word{"rumah tangga"_L1, Icon::Sofa},
    Word{"household"_L1, Icon::Sofa},
    Word{"furni"_L1, Icon::Sofa},
    Word{"pesta"_L1, Icon::Party},
    Word{"party"_L1, Icon::Party},
    Word{"laptop"_L1, Icon::Laptop},
    Word{"komputer"_L1, Icon::Laptop},
    Word{"computer"_L1, Icon::Laptop},
    Word{"gaming"_L1, Icon::Gamepad},
    Word{"elektronik"_L1, Icon::Plug},
    Word{"electronic"_L1, Icon::Plug},
    Word{"buku"_L1, Icon::Book},
    Word{"book"_L1, Icon::Book},
    Word{"kamera"_L1, Icon::Camera},
    Word{"camera"_L1, Icon::Camera},
    Word{"otomotif"_L1, Icon::Car},
    Word{"automotive"_L1, Icon::Car},
    Word{"makanan"_L1, Icon::Food},
    Word{"food"_L1, Icon::Food},
    Word{"alat tulis"_L1, Icon::PencilCup},
    Word{"stationery"_L1, Icon::PencilCup},
    Word{"mainan"_L1, Icon::Toy},
    Word{"toy"_L1, Icon::Toy},
    Word{"kecantikan"_L1, Icon::Beauty},
    Word{"beauty"_L1, Icon::Beauty},
    Word{"tubuh"_L1, Icon::Drop},
    Word{"body"_L1, Icon::Drop},
    Word{"hewan"_L1, Icon::Paw},
    Word{"animal"_L1, Icon::Paw},
    Word{"pet"_L1, Icon::Paw},
    Word{"bayi"_L1, Icon::Baby},
    Word{"baby"_L1, Icon::Baby},
    Word{"olahraga"_L1, Icon::Ball},
    Word{"sport"_L1, Icon::Ball},
    Word{"kesehatan"_L1, Icon::Health},
    Word{"health"_L1, Icon::Health},
    Word{"ponsel"_L1, Icon::Phone},
    Word{"phone"_L1, Icon::Phone},
    Word{"jam tangan"_L1, Icon::Watch},
    Word{"watch"_L1, Icon::Watch},
    Word{"pertukangan"_L1, Icon::Tool},
    Word{"carpentry"_L1, Icon::Tool},
    Word{"film"_L1, Icon::Film},
    Word{"movie"_L1, Icon::Film},
    Word{"logam mulia"_L1, Icon::Gem},
    Word{"precious"_L1, Icon::Gem},
    Word{"properti"_L1, Icon::Building},
    Word{"property"_L1, Icon::Building},
    Word{"perjalanan"_L1, Icon::Plane},
    Word{"travel"_L1, Icon::Plane},
};

} // namespace

Icon categoryIcon(QStringView category)
{
    const auto known = std::ranges::find_if(
        Words, [category](const Word& word) { return category.contains(word.text, Qt::CaseInsensitive); });
    return known == Words.end() ? Icon::Box : known->icon;
}

} // namespace belanjain::ui
