// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/json.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belanjain::protocol
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int maxDepth = 64;

/// QJsonDocument recurses up to 1,024 levels; a body never needs more than a few.
bool nestsTooDeep(const QByteArray& text)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

tl::expected<QJsonObject, int> parseObject(const QByteArray& text)
{
    if (nestsTooDeep(text))
        return tl::unexpected(0);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        // Qt tells of a place beyond the end when a string is cut.
        return tl::unexpected(std::min(error.offset, int(text.size())));
    if (!document.isObject())
        return tl::unexpected(0);
    return document.object();
}

QByteArray toJson(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

std::optional<qint64> toInteger(const QJsonValue& value)
{
    constexpr double exact = 9'007'199'254'740'992.0;
    if (!value.isDouble())
        return std::nullopt;
    const double real = value.toDouble();
    if (std::trunc(real) != real || std::abs(real) > exact)
        return std::nullopt;
    return value.toInteger();
}

QString ObjectReader::path(QStringView key) const { return m_prefix + key.toString(); }

void ObjectReader::fail(QStringView key, const QString& code) { m_errors.append({path(key), code}); }

QJsonValue ObjectReader::require(QStringView key)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        fail(key, u"missing"_s);
    return value;
}

QString ObjectReader::string(QStringView key)
{
    const QJsonValue value = require(key);
    if (!value.isUndefined() && !value.isString())
        fail(key, u"not_a_string"_s);
    return value.toString();
}

qint64 ObjectReader::integer(QStringView key)
{
    const QJsonValue value = require(key);
    const auto number = toInteger(value);
    if (!value.isUndefined() && !number)
        fail(key, u"not_an_integer"_s);
    return number.value_or(0);
}

qint32 ObjectReader::integer32(QStringView key)
{
    const qint64 number = integer(key);
    if (number < std::numeric_limits<qint32>::min() || number > std::numeric_limits<qint32>::max()) {
        fail(key, u"out_of_range"_s);
        return 0;
    }
    return qint32(number);
}

bool ObjectReader::boolean(QStringView key)
{
    const QJsonValue value = require(key);
    if (!value.isUndefined() && !value.isBool())
        fail(key, u"not_a_boolean"_s);
    return value.toBool();
}

Instant ObjectReader::instant(QStringView key)
{
    const QString text = string(key);
    const auto parsed = parseRfc3339(text);
    if (!parsed && m_object.value(key).isString())
        fail(key, u"not_a_time"_s);
    return parsed.value_or(Instant{});
}

QJsonObject ObjectReader::object(QStringView key)
{
    const QJsonValue value = require(key);
    if (!value.isUndefined() && !value.isObject())
        fail(key, u"not_an_object"_s);
    return value.toObject();
}

QJsonArray ObjectReader::array(QStringView key)
{
    const QJsonValue value = require(key);
    if (!value.isUndefined() && !value.isArray())
        fail(key, u"not_an_array"_s);
    return value.toArray();
}

std::optional<QString> ObjectReader::optionalString(QStringView key)
{
    return has(key) && !isNull(key) ? std::optional(string(key)) : std::nullopt;
}

std::optional<qint64> ObjectReader::optionalInteger(QStringView key)
{
    return has(key) && !isNull(key) ? std::optional(integer(key)) : std::nullopt;
}

std::optional<qint32> ObjectReader::optionalInteger32(QStringView key)
{
    return has(key) && !isNull(key) ? std::optional(integer32(key)) : std::nullopt;
}

std::optional<bool> ObjectReader::optionalBoolean(QStringView key)
{
    return has(key) && !isNull(key) ? std::optional(boolean(key)) : std::nullopt;
}

std::optional<QJsonObject> ObjectReader::optionalObject(QStringView key)
{
    return has(key) && !isNull(key) ? std::optional(object(key)) : std::nullopt;
}

std::optional<QJsonArray> ObjectReader::optionalArray(QStringView key)
{
    return has(key) && !isNull(key) ? std::optional(array(key)) : std::nullopt;
}

void ObjectReader::eachObject(const QJsonArray& array, QStringView key,
                              const std::function<void(ObjectReader&)>& read)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString name = u"%1[%2]"_s.arg(key).arg(i);
        if (!array.at(i).isObject()) {
            fail(name, u"not_an_object"_s);
            continue;
        }
        ObjectReader reader(array.at(i).toObject(), m_prefix + name + u'.');
        read(reader);
        m_errors += reader.m_errors;
    }
}

QStringList ObjectReader::strings(QStringView key)
{
    QStringList list;
    const QJsonArray values = array(key);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values.at(i).isString())
            fail(u"%1[%2]"_s.arg(key).arg(i), u"not_a_string"_s);
        list << values.at(i).toString();
    }
    return list;
}

} // namespace belanjain::protocol
