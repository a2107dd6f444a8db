// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "invariants.h"
#include "marketplace/syncing/space.h"

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using ports::Connection;
namespace
{

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
/// Twice the longest back-off and a poll, and some.
constexpr qint64 patienceMs = 8 * minute;

} // namespace

QString World::restlessness()
{
    QStringList all;
    for (int number = 0; number < desktopCount; ++number) {
        SimDesktop& desk = desktop(number);
        const auto& status = desk.engine().status();
        all << u"desktop %1: connection %2, %3 waiting, problem '%4', cursor %5, %6"_s.arg(number)
                   .arg(int(status.connection))
                   .arg(status.waiting)
                   .arg(status.problem)
                   .arg(desk.replica().cursor())
                   .arg(desk.storageProblem);
    }
    return all.join(u"; ");
}

void World::settle()
{
    if (m_server.disk().isFull() || m_server.disk().died() || !m_server.isUp()) {
        m_server.kill();
        restartServer();
    }
    m_server.disk().renew();
    for (int number = 0; number < desktopCount; ++number) {
        SimDesktop& desk = desktop(number);
        desk.disk().renew();
        m_damaged[size_t(number)].planned = m_damaged[size_t(number)].planned && !desk.isOpen();
        desk.network().heal();
        if (!desk.isOpen())
            openDesktop(number);
        if (m_failure)
            return;
        if (m_planting && desk.engine().status().connection == Connection::WorkingOffline)
            m_planting->backOnline(number);
        desk.engine().setWorkOffline(false);
    }
    m_serverFault = false;
    for (Purchase& purchase : m_ledger.purchases) {
        // Whoever never heard asks again.
        if (!purchase.settled)
            settlePurchase(purchase, false);
        if (!purchase.settled)
            fail(u"each buyer gets an answer"_s, purchase.tag);
    }
    // Where nothing went wrong nobody waits for the next poll.
    const qint64 patience = m_anyFault ? patienceMs : 10 * second;
    for (qint64 waited = 0; waited < patience && !m_failure; waited += second) {
        bool rest = true;
        for (int number = 0; number < desktopCount; ++number) {
            SimDesktop& desk = desktop(number);
            if (desk.wantsSignIn()) {
                const bool outlasted = desk.network().renewalOutlasted || desk.network().renewalsHurt > (m_otherFault ? 0 : 1);
                if (!desk.sessionMayEnd && !m_sharesTokens[size_t(number)] && !m_clockWasWrong && !outlasted && m_ledger.restores == 0)
                    fail(u"nobody is signed out"_s, u"desktop %1 has to sign in again"_s.arg(number));
                if (m_planting)
                    m_planting->signInWanted(number);
                Signed seller = m_start.sellers[number];
                signIn(seller);
                desk.signedIn({seller.access, seller.refresh});
                m_sharesTokens[size_t(number)] = false;
            }
            const auto head = marketplace::readHead(m_server.database(), m_start.stores[StartingPoint::storeOf(number)].toString());
            rest = rest && desk.settled() && head && *head && (*head)->version == desk.replica().cursor()
                   && (*head)->epoch == desk.replica().epoch();
        }
        if (rest)
            break;
        advance(second);
        if (waited + second >= patience)
            fail(u"comes to rest"_s, restlessness());
    }
    if (m_failure)
        return;
    harvestResults(*this);
    lookAtEverything(*this, m_versions, m_lastEpoch);
    m_serverFault = false;
    m_anyFault = false;
    m_otherFault = false;
    for (int number = 0; number < desktopCount; ++number) {
        desktop(number).diskWasFaulty = false;
        desktop(number).sessionMayEnd = false;
        desktop(number).network().renewalsHurt = 0;
        desktop(number).network().renewalOutlasted = false;
    }
}

} // namespace belanjain::simulation
