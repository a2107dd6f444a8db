// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace belanjain::simulation
{

/// The schema of the program before this one: all migrations but the last, and the way back to it, so that a
/// file that lives today can be made into one that the former program left.
class FormerSchema
{
public:
    FormerSchema() = default;
    /// Of a folder of migrations for SQLite.
    explicit FormerSchema(const QString& folder);

    /// Empty, or why there is no way back.
    const QString& problem() const { return m_problem; }
    bool isKnown() const { return m_problem.isEmpty(); }
    /// The tables that the last migration made.
    const QStringList& addedTables() const { return m_addedTables; }
    /// Takes away from the database what the last migration brought. Nothing is done when it is not of today.
    storage::Outcome putBack(storage::Database& db) const;

private:
    struct Shape
    {
        QHash<QString, QString> made; ///< SQL of tables, indexes, triggers and views, by name
        QHash<QString, QStringList> columns;
        QSet<QString> tables;
    };

    static storage::Result<Shape> shapeOf(storage::Database& db);
    storage::Result<Shape> after(const QString& folder, qsizetype migrations) const;

    int m_version = 0; ///< today's
    QString m_problem = QStringLiteral("not looked at");
    Shape m_former;
    Shape m_today;
    QStringList m_addedTables;
};

} // namespace belanjain::simulation
