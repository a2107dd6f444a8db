// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/doctor/checks.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

QList<Check> accountChecks()
{
    return {
        queryCheck({u"store owners"_s,
                    u"SELECT s.id, u.role FROM stores s JOIN users u ON u.id = s.owner_id WHERE u.role <> 'SELLER'"_s,
                    u"its owner is a %1, not a seller"_s}),
        queryCheck({u"sellers have stores"_s,
                    u"SELECT u.id, u.email FROM users u WHERE u.role = 'SELLER' "
                    "AND NOT EXISTS (SELECT 1 FROM stores s WHERE s.owner_id = u.id)"_s,
                    u"the seller %1 has no store"_s}),
        queryCheck({u"sessions"_s,
                    u"SELECT t.session_id, count(*) FROM refresh_tokens t WHERE t.spent_at IS NULL "
                    "GROUP BY t.session_id HAVING count(*) > 1"_s,
                    u"has %1 refresh tokens that are not spent; one is the most"_s}),
        queryCheck({u"session times"_s,
                    u"SELECT id, created_at, ended_at FROM sessions WHERE ended_at < created_at"_s,
                    u"ended before it began"_s}),
        queryCheck({u"kept answers"_s,
                    u"SELECT scope, status FROM idempotency WHERE status < 200 OR status >= 500 OR status IN (400, 401, 429)"_s,
                    u"an answer of status %1 is kept for an Idempotency-Key"_s}),
    };
}

} // namespace belanjain::marketplace
