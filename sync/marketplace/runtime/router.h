// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/handler.h"
#include "marketplace/http/responder.h"
#include "marketplace/runtime/call.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>

namespace belanjain::marketplace
{

/// Who may call. Public calls know their caller when there is a good token; a bad one is 401 everywhere.
enum class Access : quint8 { Public, SignedIn, Customer, Seller, Loopback };

/// Where a handler runs (executor.h). Immediate: on the I/O thread, without a database. Convert is Compute
/// for what takes longer.
enum class Work : quint8 { Immediate, Read, Write, Compute, Convert, Stream };

/// What the body must be. Raw is given to the handler as it came (call.request().body).
enum class Body : quint8 { None, Object, Array, Raw };

using Handle = std::function<Answer(Call&)>;
/// Answers through the responder, now or later; the call ends when the function returns.
using StreamHandle = std::function<void(Call&, const http::Responder&)>;

inline constexpr qint64 defaultBodyLimit = 64 * 1024;

/// One line of the table of calls.
struct Route
{
    QByteArray method; ///< "GET" (which serves HEAD too), "POST", …
    QByteArray path;   ///< "/v1/products/{id}/images"; a literal segment is preferred over a parameter
    Access access = Access::Public;
    Work work = Work::Read;
    Handle handle;
    Body body = Body::None;
    qint64 bodyLimit = defaultBodyLimit;
    /// An Idempotency-Key must be there (400 otherwise).
    bool keyRequired = false;
    /// The request holds a password or the answer tokens: what an Idempotency-Key repeats is kept in
    /// memory only, never in the database.
    bool secretAnswer = false;
    StreamHandle stream; ///< instead of handle for Work::Stream
};

/// Knows tokens. Called on the I/O thread and on worker threads.
class Gate
{
public:
    Gate() = default;
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;
    virtual ~Gate();

    /// The caller behind a bearer token, checked without a database; nullopt when it is not valid now.
    virtual std::optional<Caller> callerOf(QByteArrayView token) const = 0;
    /// Whether that sign-in still stands: neither ended nor its user locked.
    virtual storage::Result<bool> stands(storage::Database& db, const Caller& caller) const = 0;
};

/// Brings requests to handlers by the table and gives every answer what all answers have. Lives on the
/// I/O thread.
class Router : public http::Handler
{
public:
    /// Everything given must outlive the router and the work it started.
    Router(const Services& services, const Gate& gate, QList<Route> routes);
    ~Router() override;

    qint64 bodyLimit(const http::Request& headOnly) const override;
    void handle(http::Request request, http::Responder responder) override;
    http::Response malformed(int status, const http::Request* maybe) const override;

    const QList<Route>& routes() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace belanjain::marketplace
