// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QList>
#include <QString>

namespace belanjain::marketplace
{

/// One thing that is not as it has to be.
struct Finding
{
    QString check; ///< the name of the check that found it: "stock ledger"
    QString id;    ///< of the row it is about
    QString text;  ///< what is wrong with it, in English, for an operator
};

/// What the doctor found. Only the first findings of a check are kept, but all are counted.
struct Diagnosis
{
    static constexpr int mostKept = 20; ///< of each check

    QList<Finding> findings;
    qint64 found = 0;
    int checks = 0; ///< that were made

    bool isContent() const { return found == 0; }
    /// A line for each finding, and one for those that are not kept; for people.
    QStringList lines() const;
};

/// Checks every invariant of a marketplace's database. Only reads, in one transaction, so that it may run
/// beside a server, and holds a few numbers of each variant in memory. Takes seconds for half a
/// million order lines. The files of pictures are looked for in `imageFolder` when one is given. The error is
/// the database's.
storage::Result<Diagnosis> runDoctor(storage::Database& db, const QString& imageFolder = {});

} // namespace belanjain::marketplace
