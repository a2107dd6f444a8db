// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/idempotency.h"
#include "marketplace/runtime/router.h"

#include <memory>

namespace belanjain::marketplace
{

/// One call on its way: runs the route's handler where it belongs and gives the one answer. Kept alive
/// by the work it started.
class Dispatch : public std::enable_shared_from_this<Dispatch>
{
public:
    Dispatch(const Services& services, const Gate& gate, Idempotency& idempotency, http::Request request,
             http::Responder responder);

    Call& call() { return m_call; }
    const Call& call() const { return m_call; }

    void setParameters(QHash<QString, QString> parameters) { m_call.m_parameters = std::move(parameters); }
    void setCaller(const Caller& caller) { m_call.m_caller = caller; }

    /// Checks the body and the key, then sends the work where it runs.
    void run(const Route& route);
    /// Gives the answer, with what every answer has.
    void finish(Answer answer);

private:
    Expected<void> readBody();
    Expected<void> takeKey();
    Expected<void> stillStands(storage::Database& db) const;
    void runRead();
    void runWrite();
    void runCompute();
    void runStream();
    Answer computed();
    void refuse();

    const Gate& m_gate;
    Idempotency& m_idempotency;
    Call m_call;
    http::Responder m_responder;
    const Route* m_route = nullptr;
    std::optional<KeyUse> m_key;
    std::optional<Answer> m_answer;
    qint64 m_startedMs;
};

/// The headers that every answer of the marketplace carries.
void addCommonHeaders(http::Response& response, const http::Request& request, const QString& requestId,
                      bool isSignedIn);

} // namespace belanjain::marketplace
