// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/throttle.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

constexpr qint64 dayMs = 24LL * 3600 * 1000;
/// How long an address is remembered after a sign-in, and how fresh that has to be kept.
constexpr qint64 knownMs = 30 * dayMs;
constexpr qint64 knownSlackMs = dayMs;

struct Counter
{
    qint64 failures = 0;
    qint64 drainedAt = 0;
    qint64 blockedUntil = 0;
    qint64 knownUntil = 0;
};

Counter counterFrom(const Row& row) { return {row.integer(0), row.integer(1), row.integer(2), row.integer(3)}; }

QString counterColumns() { return u"failures, drained_at, blocked_until, known_until"_s; }

QString named(const char16_t* kind, const QString& what)
{
    const QByteArray hash = QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return QStringView(kind).toString() + u':' + QString::fromLatin1(hash);
}

QString pairName(Guess guess, const QString& account, const QString& address)
{
    return named(guess == Guess::Otp ? u"otp-pair" : u"pair", account + u'\n' + address);
}

QString accountName(Guess guess, const QString& account) { return named(guess == Guess::Otp ? u"otp" : u"account", account); }

/// The counters of an attempt with their policies, ascending by name: the order in which they are locked.
using Line = std::pair<QString, const ThrottlePolicy*>;
std::array<Line, 3> linesOf(const ThrottlePolicies& policies, const Attempt& attempt)
{
    const bool otp = attempt.guess == Guess::Otp;
    std::array<Line, 3> lines{
        Line{pairName(attempt.guess, attempt.account, attempt.address), otp ? &policies.otpPair : &policies.pair},
        Line{accountName(attempt.guess, attempt.account), otp ? &policies.otpAccount : &policies.account},
        Line{named(u"address", attempt.address), &policies.address}};
    std::sort(lines.begin(), lines.end());
    return lines;
}

void drain(Counter& counter, const ThrottlePolicy& policy, Instant now)
{
    // A clock that was set back must not hold anybody up for longer.
    counter.drainedAt = std::min(counter.drainedAt, now.ms);
    const qint64 forgiven = std::min(counter.failures, (now.ms - counter.drainedAt) / policy.drainMs);
    counter.failures -= forgiven;
    counter.drainedAt = counter.failures > 0 ? counter.drainedAt + forgiven * policy.drainMs : now.ms;
}

qint64 delayAfter(qint64 failures, const ThrottlePolicy& policy)
{
    if (failures < policy.free)
        return 0;
    const qint64 doublings = std::min<qint64>(failures - policy.free, 20);
    return std::min(policy.maxMs, policy.baseMs << doublings);
}

Outcome store(Database& db, const QString& name, const Counter& counter, qint64 drainMs)
{
    const qint64 forgetAt =
        std::max({counter.drainedAt + counter.failures * drainMs, counter.blockedUntil, counter.knownUntil});
    const auto done = db.run(
        u"UPDATE throttles SET failures = ?, drained_at = ?, blocked_until = ?, known_until = ?, forget_at = ? WHERE name = ?"_s,
        {counter.failures, counter.drainedAt, counter.blockedUntil, counter.knownUntil, forgetAt, name});
    return done ? Outcome{} : tl::unexpected(done.error());
}

/// The counter, made when it is not there, and its row's lock: two instances may count at once.
Result<Counter> take(Database& db, const QString& name, Instant now)
{
    const auto row = db.one(u"INSERT INTO throttles (name, failures, drained_at, blocked_until, known_until, forget_at) "
                            "VALUES (?, 0, ?, 0, 0, ?) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING "_s
                                + counterColumns(),
                            {name, now.ms, now.ms}, counterFrom);
    if (!row)
        return tl::unexpected(row.error());
    return row->value_or(Counter{});
}

Result<Counter> look(Database& db, const QString& name)
{
    const auto row = db.one(u"SELECT "_s + counterColumns() + u" FROM throttles WHERE name = ?"_s, {name}, counterFrom);
    if (!row)
        return tl::unexpected(row.error());
    return row->value_or(Counter{});
}

} // namespace

Result<int> Throttle::secondsToWait(Database& db, const Attempt& attempt, Instant now) const
{
    const auto home = look(db, pairName(Guess::Password, attempt.account, attempt.address));
    if (!home)
        return tl::unexpected(home.error());
    const bool isKnown = home->knownUntil > now.ms;
    const QString ofAccount = accountName(attempt.guess, attempt.account);
    qint64 wait = 0;
    for (const auto& [name, policy] : linesOf(m_policies, attempt)) {
        if (isKnown && name == ofAccount)
            continue;
        const auto counter = look(db, name);
        if (!counter)
            return tl::unexpected(counter.error());
        wait = std::max(wait, std::clamp<qint64>(counter->blockedUntil - now.ms, 0, policy->maxMs));
    }
    return int((wait + 999) / 1000);
}

Outcome Throttle::failed(Database& db, const Attempt& attempt, Instant now) const
{
    for (const auto& [name, policy] : linesOf(m_policies, attempt)) {
        auto counter = take(db, name, now);
        if (!counter)
            return tl::unexpected(counter.error());
        drain(*counter, *policy, now);
        ++counter->failures;
        if (const qint64 delay = delayAfter(counter->failures, *policy); delay > 0)
            counter->blockedUntil = now.ms + delay;
        if (const auto stored = store(db, name, *counter, policy->drainMs); !stored)
            return stored;
    }
    return {};
}

Outcome Throttle::succeeded(Database& db, const QString& account, const QString& address, Instant now) const
{
    const QString home = pairName(Guess::Password, account, address);
    std::array<QString, 4> names{home, pairName(Guess::Otp, account, address), accountName(Guess::Password, account),
                                 accountName(Guess::Otp, account)};
    std::sort(names.begin(), names.end());
    for (const QString& name : names) {
        // Most sign-ins have nothing to forget: looked at first, so that they do not wait for one another.
        const auto before = look(db, name);
        if (!before)
            return tl::unexpected(before.error());
        const bool refresh = name == home && before->knownUntil < now.ms + knownMs - knownSlackMs;
        if (before->failures == 0 && before->blockedUntil <= now.ms && !refresh)
            continue;
        const auto counter = take(db, name, now);
        if (!counter)
            return tl::unexpected(counter.error());
        const Counter after{.drainedAt = now.ms, .knownUntil = name == home ? now.ms + knownMs : 0};
        if (const auto stored = store(db, name, after, 0); !stored)
            return stored;
    }
    return {};
}

Outcome Throttle::purge(Database& db, Instant now)
{
    const auto done = db.run(u"DELETE FROM throttles WHERE forget_at <= ?"_s, {now.ms});
    return done ? Outcome{} : tl::unexpected(done.error());
}

} // namespace belanjain::marketplace
