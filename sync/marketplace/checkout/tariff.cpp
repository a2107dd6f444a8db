// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/checkout/tariff.h"

#include <algorithm>
#include <array>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

struct Zone
{
    qint64 perKilogram; ///< rupiah, by REGULER
    int days;
};

// By the first digit: 1 Jakarta and Banten, 2 and 3 Sumatra, 4 West Java, 5 Central Java, 6 East Java,
// 7 Kalimantan, 8 Bali and Nusa Tenggara, 9 Sulawesi to Papua.
constexpr std::array<Zone, 10> zones{{{45'000, 5}, {10'000, 1}, {28'000, 3}, {25'000, 3}, {11'000, 2},
                                      {16'000, 2}, {18'000, 2}, {35'000, 4}, {30'000, 3}, {45'000, 5}}};

struct Service
{
    const char16_t* name;
    int percent;
    int extraDays;
};
constexpr std::array<Service, 3> services{{{u"EKONOMI", 70, 3}, {u"REGULER", 100, 1}, {u"EKSPRES", 180, 0}}};

} // namespace

bool isPostcode(const QString& text)
{
    return text.size() == 5 && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QList<ShippingQuote> shippingQuotes(const QString& postcode, qint64 weightGrams)
{
    QList<ShippingQuote> quotes;
    if (!isPostcode(postcode))
        return quotes;
    const Zone& zone = zones.at(size_t(postcode.at(0).unicode() - u'0'));
    const qint64 kilograms = std::max<qint64>(1, (weightGrams + 999) / 1000);
    for (const Service& service : services) {
        const int least = service.percent > 100 ? 1 : zone.days;
        quotes.append({QStringView(service.name).toString(), {zone.perKilogram * kilograms * service.percent / 100},
                       least, zone.days + service.extraDays});
    }
    return quotes;
}

std::optional<ShippingQuote> shippingQuote(const QString& service, const QString& postcode, qint64 weightGrams)
{
    const QList<ShippingQuote> quotes = shippingQuotes(postcode, weightGrams);
    const auto found = std::find_if(quotes.cbegin(), quotes.cend(),
                                    [&](const ShippingQuote& quote) { return quote.service == service; });
    return found == quotes.cend() ? std::nullopt : std::optional(*found);
}

} // namespace belanjain::marketplace
