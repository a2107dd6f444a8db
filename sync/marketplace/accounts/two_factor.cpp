// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/two_factor.h"

#include "marketplace/accounts/secret_box.h"
#include "marketplace/accounts/totp.h"

#include <QMessageAuthenticationCode>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Error;
using storage::Outcome;
using storage::Result;
using storage::Row;
namespace
{

constexpr qsizetype recoveryLetters = 12; // 60 bits
constexpr qsizetype longestCode = 64;

/// As people type it: with spaces or dashes between the groups, in any case.
QString tidied(const QString& otp)
{
    QString code;
    for (const QChar c : otp.left(longestCode)) {
        if (c != u'-' && !c.isSpace())
            code += c.toUpper();
    }
    return code;
}

QString grouped(const QString& letters)
{
    return QStringList{letters.sliced(0, 4), letters.sliced(4, 4), letters.sliced(8, 4)}.join(u'-');
}

QByteArray randomBytes(ports::RandomSource& random, qsizetype size)
{
    QByteArray bytes(size, '\0');
    random.fill({reinterpret_cast<quint8*>(bytes.data()), size_t(size)});
    return bytes;
}

QByteArray contextOf(const UserId& user) { return "two_factor.secret:" + user.toString().toLatin1(); }

} // namespace

Result<TwoFactor::State> TwoFactor::state(Database& db, const UserId& user) const
{
    const auto on = db.one(u"SELECT confirmed_at FROM two_factor WHERE user_id = ?"_s, {user.toString()},
                           [](const Row& row) { return row.isNull(0) ? State::Begun : State::On; });
    if (!on)
        return tl::unexpected(on.error());
    return on->value_or(State::Off);
}

Result<QByteArray> TwoFactor::begin(Database& db, const UserId& user, ports::RandomSource& random, Instant now) const
{
    const QByteArray secret = randomBytes(random, totpSecretBytes);
    const auto sealed = sealField(secret, contextOf(user), m_key, random);
    if (!sealed)
        return tl::unexpected(Error{Error::Kind::Other, u"the secret cannot be encrypted"_s});
    const auto stored = db.run(
        u"INSERT INTO two_factor (user_id, secret, last_step, created_at) VALUES (?, ?, -1, ?) ON CONFLICT (user_id) "
        "DO UPDATE SET secret = excluded.secret, last_step = -1, created_at = excluded.created_at "
        "WHERE two_factor.confirmed_at IS NULL"_s,
        {user.toString(), *sealed, now.ms});
    if (!stored)
        return tl::unexpected(stored.error());
    return *stored > 0 ? secret : QByteArray();
}

Result<QStringList> TwoFactor::confirm(Database& db, const UserId& user, const QString& otp, ports::RandomSource& random,
                                       Instant now) const
{
    const auto right = useStep(db, user, tidied(otp), now);
    if (!right)
        return tl::unexpected(right.error());
    if (!*right)
        return QStringList();
    const auto on = db.run(u"UPDATE two_factor SET confirmed_at = ? WHERE user_id = ?"_s, {now.ms, user.toString()});
    if (!on)
        return tl::unexpected(on.error());
    QStringList codes;
    for (int i = 0; i < recoveryCodeCount; ++i) {
        const QString letters = toBase32(randomBytes(random, 8)).left(recoveryLetters);
        const auto stored = db.run(u"INSERT INTO recovery_codes (user_id, hash) VALUES (?, ?)"_s,
                                   {user.toString(), recoveryHash(user, letters)});
        if (!stored)
            return tl::unexpected(stored.error());
        codes.append(grouped(letters));
    }
    return codes;
}

Result<bool> TwoFactor::use(Database& db, const UserId& user, const QString& otp, Instant now) const
{
    const QString code = tidied(otp);
    if (code.size() == totpDigits)
        return useStep(db, user, code, now);
    const auto used = db.run(u"UPDATE recovery_codes SET used_at = ? WHERE user_id = ? AND hash = ? AND used_at IS NULL"_s,
                             {now.ms, user.toString(), recoveryHash(user, code)});
    if (!used)
        return tl::unexpected(used.error());
    return *used > 0;
}

Outcome TwoFactor::disable(Database& db, const UserId& user)
{
    for (const QString& sql : {u"DELETE FROM recovery_codes WHERE user_id = ?"_s, u"DELETE FROM two_factor WHERE user_id = ?"_s}) {
        if (const auto done = db.run(sql, {user.toString()}); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<QByteArray> TwoFactor::secretOf(const UserId& user, const QString& sealed) const
{
    const auto secret = openField(sealed, contextOf(user), m_key);
    if (!secret)
        return tl::unexpected(Error{Error::Kind::Corrupt, u"the two-factor secret of %1 cannot be read"_s.arg(user.toString())});
    return *secret;
}

Result<bool> TwoFactor::useStep(Database& db, const UserId& user, const QString& code, Instant now) const
{
    const auto sealed = db.one(u"SELECT secret FROM two_factor WHERE user_id = ?"_s, {user.toString()},
                               [](const Row& row) { return row.text(0); });
    if (!sealed)
        return tl::unexpected(sealed.error());
    if (!*sealed)
        return false;
    const auto secret = secretOf(user, **sealed);
    if (!secret)
        return tl::unexpected(secret.error());
    const auto step = totpStepOfCode(*secret, code, now);
    if (!step)
        return false;
    // Whoever writes first has used the step; for the other, on this instance or another, it is spent.
    const auto used = db.run(u"UPDATE two_factor SET last_step = ? WHERE user_id = ? AND last_step < ?"_s,
                             {*step, user.toString(), *step});
    if (!used)
        return tl::unexpected(used.error());
    return *used > 0;
}

QString TwoFactor::recoveryHash(const UserId& user, const QString& code) const
{
    const QByteArray text = "recovery:" + user.toString().toLatin1() + ':' + code.toUtf8();
    return QString::fromLatin1(QMessageAuthenticationCode::hash(text, m_key, QCryptographicHash::Sha256).toHex());
}

} // namespace belanjain::marketplace
