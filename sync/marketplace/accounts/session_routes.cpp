// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is signed in, for the account page.
#include "marketplace/accounts/accounts.h"

#include "marketplace/runtime/list.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

Answer Accounts::listSessions(Call& call)
{
    const auto parameters = listParameters(call, u"sessions"_s, 1);
    if (!parameters)
        return tl::unexpected(parameters.error());
    // Few enough that nobody turns their pages by number.
    if (parameters->page)
        return tl::unexpected(badParameter(u"page"_s, call.language()));
    const QString before = parameters->after.at(0).toString();
    auto sessions = sessionsOf(call.db(), call.caller().user, before, parameters->limit + 1);
    if (!sessions)
        return call.fail(sessions.error());
    QJsonArray next;
    if (sessions->size() > parameters->limit) {
        sessions->removeLast();
        next.append(sessions->last().id);
    }
    QJsonArray items;
    for (const SessionInfo& session : std::as_const(*sessions)) {
        items.append(QJsonObject{{u"id"_s, session.id},
                                 {u"deviceId"_s, session.deviceId.isEmpty() ? QJsonValue() : QJsonValue(session.deviceId)},
                                 {u"createdAt"_s, toRfc3339(session.createdAt)},
                                 {u"lastUsedAt"_s, toRfc3339(session.usedAt)},
                                 {u"current"_s, session.id == call.caller().session}});
    }
    return json(200, listBody(*parameters, items, next, 0));
}

Answer Accounts::endOneSession(Call& call)
{
    const auto ended = endSessionOfUser(call.db(), call.parameter(u"id"), call.caller().user, call.now());
    if (!ended)
        return call.fail(ended.error());
    if (!*ended)
        return call.failNotFound();
    cutStreams(call, {call.parameter(u"id")});
    return noContent();
}

} // namespace belanjain::marketplace
