// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/route_table.h"

#include <algorithm>

namespace belanjain::marketplace
{
namespace
{

using Segments = QVarLengthArray<QByteArrayView, 8>;

Segments split(QByteArrayView path)
{
    Segments segments;
    qsizetype from = 1;
    while (from <= path.size()) {
        qsizetype end = path.indexOf('/', from);
        if (end < 0)
            end = path.size();
        segments.append(path.sliced(from, end - from));
        from = end + 1;
    }
    return segments;
}

bool fits(const QList<QByteArray>& pattern, const Segments& segments)
{
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool parameter = pattern[i].isEmpty();
        if (parameter ? segments[i].isEmpty() : pattern[i] != segments[i])
            return false;
    }
    return true;
}

} // namespace

RouteTable::RouteTable(QList<Route> routes) : m_routes(std::move(routes))
{
    for (const Route& route : std::as_const(m_routes)) {
        Pattern pattern;
        const Segments segments = split(route.path);
        for (const QByteArrayView segment : segments) {
            const bool parameter = segment.startsWith('{');
            pattern.segments.append(parameter ? QByteArray() : segment.toByteArray());
            if (parameter)
                pattern.names.append(QString::fromLatin1(segment.sliced(1, segment.size() - 2)));
        }
        std::vector<Pattern>& sameSize = m_bySize[segments.size()];
        const auto known = std::find_if(sameSize.begin(), sameSize.end(),
                                        [&](const Pattern& p) { return p.segments == pattern.segments; });
        Pattern& target = known == sameSize.end() ? sameSize.emplace_back(std::move(pattern)) : *known;
        target.methods[route.method] = &route;
    }
    // Fewer parameters first, so that /v1/products/export is not taken for a product's id.
    for (std::vector<Pattern>& patterns : m_bySize) {
        std::stable_sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) {
            return a.names.size() < b.names.size();
        });
    }
}

QByteArray RouteTable::allowOf(const Pattern& pattern)
{
    QByteArrayList methods;
    for (const auto& [method, route] : pattern.methods) {
        methods.append(method);
        if (method == "GET")
            methods.append(QByteArrayLiteral("HEAD"));
    }
    return methods.join(", ");
}

RouteTable::Match RouteTable::find(const QByteArray& method, const QByteArray& path) const
{
    Match match;
    const Segments segments = split(path);
    const auto sameSize = m_bySize.constFind(segments.size());
    if (sameSize == m_bySize.cend())
        return match;
    for (const Pattern& pattern : *sameSize) {
        if (!fits(pattern.segments, segments))
            continue;
        const auto found = pattern.methods.find(method == "HEAD" ? QByteArrayLiteral("GET") : method);
        if (found == pattern.methods.end()) {
            if (match.allowed.isEmpty())
                match.allowed = allowOf(pattern);
            continue;
        }
        match.route = found->second;
        qsizetype name = 0;
        for (qsizetype i = 0; i < segments.size(); ++i) {
            if (pattern.segments[i].isEmpty())
                match.parameters.insert(pattern.names[name++], QString::fromUtf8(segments[i]));
        }
        return match;
    }
    return match;
}

} // namespace belanjain::marketplace
