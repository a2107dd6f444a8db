// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "ports/id_factory.h"
#include "ports/random_source.h"
#include "storage/database.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace belanjain::marketplace
{

inline constexpr qint64 refreshTokenMs = 30LL * 24 * 3600 * 1000;
/// How long after it was spent a refresh token still gives its successor, for a lost answer.
inline constexpr qint64 refreshGraceMs = 30'000;

struct OpenedSession
{
    QString id;
    QString refreshToken;
};

enum class Refreshed : quint8 { Renewed, Unknown, Reused };

struct RefreshResult
{
    Refreshed kind = Refreshed::Unknown;
    UserId user;
    OpenedSession session; ///< with the successor when renewed; the one that ended when reused
};

/// Sign-ins and their chains of refresh tokens, of which the database knows only hashes. Every function
/// runs inside the caller's transaction.
storage::Result<OpenedSession> openSession(storage::Database& db, const UserId& user, const QString& deviceId,
                                           ports::IdFactory& ids, ports::RandomSource& random, Instant now);

/// Spends a token and gives its successor, which `key` derives from it. A token spent before gives the
/// same successor for refreshGraceMs unless that was spent too; otherwise it is reuse, and the session
/// is ended: commit that.
storage::Result<RefreshResult> refreshSession(storage::Database& db, const QString& token, const QByteArray& key,
                                              Instant now);

/// Ends the session a token belongs to and gives its id; empty for a token nobody has.
storage::Result<QString> endSessionOf(storage::Database& db, const QString& token, Instant now);
/// Ends all sessions of a user but one (empty: all), and gives the ids of those that had not ended.
storage::Result<QStringList> endSessions(storage::Database& db, const UserId& user, const QString& exceptSession, Instant now);

/// One sign-in as its owner sees it.
struct SessionInfo
{
    QString id;
    QString deviceId; ///< empty when the client did not say
    Instant createdAt;
    Instant usedAt; ///< when it was last refreshed
};
/// Those that have not ended, newest first, from the one after `before` (empty: from the start).
storage::Result<QList<SessionInfo>> sessionsOf(storage::Database& db, const UserId& user, const QString& before, int limit);
/// False when the user has no such session, or it has ended already.
storage::Result<bool> endSessionOfUser(storage::Database& db, const QString& session, const UserId& user, Instant now);

/// Whether the session was not ended and its user is not locked.
storage::Result<bool> sessionStands(storage::Database& db, const QString& session, const UserId& user);

/// Forgets tokens that expired or whose session ended a day ago, and sessions without any.
storage::Outcome purgeSessions(storage::Database& db, Instant now);

} // namespace belanjain::marketplace
