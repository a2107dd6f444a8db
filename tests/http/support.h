// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/listener.h"

#include <QByteArrayList>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <vector>

namespace belanjain::http::test {

/// A router stand-in: notes each request, and answers as the test says.
class Recorder : public Handler
{
public:
    qint64 bodyLimit(const Request& headOnly) const override;
    void handle(Request request, Responder responder) override;
    Response malformed(int status, const Request* maybe) const override;

    /// Empty: every request is echoed (see echo()).
    std::function<void(const Request&, const Responder&)> onRequest;
    std::vector<Request> requests;
    mutable QList<int> refusals;
    mutable QByteArrayList refusedTargets;
};

/// "METHOD path|body" as text/plain.
Response echo(const Request& request);

/// A parsed answer off the wire.
struct Answer
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    QByteArray header(const QByteArray& name) const;
    bool has(const QByteArray& name) const;
};

/// A raw client: writes what it is told, keeps all that comes.
class Client
{
public:
    explicit Client(quint16 port);

    void send(const QByteArray& bytes);
    /// Waits for one whole answer and takes it off what was received; status 0 when none came.
    Answer read(bool toHead = false);
    /// Waits until the server has closed.
    bool closedByServer();
    bool isOpen() const { return socket.state() == QAbstractSocket::ConnectedState; }

    QTcpSocket socket;
    QByteArray received;

private:
    bool takeAnswer(Answer& answer, bool toHead);
};

/// A client below Qt, which would read ahead of the test: sends at once and reads only when told.
class LateReader
{
public:
    LateReader(quint16 port, const QByteArray& bytes);
    LateReader(const LateReader&) = delete;
    LateReader& operator=(const LateReader&) = delete;
    ~LateReader();

    /// What the listener's side of the connection has not taken yet.
    int bytesUnsent() const;
    /// What waits, up to the end; empty when the connection was reset.
    QByteArray readToEnd() const;

private:
    int descriptor_ = -1;
};

/// A listener on a free port of 127.0.0.1 with a fixed clock: Sat, 21 Nov 2026 04:05:06.
class Server
{
public:
    explicit Server(Limits limits = {});

    /// As if so many milliseconds had passed.
    void passTime(qint64 ms);

    Recorder router;
    std::unique_ptr<Listener> listener;
    quint16 port = 0;
};

QByteArray get(const QByteArray& path, const QByteArray& moreLines = {});
QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& moreLines = {});
QByteArray gunzipped(const QByteArray& packed);
QByteArray dechunked(const QByteArray& chunks);

} // namespace belanjain::http::test
