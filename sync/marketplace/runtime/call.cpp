// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/call.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

bool isSaneRequestId(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
            || c == '-';
    });
}

/// Of "en;q=0.5" or "*".
double weightOf(QByteArrayView parameters)
{
    const qsizetype at = parameters.indexOf("q=");
    if (at < 0)
        return 1.0;
    bool ok = false;
    const double weight = parameters.sliced(at + 2).trimmed().toDouble(&ok);
    return ok ? std::clamp(weight, 0.0, 1.0) : 0.0;
}

} // namespace

Language preferredLanguage(QByteArrayView acceptLanguage)
{
    double english = 0;
    double indonesian = 0;
    for (qsizetype from = 0; from < acceptLanguage.size();) {
        qsizetype comma = acceptLanguage.indexOf(',', from);
        if (comma < 0)
            comma = acceptLanguage.size();
        const QByteArrayView part = acceptLanguage.sliced(from, comma - from).trimmed();
        const qsizetype semicolon = part.indexOf(';');
        const QByteArrayView tag = semicolon < 0 ? part : part.first(semicolon).trimmed();
        const double weight = semicolon < 0 ? 1.0 : weightOf(part.sliced(semicolon + 1));
        const QByteArray primary = tag.first(std::min<qsizetype>(tag.size(), 2)).toByteArray().toLower();
        const bool whole = tag.size() == 2 || (tag.size() > 2 && tag[2] == '-');
        if (whole && primary == "en")
            english = std::max(english, weight);
        else if (whole && primary == "id")
            indonesian = std::max(indonesian, weight);
        from = comma + 1;
    }
    return english > indonesian ? Language::English : Language::Indonesian;
}

Call::Call(const Services& services, http::Request request)
    : m_services(services)
    , m_request(std::move(request))
    , m_language(preferredLanguage(m_request.header("Accept-Language")))
    , m_now(services.clock.now())
{
    const QByteArrayView given = m_request.header("X-Request-Id");
    m_requestId = isSaneRequestId(given) ? QString::fromLatin1(given) : services.ids.make<Id<struct RequestTag>>().toString();
}

storage::Database& Call::db() const
{
    Q_ASSERT_X(m_db, "Call::db", "this kind of work has no database");
    return *m_db;
}

protocol::Problem Call::unavailable() const { return problemLater(503, u"unavailable"_s, m_language, 2); }

void Call::readWith(const std::function<void()>& job)
{
    const auto run = [&](storage::Database& db) {
        m_db = &db;
        job();
        m_db = nullptr;
    };
    // A refusal leaves the caller without a result, which it answers with 503.
    (void)m_services.executor.readAndWait(run);
}

void Call::runHooks()
{
    for (const auto& hook : std::exchange(m_hooks, {}))
        hook();
}

Answer Call::write(const std::function<Answer(Call&)>& job)
{
    std::optional<Answer> answer;
    storage::Outcome outcome;
    const auto run = [&](storage::Database& db) {
        m_db = &db;
        m_hooks.clear();
        answer.emplace(m_guard ? m_guard(*this, job) : job(*this));
        m_db = nullptr;
        return answer->has_value();
    };
    if (!m_services.executor.writeAndWait(run, outcome) || !answer)
        return tl::unexpected(unavailable());
    if (!outcome)
        return fail(outcome.error());
    if (answer->has_value())
        runHooks();
    return std::move(*answer);
}

http::Response Call::keep(protocol::Problem problem) const
{
    problem.instance = QString::fromUtf8(m_request.path);
    return toResponse(problem);
}

protocol::Problem storageProblem(const Call& call, const storage::Error& error)
{
    const LogLevel level = error.isTransient() ? LogLevel::Warning : LogLevel::Error;
    call.services().log.write(level, u"database"_s, {{u"requestId"_s, call.requestId()}, {u"error"_s, error.text}});
    return fromStorage(error, call.language());
}

tl::unexpected<protocol::Problem> Call::fail(int status, const QString& code) const
{
    return tl::unexpected(problem(status, code, m_language));
}

tl::unexpected<protocol::Problem> Call::fail(const storage::Error& error) const
{
    return tl::unexpected(storageProblem(*this, error));
}

tl::unexpected<protocol::Problem> Call::fail(const Violation& violation) const
{
    return tl::unexpected(fromViolation(violation, m_language));
}

tl::unexpected<protocol::Problem> Call::fail(const QList<Violation>& violations) const
{
    return tl::unexpected(fromViolations(violations, m_language));
}

tl::unexpected<protocol::Problem> Call::fail(const QList<protocol::FieldError>& errors) const
{
    return tl::unexpected(fromFieldErrors(errors, m_language));
}

tl::unexpected<protocol::Problem> Call::failNotFound() const { return tl::unexpected(notFound(m_language)); }

tl::unexpected<protocol::Problem> Call::failForbidden() const { return tl::unexpected(forbidden(m_language)); }

} // namespace belanjain::marketplace
