// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/error.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <optional>

namespace belanjain::storage
{

/// A prepared statement kept by its connection. Busy while a Rows reads from it.
struct CachedStatement
{
    QSqlQuery query;
    QString sql;
    bool busy = false;
};

/// The row a query stands on. Valid inside the callback it is given to.
class Row
{
public:
    explicit Row(const QSqlQuery& query) : m_query(query) {}

    bool isNull(int column) const { return m_query.isNull(column); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    qint32 integer32(int column) const { return qint32(integer(column)); }
    double real(int column) const { return m_query.value(column).toDouble(); }
    bool boolean(int column) const { return m_query.value(column).toBool(); }
    std::optional<qint64> optionalInteger(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(integer(column));
    }
    /// nullopt for NULL or for text that is no id of this kind.
    template<class SomeId>
    std::optional<SomeId> id(int column) const
    {
        return SomeId::parse(text(column));
    }

private:
    const QSqlQuery& m_query;
};

/// An executed query; gives its statement back when it goes out of scope.
class Rows
{
public:
    Rows(std::shared_ptr<CachedStatement> statement, Dialect dialect)
        : m_statement(std::move(statement)), m_dialect(dialect)
    {
    }
    Rows(Rows&&) = default;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    /// False at the end, an error when the database failed while reading.
    Result<bool> next();
    Row row() const { return Row(m_statement->query); }
    qint64 affected() const { return m_statement->query.numRowsAffected(); }

private:
    std::shared_ptr<CachedStatement> m_statement;
    Dialect m_dialect;
};

} // namespace belanjain::storage
