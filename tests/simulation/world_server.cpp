// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "invariants.h"
#include "protocol/json.h"

#include <QFile>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qint64 day = 24LL * 60 * 60 * 1'000;

} // namespace

void World::backUp(bool ofFormerSchema)
{
    if (!m_server.isUp() || m_server.disk().died())
        return;
    const QString file = m_folder + u"/backup.db"_s;
    QFile::remove(file);
    m_hasBackup = false;
    if (!m_server.database().execute(u"VACUUM INTO '%1'"_s.arg(file)))
        return;
    if (ofFormerSchema && m_start.formerMarketplace.isKnown()) {
        const auto backup = storage::Database::open(storage::Address::sqlite(file));
        if (const auto put = backup ? m_start.formerMarketplace.putBack(**backup) : tl::unexpected(backup.error()); !put)
            return fail(u"a backup of the former schema is made"_s, put.error().text);
    }
    m_hasBackup = true;
    harvestResults(*this);
    m_backedUpResults = m_ledger.results;
    m_backedUp.clear();
    for (const Purchase& purchase : std::as_const(m_ledger.purchases)) {
        if (purchase.settled) // whoever has no answer yet may order after the backup
            m_backedUp.insert(purchase.tag);
    }
    for (auto it = m_ledger.apiTags.cbegin(); it != m_ledger.apiTags.cend(); ++it)
        m_backedUp.insert(it.key());
    for (const QString& tag : std::as_const(m_ledger.apiTagsUnsure))
        m_backedUp.insert(tag);
}

bool World::putBackupInPlace()
{
    if (!m_hasBackup)
        return false;
    for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_server.databaseFile() + end);
    return QFile::copy(m_folder + u"/backup.db"_s, m_server.databaseFile());
}

void World::restore()
{
    if (!m_hasBackup)
        return;
    m_serverFault = true;
    m_server.kill();
    putBackupInPlace();
    ++m_ledger.restores;
    for (KnownOp& known : m_ledger.ops) // nobody can send again what nobody knows any more
        known.mayBeLost = known.mayBeLost || known.mayBeForgotten;
    m_ledger.results = m_backedUpResults;
    for (Purchase& purchase : m_ledger.purchases)
        purchase.mayBeLost = purchase.mayBeLost || !m_backedUp.contains(purchase.tag) || !purchase.settled;
    for (auto it = m_ledger.apiTags.begin(); it != m_ledger.apiTags.end(); ++it) {
        if (!m_backedUp.contains(it.key()))
            *it = 0;
    }
    restartServer(true);
    if (const auto renewed = m_server.renewEpoch(); !renewed)
        fail(u"a backup is restored"_s, renewed.error().text);
    if (m_planting)
        m_planting->restored();
}

/// The former program's server is replaced by today's, which may die of bringing the database up to date.
void World::upgradeServer(const Step& step)
{
    if (!m_start.formerMarketplace.isKnown())
        return;
    m_serverFault = true;
    m_server.kill();
    {
        m_server.disk().paused = true;
        const auto db = storage::Database::open(storage::Address::sqlite(m_server.databaseFile()));
        const auto put = db ? m_start.formerMarketplace.putBack(**db) : tl::unexpected(db.error());
        m_server.disk().paused = false;
        if (!put)
            return fail(u"a server of the former schema is made"_s, put.error().text);
    }
    if (step.what % 3 != 0)
        m_server.disk().dieAfterStart(step.what % 3 == 1 ? 1 + int(step.much % 40) : 0, step.what % 3 == 2 ? 1 + int(step.much % 25) : 0,
                                      step.much % 2 == 0 ? End::Kill : End::PowerCut);
    restartServer();
}

void World::stealToken(int number)
{
    // The thief has the token that the desktop started with; it was spent if the desktop ever renewed.
    const Signed& seller = m_start.sellers[number];
    if (desktop(number).tokens().refresh == seller.refresh)
        return;
    (void)m_server.handle({.method = "POST", .path = u"/v1/auth/refresh"_s,
                           .body = protocol::toJson({{u"refreshToken"_s, seller.refresh}})});
    reap();
    desktop(number).sessionMayEnd = true;
}

void World::longAway(const Step& step)
{
    if (!m_server.isUp() || m_server.disk().died())
        return;
    constexpr std::array<qint64, 4> weeks{1, 3, 8, 40};
    for (int number = 0; number < desktopCount; ++number)
        closeDesktop(number);
    harvestResults(*this);
    giveUpAsking();
    m_time.skip(weeks[step.what % weeks.size()] * 7 * day);
    if (const auto purged = m_server.purge(); !purged && !m_server.disk().died() && !m_serverFault)
        fail(u"the server tidies up"_s, purged.error().text);
    reap();
    for (int number = 0; number < desktopCount; ++number) {
        desktop(number).sessionMayEnd = true;
        openDesktop(number);
    }
}

} // namespace belanjain::simulation
