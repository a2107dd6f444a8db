// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/exchange.h"
#include "marketplace/http/hub.h"
#include "marketplace/http/parser.h"
#include "marketplace/http/response_head.h"
#include "marketplace/http/stream_queue.h"

#include <QObject>
#include <QTcpSocket>

#include <memory>

namespace belanjain::http {

/// One client's connection: reads a request, waits for its answer, writes it, and only then reads the next.
class Connection : public QObject
{
public:
    /// Takes the connected socket over.
    Connection(quint64 id, QTcpSocket* socket, Hub& hub, bool secure, QObject* parent);
    ~Connection() override;

    quint64 id() const { return id_; }
    const QHostAddress& peer() const { return peer_; }

    /// Begins to read requests.
    void start();
    /// Answers without having read anything, and closes: one connection too many.
    void turnAway(int status);
    /// An answer, or part of one, from a responder. Letters for an earlier request are thrown away.
    void receive(Letter letter);
    /// Closes what has outstayed its time.
    void sweep(qint64 now);
    /// The listener is draining: closes now if idle, else after the request under way.
    void drain();
    void cut();

private:
    enum class Phase { Reading, Handling, Streaming, Closing, Lingering, Over };
    enum class Waiting { ForNothing, ForFirstRequest, ForNextRequest, ForHeader, ForBody };

    void onReadable();
    void onBytesWritten();
    void process();
    bool step();
    void keepRest(QByteArrayView rest, bool carried);
    void dispatch();
    void refuse(int status);
    void answer(Response response);
    void startStream(Letter letter);
    void pump();
    void sendPieces(const QByteArrayList& pieces);
    void endStream();
    void endExchange(bool close);
    void setDeadline();
    void send(QByteArrayView head, const QByteArray& body = {});
    void closeGently();
    void linger();
    void discardInput();
    void over();
    qint64 backlog() const;
    bool isIdle() const;

    const quint64 id_;
    Hub& hub_;
    QTcpSocket* const socket_;
    const QHostAddress peer_;
    const bool secure_;
    RequestParser parser_;
    /// Bytes received and not yet parsed, from carryAt_ on: part of a line, or requests sent ahead.
    QByteArray carry_;
    qsizetype carryAt_ = 0;
    std::weak_ptr<Exchange> exchange_;
    std::shared_ptr<StreamQueue> stream_;
    quint64 request_ = 0;
    qint64 deadline_ = 0;
    qint64 lastProgress_ = 0;
    qint64 lingered_ = 0;
    Phase phase_ = Phase::Reading;
    Waiting waiting_ = Waiting::ForFirstRequest;
    bool processing_ = false;
    bool sending_ = false;
    bool hungry_ = true;
    bool continued_ = false;
    bool keepAlive_ = false;
    bool headOnly_ = false;
    bool oldClient_ = false;
    bool chunked_ = false;
    bool watchesWrites_ = false;
    bool halfClosed_ = false;
};

} // namespace belanjain::http
