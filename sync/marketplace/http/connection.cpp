// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/connection.h"

#include "marketplace/http/socket_tools.h"

#include <QSslSocket>

#include <cstdio>
#include <utility>

namespace belanjain::http {

namespace {

// What a client may send ahead while its request is answered; the rest waits in the kernel.
constexpr qint64 readAhead = 64 * 1024;
// With this much unsent, pipelined requests wait: a client that does not read gets no more work done.
constexpr qint64 writeAhead = 256 * 1024;
// Bodies up to here are copied behind their head, for one write and one packet.
constexpr qsizetype joinUpTo = 16 * 1024;

Request originOf(const QTcpSocket& socket, bool secure)
{
    Request origin;
    origin.peer = socket.peerAddress();
    origin.peerPort = socket.peerPort();
    origin.secure = secure;
    return origin;
}

bool asksToClose(const Headers& headers)
{
    return sameToken(headerValue(headers, "Connection"), "close");
}

} // namespace

Connection::Connection(quint64 id, QTcpSocket* socket, Hub& hub, bool secure, QObject* parent)
    : QObject(parent)
    , id_(id)
    , hub_(hub)
    , socket_(socket)
    , peer_(socket->peerAddress())
    , secure_(secure)
    , parser_(hub.handler, hub.limits, originOf(*socket, secure))
    , deadline_(hub.now() + hub.limits.headerMs)
{
    socket_->setParent(this);
    socket_->setReadBufferSize(readAhead);
    socket_->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket_, &QTcpSocket::readyRead, this, &Connection::onReadable);
    connect(socket_, &QTcpSocket::disconnected, this, &Connection::over);
}

Connection::~Connection()
{
    // The socket's farewell signals must not reach a half-destroyed object.
    socket_->disconnect(this);
    if (stream_)
        stream_->close();
    if (const auto exchange = exchange_.lock())
        exchange->gone = true;
}

void Connection::start()
{
    if (socket_->bytesAvailable() > 0)
        onReadable();
}

void Connection::turnAway(int status)
{
    refuse(status);
}

void Connection::onReadable()
{
    if (phase_ == Phase::Lingering)
        discardInput();
    else
        process();
}

void Connection::process()
{
    if (processing_ || phase_ != Phase::Reading)
        return;
    processing_ = true;
    while (phase_ == Phase::Reading && backlog() <= writeAhead && step()) {
    }
    processing_ = false;
    if (phase_ != Phase::Reading)
        return;
    if (backlog() > writeAhead)
        waiting_ = Waiting::ForNothing;
    else
        setDeadline();
}

// Feeds the parser once; false when it waits for bytes that are not there yet.
bool Connection::step()
{
    const bool carried = carryAt_ < carry_.size();
    QByteArrayView input = QByteArrayView(carry_).sliced(carryAt_);
    if (!carried || hungry_) {
        const qint64 got = socket_->bytesAvailable() > 0 ? socket_->read(hub_.in.data(), hub_.in.size()) : 0;
        if (got <= 0)
            return false;
        hungry_ = false;
        input = QByteArrayView(hub_.in).first(got);
        if (carried) {
            carry_.remove(0, carryAt_);
            carryAt_ = 0;
            carry_.append(input);
            input = carry_;
        }
    }
    qsizetype consumed = 0;
    const RequestParser::State state = parser_.feed(input, consumed);
    keepRest(input.sliced(consumed), carried);

    switch (state) {
    case RequestParser::State::NeedsMore:
        hungry_ = true;
        if (parser_.awaitsContinue() && !std::exchange(continued_, true))
            send("HTTP/1.1 100 Continue\r\n\r\n");
        break;
    case RequestParser::State::Complete: dispatch(); break;
    case RequestParser::State::Refused: refuse(parser_.refusal()); break;
    }
    return true;
}

// The shared read buffer is free again once a handler runs: what was not parsed moves to this connection's own.
void Connection::keepRest(QByteArrayView rest, bool carried)
{
    if (carried) {
        carryAt_ = carry_.size() - rest.size();
    } else if (!rest.isEmpty()) {
        carry_ = rest.toByteArray();
        carryAt_ = 0;
    }
    if (carryAt_ == carry_.size()) {
        carry_.clear();
        carryAt_ = 0;
    }
}

void Connection::dispatch()
{
    keepAlive_ = parser_.keepAlive();
    Request request = parser_.take();
    headOnly_ = request.method == "HEAD";
    oldClient_ = request.minorVersion == 0;
    continued_ = false;
    waiting_ = Waiting::ForNothing;
    phase_ = Phase::Handling;
    ++request_;
    const bool gzip = request.headers.contains("Accept-Encoding")
                      && acceptsGzip(request.headers.joined("Accept-Encoding"));
    auto exchange = std::make_shared<Exchange>(hub_.mailbox, id_, request_, gzip, headOnly_);
    exchange_ = exchange;
    hub_.handler.handle(std::move(request), Responder(std::move(exchange)));
}

void Connection::refuse(int status)
{
    const Request& head = parser_.request();
    Response response = hub_.handler.malformed(status, head.method.isEmpty() ? nullptr : &head);
    if ((status == 429 || status == 503) && headerValue(response.headers, "Retry-After").isNull())
        setHeader(response.headers, QByteArrayLiteral("Retry-After"),
                  QByteArray::number(hub_.limits.retryAfterSeconds));
    headOnly_ = head.method == "HEAD";
    carry_.clear();
    carryAt_ = 0;
    Framing framing{Framing::Body::Length, response.body.size(), true, false};
    hub_.out.resize(0);
    appendHead(hub_.out, response.status, response.headers, framing, hub_.date());
    phase_ = Phase::Lingering;
    send(hub_.out, headOnly_ ? QByteArray() : response.body);
    linger();
}

void Connection::receive(Letter letter)
{
    const bool current = letter.request == request_
                         && (phase_ == Phase::Handling || (phase_ == Phase::Streaming && letter.stream == stream_));
    if (!current) {
        if (letter.stream)
            letter.stream->close();
        return;
    }
    switch (letter.kind) {
    case Letter::Kind::Answer: answer(std::move(letter.response)); break;
    case Letter::Kind::StreamStart: startStream(std::move(letter)); break;
    case Letter::Kind::StreamData:
        if (phase_ == Phase::Streaming)
            pump();
        break;
    }
}

void Connection::answer(Response response)
{
    if (response.status == 0)
        response = hub_.handler.malformed(500, nullptr);
    const bool close = !keepAlive_ || hub_.draining || asksToClose(response.headers);
    const bool bodied = statusHasBody(response.status);
    Framing framing;
    framing.close = close;
    framing.sayKeepAlive = oldClient_;
    if (bodied) {
        framing.body = Framing::Body::Length;
        framing.length = response.body.size();
        // An answer to HEAD may say how long the body would be without making it.
        if (const QByteArrayView said = headerValue(response.headers, "Content-Length");
            headOnly_ && response.body.isEmpty() && !said.isNull())
            framing.length = std::max<qint64>(0, said.toLongLong());
    }
    hub_.out.resize(0);
    appendHead(hub_.out, response.status, response.headers, framing, hub_.date());
    send(hub_.out, bodied && !headOnly_ ? response.body : QByteArray());
    endExchange(close);
}

void Connection::startStream(Letter letter)
{
    const Response& response = letter.response;
    const bool bodied = statusHasBody(response.status) && !headOnly_;
    chunked_ = !oldClient_;
    Framing framing;
    framing.body = !statusHasBody(response.status) ? Framing::Body::None
                   : chunked_                      ? Framing::Body::Chunked
                                                   : Framing::Body::UntilClose;
    if (hub_.draining || asksToClose(response.headers) || !chunked_)
        keepAlive_ = false;
    framing.close = !keepAlive_;
    hub_.out.resize(0);
    appendHead(hub_.out, response.status, response.headers, framing, hub_.date());
    stream_ = std::move(letter.stream);
    phase_ = Phase::Streaming;
    send(hub_.out);
    if (phase_ != Phase::Streaming)
        return;
    if (!bodied)
        endExchange(!keepAlive_);
    else if (hub_.draining && stream_->isEndless())
        endStream();
    else
        pump();
}

void Connection::pump()
{
    const StreamQueue::Taken taken = stream_->take();
    if (!taken.pieces.isEmpty())
        sendPieces(taken.pieces);
    if (phase_ != Phase::Streaming)
        return;
    if (taken.aborted)
        return cut();
    if (taken.finished)
        return endStream();
    stream_->setInSocket(backlog());
}

// Small pieces gather in one write; a large one is handed to the socket without a copy.
void Connection::sendPieces(const QByteArrayList& pieces)
{
    hub_.out.resize(0);
    for (const QByteArray& piece : pieces) {
        if (chunked_) {
            char size[24];
            hub_.out += QByteArrayView(
                size, std::snprintf(size, sizeof size, "%llx\r\n", static_cast<unsigned long long>(piece.size())));
        }
        if (piece.size() > joinUpTo) {
            send(hub_.out, piece);
            if (phase_ != Phase::Streaming)
                return;
            hub_.out.resize(0);
        } else {
            hub_.out += piece;
        }
        if (chunked_)
            hub_.out += "\r\n";
    }
    send(hub_.out);
}

void Connection::endStream()
{
    if (chunked_)
        send("0\r\n\r\n");
    if (phase_ == Phase::Streaming)
        endExchange(!keepAlive_ || hub_.draining);
}

void Connection::endExchange(bool close)
{
    if (phase_ == Phase::Over)
        return;
    if (stream_)
        std::exchange(stream_, nullptr)->close();
    exchange_.reset();
    if (close)
        return closeGently();
    phase_ = Phase::Reading;
    process();
}

void Connection::send(QByteArrayView head, const QByteArray& body)
{
    if (phase_ == Phase::Over)
        return;
    sending_ = true;
    if (socket_->bytesToWrite() == 0)
        lastProgress_ = hub_.now();
    bool taken = true;
    if (body.size() <= joinUpTo && head.data() == hub_.out.constData()) {
        hub_.out += body;
        taken = socket_->write(hub_.out) >= 0;
    } else {
        taken = socket_->write(head.data(), head.size()) >= 0 && (body.isEmpty() || socket_->write(body) >= 0);
    }
    // Sends now rather than when the event loop comes round: one wake-up less for each answer. What the kernel
    // does not take stays in the backlog, and a failure arrives as `disconnected`.
    socket_->flush();
    sending_ = false;
    if (!taken)
        return cut();
    if (!watchesWrites_ && phase_ != Phase::Over && backlog() > 0) {
        watchesWrites_ = true;
        connect(socket_, &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
        if (auto* tls = qobject_cast<QSslSocket*>(socket_))
            connect(tls, &QSslSocket::encryptedBytesWritten, this, &Connection::onBytesWritten);
    }
}

void Connection::onBytesWritten()
{
    lastProgress_ = hub_.now();
    if (sending_)
        return;
    if (phase_ == Phase::Streaming)
        stream_->setInSocket(backlog());
    else if (phase_ == Phase::Lingering)
        linger();
    else
        process();
}

qint64 Connection::backlog() const
{
    qint64 bytes = socket_->bytesToWrite();
    if (secure_) {
        if (const auto* tls = qobject_cast<const QSslSocket*>(socket_))
            bytes += tls->encryptedBytesToWrite();
    }
    return bytes;
}

bool Connection::isIdle() const
{
    return phase_ == Phase::Reading && !parser_.started() && carry_.isEmpty() && socket_->bytesAvailable() == 0;
}

void Connection::setDeadline()
{
    Waiting now = waiting_;
    qint64 allowance = 0;
    if (parser_.headerDone()) {
        now = Waiting::ForBody;
        allowance = hub_.limits.bodyMs;
    } else if (parser_.started() || !carry_.isEmpty()) {
        now = Waiting::ForHeader;
        allowance = hub_.limits.headerMs;
    } else if (waiting_ != Waiting::ForFirstRequest) {
        now = Waiting::ForNextRequest;
        allowance = hub_.limits.idleMs;
    }
    if (now == waiting_)
        return;
    // The first request's header has had its time since the connection was accepted.
    const bool running = waiting_ == Waiting::ForFirstRequest && now == Waiting::ForHeader;
    waiting_ = now;
    if (!running)
        deadline_ = hub_.now() + allowance;
}

void Connection::sweep(qint64 now)
{
    if (phase_ == Phase::Over)
        return;
    if (backlog() > 0 && now - lastProgress_ >= hub_.limits.writeStallMs)
        return cut();
    if (phase_ == Phase::Reading && waiting_ != Waiting::ForNothing && now >= deadline_) {
        // To one who has not asked anything there is nothing to answer.
        if (waiting_ == Waiting::ForHeader || waiting_ == Waiting::ForBody)
            return refuse(408);
        return closeGently();
    }
    // While an answer is still being taken only a stall ends it, however slow the client.
    if ((phase_ == Phase::Lingering || phase_ == Phase::Closing) && backlog() == 0 && now >= deadline_)
        cut();
}

void Connection::drain()
{
    if (isIdle())
        closeGently();
    else if (phase_ == Phase::Streaming && stream_->isEndless())
        endStream();
}

void Connection::closeGently()
{
    deadline_ = hub_.now() + hub_.limits.lingerMs;
    // Closing over unread bytes resets the connection, and the client may lose the answer it has not read.
    if (!carry_.isEmpty() || socket_->bytesAvailable() > 0) {
        carry_.clear();
        carryAt_ = 0;
        phase_ = Phase::Lingering;
        return linger();
    }
    phase_ = Phase::Closing;
    socket_->disconnectFromHost();
}

// Once all is written: says so to the client, and reads on until it has closed too.
void Connection::linger()
{
    discardInput();
    if (phase_ != Phase::Lingering || halfClosed_ || backlog() > 0)
        return;
    halfClosed_ = true;
    deadline_ = hub_.now() + hub_.limits.lingerMs;
    if (!secure_)
        shutDownSending(socket_->socketDescriptor());
}

void Connection::discardInput()
{
    while (phase_ == Phase::Lingering && socket_->bytesAvailable() > 0) {
        const qint64 got = socket_->read(hub_.in.data(), hub_.in.size());
        if (got <= 0)
            return;
        lingered_ += got;
        if (lingered_ > hub_.limits.lingerBytes)
            cut();
    }
}

void Connection::cut()
{
    if (phase_ == Phase::Over)
        return;
    socket_->abort();
    over();
}

void Connection::over()
{
    if (std::exchange(phase_, Phase::Over) == Phase::Over)
        return;
    if (stream_)
        std::exchange(stream_, nullptr)->close();
    if (const auto exchange = exchange_.lock())
        exchange->gone = true;
    hub_.gone(id_);
}

} // namespace belanjain::http
