// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace belanjain::powerloss
{

/// All rows of a database as one sum a table.
struct Fingerprint
{
    QMap<QString, QByteArray> exact;
    /// Without what chance and the clock made: the same work done a second time gives the same.
    QMap<QString, QByteArray> masked;
    QString problem; ///< SQLite's word when it could not be read, or finds it damaged

    bool operator==(const Fingerprint& other) const { return exact == other.exact; }
    /// The tables in which the two differ.
    QString difference(const Fingerprint& other) const;
    QString maskedDifference(const Fingerprint& other) const;
};

/// Of a file that need not be there. Changes nothing in it, and leaves its log as it is.
Fingerprint fingerprintOf(const QString& file, bool checksIntegrity = false);

} // namespace belanjain::powerloss
