// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decisions_door.h"

#include "engine/workspace_core.h"

namespace belanjain::engine
{
namespace
{

constexpr int shownDecisions = 30;

void announce(WorkspaceCore& core, const replica::Touched& touched)
{
    core.worker->announce(touched);
    core.engine->refreshCounts();
}

} // namespace

DecisionsDoor::DecisionsDoor(Post post, QObject* parent) : ports::Decisions(parent), m_post(std::move(post)) {}

template<class Call>
void DecisionsDoor::answer(Call call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void DecisionsDoor::fail()
{
    answer([this] { Q_EMIT failed(); });
}

void DecisionsDoor::read()
{
    m_post([this](WorkspaceCore& core) {
        const auto open = core.worker->replica().openDecisions();
        const auto made = core.worker->replica().madeDecisions(shownDecisions);
        if (!open || !made) {
            core.tellStorage(open ? made.error() : open.error());
            fail();
            return;
        }
        answer([this, open = *open, made = *made] { Q_EMIT listed(open, made); });
    });
}

void DecisionsDoor::decide(const QList<ports::Decision>& decisions)
{
    m_post([this, decisions](WorkspaceCore& core) {
        QList<qint64> done;
        QList<std::pair<qint64, Violation>> refused;
        replica::Touched touched;
        bool failed = false;
        for (const ports::Decision& one : decisions) {
            if (!one.mine) {
                const auto dropped = core.worker->replica().drop(one.number);
                failed = failed || !dropped;
                if (dropped) {
                    touched.merge(*dropped);
                    done.append(one.number);
                }
                continue;
            }
            const auto outcome = core.worker->replica().retry(one.number, one.args);
            failed = failed || !outcome;
            if (!outcome)
                continue;
            touched.merge(outcome->touched);
            const auto violation = outcome->results.isEmpty() ? std::nullopt : outcome->results.constFirst().violation;
            if (violation)
                refused.append({one.number, *violation});
            else
                done.append(one.number);
        }
        answer([this, done, refused] {
            Q_EMIT decided(done, refused);
            Q_EMIT stale();
        });
        if (failed)
            fail();
        announce(core, touched);
        if (touched.outbox)
            core.engine->editsQueued();
    });
}

void DecisionsDoor::undo(qint64 number)
{
    m_post([this, number](WorkspaceCore& core) {
        const auto reopened = core.worker->replica().reopen(number);
        if (!reopened) {
            core.tellStorage(reopened.error());
            fail();
            return;
        }
        answer([this, number, possible = reopened->has_value()] {
            Q_EMIT undone(number, possible);
            Q_EMIT stale();
        });
        if (*reopened)
            announce(core, **reopened);
    });
}

} // namespace belanjain::engine
