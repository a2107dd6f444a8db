// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/answer.h"

#include "domain/violation_text.h"
#include "marketplace/runtime/problem_text.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

namespace
{

/// What is wrong with the field that "%1" stands for.
QString fieldSentence(const QString& code, bool english)
{
    if (code == u"missing")
        return english ? u"%1 is missing."_s : u"%1 belum diisi."_s;
    if (code == u"out_of_range")
        return english ? u"%1 is out of range."_s : u"%1 di luar batas."_s;
    if (code == u"unknown_value")
        return english ? u"%1 is none of the known values."_s : u"%1 bukan salah satu nilai yang dikenal."_s;
    return english ? u"%1 is not of the right kind."_s : u"%1 tidak sesuai jenisnya."_s;
}

} // namespace

http::Response json(int status, const QJsonObject& body)
{
    return http::Response::make(status, QByteArrayLiteral("application/json"), protocol::toJson(body));
}

http::Response resource(int status, const QJsonObject& body, qint64 version, const QByteArray& aside)
{
    http::Response response = json(status, body);
    QByteArray tag = "\"v" + QByteArray::number(version);
    if (!aside.isEmpty())
        tag += '.' + aside;
    http::setHeader(response.headers, QByteArrayLiteral("ETag"), tag + '"');
    return response;
}

http::Response noContent() { return http::Response{204, {}, {}, false}; }

http::Response toResponse(const protocol::Problem& problem)
{
    http::Response response =
        http::Response::make(problem.status, QByteArrayLiteral("application/problem+json"), problem.toBytes());
    const QJsonValue retryAfter = problem.extra.value(u"retryAfter");
    if (problem.status == 429 || problem.status == 503)
        http::setHeader(response.headers, QByteArrayLiteral("Retry-After"), QByteArray::number(retryAfter.toInt(5)));
    if (problem.status == 401)
        http::setHeader(response.headers, QByteArrayLiteral("WWW-Authenticate"), QByteArrayLiteral("Bearer"));
    return response;
}

protocol::Problem problem(int status, const QString& code, Language language)
{
    protocol::Problem result;
    result.status = status;
    result.code = code;
    result.detail = problemText(status, code, language);
    return result;
}

protocol::Problem problemLater(int status, const QString& code, Language language, int retryAfterSeconds)
{
    protocol::Problem result = problem(status, code, language);
    result.extra[u"retryAfter"_s] = retryAfterSeconds;
    return result;
}

protocol::Problem notFound(Language language) { return problem(404, u"not_found"_s, language); }

protocol::Problem forbidden(Language language) { return problem(403, u"forbidden"_s, language); }

int statusOf(Rule rule)
{
    switch (rule) {
    case Rule::StaleCount:
    case Rule::StalePrice:
    case Rule::OutOfStock:
    case Rule::SkuTaken:
    case Rule::EmailTaken:
    case Rule::IllegalTransition:
    case Rule::Archived:
        return 409;
    case Rule::NotAllowedForRole:
        return 403;
    case Rule::NotFound:
        return 404;
    default:
        return 422;
    }
}

protocol::Problem fromViolations(const QList<Violation>& violations, Language language)
{
    if (violations.isEmpty())
        return problem(500, u"internal"_s, language);
    const Violation& first = violations.first();
    protocol::Problem result;
    result.status = statusOf(first.rule);
    result.code = ruleCode(first.rule);
    result.detail = ruleText(first, language);
    for (const Violation& violation : violations)
        result.errors.append({violation.field, ruleCode(violation.rule), ruleText(violation, language), {}});
    return result;
}

protocol::Problem fromViolation(const Violation& violation, Language language)
{
    return fromViolations({violation}, language);
}

protocol::Problem fromFieldErrors(const QList<protocol::FieldError>& errors, Language language)
{
    protocol::Problem result = problem(400, u"invalid_request"_s, language);
    for (const protocol::FieldError& error : errors) {
        const QString message = fieldSentence(error.code, language == Language::English).arg(error.field);
        result.errors.append({error.field, error.code, message, {}});
    }
    return result;
}

protocol::Problem badParameter(const QString& name, Language language)
{
    return fromFieldErrors({{name, u"invalid"_s}}, language);
}

protocol::Problem fromStorage(const storage::Error& error, Language language)
{
    using Kind = storage::Error::Kind;
    switch (error.kind) {
    case Kind::Constraint:
        return problem(409, u"conflict"_s, language);
    case Kind::Busy:
    case Kind::Serialization:
    case Kind::Deadlock:
    case Kind::Full:
    case Kind::Unavailable:
        return problemLater(503, u"unavailable"_s, language, 2);
    case Kind::Corrupt:
    case Kind::Other:
        break;
    }
    return problem(500, u"internal"_s, language);
}

} // namespace belanjain::marketplace
