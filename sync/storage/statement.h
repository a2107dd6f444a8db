// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace belanjain::storage
{

/// A prepared statement kept by its connection. Busy while a Rows reads from it.
struct CachedStatement
{
    std::unique_ptr<Statement> statement;
    bool busy = false;
    quint64 lastUse = 0; ///< in calls of the connection
};

/// The row a query stands on. Valid inside the callback it is given to.
class Row
{
public:
    explicit Row(const Statement& statement) : m_statement(statement) {}

    bool isNull(int column) const { return m_statement.isNull(column); }
    QString text(int column) const { return m_statement.text(column); }
    QByteArray bytes(int column) const { return m_statement.bytes(column); }
    qint64 integer(int column) const { return m_statement.integer(column); }
    qint32 integer32(int column) const { return qint32(integer(column)); }
    double real(int column) const { return m_statement.real(column); }
    bool boolean(int column) const { return m_statement.boolean(column); }
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
    const Statement& m_statement;
};

/// An executed query; gives its statement back when it goes out of scope.
class Rows
{
public:
    explicit Rows(std::shared_ptr<CachedStatement> statement) : m_statement(std::move(statement)) {}
    Rows(Rows&&) = default;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    /// False at the end, an error when the database failed while reading.
    Result<bool> next() { return m_statement->statement->next(); }
    Row row() const { return Row(*m_statement->statement); }
    qint64 affected() const { return m_statement->statement->affected(); }

private:
    std::shared_ptr<CachedStatement> m_statement;
};

} // namespace belanjain::storage
