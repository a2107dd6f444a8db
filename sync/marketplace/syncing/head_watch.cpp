// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/head_watch.h"

#include "marketplace/runtime/executor.h"
#include "marketplace/syncing/events_hub.h"

#include <QStringList>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

HeadWatch::HeadWatch(Executor& executor, EventsHub& hub, QObject* parent)
    : QObject(parent), m_executor(executor), m_hub(hub)
{
    connect(&m_timer, &QTimer::timeout, this, &HeadWatch::look);
    m_timer.start(everyMs);
}

void HeadWatch::look()
{
    const auto told = m_hub.toldVersions();
    // A database that is slow to answer is not asked again meanwhile.
    if (told.isEmpty() || m_looking->exchange(true))
        return;
    const auto look = [&hub = m_hub, told, sessions = m_hub.sessions(), looking = m_looking](storage::Database& db) {
        QList<HeadChange> changes;
        const auto done = db.each(
            u"SELECT space, version FROM space_head WHERE space = ANY(string_to_array(?, ','))"_s,
            {QStringList(told.keys()).join(u',')}, [&](const storage::Row& row) {
                if (row.integer(1) > told.value(row.text(0)))
                    changes.append({row.text(0), row.integer(1)});
            });
        // What a database that is away has not said, it says the next time.
        if (done)
            hub.announce(changes);
        QStringList over;
        const auto ended = db.each(
            u"SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ANY(string_to_array(?, ',')) "
            "AND (s.ended_at IS NOT NULL OR u.locked = 1)"_s,
            {sessions.join(u',')}, [&](const storage::Row& row) { over << row.text(0); });
        if (ended && !over.isEmpty())
            hub.endSessions(over);
        *looking = false;
    };
    if (!m_executor.read(look))
        *m_looking = false;
}

} // namespace belanjain::marketplace
