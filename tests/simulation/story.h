// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace belanjain::simulation
{

/// What can happen in the world, apart from what follows from it by itself.
enum class Deed : quint8 {
    Edit,        ///< a desktop makes a command
    Buy,         ///< a buyer fills a cart and checks out
    MoveAsBuyer, ///< a buyer cancels or confirms an order
    ApiStock,    ///< the seller changes stock through the API, past the desktops
    Wait,
    Plan,        ///< something will happen to a request of a desktop
    Cut,         ///< a desktop's line is cut or mended
    GoOffline,   ///< the person works offline, or no more
    KillDesktop, ///< at some step of its database
    RestartDesktop,
    FillDisk,    ///< of a desktop
    SetClock,    ///< of a desktop
    KeepCopy,    ///< of a desktop's files
    GoBackToCopy,
    KillServer,
    RestartServer,
    FillServerDisk,
    SetServerClock,
    BackUp,
    Restore,
    Decide,      ///< a desktop's person retries or drops a rejection
    StealToken,  ///< somebody uses a refresh token that was spent
    LongAway,    ///< nobody does anything for weeks
    Nap,         ///< every lid is closed for twenty minutes: tokens run out
    Reinstall,   ///< a desktop's files are gone
    Upgrade,     ///< a desktop's files are of the former schema, and opened by today's program
    UpgradeServer,
    SecondWindow, ///< is opened on a desktop's replica
    ShareTokens, ///< two desktops of an account have the same session
    Damage,      ///< of a desktop's files, while no process has them open
    Settle,      ///< all is mended, everything comes to rest and is looked at
};
inline constexpr int deedCount = 31;

struct Step
{
    Deed deed = Deed::Wait;
    quint32 who = 0;
    quint32 what = 0;
    quint32 much = 0;
    quint64 chance = 0; ///< for whatever the step draws, so that dropping another step changes nothing in this one

    QString text() const;
};

using Story = QList<Step>;

/// The story of a seed.
Story tell(quint64 seed);

} // namespace belanjain::simulation
