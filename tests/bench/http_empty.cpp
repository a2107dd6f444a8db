// SPDX-License-Identifier: GPL-3.0-or-later
// What the listener itself costs: answers every request with the same small JSON on one thread.
// Prints its port, serves until stdin ends; `wrk -t1 -c32 http://127.0.0.1:PORT/` measures it.
#include "marketplace/http/listener.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace http = belanjain::http;

namespace {

class EmptyHandler : public http::Handler
{
public:
    qint64 bodyLimit(const http::Request&) const override { return 1024 * 1024; }

    void handle(http::Request request, http::Responder responder) override
    {
        if (request.path == "/events") {
            held_.append(responder.startStream(
                200, {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/event-stream")}}, {false, true}));
            return;
        }
        responder.respond(http::Response::make(200, QByteArrayLiteral("application/json"),
                                               QByteArrayLiteral("{\"ok\":true}")));
    }

    http::Response malformed(int status, const http::Request*) const override
    {
        return http::Response::make(status, QByteArrayLiteral("text/plain"), QByteArray::number(status));
    }

private:
    QList<http::StreamWriter> held_;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    EmptyHandler handler;
    http::Limits limits;
    limits.connections = 20'000;
    limits.connectionsPerAddress = 20'000;
    http::Listener listener(handler, limits, &QDateTime::currentMSecsSinceEpoch);
    const auto port = listener.listen(QHostAddress(QHostAddress::LocalHost), 0);
    if (!port) {
        std::fprintf(stderr, "%s\n", qPrintable(port.error()));
        return 1;
    }
    std::printf("%d\n", *port);
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [] {
        char byte = 0;
        if (read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
