// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/id.h"
#include "domain/instant.h"
#include "domain/order_state.h"
#include "marketplace/http/request.h"
#include "marketplace/runtime/answer.h"
#include "marketplace/runtime/services.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace belanjain::marketplace
{

/// Who asks. Nobody for a call without a token.
struct Caller
{
    UserId user;
    Role role = Role::Nobody;
    StoreId store;   ///< the seller's; null for others
    QString session; ///< id of the sign-in

    bool isSignedIn() const { return !user.isNull(); }
    bool owns(const StoreId& id) const { return role == Role::Seller && !store.isNull() && store == id; }
    bool operator==(const Caller&) const = default;
};

/// One request being answered: what came, who asks, and what the answer may use. Belongs to one thread
/// at a time.
class Call
{
public:
    Call(const Services& services, http::Request request);

    const http::Request& request() const { return m_request; }
    const Caller& caller() const { return m_caller; }
    Language language() const { return m_language; }
    /// X-Request-Id: the client's when it was sane.
    const QString& requestId() const { return m_requestId; }
    /// When the call came; the same for everything it stamps.
    Instant now() const { return m_now; }
    const Services& services() const { return m_services; }
    ports::IdFactory& ids() const { return m_services.ids; }

    /// The text of "{name}" in the route's path.
    QString parameter(QStringView name) const { return m_parameters.value(name.toString()); }
    /// The id in the path; what is no id is no row: 404.
    template<class SomeId>
    Expected<SomeId> id(QStringView name) const
    {
        if (const auto id = SomeId::parse(parameter(name)))
            return *id;
        return tl::unexpected(notFound(m_language));
    }

    /// The body of a Body::Object route.
    const QJsonObject& body() const { return m_body; }
    /// The body of a Body::Array route.
    const QJsonArray& array() const { return m_array; }

    /// The connection: of a reader (Work::Read, Work::Stream), or of the writer inside the call's own
    /// transaction (Work::Write, and inside read() and write() of Work::Compute and Convert).
    storage::Database& db() const;

    /// For Work::Compute and Convert, at most once: runs `job` in the writer's transaction and gives its answer
    /// when that is durable. An Idempotency-Key is honoured here.
    Answer write(const std::function<Answer(Call&)>& job);
    /// For Work::Compute and Convert: runs `job` with a reader's connection. `job` returns an Expected of something.
    template<class Job>
    auto read(Job job) -> decltype(job(*this))
    {
        std::optional<decltype(job(*this))> result;
        readWith([&] { result.emplace(job(*this)); });
        return result ? std::move(*result) : tl::unexpected(unavailable());
    }

    /// Runs once the call's transaction is durable, before the answer goes; never when it was undone.
    void afterCommit(std::function<void()> hook) { m_hooks.append(std::move(hook)); }

    /// An error as an answer that keeps what the call wrote (a counted attempt, an ended session).
    http::Response keep(protocol::Problem problem) const;
    // Short forms for handlers.
    tl::unexpected<protocol::Problem> fail(int status, const QString& code) const;
    tl::unexpected<protocol::Problem> fail(const storage::Error& error) const;
    tl::unexpected<protocol::Problem> fail(const Violation& violation) const;
    tl::unexpected<protocol::Problem> fail(const QList<Violation>& violations) const;
    tl::unexpected<protocol::Problem> fail(const QList<protocol::FieldError>& errors) const;
    tl::unexpected<protocol::Problem> failNotFound() const;
    tl::unexpected<protocol::Problem> failForbidden() const;

private:
    friend class Router;
    friend class Dispatch;
    friend class Idempotency;

    void readWith(const std::function<void()>& job);
    void runHooks();
    protocol::Problem unavailable() const;

    const Services& m_services;
    http::Request m_request;
    Caller m_caller;
    Language m_language;
    QString m_requestId;
    Instant m_now;
    QHash<QString, QString> m_parameters;
    QJsonObject m_body;
    QJsonArray m_array;
    storage::Database* m_db = nullptr;
    QList<std::function<void()>> m_hooks;
    /// What write() runs its job through: honours an Idempotency-Key.
    std::function<Answer(Call&, const std::function<Answer(Call&)>&)> m_guard;
};

/// Logs an error of the database (with the driver's words, which no answer shows) and makes the problem.
protocol::Problem storageProblem(const Call& call, const storage::Error& error);

/// The language a client prefers, by the weights of Accept-Language; Indonesian when it does not say.
Language preferredLanguage(QByteArrayView acceptLanguage);

} // namespace belanjain::marketplace
