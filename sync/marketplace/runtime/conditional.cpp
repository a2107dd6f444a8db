// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/conditional.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

bool matchesTag(QByteArrayView list, bool weak, const std::function<bool(QByteArrayView tag)>& same)
{
    // RFC 9110, 13.1: entity tags are quoted and hold no quote, so a comma inside one is the only trap.
    qsizetype at = 0;
    while (at < list.size()) {
        const char c = list[at];
        if (c == ' ' || c == '\t' || c == ',') {
            ++at;
            continue;
        }
        if (c == '*')
            return true;
        const bool isWeak = list.sliced(at).startsWith("W/");
        const qsizetype open = at + (isWeak ? 2 : 0);
        if (open >= list.size() || list[open] != '"')
            return false;
        qsizetype close = open + 1;
        while (close < list.size() && list[close] != '"')
            ++close;
        if (close >= list.size())
            return false;
        if ((weak || !isWeak) && same(list.sliced(open, close - open + 1)))
            return true;
        at = close + 1;
    }
    return false;
}

Expected<void> checkIfMatch(const Call& call, qint64 version)
{
    if (!call.request().headers.contains("If-Match"))
        return {};
    const QByteArray start = "\"v" + QByteArray::number(version);
    const auto same = [&](QByteArrayView tag) { return tag == start + '"' || tag.startsWith(start + '.'); };
    if (matchesTag(call.request().headers.joined("If-Match"), false, same))
        return {};
    return call.fail(412, u"precondition_failed"_s);
}

http::Response notModifiedIfSame(const http::Request& request, http::Response response)
{
    if (response.status != 200 || (request.method != "GET" && request.method != "HEAD"))
        return response;
    const QByteArrayView tag = http::headerValue(response.headers, "ETag");
    if (tag.isNull() || !request.headers.contains("If-None-Match"))
        return response;
    if (!matchesTag(request.headers.joined("If-None-Match"), true, [&](QByteArrayView known) { return known == tag; }))
        return response;
    http::Response same{304, {}, {}, false};
    for (const http::Header& header : std::as_const(response.headers)) {
        if (!http::sameToken(header.name, "Content-Type"))
            same.headers.append(header);
    }
    return same;
}

} // namespace belanjain::marketplace
