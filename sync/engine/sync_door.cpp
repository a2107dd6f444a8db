// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync_door.h"

#include "engine/workspace_core.h"

namespace belanjain::engine
{
namespace
{

/// After a rejection was decided: screens and counts follow.
void announce(WorkspaceCore& core, const replica::Touched& touched)
{
    core.worker->announce(touched);
    core.engine->refreshCounts();
}

} // namespace

SyncDoor::SyncDoor(Post post, QObject* parent) : ports::SyncControl(parent), m_post(std::move(post)) {}

void SyncDoor::syncNow()
{
    m_post([](WorkspaceCore& core) { core.engine->syncNow(); });
}

void SyncDoor::setWorkOffline(bool offline)
{
    m_post([offline](WorkspaceCore& core) { core.engine->setWorkOffline(offline); });
}

void SyncDoor::readRejections(std::optional<VariantId> variant)
{
    m_post([this, variant](WorkspaceCore& core) {
        const auto found = core.worker->replica().rejections(variant);
        const QList<ports::Rejection> list = found.value_or(QList<ports::Rejection>());
        QMetaObject::invokeMethod(this, [this, list] { Q_EMIT rejectionsRead(list); }, Qt::QueuedConnection);
    });
}

void SyncDoor::retry(qint64 rejection, const std::optional<QJsonObject>& args)
{
    m_post([this, rejection, args](WorkspaceCore& core) {
        const auto outcome = core.worker->replica().retry(rejection, args);
        if (!outcome)
            return;
        if (!outcome->results.isEmpty() && outcome->results.front().violation) {
            const Violation why = *outcome->results.front().violation;
            QMetaObject::invokeMethod(
                this, [this, rejection, why] { Q_EMIT retryRefused(rejection, why); }, Qt::QueuedConnection);
            return;
        }
        announce(core, outcome->touched);
        core.engine->editsQueued();
    });
}

void SyncDoor::drop(qint64 rejection)
{
    m_post([rejection](WorkspaceCore& core) {
        if (const auto touched = core.worker->replica().drop(rejection))
            announce(core, *touched);
    });
}

void SyncDoor::take(const ports::SyncStatus& status)
{
    if (status == m_status)
        return;
    const bool decided = status.attention != m_status.attention;
    m_status = status;
    Q_EMIT statusChanged(status);
    if (decided)
        Q_EMIT rejectionsChanged();
}

} // namespace belanjain::engine
