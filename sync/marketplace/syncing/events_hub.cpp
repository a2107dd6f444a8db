// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/events_hub.h"

#include "marketplace/runtime/call.h"

#include <algorithm>
#include <utility>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// A client that does not read is cut: it connects again and pulls.
constexpr qint64 maxPendingBytes = 64 * 1024;

QByteArray eventText(const QString& space, qint64 version)
{
    return "event: head\ndata: {\"space\":\"" + space.toUtf8() + "\",\"version\":" + QByteArray::number(version)
           + "}\n\n";
}

/// False when the stream is no longer worth keeping.
bool send(const http::StreamWriter& stream, const QByteArray& text)
{
    if (stream.bytesPending() > maxPendingBytes) {
        stream.abort();
        return false;
    }
    return stream.write(text);
}

} // namespace

EventsHub::EventsHub(QObject* parent) : QObject(parent), m_heartbeat(this)
{
    m_heartbeat.setInterval(heartbeatMs);
    connect(&m_heartbeat, &QTimer::timeout, this, &EventsHub::beat);
    m_heartbeat.start();
}

EventsHub::~EventsHub() = default;

void EventsHub::announce(const QList<HeadChange>& changes)
{
    if (changes.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    for (const HeadChange& change : changes)
        m_pending[change.space] = std::max(m_pending.value(change.space), change.version);
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &EventsHub::sendPending, Qt::QueuedConnection);
}

void EventsHub::sendPending()
{
    const std::lock_guard lock(m_mutex);
    m_scheduled = false;
    const auto pending = std::exchange(m_pending, {});
    for (auto it = pending.cbegin(); it != pending.cend(); ++it) {
        const auto streams = m_streams.find(it.key());
        if (streams == m_streams.end())
            continue;
        // A look at the database and this instance's own word of a commit may cross.
        if (it.value() <= m_told.value(it.key(), -1))
            continue;
        const QByteArray text = eventText(it.key(), it.value());
        m_told.insert(it.key(), it.value());
        streams->removeIf([&](const Listener& listener) { return !send(listener.stream, text); });
        if (streams->isEmpty()) {
            m_told.remove(it.key());
            m_streams.erase(streams);
        }
    }
}

void EventsHub::subscribe(const HeadChange& head, const http::StreamWriter& stream, const QString& session)
{
    const std::lock_guard lock(m_mutex);
    if (!send(stream, eventText(head.space, head.version)))
        return;
    m_streams[head.space].append({stream, session});
    // Whoever of them has been told least has to hear of the next.
    m_told.insert(head.space, std::min(m_told.value(head.space, head.version), head.version));
}

void EventsHub::endSessions(const QStringList& sessions)
{
    const std::lock_guard lock(m_mutex);
    for (auto it = m_streams.begin(); it != m_streams.end();) {
        it->removeIf([&](const Listener& listener) {
            const bool over = sessions.contains(listener.session);
            if (over)
                listener.stream.abort();
            return over;
        });
        if (it->isEmpty())
            m_told.remove(it.key());
        it = it->isEmpty() ? m_streams.erase(it) : std::next(it);
    }
}

void EventsHub::beat()
{
    const std::lock_guard lock(m_mutex);
    for (auto it = m_streams.begin(); it != m_streams.end();) {
        it->removeIf([](const Listener& listener) { return !send(listener.stream, ":\n\n"_ba); });
        if (it->isEmpty())
            m_told.remove(it.key());
        it = it->isEmpty() ? m_streams.erase(it) : std::next(it);
    }
}

QHash<QString, qint64> EventsHub::toldVersions() const
{
    const std::lock_guard lock(m_mutex);
    return m_told;
}

QStringList EventsHub::sessions() const
{
    const std::lock_guard lock(m_mutex);
    QStringList all;
    for (const auto& streams : m_streams) {
        for (const Listener& listener : streams)
            all << listener.session;
    }
    return all;
}

int EventsHub::subscriberCount() const
{
    const std::lock_guard lock(m_mutex);
    int count = 0;
    for (const auto& streams : m_streams)
        count += int(streams.size());
    return count;
}

storage::Outcome finishAndAnnounce(Call& call, SpaceWriter& writer, EventsHub& hub)
{
    const auto changes = writer.finish();
    if (!changes)
        return tl::unexpected(changes.error());
    if (!changes->isEmpty())
        call.afterCommit([&hub, list = *changes] { hub.announce(list); });
    return {};
}

} // namespace belanjain::marketplace
