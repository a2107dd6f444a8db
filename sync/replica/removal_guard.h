// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/upkeep.h"
#include "protocol/messages.h"
#include "replica/work.h"

#include <QByteArray>
#include <QHash>

namespace belanjain::replica {

/// Looks at what a sync would take out of the list of products that are for sale here, and says when that is
/// more than half of at least twenty. What the person archived here themselves is out of the list already
/// and does not count; nor do products that exist nowhere else yet.
class RemovalGuard
{
public:
    explicit RemovalGuard(Work& work)
        : m_work(work)
    {}

    static constexpr int smallest = 20;
    static constexpr int shownNames = 500;

    /// Before the rows of a pull are applied.
    void before(const QList<protocol::SyncRow>& rows);
    /// Afterwards, in the same transaction: the pause that is needed, if one is.
    std::optional<ports::RemovalPause> after(Instant now);
    /// The same for a new file with the former one attached as `old`.
    std::optional<ports::RemovalPause> afterSwap(Instant now);

    std::optional<ports::RemovalPause> stored();
    bool isAccepted();
    void store(const ports::RemovalPause& pause);
    void accept();
    void clear();

private:
    static bool isTooMuch(qint64 going, qint64 total) { return total >= smallest && going * 2 > total; }
    void consider(const QString& table, const QByteArray& id);

    Work& m_work;
    QHash<QByteArray, QString> m_candidates; ///< products for sale, by id
    qint64 m_total = 0;
};

} // namespace belanjain::replica
