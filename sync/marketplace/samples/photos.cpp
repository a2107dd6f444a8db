// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/photos.h"

#include <QLatin1StringView>

#include <array>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {

QString photoFor(QStringView name, QStringView category)
{
    struct Rule
    {
        QLatin1StringView word;
        QLatin1StringView category; // empty: any
        QLatin1StringView photo;
    };
    static constexpr std::array<Rule, 14> rules = {{
        {"tanktop"_L1, {}, "tank-top.jpg"_L1},
        {"toples"_L1, {}, "bamboo-glass-jar.jpg"_L1},
        {"kacamata"_L1, "Fashion pria"_L1, "sunglasses.jpg"_L1},
        {"lilin tealight"_L1, {}, "candle-holder.jpg"_L1},
        {"jam tangan"_L1, "Fashion wanita"_L1, "watch.jpg"_L1},
        {"jam tangan"_L1, "Fashion pria"_L1, "watch.jpg"_L1},
        {"pewarna sepatu"_L1, {}, "loafers.jpg"_L1},
        {"kopi"_L1, "Makanan & minuman"_L1, "mug.jpg"_L1},
        {"pengering rambut"_L1, {}, "hairdryer.jpg"_L1},
        {"penggiling garam"_L1, {}, "salt-and-pepper-shakers.jpg"_L1},
        {" mug"_L1, "Dapur"_L1, "mug.jpg"_L1},
        {"candleholder"_L1, {}, "candle-holder.jpg"_L1},
        {"t-light holder"_L1, {}, "candle-holder.jpg"_L1},
        {"glass jar"_L1, {}, "bamboo-glass-jar.jpg"_L1},
    }};
    for (const Rule& rule : rules) {
        if ((rule.category.isEmpty() || category == rule.category) &&
            name.contains(rule.word, Qt::CaseInsensitive))
            return rule.photo;
    }
    return {};
}

} // namespace belanjain::marketplace::samples
