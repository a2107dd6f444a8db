// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace belanjain::ports
{

/// Something that happened to the data behind a person's back, told until they have read it.
struct Notice
{
    enum class Kind : quint8 {
        Recovered, ///< the local data were damaged; they are being fetched anew, or have been
        Resent,    ///< the marketplace was restored from a backup, and edits were sent to it again
    };
    qint64 number = 0; ///< names it in dismissNotice()
    Kind kind = Kind::Recovered;
    Instant at;
    int kept = 0;            ///< edits: not yet sent and saved (Recovered), sent again (Resent)
    std::optional<int> lost; ///< edits that could not be read; nullopt: nobody can tell
    QString folder;          ///< where the damaged files lie; empty when they could not be moved
    bool waiting = false;    ///< everything is still to be fetched anew

    bool operator==(const Notice&) const = default;
};

/// A sync that would take most of the catalogue away. Nothing of it has been done here.
struct RemovalPause
{
    int products = 0; ///< that would go from the list
    int total = 0;    ///< that are in it
    QStringList names; ///< of those that would go, in order; the first 500
    Instant askedAt;

    bool operator==(const RemovalPause&) const = default;
};

/// The person's side of what guards their data. Lives on the GUI thread; answers by signal.
class Upkeep : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// As last told; oldest first.
    virtual QList<Notice> notices() const = 0;
    virtual void dismissNotice(qint64 number) = 0;

    /// The pause in force, if any: nothing is fetched or sent while it is; edits wait.
    virtual std::optional<RemovalPause> removalPause() const = 0;
    /// Lets the removal through, once.
    virtual void acceptRemoval() = 0;
    /// Asks the marketplace whether it still means it. If it does not, the pause ends by itself.
    virtual void askAgain() = 0;

Q_SIGNALS:
    void noticesChanged();
    void removalPauseChanged();
};

} // namespace belanjain::ports
