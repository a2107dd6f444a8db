// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/target.h"

#include <algorithm>

namespace belanjain::http {

namespace {

constexpr qsizetype maxQueryItems = 256;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

// Line breaks and tabs are honest in a query value (a search box, a comment), never in a path.
bool isAllowed(char c, bool inQuery)
{
    return !isControl(c) || (inQuery && (c == '\t' || c == '\n' || c == '\r'));
}

QByteArrayView withoutAuthority(QByteArrayView target)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() > scheme.size() && sameToken(target.first(scheme.size()), scheme)) {
            const QByteArrayView rest = target.sliced(scheme.size());
            const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
            return rest.sliced(end - rest.begin());
        }
    }
    return target;
}

bool decodeQuery(Request& request)
{
    QByteArrayView rest(request.rawQuery);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView item = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        const QByteArray name = percentDecoded(equals < 0 ? item : item.first(equals), true);
        const QByteArray value = equals < 0 ? QByteArray("") : percentDecoded(item.sliced(equals + 1), true);
        if (name.isNull() || value.isNull() || request.query.size() == maxQueryItems)
            return false;
        request.query.append({QString::fromUtf8(name), QString::fromUtf8(value)});
    }
    return true;
}

} // namespace

QByteArray percentDecoded(QByteArrayView encoded, bool plusIsSpace)
{
    QByteArray decoded;
    decoded.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        char c = encoded[i];
        if (c == '%') {
            if (i + 2 >= encoded.size())
                return {};
            const int high = hexDigit(encoded[i + 1]);
            const int low = hexDigit(encoded[i + 2]);
            if (high < 0 || low < 0)
                return {};
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plusIsSpace) {
            c = ' ';
        }
        if (!isAllowed(c, plusIsSpace))
            return {};
        decoded.append(c);
    }
    if (!decoded.isValidUtf8())
        return {};
    return decoded.isNull() ? QByteArray("") : decoded;
}

bool decodeTarget(Request& request)
{
    request.query.clear();
    request.rawQuery.clear();
    if (request.target == "*") {
        request.path = request.target;
        return request.method == "OPTIONS";
    }
    const QByteArrayView target = withoutAuthority(request.target);
    const bool absolute = target.size() < request.target.size();
    if (target.contains('#') || (!absolute && !target.startsWith('/')))
        return false;
    const qsizetype mark = target.indexOf('?');
    QByteArrayView path = mark < 0 ? target : target.first(mark);
    if (path.isEmpty())
        path = "/";
    if (mark >= 0)
        request.rawQuery = target.sliced(mark + 1).toByteArray();

    const bool plain = std::all_of(path.begin(), path.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '%'; });
    if (plain) {
        request.path = path.size() == request.target.size() ? request.target : path.toByteArray();
    } else {
        const QByteArray lowered = path.toByteArray().toLower();
        if (lowered.contains("%2f"))
            return false;
        request.path = percentDecoded(path, false);
        if (request.path.isNull())
            return false;
    }
    return request.rawQuery.isEmpty() || decodeQuery(request);
}

} // namespace belanjain::http
