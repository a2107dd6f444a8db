// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "storage/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;
namespace
{

class PostgresStatement final : public Statement
{
public:
    PostgresStatement(QSqlQuery query, QString sql) : m_query(std::move(query)), m_sql(std::move(sql)) {}

    Outcome execute(const QVariantList& values) override
    {
        for (qsizetype i = 0; i < values.size(); ++i)
            m_query.bindValue(int(i), values.at(i));
        if (m_query.exec())
            return {};
        const Error error = toError(m_query.lastError(), Dialect::Postgres, m_sql);
        m_query.finish();
        return tl::unexpected(error);
    }

    Result<bool> next() override
    {
        if (m_query.next())
            return true;
        const QSqlError error = m_query.lastError();
        if (error.isValid() && error.type() != QSqlError::NoError)
            return tl::unexpected(toError(error, Dialect::Postgres, m_sql));
        return false;
    }

    qint64 affected() const override { return m_query.numRowsAffected(); }
    void finish() override { m_query.finish(); }

    bool isNull(int column) const override { return m_query.isNull(column); }
    QString text(int column) const override { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }
    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    double real(int column) const override { return m_query.value(column).toDouble(); }
    bool boolean(int column) const override { return m_query.value(column).toBool(); }

private:
    QSqlQuery m_query;
    QString m_sql;
};

class PostgresConnection final : public Connection
{
public:
    explicit PostgresConnection(QSqlDatabase connection) : m_connection(std::move(connection)) {}

    ~PostgresConnection() override
    {
        const QString name = m_connection.connectionName();
        m_connection.close();
        m_connection = {};
        QSqlDatabase::removeDatabase(name);
    }

    Result<std::unique_ptr<Statement>> prepare(const QString& sql) override
    {
        QSqlQuery query(m_connection);
        // A forward-only result comes row by row, and is lost when the connection runs anything else.
        query.setForwardOnly(false);
        if (!query.prepare(sql))
            return tl::unexpected(toError(query.lastError(), Dialect::Postgres, sql));
        return std::make_unique<PostgresStatement>(std::move(query), sql);
    }

    Outcome execute(const QString& sql) override
    {
        QSqlQuery query(m_connection);
        if (!query.exec(sql))
            return tl::unexpected(toError(query.lastError(), Dialect::Postgres, sql));
        return {};
    }

private:
    QSqlDatabase m_connection;
};

} // namespace

Result<std::unique_ptr<Connection>> openPostgres(const Address& address, const Options&)
{
    const QString name = QUuid::createUuid().toString(QUuid::Id128);
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
    connection.setHostName(address.host);
    connection.setPort(address.port);
    connection.setUserName(address.user);
    connection.setPassword(address.password);
    connection.setDatabaseName(address.name);
    QString parameters = u"connect_timeout=5;application_name=belanjain;"
                         "options='-c client_min_messages=warning -c jit=off'"_s;
    for (const auto& [key, value] : address.tls)
        parameters += u';' + key + u'=' + value;
    connection.setConnectOptions(parameters);
    if (!connection.open()) {
        const Error error = toError(connection.lastError(), Dialect::Postgres, u"open"_s);
        connection = {};
        QSqlDatabase::removeDatabase(name);
        return tl::unexpected(error);
    }
    return std::make_unique<PostgresConnection>(std::move(connection));
}

} // namespace belanjain::storage
