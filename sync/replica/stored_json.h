// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace belanjain::replica {

// JSON inside text columns. What is read back was written here, so an unreadable text is an empty value.

QString toText(const QJsonObject& object);
QString toText(const QJsonArray& array);
QJsonObject objectFrom(const QString& text);
QJsonArray arrayFrom(const QString& text);

/// A null QString would be bound as NULL; columns of text have none.
inline QString notNull(const QString& text) { return text.isNull() ? QStringLiteral("") : text; }

} // namespace belanjain::replica
