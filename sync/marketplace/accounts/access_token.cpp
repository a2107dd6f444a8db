// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/access_token.h"

#include <jwt.h>

#include <cstdlib>
#include <memory>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

struct FreeToken
{
    void operator()(jwt_t* token) const { jwt_free(token); }
};
using Token = std::unique_ptr<jwt_t, FreeToken>;

constexpr qsizetype maxTokenBytes = 2048;
// Two machines' clocks may differ: a token just made elsewhere is not refused.
constexpr qint64 skewSeconds = 60;

const unsigned char* bytesOf(const QByteArray& key) { return reinterpret_cast<const unsigned char*>(key.constData()); }

QString grant(jwt_t* token, const char* name) { return QString::fromUtf8(jwt_get_grant(token, name)); }

} // namespace

std::optional<QByteArray> makeAccessToken(const Caller& caller, const QByteArray& key, Instant now)
{
    jwt_t* raw = nullptr;
    if (jwt_new(&raw) != 0)
        return std::nullopt;
    const Token token(raw);
    const qint64 seconds = now.ms / 1000;
    const QByteArray role = caller.role == Role::Seller ? "SELLER" : "CUSTOMER";
    const bool made = jwt_add_grant(raw, "sub", caller.user.toString().toLatin1().constData()) == 0
        && jwt_add_grant(raw, "role", role.constData()) == 0
        && (caller.store.isNull()
            || jwt_add_grant(raw, "store", caller.store.toString().toLatin1().constData()) == 0)
        && jwt_add_grant(raw, "sid", caller.session.toLatin1().constData()) == 0
        && jwt_add_grant_int(raw, "iat", long(seconds)) == 0
        && jwt_add_grant_int(raw, "exp", long(seconds + accessTokenSeconds)) == 0
        && jwt_set_alg(raw, JWT_ALG_HS256, bytesOf(key), int(key.size())) == 0;
    if (!made)
        return std::nullopt;
    const std::unique_ptr<char, void (*)(void*)> text(jwt_encode_str(raw), std::free);
    return text ? std::optional(QByteArray(text.get())) : std::nullopt;
}

std::optional<AccessToken> readAccessToken(QByteArrayView token, const QByteArray& key, Instant now)
{
    if (token.isEmpty() || token.size() > maxTokenBytes)
        return std::nullopt;
    jwt_t* raw = nullptr;
    if (jwt_decode(&raw, token.toByteArray().constData(), bytesOf(key), int(key.size())) != 0)
        return std::nullopt;
    const Token decoded(raw);
    if (jwt_get_alg(raw) != JWT_ALG_HS256)
        return std::nullopt;
    AccessToken read;
    read.validFrom = {(qint64(jwt_get_grant_int(raw, "iat")) - skewSeconds) * 1000};
    read.expiresAt = {qint64(jwt_get_grant_int(raw, "exp")) * 1000};
    if (!read.isValidAt(now))
        return std::nullopt;
    const auto user = UserId::parse(grant(raw, "sub"));
    if (!user)
        return std::nullopt;
    Caller& caller = read.caller;
    caller.user = *user;
    caller.role = grant(raw, "role") == u"SELLER" ? Role::Seller : Role::Customer;
    caller.store = StoreId::parse(grant(raw, "store")).value_or(StoreId());
    caller.session = grant(raw, "sid");
    return read;
}

} // namespace belanjain::marketplace
