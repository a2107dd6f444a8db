// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/response_head.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cstdio>

namespace belanjain::http {

namespace {

bool isTokenChar(char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        return true;
    return c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isListeners(QByteArrayView name)
{
    switch (name.size()) {
    case 4: return sameToken(name, "Date");
    case 10: return sameToken(name, "Connection") || sameToken(name, "Keep-Alive");
    case 14: return sameToken(name, "Content-Length");
    case 17: return sameToken(name, "Transfer-Encoding");
    default: return false;
    }
}

// A line break in a value would let whoever chose the value write headers, or a whole second answer.
void appendValue(QByteArray& out, QByteArrayView value)
{
    const qsizetype start = out.size();
    out.append(value);
    const bool clean = std::none_of(value.begin(), value.end(),
                                    [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    if (clean)
        return;
    std::replace_if(
        out.begin() + start, out.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
}

} // namespace

void appendHead(QByteArray& out, int status, const Headers& headers, const Framing& framing, QByteArrayView date)
{
    char digits[20];
    out += "HTTP/1.1 ";
    out += QByteArrayView(digits, std::snprintf(digits, sizeof digits, "%d ", std::clamp(status, 100, 999)));
    out += reasonPhrase(status);
    out += "\r\nDate: ";
    out += date;
    out += "\r\n";
    for (const Header& header : headers) {
        const bool sound = !header.name.isEmpty() && std::all_of(header.name.begin(), header.name.end(), isTokenChar);
        if (!sound || isListeners(header.name))
            continue;
        out += header.name;
        out += ": ";
        appendValue(out, header.value);
        out += "\r\n";
    }
    if (framing.body == Framing::Body::Length) {
        out += "Content-Length: ";
        out += QByteArrayView(digits, std::snprintf(digits, sizeof digits, "%lld",
                                                    static_cast<long long>(framing.length)));
        out += "\r\n";
    } else if (framing.body == Framing::Body::Chunked) {
        out += "Transfer-Encoding: chunked\r\n";
    }
    if (framing.close)
        out += "Connection: close\r\n";
    else if (framing.sayKeepAlive)
        out += "Connection: keep-alive\r\n";
    out += "\r\n";
}

QByteArray httpDate(qint64 utcMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC);
    return QLocale::c().toString(at, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

} // namespace belanjain::http
