// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/responder.h"
#include "marketplace/syncing/space.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <mutex>

namespace belanjain::marketplace
{

class Call;

/// Tells the desktops that listen which spaces have moved on. An event carries no content: whoever hears
/// it pulls. Lives on the thread whose event loop sends them; announce() and subscribe() may be called
/// from any thread and never wait for a client.
class EventsHub : public QObject
{
    Q_OBJECT
public:
    /// Proxies cut a stream that is silent for a minute; a comment keeps it.
    static constexpr int heartbeatMs = 25'000;

    explicit EventsHub(QObject* parent = nullptr);
    ~EventsHub() override;

    /// For after the commit. Several announcements of one space between two rounds are sent as one.
    void announce(const QList<HeadChange>& changes);

    /// The stream hears of the space until it closes or its sign-in ends; it starts with the head given.
    void subscribe(const HeadChange& head, const http::StreamWriter& stream, const QString& session = {});

    /// Cuts what those sign-ins listen to. The desktop behind one connects again and is told to sign in. Any
    /// thread.
    void endSessions(const QStringList& sessions);

    /// Sends a comment to all, and forgets who has left. Runs by itself every heartbeatMs.
    void beat();

    int subscriberCount() const;

    /// What somebody listens to, each with the version told last.
    QHash<QString, qint64> toldVersions() const;
    /// Who listens.
    QStringList sessions() const;

private:
    struct Listener
    {
        http::StreamWriter stream;
        QString session;
    };
    void sendPending();

    mutable std::mutex m_mutex;
    QHash<QString, QList<Listener>> m_streams;
    QHash<QString, qint64> m_pending;
    QHash<QString, qint64> m_told; ///< of each space in m_streams
    bool m_scheduled = false;
    QTimer m_heartbeat;
};

/// Finishes a call's writer and has its head changes announced once the call's transaction is durable.
storage::Outcome finishAndAnnounce(Call& call, SpaceWriter& writer, EventsHub& hub);

} // namespace belanjain::marketplace
