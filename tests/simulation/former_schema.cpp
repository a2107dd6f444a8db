// SPDX-License-Identifier: GPL-3.0-or-later
#include "former_schema.h"

#include "storage/migrator.h"

#include <QDir>
#include <QFile>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Result;
using storage::Row;

Result<FormerSchema::Shape> FormerSchema::shapeOf(Database& db)
{
    Shape shape;
    // The tables behind a virtual one come and go with it.
    const auto read = db.each(u"SELECT m.name, m.type, m.sql FROM sqlite_master m JOIN pragma_table_list l "
                              "ON l.name = m.tbl_name WHERE m.sql IS NOT NULL AND l.schema = 'main' AND l.type <> 'shadow' "
                              "AND m.name NOT LIKE 'sqlite_%'"_s,
                              {}, [&](const Row& row) {
                                  shape.made.insert(row.text(0), row.text(2));
                                  if (row.text(1) == u"table"_s)
                                      shape.tables.insert(row.text(0));
                              });
    if (!read)
        return tl::unexpected(read.error());
    for (const QString& table : std::as_const(shape.tables)) {
        const auto columns = db.all(u"SELECT name FROM pragma_table_info(?)"_s, {table}, [](const Row& row) { return row.text(0); });
        if (!columns)
            return tl::unexpected(columns.error());
        shape.columns.insert(table, *columns);
    }
    return shape;
}

Result<FormerSchema::Shape> FormerSchema::after(const QString& folder, qsizetype migrations) const
{
    auto db = Database::open(storage::Address::sqlite(u":memory:"_s));
    if (!db)
        return tl::unexpected(db.error());
    const QStringList files = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString& name : files.first(migrations)) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(storage::Error{storage::Error::Kind::Other, file.errorString()});
        for (const QString& statement : storage::splitStatements(QString::fromUtf8(file.readAll()))) {
            if (const auto done = (*db)->execute(statement); !done)
                return tl::unexpected(done.error());
        }
    }
    return shapeOf(**db);
}

FormerSchema::FormerSchema(const QString& folder)
{
    m_problem.clear();
    m_version = int(QDir(folder).entryList({u"*.sql"_s}, QDir::Files).size());
    if (m_version < 2) {
        m_problem = u"there is none before the first"_s;
        return;
    }
    auto former = after(folder, m_version - 1);
    auto today = after(folder, m_version);
    if (!former || !today) {
        m_problem = former ? today.error().text : former.error().text;
        return;
    }
    m_former = std::move(*former);
    m_today = std::move(*today);
    for (const QString& table : std::as_const(m_former.tables)) {
        if (!m_today.tables.contains(table))
            m_problem = u"the table %1 is gone"_s.arg(table);
        for (const QString& column : m_former.columns.value(table)) {
            if (!m_today.columns.value(table).contains(column))
                m_problem = u"%1.%2 is gone"_s.arg(table, column);
        }
    }
    for (const QString& table : std::as_const(m_today.tables)) {
        if (!m_former.tables.contains(table))
            m_addedTables << table;
    }
    m_addedTables.sort();
    if (!m_problem.isEmpty())
        return;
    // Whether the way back leads there shows at an empty database.
    auto empty = Database::open(storage::Address::sqlite(u":memory:"_s));
    const auto made = empty ? storage::migrate(**empty, folder) : tl::unexpected(empty.error());
    const auto back = made ? putBack(**empty) : tl::unexpected(made.error());
    const auto shape = back ? shapeOf(**empty) : tl::unexpected(back.error());
    if (!shape)
        m_problem = shape.error().text;
    else if (auto tables = shape->columns; tables.remove(u"schema_migrations"_s) && tables != m_former.columns)
        m_problem = u"the way back leads elsewhere"_s;
}

Outcome FormerSchema::putBack(Database& db) const
{
    const auto version = db.integer(u"SELECT max(version) FROM schema_migrations"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (*version != m_version)
        return {};
    QStringList statements{u"PRAGMA foreign_keys=OFF"_s, u"BEGIN IMMEDIATE"_s};
    QStringList again;
    QStringList names = m_today.made.keys();
    names.sort();
    for (const QString& name : std::as_const(names)) {
        const QString sql = m_today.made.value(name);
        if (m_today.tables.contains(name) || m_former.made.value(name) == sql)
            continue;
        const QString type = sql.section(u' ', 1, 1) == u"UNIQUE" ? u"INDEX"_s : sql.section(u' ', 1, 1);
        statements << u"DROP %1 %2"_s.arg(type, name);
        if (m_former.made.contains(name))
            again << m_former.made.value(name);
    }
    for (const QString& table : m_addedTables)
        statements << u"DROP TABLE "_s + table;
    for (const QString& name : std::as_const(names)) {
        if (!m_former.tables.contains(name))
            continue;
        for (const QString& column : m_today.columns.value(name)) {
            if (!m_former.columns.value(name).contains(column))
                statements << u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(name, column);
        }
    }
    statements << again << u"DELETE FROM schema_migrations WHERE version = %1"_s.arg(m_version) << u"COMMIT"_s;
    for (const QString& statement : std::as_const(statements)) {
        if (const auto done = db.execute(statement); !done)
            return done;
    }
    return {};
}

} // namespace belanjain::simulation
