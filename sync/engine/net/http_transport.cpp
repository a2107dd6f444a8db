// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/net/http_transport.h"

#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QPointer>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qint64 maxBodyBytes = 64 << 20;

class ReplyCall : public PendingCall
{
public:
    explicit ReplyCall(QNetworkReply* reply) : m_reply(reply) {}
    ~ReplyCall() override
    {
        // First the handlers, so that nobody hears of an abort he asked for. Not reply->disconnect(): that
        // would also cut the reply from its connection, which then stays taken for good.
        m_handlers.reset();
        if (!m_reply)
            return;
        // Queued: a reply aborted before it has begun begins all the same and never ends.
        QMetaObject::invokeMethod(
            m_reply,
            [reply = m_reply.data()] {
                reply->abort();
                reply->deleteLater();
            },
            Qt::QueuedConnection);
    }

    /// Receiver of the handlers.
    QObject* handlers() const { return m_handlers.get(); }

private:
    std::unique_ptr<QObject> m_handlers = std::make_unique<QObject>();
    QPointer<QNetworkReply> m_reply;
};

HttpAnswer answerOf(QNetworkReply& reply)
{
    HttpAnswer answer;
    const auto error = reply.error();
    // Codes from 200 up are the server's own answers (401, 404, 500 …); those below are the network's.
    const bool brokeOff = error != QNetworkReply::NoError && int(error) < 200;
    if (!brokeOff)
        answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (answer.status == 0)
        answer.failure = reply.errorString();
    answer.etag = reply.rawHeader("ETag").left(200);
    answer.retryAfterSeconds = qBound(0, reply.rawHeader("Retry-After").toInt(), 3600);
    return answer;
}

/// A reply that was given up, as when its time had run out, is closed and must not be read.
QByteArray restOf(QNetworkReply& reply) { return reply.isOpen() ? reply.readAll() : QByteArray(); }

} // namespace

HttpTransport::HttpTransport(QUrl marketplace) : m_marketplace(std::move(marketplace))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkReply* HttpTransport::start(const HttpRequest& request)
{
    // Strict: a path that is not one must not turn into a request to somewhere else.
    QUrl url = m_marketplace;
    const qsizetype question = request.path.indexOf(u'?');
    QString base = url.path();
    if (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + request.path.left(question < 0 ? request.path.size() : question), QUrl::StrictMode);
    if (question >= 0)
        url.setQuery(request.path.mid(question + 1), QUrl::StrictMode);

    QNetworkRequest network(url);
    network.setTransferTimeout(request.timeoutMs);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto& [name, value] : request.headers)
        network.setRawHeader(name, value);
    if (!request.body.isEmpty() && !network.hasRawHeader("Content-Type"))
        network.setRawHeader("Content-Type", "application/json");
    return m_network.sendCustomRequest(network, request.method, request.body);
}

std::unique_ptr<PendingCall> HttpTransport::send(const HttpRequest& request,
                                                 std::function<void(const HttpAnswer&)> done)
{
    QNetworkReply* reply = start(request);
    auto call = std::make_unique<ReplyCall>(reply);
    QObject::connect(reply, &QNetworkReply::downloadProgress, call->handlers(), [reply](qint64 received, qint64) {
        if (received > maxBodyBytes)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, call->handlers(), [reply, done = std::move(done)] {
        HttpAnswer answer = answerOf(*reply);
        if (answer.reached())
            answer.body = reply->readAll();
        reply->deleteLater();
        done(answer);
    });
    return call;
}

std::unique_ptr<PendingCall> HttpTransport::stream(const HttpRequest& request,
                                                   std::function<void(const QByteArray&)> chunk,
                                                   std::function<void(const HttpAnswer&)> done)
{
    QNetworkReply* reply = start(request);
    auto call = std::make_unique<ReplyCall>(reply);
    reply->setReadBufferSize(4 << 20); // back-pressure: what is not consumed is not read from the socket
    QObject::connect(reply, &QNetworkReply::readyRead, call->handlers(), [reply, chunk] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && status < 300)
            chunk(reply->readAll());
    });
    QObject::connect(reply, &QNetworkReply::finished, call->handlers(), [reply, chunk, done = std::move(done)] {
        HttpAnswer answer = answerOf(*reply);
        const QByteArray rest = restOf(*reply);
        if (answer.success() && !rest.isEmpty())
            chunk(rest);
        else if (answer.reached())
            answer.body = rest;
        reply->deleteLater();
        done(answer);
    });
    return call;
}

} // namespace belanjain::engine
