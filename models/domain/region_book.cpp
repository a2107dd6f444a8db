// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/region_book.h"

#include <algorithm>

namespace belanjain {

namespace {

template<class Named>
const Named* find(const QList<Named>& list, const QString& nameOrCode)
{
    const auto at = std::find_if(list.cbegin(), list.cend(), [&](const Named& one) {
        return one.code == nameOrCode || one.name.compare(nameOrCode, Qt::CaseInsensitive) == 0;
    });
    return at == list.cend() ? nullptr : &*at;
}

template<class Named>
void sortByName(QList<Named>& list)
{
    std::sort(list.begin(), list.end(), [](const Named& a, const Named& b) { return a.name < b.name; });
}

} // namespace

std::optional<RegionBook> RegionBook::parse(const QString& text)
{
    auto regions = Regions::parse(text);
    if (!regions)
        return std::nullopt;
    RegionBook book(*std::move(regions));
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'\t');
        if (fields[0] == u"P") {
            book.m_provinces.append({fields[1], fields[3], {}});
        } else if (fields[0] == u"R") {
            const auto province = std::find_if(book.m_provinces.begin(), book.m_provinces.end(),
                                               [&](const Province& one) { return fields[1].startsWith(one.code); });
            if (province != book.m_provinces.end())
                province->cities.append({fields[1], fields[2]});
        }
    }
    for (Province& province : book.m_provinces)
        sortByName(province.cities);
    sortByName(book.m_provinces);
    return book;
}

const RegionBook::Province* RegionBook::province(const QString& nameOrCode) const
{
    return find(m_provinces, nameOrCode);
}

const RegionBook::City* RegionBook::city(const Province& province, const QString& nameOrCode)
{
    return find(province.cities, nameOrCode);
}

} // namespace belanjain
