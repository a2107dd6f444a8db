// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace belanjain::marketplace
{

/// Fills a template in: {{name}} is a value, {{#name}}…{{/name}} is repeated for each object of an array, or
/// there once when the value is neither empty nor missing, {{^name}}…{{/name}} when it is. Names that an inner
/// object does not have are the outer one's. A line that holds one section mark alone leaves no line. Values
/// lose their control characters and line ends, so that nobody's name becomes another line.
QString fillTemplate(const QString& text, const QJsonObject& values);

/// A plain text as HTML: paragraphs between blank lines, and lists of the lines that begin with "- ". All of it
/// is escaped.
QString htmlOf(const QString& text);

} // namespace belanjain::marketplace
