// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz/harness.h"
#include "marketplace/http/handler.h"
#include "marketplace/http/limits.h"

#include <QList>

namespace belanjain::fuzz {

/// Small limits, so that short inputs reach them.
inline http::Limits fuzzedLimits(quint8 choice)
{
    http::Limits limits;
    if (choice & 1)
        limits.headerBytes = 200;
    if (choice & 2)
        limits.headerLines = 6;
    return limits;
}

/// Answers at once, and holds every request to what the parser promises about it.
class Router : public http::Handler
{
public:
    explicit Router(const http::Limits& granted)
        : limits(granted)
    {}

    qint64 bodyLimit(const http::Request& head) const override { return head.method == "PUT" ? 2'000 : 40; }
    void handle(http::Request request, http::Responder responder) override
    {
        requests.append(toldOf(request));
        responder.respond(http::Response::make(200, "text/plain", "fine"));
    }
    http::Response malformed(int status, const http::Request*) const override
    {
        FUZZ_PROMISE(status >= 400 && status < 600);
        return http::Response::make(refusalTold(status), "text/plain", "no");
    }
    /// What is too long and wrong as well is refused for whichever is seen first.
    int refusalTold(int status) const { return limits.headerBytes < 1'000 ? 400 : status; }

    /// Everything a request says, as one text that can be compared.
    QByteArray toldOf(const http::Request& request) const
    {
        FUZZ_PROMISE(!request.method.isEmpty());
        FUZZ_PROMISE(request.path.startsWith('/') || (request.path == "*" && request.method == "OPTIONS"));
        FUZZ_PROMISE(request.path.isValidUtf8());
        FUZZ_PROMISE(std::none_of(request.path.begin(), request.path.end(),
                                  [](char c) { return static_cast<quint8>(c) < 0x20 || c == 0x7f; }));
        FUZZ_PROMISE(request.query.size() <= 256);
        FUZZ_PROMISE(request.headers.size() <= limits.headerLines);
        FUZZ_PROMISE(request.body.size() <= bodyLimit(request));
        FUZZ_PROMISE(request.minorVersion == 0 || request.headers.count("Host") == 1);
        qsizetype headBytes = request.method.size() + request.target.size();
        QByteArray told = request.method + ' ' + request.target + ' ' + request.path + '\n';
        for (const http::QueryItem& item : request.query)
            told += item.name.toUtf8() + '=' + item.value.toUtf8() + '\n';
        for (qsizetype i = 0; i < request.headers.size(); ++i) {
            const auto line = request.headers.at(i);
            headBytes += line.name.size() + line.value.size();
            FUZZ_PROMISE(!line.name.isEmpty());
            FUZZ_PROMISE(!line.value.contains('\r') && !line.value.contains('\n') &&
                         !line.value.contains('\0'));
            told += line.name.toByteArray() + ": " + line.value.toByteArray() + '\n';
        }
        FUZZ_PROMISE(headBytes <= limits.headerBytes);
        return told + QByteArray::number(request.minorVersion) + '\n' + request.body;
    }

    const http::Limits limits;
    QList<QByteArray> requests;
};

} // namespace belanjain::fuzz
