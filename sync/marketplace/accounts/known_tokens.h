// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/accounts/access_token.h"

#include <QCache>

#include <mutex>

namespace belanjain::marketplace
{

/// Access tokens whose signature was checked a moment ago, so that a busy client's is not checked a
/// thousand times a second. The newest few thousand, in memory. Calls may come from any thread.
class KnownTokens
{
public:
    std::optional<Caller> find(QByteArrayView token, Instant now)
    {
        const std::lock_guard lock(m_mutex);
        const AccessToken* known = m_tokens.object(token.toByteArray());
        return known && known->isValidAt(now) ? std::optional(known->caller) : std::nullopt;
    }
    void note(QByteArrayView token, const AccessToken& read)
    {
        const std::lock_guard lock(m_mutex);
        m_tokens.insert(token.toByteArray(), new AccessToken(read));
    }

private:
    std::mutex m_mutex;
    QCache<QByteArray, AccessToken> m_tokens{4096};
};

} // namespace belanjain::marketplace
