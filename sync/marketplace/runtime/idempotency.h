// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/call.h"

#include <QSet>

#include <mutex>

namespace belanjain::marketplace
{

/// How long an answer is kept for its key (the contract's 7 days).
inline constexpr qint64 idempotencyKeptMs = 7LL * 24 * 3600 * 1000;

/// One use of an Idempotency-Key.
struct KeyUse
{
    QString scope; ///< whose key: the user's id, or "-" for a caller without one
    QString key;
    QByteArray fingerprint; ///< of method, path and body

    QString name() const { return scope + u'\n' + key; }
};

/// Gives the first answer again to a POST that is repeated under the same key. Calls may come from any
/// thread.
class Idempotency
{
public:
    explicit Idempotency(const ports::Clock& clock) : m_clock(clock) {}

    /// The key of a request, if it has one; 400 when it is none.
    static Expected<std::optional<KeyUse>> keyOf(const Call& call);

    /// Marks a use as under way; false when it is already.
    bool begin(const KeyUse& use);
    void end(const KeyUse& use);

    /// In the writer's transaction: runs the job unless its answer is stored; stores the answer in the
    /// same transaction. A problem undoes the job's own writes only.
    static Answer once(Call& call, const KeyUse& use, const std::function<Answer(Call&)>& job);

    /// The same for what must not reach the database. Kept in memory, the newest few thousand.
    std::optional<Answer> recall(const Call& call, const KeyUse& use) const;
    void remember(const KeyUse& use, const http::Response& response);

    /// Forgets what is older than it has to be kept.
    static storage::Outcome purge(storage::Database& db, Instant now);

private:
    struct Kept
    {
        QByteArray fingerprint;
        http::Response response;
        qint64 atMs = 0;
    };

    const ports::Clock& m_clock;
    mutable std::mutex m_mutex;
    QSet<QString> m_underWay;
    QHash<QString, Kept> m_kept;
};

} // namespace belanjain::marketplace
