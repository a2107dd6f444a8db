// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/responder.h"

#include "marketplace/http/compression.h"
#include "marketplace/http/exchange.h"
#include "marketplace/http/stream_queue.h"

#include <utility>

namespace belanjain::http {

namespace {

// Status 0 asks the connection for the handler's own 500: this may run on any thread, the handler may not.
constexpr int unanswered = 0;

} // namespace

Exchange::~Exchange()
{
    if (!answered)
        mailbox->post({Letter::Kind::Answer, connection, request, Response{unanswered, {}, {}, false}, nullptr});
}

Responder::Responder(std::shared_ptr<Exchange> exchange)
    : exchange_(std::move(exchange))
{
}

bool Responder::respond(Response response) const
{
    if (!exchange_ || exchange_->answered.exchange(true))
        return false;
    compressBody(response, exchange_->acceptsGzip);
    exchange_->mailbox->post(
        {Letter::Kind::Answer, exchange_->connection, exchange_->request, std::move(response), nullptr});
    return true;
}

StreamWriter Responder::startStream(int status, Headers headers, StreamOptions options) const
{
    if (!exchange_ || exchange_->answered.exchange(true))
        return {};
    if (options.compress) {
        addVary(headers, "Accept-Encoding");
        options.compress = exchange_->acceptsGzip && !exchange_->head
                           && headerValue(headers, "Content-Encoding").isNull();
        if (options.compress)
            headers.append({QByteArrayLiteral("Content-Encoding"), QByteArrayLiteral("gzip")});
    }
    auto queue = std::make_shared<StreamQueue>(exchange_->mailbox, exchange_->connection, exchange_->request,
                                               options);
    if (exchange_->head || exchange_->gone)
        queue->close();
    exchange_->mailbox->post({Letter::Kind::StreamStart, exchange_->connection, exchange_->request,
                              Response{status, std::move(headers), {}, false}, queue});
    return StreamWriter(std::make_shared<StreamHandle>(std::move(queue)));
}

bool Responder::clientLeft() const
{
    return !exchange_ || exchange_->gone;
}

StreamWriter::StreamWriter(std::shared_ptr<StreamHandle> handle)
    : handle_(std::move(handle))
{
}

bool StreamWriter::write(const QByteArray& bytes) const
{
    return handle_ && handle_->queue->write(bytes);
}

void StreamWriter::finish() const
{
    if (handle_)
        handle_->queue->finish();
}

void StreamWriter::abort() const
{
    if (handle_)
        handle_->queue->abort();
}

qint64 StreamWriter::bytesPending() const
{
    return handle_ ? handle_->queue->bytesPending() : 0;
}

bool StreamWriter::closed() const
{
    return !handle_ || handle_->queue->isClosed();
}

bool StreamWriter::waitForSpace(qint64 maxPending, qint64 timeoutMs) const
{
    return handle_ && handle_->queue->waitForSpace(maxPending, timeoutMs);
}

} // namespace belanjain::http
