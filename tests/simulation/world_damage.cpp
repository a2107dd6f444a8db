// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "damage.h"
#include "replica/edit_log.h"
#include "replica/replica_file.h"

#include <algorithm>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;

/// A desktop dies, at once or at some write of what it does next, or ends in order; then its disk fails.
void World::damage(int number, const Step& step)
{
    SimDesktop& desk = desktop(number);
    if (!desk.isOpen() || desk.died())
        return;
    Damaged& damaged = m_damaged[size_t(number)];
    damaged = {.kind = step.much, .chance = step.chance, .planned = true, .done = false, .editsToo = false, .waiting = {}};
    if (step.what % 3 == 0)
        return desk.disk().dieAtWrite(1 + int(step.much % 60), step.what % 2 == 0 ? End::Kill : End::PowerCut);
    const auto waiting = desk.replica().pending(100'000, qint64(1) << 40);
    if (!waiting)
        return;
    damaged.waiting.emplace();
    for (const protocol::Op& op : *waiting)
        damaged.waiting->insert(op.id);
    if (step.what % 3 == 1)
        desk.disk().die();
    closeDesktop(number);
    openDesktop(number, step.what % 5 == 0);
}

/// Between the end of one process and the start of the next.
void World::damageNow(int number)
{
    Damaged& damaged = m_damaged[size_t(number)];
    if (!damaged.planned)
        return;
    damaged.planned = false;
    damaged.done = true;
    testing::SeededRandom random(damaged.chance);
    const QString file = desktop(number).replicaFile();
    const Harm harm = damageFiles(replica::ReplicaFile(file).current(), replica::EditLog::fileOf(file), damaged.kind, random);
    damaged.editsToo = harm.editsToo;
    say(u"desktop %1: %2"_s.arg(number).arg(harm.text));
}

/// What a start made of it: nothing may be lost in silence, nothing sound set aside.
void World::lookAfterDamage(int number)
{
    SimDesktop& desk = desktop(number);
    Damaged& damaged = m_damaged[size_t(number)];
    const auto notices = desk.replica().notices();
    const auto pending = desk.replica().pending(100'000, qint64(1) << 40);
    if (!notices || !pending)
        return; // it died again; the next start looks
    desk.wasEverDamaged = desk.wasEverDamaged || damaged.done;
    QSet<OpId> kept;
    for (const protocol::Op& op : *pending)
        kept.insert(op.id);
    const bool noWitness = damaged.editsToo;
    const auto waiting = std::exchange(damaged, {}).waiting;
    const auto told = std::find_if(notices->rbegin(), notices->rend(), [](const ports::Notice& notice) {
        return notice.kind == ports::Notice::Kind::Recovered;
    });
    if (told == notices->rend()) {
        // Nobody saw it: then nothing that is in use was hit, or what would have told of it was hit as well, and
        // the replica is a sound one of some time ago.
        for (auto it = m_ledger.ops.begin(); it != m_ledger.ops.end(); ++it) {
            const bool gone = it->desktop == number && !kept.contains(it.key());
            it->mayBeLost = it->mayBeLost || (gone && noWitness);
        }
        if (!noWitness && waiting && *waiting != kept)
            fail(u"damage is noticed"_s, u"desktop %1: %2 waited, %3 do now"_s.arg(number).arg(waiting->size()).arg(kept.size()));
        return;
    }
    say(u"desktop %1 was founded anew: %2 kept, %3 lost; %4"_s.arg(number).arg(told->kept).arg(told->lost.value_or(-1)).arg(desk.damageFound));
    if (!desk.wasEverDamaged)
        fail(u"nothing sound is set aside"_s, u"desktop %1: %2"_s.arg(number).arg(desk.damageFound));
    if (told->kept != kept.size())
        fail(u"what was saved is told"_s, u"desktop %1: %2 are kept, %3 told"_s.arg(number).arg(kept.size()).arg(told->kept));
    int missing = 0;
    for (auto it = m_ledger.ops.begin(); it != m_ledger.ops.end(); ++it) {
        if (it->desktop != number || kept.contains(it.key()))
            continue;
        it->mayBeForgotten = true;
        const bool waited = !waiting || waiting->contains(it.key());
        it->mayBeLost = it->mayBeLost || waited || m_ledger.restores > 0;
        missing += waiting && waited ? 1 : 0;
    }
    if (waiting && told->lost && *told->lost != missing)
        fail(u"what was lost is told"_s, u"desktop %1: %2 are missing, %3 told"_s.arg(number).arg(missing).arg(*told->lost));
    for (const ports::Notice& notice : *notices)
        (void)desk.replica().dismissNotice(notice.number);
}

} // namespace belanjain::simulation
