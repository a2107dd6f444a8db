// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/stored_json.h"

#include <QJsonDocument>

namespace belanjain::replica {
using namespace Qt::StringLiterals;

QString toText(const QJsonObject& object)
{
    return object.isEmpty() ? u"{}"_s
                            : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString toText(const QJsonArray& array)
{
    return array.isEmpty() ? u"[]"_s : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(const QString& text)
{
    return text == u"{}" ? QJsonObject() : QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonArray arrayFrom(const QString& text)
{
    return text == u"[]" ? QJsonArray() : QJsonDocument::fromJson(text.toUtf8()).array();
}

} // namespace belanjain::replica
