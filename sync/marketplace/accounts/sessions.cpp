// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/sessions.h"

#include "storage/text_value.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
using storage::Row;
using storage::textValue;
namespace
{

/// Takes the time twice. A clock may have been put back since the session began.
const QString notBeforeItBegan = QStringLiteral("CASE WHEN created_at > ? THEN created_at ELSE ? END");

constexpr qsizetype tokenBytes = 32;
constexpr qint64 endedKeptMs = 24LL * 3600 * 1000;
constexpr auto tokenText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString textOf(const QByteArray& bytes) { return QString::fromLatin1(bytes.toBase64(tokenText)); }

QString hashOf(const QString& token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString successorOf(const QString& token, const QByteArray& key)
{
    return textOf(QMessageAuthenticationCode::hash(token.toUtf8(), key, QCryptographicHash::Sha256));
}

Outcome done(const Result<qint64>& result) { return result ? Outcome{} : tl::unexpected(result.error()); }

Outcome insertToken(Database& db, const QString& token, const QString& session, Instant now)
{
    return done(db.run(
        u"INSERT INTO refresh_tokens (hash, session_id, expires_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING"_s,
        {hashOf(token), session, now.ms + refreshTokenMs}));
}

struct KnownToken
{
    QString session;
    UserId user;
    qint64 expiresAt = 0;
    std::optional<qint64> spentAt;
    bool stands = false;
};

Result<std::optional<KnownToken>> findToken(Database& db, const QString& token)
{
    return db.one(
        u"SELECT t.session_id, s.user_id, t.expires_at, t.spent_at, s.ended_at, u.locked FROM refresh_tokens t "
        "JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id WHERE t.hash = ?"_s,
        {hashOf(token)}, [](const Row& row) {
            return KnownToken{row.text(0), row.id<UserId>(1).value_or(UserId()), row.integer(2),
                              row.optionalInteger(3), row.isNull(4) && !row.boolean(5)};
        });
}

Outcome endSession(Database& db, const QString& session, Instant now)
{
    return done(db.run(u"UPDATE sessions SET ended_at = "_s + notBeforeItBegan + u" WHERE id = ? AND ended_at IS NULL"_s,
                       {now.ms, now.ms, session}));
}

/// False when another call, perhaps on another instance, spent it a moment ago.
Result<bool> spend(Database& db, const QString& token, const QString& successor, const QString& session, Instant now)
{
    const auto spent = db.run(u"UPDATE refresh_tokens SET spent_at = ? WHERE hash = ? AND spent_at IS NULL"_s,
                              {now.ms, hashOf(token)});
    if (!spent)
        return tl::unexpected(spent.error());
    if (*spent == 0)
        return false;
    if (const auto inserted = insertToken(db, successor, session, now); !inserted)
        return tl::unexpected(inserted.error());
    const auto used = done(db.run(u"UPDATE sessions SET used_at = ? WHERE id = ?"_s, {now.ms, session}));
    return used ? Result<bool>(true) : tl::unexpected(used.error());
}

/// Whether the successor of a token spent at that time may be given once more.
Result<bool> mayRepeat(Database& db, const QString& successor, qint64 spentAt, Instant now)
{
    const auto next = findToken(db, successor);
    if (!next)
        return tl::unexpected(next.error());
    return *next && !(*next)->spentAt && now.ms - spentAt <= refreshGraceMs;
}

} // namespace

Result<OpenedSession> openSession(Database& db, const UserId& user, const QString& deviceId, ports::IdFactory& ids,
                                  ports::RandomSource& random, Instant now)
{
    QByteArray bytes(tokenBytes, '\0');
    random.fill({reinterpret_cast<quint8*>(bytes.data()), size_t(bytes.size())});
    const OpenedSession session{ids.make<Id<struct SessionTag>>().toString(), textOf(bytes)};
    const auto inserted = db.run(
        u"INSERT INTO sessions (id, user_id, device_id, created_at, used_at) VALUES (?, ?, ?, ?, ?)"_s,
        {session.id, user.toString(), deviceId.isNull() ? u""_s : deviceId, now.ms, now.ms});
    if (!inserted)
        return tl::unexpected(inserted.error());
    if (const auto token = insertToken(db, session.refreshToken, session.id, now); !token)
        return tl::unexpected(token.error());
    return session;
}

Result<RefreshResult> refreshSession(Database& db, const QString& token, const QByteArray& key, Instant now)
{
    const auto found = findToken(db, token);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || !(*found)->stands || (*found)->expiresAt <= now.ms)
        return RefreshResult{};
    const KnownToken& known = **found;
    const QString successor = successorOf(token, key);
    const RefreshResult renewed{Refreshed::Renewed, known.user, {known.session, successor}};
    if (!known.spentAt) {
        const auto spent = spend(db, token, successor, known.session, now);
        if (!spent)
            return tl::unexpected(spent.error());
        if (*spent)
            return renewed;
    }
    const auto repeat = mayRepeat(db, successor, known.spentAt.value_or(now.ms), now);
    if (!repeat)
        return tl::unexpected(repeat.error());
    if (*repeat)
        return renewed;
    if (const auto ended = endSession(db, known.session, now); !ended)
        return tl::unexpected(ended.error());
    return RefreshResult{Refreshed::Reused, known.user, {known.session, {}}};
}

Result<QString> endSessionOf(Database& db, const QString& token, Instant now)
{
    const auto found = findToken(db, token);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return QString();
    if (const auto ended = endSession(db, (*found)->session, now); !ended)
        return tl::unexpected(ended.error());
    return (*found)->session;
}

Result<QList<SessionInfo>> sessionsOf(Database& db, const UserId& user, const QString& before, int limit)
{
    return db.all(u"SELECT id, device_id, created_at, used_at FROM sessions "
                  "WHERE user_id = ? AND ended_at IS NULL AND (? = '' OR id < ?) ORDER BY id DESC LIMIT ?"_s,
                  {user.toString(), textValue(before), textValue(before), limit}, [](const Row& row) {
                      return SessionInfo{row.text(0), row.text(1), {row.integer(2)}, {row.integer(3)}};
                  });
}

Result<bool> endSessionOfUser(Database& db, const QString& session, const UserId& user, Instant now)
{
    const auto ended = db.run(u"UPDATE sessions SET ended_at = "_s + notBeforeItBegan
                                  + u" WHERE id = ? AND user_id = ? AND ended_at IS NULL"_s,
                              {now.ms, now.ms, session, user.toString()});
    if (!ended)
        return tl::unexpected(ended.error());
    return *ended > 0;
}

Result<QStringList> endSessions(Database& db, const UserId& user, const QString& exceptSession, Instant now)
{
    const auto ended = db.all(
        u"UPDATE sessions SET ended_at = "_s + notBeforeItBegan + u" WHERE user_id = ? AND id <> ? AND ended_at IS NULL RETURNING id"_s,
        {now.ms, now.ms, user.toString(), textValue(exceptSession)}, [](const Row& row) { return row.text(0); });
    if (!ended)
        return tl::unexpected(ended.error());
    return QStringList(*ended);
}

Result<bool> sessionStands(Database& db, const QString& session, const UserId& user)
{
    const QString sql = u"SELECT 1 FROM sessions s JOIN users u ON u.id = s.user_id "
                        "WHERE s.id = ? AND s.user_id = ? AND s.ended_at IS NULL AND u.locked = 0"_s;
    // What one person writes happens one after the other, as on SQLite everything does: a cart that is added to
    // twice at once, a SKU that two edits want. Other people's writes are not held up.
    const bool alone = db.isPostgres() && db.inTransaction();
    const auto found =
        db.integer(alone ? sql + u" FOR NO KEY UPDATE OF u"_s : sql, {session, user.toString()});
    if (!found)
        return tl::unexpected(found.error());
    return *found > 0;
}

Outcome purgeSessions(Database& db, Instant now)
{
    const auto tokens = done(db.run(u"DELETE FROM refresh_tokens WHERE expires_at <= ?"_s, {now.ms}));
    if (!tokens)
        return tokens;
    // What has ended needs no tokens: theirs are refused like unknown ones.
    const auto ended = done(db.run(
        u"DELETE FROM refresh_tokens WHERE session_id IN (SELECT id FROM sessions WHERE ended_at <= ?)"_s,
        {now.ms - endedKeptMs}));
    if (!ended)
        return ended;
    // A session in use has an access token from its last refresh, which is far younger than its tokens.
    return done(db.run(
        u"DELETE FROM sessions WHERE NOT EXISTS (SELECT 1 FROM refresh_tokens t WHERE t.session_id = sessions.id)"_s));
}

} // namespace belanjain::marketplace
