// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pictures/picture_service.h"

#include "engine/net/http_transport.h"
#include "engine/pictures/picture_files.h"

#include <QHash>

#include <functional>
#include <map>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using Kind = PictureFiles::Kind;
namespace
{

constexpr int maxCalls = 4;
/// More than the rows of a tall window: what was wished for before that has been scrolled past.
constexpr qsizetype maxWishes = 120;
constexpr int fetchTimeoutMs = 20'000;

} // namespace

/// The side on the thread of its own.
class PictureService::Worker : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Kind, const QString&, const QByteArray&)>;

    Worker(const QString& folder, const QUrl& marketplace, const ports::Clock& clock, Answer answer)
        : m_files(folder, clock)
        , m_marketplace(marketplace)
        , m_answer(std::move(answer))
    {
    }

    void setOnline(bool online) { m_online = online; }

    void read(const QString& hash, Kind kind)
    {
        const QByteArray here = onDisk(hash, kind);
        if (!here.isEmpty() || !m_online || !isPictureHash(hash)) {
            m_answer(kind, hash, here);
            return;
        }
        const Wish wish{hash, kind};
        if (m_calls.contains(wish))
            return;
        m_wishes.removeAll(wish);
        m_wishes.append(wish);
        if (m_wishes.size() > maxWishes) {
            const Wish passed = m_wishes.takeFirst();
            m_answer(passed.kind, passed.hash, {});
        }
        fetchNext();
    }

    PictureFiles& files() { return m_files; }

private:
    struct Wish
    {
        QString hash;
        Kind kind = Kind::Thumbnail;
        bool operator==(const Wish&) const = default;
        bool operator<(const Wish& other) const { return std::tie(hash, kind) < std::tie(other.hash, other.kind); }
    };

    QByteArray onDisk(const QString& hash, Kind kind)
    {
        QByteArray bytes = m_files.cached(hash, kind);
        if (bytes.isEmpty())
            bytes = m_files.waiting(hash);
        // What was taken here is not scaled on disk; it does for both.
        if (bytes.isEmpty() && kind == Kind::Thumbnail)
            bytes = m_files.cached(hash, Kind::Whole);
        return bytes;
    }

    void fetchNext()
    {
        while (m_calls.size() < maxCalls && !m_wishes.isEmpty()) {
            const Wish wish = m_wishes.takeLast();
            if (!m_transport)
                m_transport = std::make_unique<HttpTransport>(m_marketplace);
            HttpRequest request{.path = u"/v1/images/"_s + wish.hash, .timeoutMs = fetchTimeoutMs};
            if (wish.kind == Kind::Thumbnail)
                request.path += u"?size=200"_s;
            m_calls[wish] = m_transport->send(request, [this, wish](const HttpAnswer& answer) {
                // Queued: the call must not be taken away under its own feet.
                QMetaObject::invokeMethod(this, [this, wish, answer] { fetched(wish, answer); }, Qt::QueuedConnection);
            });
        }
    }

    void fetched(const Wish& wish, const HttpAnswer& answer)
    {
        m_calls.erase(wish);
        const QByteArray bytes = answer.success() ? answer.body : QByteArray();
        m_files.putCached(wish.hash, wish.kind, bytes);
        m_answer(wish.kind, wish.hash, bytes);
        fetchNext();
    }

    PictureFiles m_files;
    QUrl m_marketplace;
    Answer m_answer;
    std::unique_ptr<HttpTransport> m_transport;
    std::map<Wish, std::unique_ptr<PendingCall>> m_calls; ///< end before the transport
    QList<Wish> m_wishes;                                 ///< the newest last
    bool m_online = false;
};

PictureService::PictureService(const QString& folder, const QUrl& marketplace, const ports::Clock& clock,
                               QObject* parent)
    : ports::Pictures(parent)
    , m_worker(new Worker(folder, marketplace, clock,
                          [this](Kind kind, const QString& hash, const QByteArray& bytes) {
                              QMetaObject::invokeMethod(
                                  this,
                                  [this, kind, hash, bytes] {
                                      if (kind == Kind::Thumbnail)
                                          Q_EMIT thumbnailRead(hash, bytes);
                                      else
                                          Q_EMIT pictureRead(hash, bytes);
                                  },
                                  Qt::QueuedConnection);
                          }))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(u"pictures"_s);
    m_thread.start();
}

PictureService::~PictureService()
{
    m_thread.quit();
    m_thread.wait();
}

void PictureService::readThumbnail(const QString& hash)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, hash] { worker->read(hash, Kind::Thumbnail); }, Qt::QueuedConnection);
}

void PictureService::readPicture(const QString& hash)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, hash] { worker->read(hash, Kind::Whole); }, Qt::QueuedConnection);
}

void PictureService::keep(quint64 ticket, const QByteArray& bytes)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, worker = m_worker, ticket, bytes] {
            const auto hash = worker->files().putWaiting(bytes);
            QMetaObject::invokeMethod(
                this,
                [this, ticket, hash] { Q_EMIT kept(ticket, hash.value_or(QString())); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void PictureService::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, online] { worker->setOnline(online); }, Qt::QueuedConnection);
    if (online)
        Q_EMIT available();
}

} // namespace belanjain::engine

#include "picture_service.moc"
