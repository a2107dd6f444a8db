// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/category_icon.h"

#include <QHash>

#include <array>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    QLatin1StringView part;
    Icon icon;
};

// More particular words first: "fashion anak & bayi" is clothes, not baby care.
constexpr std::array words{
    Word{"fashion"_L1, Icon::Shirt},
    Word{"pakaian"_L1, Icon::Shirt},
    Word{"busana"_L1, Icon::Shirt},
    Word{"clothes"_L1, Icon::Shirt},
    Word{"dapur"_L1, Icon::Pot},
    Word{"kitchen"_L1, Icon::Pot},
    Word{"rumah"_L1, Icon::Sofa},
    Word{"household"_L1, Icon::Sofa},
    Word{"home"_L1, Icon::Sofa},
    Word{"furnitur"_L1, Icon::Sofa},
    Word{"pesta"_L1, Icon::Party},
    Word{"party"_L1, Icon::Party},
    Word{"komputer"_L1, Icon::Laptop},
    Word{"computer"_L1, Icon::Laptop},
    Word{"laptop"_L1, Icon::Laptop},
    Word{"gaming"_L1, Icon::Gamepad},
    Word{"game"_L1, Icon::Gamepad},
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
    Word{"tulis"_L1, Icon::PencilCup},
    Word{"stationery"_L1, Icon::PencilCup},
    Word{"kantor"_L1, Icon::PencilCup},
    Word{"office"_L1, Icon::PencilCup},
    Word{"mainan"_L1, Icon::Toy},
    Word{"toy"_L1, Icon::Toy},
    Word{"hobi"_L1, Icon::Toy},
    Word{"kecantikan"_L1, Icon::Beauty},
    Word{"beauty"_L1, Icon::Beauty},
    Word{"bayi"_L1, Icon::Baby},
    Word{"baby"_L1, Icon::Baby},
    Word{"olahraga"_L1, Icon::Ball},
    Word{"sport"_L1, Icon::Ball},
    Word{"kesehatan"_L1, Icon::Health},
    Word{"health"_L1, Icon::Health},
    Word{"tubuh"_L1, Icon::Bottle},
    Word{"body"_L1, Icon::Bottle},
    Word{"ponsel"_L1, Icon::Phone},
    Word{"phone"_L1, Icon::Phone},
    Word{"jam"_L1, Icon::Watch},
    Word{"watch"_L1, Icon::Watch},
    Word{"pertukangan"_L1, Icon::Tool},
    Word{"carpentry"_L1, Icon::Tool},
    Word{"film"_L1, Icon::Film},
    Word{"movie"_L1, Icon::Film},
    Word{"musik"_L1, Icon::Film},
    Word{"hewan"_L1, Icon::Paw},
    Word{"animal"_L1, Icon::Paw},
    Word{"tur"_L1, Icon::Ticket},
    Word{"travel"_L1, Icon::Ticket},
    Word{"logam"_L1, Icon::Wallet},
    Word{"metal"_L1, Icon::Wallet},
    Word{"propert"_L1, Icon::Home},
};

Icon lookUp(const QString& category)
{
    for (const Word& word : words) {
        if (category.contains(word.part, Qt::CaseInsensitive))
            return word.icon;
    }
    return Icon::Box;
}

} // namespace

Icon categoryIcon(const QString& category)
{
    static QHash<QString, Icon> known;
    const auto found = known.constFind(category);
    if (found != known.constEnd())
        return *found;
    const Icon icon = lookUp(category);
    known.insert(category, icon);
    return icon;
}

} // namespace belanjain::ui
