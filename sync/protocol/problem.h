// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace belanjain::protocol
{

/// One entry of a problem's `errors`.
struct ProblemField
{
    QString field;
    QString code;
    QString message;
    QJsonObject extra; ///< further members, such as variantId, requested and available

    bool operator==(const ProblemField&) const = default;
};

/// An error answer, application/problem+json of RFC 9457, with the members the contract promises.
struct Problem
{
    int status = 500;
    QString code;     ///< stable, machine-readable: "out_of_stock"
    QString detail;   ///< for a person, in their language
    QString instance; ///< the path of the request
    QList<ProblemField> errors;
    QJsonObject extra; ///< further members, such as expected, moves or allowed

    QJsonObject toJson() const;
    QByteArray toBytes() const;
    /// Never fails: what is not a problem document becomes one with the given status and no code.
    static Problem read(int status, const QByteArray& body);
};

/// The reason phrase of an HTTP status (RFC 9110), as a problem's title.
QString statusTitle(int status);

} // namespace belanjain::protocol
