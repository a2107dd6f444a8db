// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/violation.h"
#include "marketplace/http/response.h"
#include "protocol/json.h"
#include "protocol/problem.h"
#include "storage/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <tl/expected.hpp>

namespace belanjain::marketplace
{

template<class T>
using Expected = tl::expected<T, protocol::Problem>;

/// What a handler gives. A problem undoes what the call wrote; a response, whatever its status, keeps it.
using Answer = Expected<http::Response>;

/// 200 (or another status) with a JSON body.
http::Response json(int status, const QJsonObject& body);
/// One resource with its strong tag "v<version>". `aside` stands for what the body shows besides the row
/// itself (a count of other rows): "v<version>.<aside>", which If-Match does not look at.
http::Response resource(int status, const QJsonObject& body, qint64 version, const QByteArray& aside = {});
http::Response noContent();
/// An error as application/problem+json with the headers that go with its status. Handlers use
/// Call::keep(), or give the problem itself.
http::Response toResponse(const protocol::Problem& problem);

/// A problem with the sentence that belongs to its code (problem_text.h).
protocol::Problem problem(int status, const QString& code, Language language);
/// A problem that tells the client when to come back: 429 and 503.
protocol::Problem problemLater(int status, const QString& code, Language language, int retryAfterSeconds);
/// 404 not_found.
protocol::Problem notFound(Language language);
/// 403 forbidden: somebody else's row.
protocol::Problem forbidden(Language language);

/// The one place that says which status a broken rule has: 409 for a conflict with the current state, 403
/// and 404 for what they are, else 422. Status and code are those of the first.
protocol::Problem fromViolations(const QList<Violation>& violations, Language language);
protocol::Problem fromViolation(const Violation& violation, Language language);
int statusOf(Rule rule);
/// 400 invalid_request with every missing or ill-typed field.
protocol::Problem fromFieldErrors(const QList<protocol::FieldError>& errors, Language language);
/// 400 invalid_request for one query parameter.
protocol::Problem badParameter(const QString& name, Language language);
/// 503 for what may pass, 409 for a constraint, else 500; never shows the driver's words.
protocol::Problem fromStorage(const storage::Error& error, Language language);

} // namespace belanjain::marketplace
