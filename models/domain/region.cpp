// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/region.h"

#include "domain/search_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype provinceDigits = 2;
constexpr qsizetype regencyDigits = 4;

/// "Kota Administrasi Jakarta Pusat" and "kota jakarta pusat" give "kota jakarta pusat".
QString nameKey(const QString& name)
{
    QStringList words = foldForSearch(name).split(u' ', Qt::SkipEmptyParts);
    if (words.value(0) == u"kab")
        words[0] = u"kabupaten"_s;
    words.removeAll(u"administrasi"_s);
    return words.join(u' ');
}

/// The name without what kind of place it is.
QString bareKey(const QString& key)
{
    for (const QLatin1StringView kind : {"kota "_L1, "kabupaten "_L1, "provinsi "_L1}) {
        if (key.startsWith(kind))
            return key.sliced(kind.size());
    }
    return key;
}

} // namespace

bool isSameCity(const Place& a, const Place& b)
{
    if (a.regency.isEmpty() || b.regency.isEmpty())
        return false;
    return a.regency == b.regency || (a.province == u"31" && b.province == u"31");
}

bool isSameProvince(const Place& a, const Place& b) { return !a.province.isEmpty() && a.province == b.province; }

bool isPostcode(QStringView text)
{
    return text.size() == 5 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<Regions> Regions::parse(const QString& text)
{
    Regions regions;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList fields = line.split(u'\t');
        const QString& kind = fields[0];
        if (kind == u"P" && fields.size() == 4 && fields[1].size() == provinceDigits) {
            regions.m_zones.insert(fields[1], fields[2]);
            regions.m_byName.insert(nameKey(fields[3]), fields[1]);
        } else if (kind == u"R" && fields.size() == 3 && fields[1].size() == regencyDigits) {
            const QString key = nameKey(fields[2]);
            const QString bare = bareKey(key);
            regions.m_byName.insert(key, fields[1]);
            // A province of that name, or a regency before, gives way to the city only.
            if (key.startsWith(u"kota ") || !regions.m_byName.contains(bare))
                regions.m_byName.insert(bare, fields[1]);
        } else if (kind == u"C" && fields.size() == 3 && isPostcode(fields[1])) {
            const int first = fields[1].toInt();
            if (!regions.m_blocks.isEmpty() && regions.m_blocks.last().first >= first)
                return std::nullopt;
            regions.m_blocks.append({first, fields[2]});
        } else {
            return std::nullopt;
        }
    }
    if (regions.m_zones.isEmpty() || regions.m_blocks.isEmpty())
        return std::nullopt;
    // As people call them.
    for (const auto& [name, code] : {std::pair{u"jakarta"_s, u"31"_s}, {u"dki jakarta"_s, u"31"_s},
                                     {u"yogyakarta"_s, u"3471"_s}, {u"jogja"_s, u"3471"_s},
                                     {u"diy"_s, u"34"_s}, {u"di yogyakarta"_s, u"34"_s}, {u"solo"_s, u"3372"_s},
                                     {u"palangkaraya"_s, u"6271"_s}, {u"ntb"_s, u"52"_s}, {u"ntt"_s, u"53"_s}})
        regions.m_byName.insert(name, code);
    return regions;
}

Place Regions::placeOf(const QString& code) const
{
    const QString province = code.first(provinceDigits);
    return {m_zones.value(province), province, code.size() == regencyDigits ? code : QString()};
}

std::optional<Place> Regions::ofPostcode(QStringView postcode) const
{
    if (!isPostcode(postcode))
        return std::nullopt;
    const int number = postcode.toInt();
    const auto after = std::upper_bound(m_blocks.cbegin(), m_blocks.cend(), number,
                                        [](int value, const Block& block) { return value < block.first; });
    return after == m_blocks.cbegin() ? std::nullopt : std::optional(placeOf(std::prev(after)->regency));
}

std::optional<Place> Regions::ofText(const QString& text) const
{
    static const QRegularExpression postcode(u"(?<![0-9])[0-9]{5}(?![0-9])"_s);
    if (const auto found = postcode.match(text); found.hasMatch()) {
        if (const auto place = ofPostcode(found.capturedView()))
            return place;
    }
    std::optional<Place> best;
    static const QRegularExpression separators(u"[,;/()\\n]"_s);
    for (const QString& part : text.split(separators, Qt::SkipEmptyParts)) {
        const QString key = nameKey(part);
        for (const QString& name : {key, bareKey(key)}) {
            const auto code = m_byName.constFind(name);
            if (code == m_byName.cend())
                continue;
            const Place place = placeOf(*code);
            if (!best || best->regency.isEmpty())
                best = place;
            break;
        }
    }
    return best;
}

} // namespace belanjain
