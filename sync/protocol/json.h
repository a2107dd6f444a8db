// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

#include <tl/expected.hpp>

namespace belanjain::protocol
{

/// One field of a body that is missing or of the wrong type.
struct FieldError
{
    QString field; ///< path as in "variants[2].price"
    QString code;  ///< "missing", "not_a_string", "not_an_integer", "not_an_id", …

    bool operator==(const FieldError&) const = default;
};

/// Parses one JSON object; the error is the offset of the mistake. Refuses what is not an object,
/// nesting over 64 levels, and duplicate bytes after the end.
tl::expected<QJsonObject, int> parseObject(const QByteArray& text);

QByteArray toJson(const QJsonObject& object);

/// An integer that JSON carries exactly: integral and within ±2^53.
std::optional<qint64> toInteger(const QJsonValue& value);

/// Reads the fields of an object and gathers what is wrong with them, so that an answer can name every
/// mistake at once. After reading everything, look at errors() before using the values.
class ObjectReader
{
public:
    explicit ObjectReader(const QJsonObject& object, const QString& prefix = {}) : m_object(object), m_prefix(prefix)
    {
    }

    bool has(QStringView key) const { return m_object.contains(key); }
    bool isNull(QStringView key) const { return m_object.value(key).isNull(); }

    QString string(QStringView key);
    qint64 integer(QStringView key);
    qint32 integer32(QStringView key);
    bool boolean(QStringView key);
    Money money(QStringView key) { return {integer(key)}; }
    Instant instant(QStringView key);
    QJsonObject object(QStringView key);
    QJsonArray array(QStringView key);

    /// nullopt when the key is absent or null; an ill-typed value is an error.
    std::optional<QString> optionalString(QStringView key);
    std::optional<qint64> optionalInteger(QStringView key);
    std::optional<qint32> optionalInteger32(QStringView key);
    std::optional<bool> optionalBoolean(QStringView key);
    std::optional<QJsonObject> optionalObject(QStringView key);
    std::optional<QJsonArray> optionalArray(QStringView key);

    template<class SomeId>
    SomeId id(QStringView key)
    {
        const QString text = string(key);
        if (const auto id = SomeId::parse(text))
            return *id;
        if (m_object.value(key).isString())
            fail(key, QStringLiteral("not_an_id"));
        return {};
    }
    template<class SomeId>
    std::optional<SomeId> optionalId(QStringView key)
    {
        if (!has(key) || isNull(key))
            return std::nullopt;
        return id<SomeId>(key);
    }
    /// Reads each element, an object, with a reader whose paths start with "key[i]." .
    void eachObject(const QJsonArray& array, QStringView key, const std::function<void(ObjectReader&)>& read);
    /// The elements as strings.
    QStringList strings(QStringView key);

    void fail(QStringView key, const QString& code);
    const QList<FieldError>& errors() const { return m_errors; }
    bool ok() const { return m_errors.isEmpty(); }

private:
    QJsonValue require(QStringView key);
    QString path(QStringView key) const;

    QJsonObject m_object;
    QString m_prefix;
    QList<FieldError> m_errors;
};

} // namespace belanjain::protocol
