// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"

#include "domain/text.h"

#include <QRegularExpression>

namespace belanjain {
using namespace Qt::StringLiterals;

QString normalisedEmail(const QString& text)
{
    return text.trimmed().normalized(QString::NormalizationForm_C).toLower();
}

Checked<QString> checkEmail(const QString& text, const QString& field)
{
    static const QRegularExpression shape(
        uR"(\A[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
        uR"(@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\z)"_s);
    QString email = normalisedEmail(text);
    if (email.isEmpty())
        return tl::unexpected(Violation{field, Rule::Required, {}});
    if (email.size() > maxEmail)
        return tl::unexpected(Violation{field, Rule::TooLong, {QString::number(maxEmail)}});
    if (email.indexOf(u'@') > 64 || !shape.match(email).hasMatch())
        return tl::unexpected(Violation{field, Rule::EmailMalformed, {}});
    return email;
}

Checked<QString> checkPersonName(const QString& text, const QString& field)
{
    return checkLine(text, maxPersonName, field);
}

Checked<QString> checkPasswordLength(const QString& password, const QString& field)
{
    if (password.isEmpty())
        return tl::unexpected(Violation{field, Rule::Required, {}});
    const qsizetype length = codePoints(password);
    if (length < minPassword)
        return tl::unexpected(Violation{field, Rule::TooShort, {QString::number(minPassword)}});
    if (length > maxPassword)
        return tl::unexpected(Violation{field, Rule::TooLong, {QString::number(maxPassword)}});
    return password;
}

} // namespace belanjain
