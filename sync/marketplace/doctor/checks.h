// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/doctor/doctor.h"

#include <functional>

namespace belanjain::marketplace
{

/// Where a check puts what it found.
class Findings
{
public:
    explicit Findings(Diagnosis& diagnosis) : m_diagnosis(diagnosis) {}

    void start(const QString& check);
    void add(const QString& id, const QString& text);

private:
    Diagnosis& m_diagnosis;
    QString m_check;
    int m_kept = 0;
};

/// One invariant. A query finds the rows that break it: their id and up to two values, which go into the
/// sentence as %1 and %2.
struct QueryCheck
{
    QString name;
    QString sql;
    QString sentence;
};

/// One invariant that takes more than a query.
struct Check
{
    QString name;
    std::function<storage::Outcome(storage::Database&, Findings&)> run;
};

Check queryCheck(const QueryCheck& check);

QList<Check> storageChecks(const storage::Database& db);
QList<Check> accountChecks();
QList<Check> catalogueChecks();
/// With the files when a folder is given.
QList<Check> pictureChecks(const QString& imageFolder);
QList<Check> stockChecks();
QList<Check> orderChecks();
QList<Check> syncChecks();

} // namespace belanjain::marketplace
