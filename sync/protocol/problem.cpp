// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/problem.h"

#include "protocol/json.h"

namespace belanjain::protocol
{
using namespace Qt::StringLiterals;

QString statusTitle(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 408:
        return u"Request Timeout"_s;
    case 409:
        return u"Conflict"_s;
    case 410:
        return u"Gone"_s;
    case 412:
        return u"Precondition Failed"_s;
    case 413:
        return u"Content Too Large"_s;
    case 415:
        return u"Unsupported Media Type"_s;
    case 422:
        return u"Unprocessable Content"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 431:
        return u"Request Header Fields Too Large"_s;
    case 501:
        return u"Not Implemented"_s;
    case 503:
        return u"Service Unavailable"_s;
    default:
        return status >= 500 ? u"Internal Server Error"_s : u"Error"_s;
    }
}

QJsonObject Problem::toJson() const
{
    QJsonArray list;
    for (const ProblemField& entry : errors) {
        QJsonObject json = entry.extra;
        json[u"field"_s] = entry.field;
        json[u"code"_s] = entry.code;
        json[u"message"_s] = entry.message;
        list.append(json);
    }
    QJsonObject json = extra;
    json[u"type"_s] = u"about:blank"_s;
    json[u"title"_s] = statusTitle(status);
    json[u"status"_s] = status;
    json[u"detail"_s] = detail;
    json[u"code"_s] = code;
    json[u"instance"_s] = instance;
    json[u"errors"_s] = list;
    return json;
}

QByteArray Problem::toBytes() const { return protocol::toJson(toJson()); }

Problem Problem::read(int status, const QByteArray& body)
{
    Problem problem{.status = status};
    const auto json = parseObject(body);
    if (!json)
        return problem;
    problem.code = json->value(u"code").toString();
    problem.detail = json->value(u"detail").toString();
    problem.instance = json->value(u"instance").toString();
    const QJsonArray list = json->value(u"errors").toArray();
    for (const QJsonValue& value : list) {
        QJsonObject entry = value.toObject();
        ProblemField field{.field = entry.take(u"field").toString(),
                           .code = entry.take(u"code").toString(),
                           .message = entry.take(u"message").toString()};
        field.extra = entry;
        problem.errors.append(field);
    }
    problem.extra = *json;
    for (const QString& known : {u"type"_s, u"title"_s, u"status"_s, u"detail"_s, u"code"_s, u"instance"_s, u"errors"_s})
        problem.extra.remove(known);
    return problem;
}

} // namespace belanjain::protocol
