// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/checked_file.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/sqlite_error.h"

#include <QStringEncoder>
#include <QVarLengthArray>

#include <cmath>

#include <sqlite3.h>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;
namespace
{

struct CloseConnection
{
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
struct FinalizeStatement
{
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class SqliteStatement final : public Statement
{
public:
    SqliteStatement(sqlite3* connection, sqlite3_stmt* statement, QString sql)
        : m_connection(connection), m_statement(statement), m_sql(std::move(sql))
    {
    }

    Outcome execute(const QVariantList& values) override
    {
        if (values.size() != sqlite3_bind_parameter_count(m_statement.get()))
            return tl::unexpected(Error{Error::Kind::Other, u"wrong number of values for: "_s + m_sql.left(300)});
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (const int bound = bind(int(i) + 1, values.at(i)); bound != SQLITE_OK)
                return failed(bound);
        }
        const int stepped = sqlite3_step(m_statement.get());
        if (stepped != SQLITE_ROW && stepped != SQLITE_DONE)
            return failed(stepped);
        m_affected = sqlite3_changes(m_connection);
        m_place = stepped == SQLITE_ROW ? Place::BeforeRow : Place::End;
        return {};
    }

    Result<bool> next() override
    {
        if (m_place == Place::OnRow) {
            const int stepped = sqlite3_step(m_statement.get());
            if (stepped != SQLITE_ROW && stepped != SQLITE_DONE)
                return failed(stepped);
            m_place = stepped == SQLITE_ROW ? Place::BeforeRow : Place::End;
        }
        if (m_place == Place::End)
            return false;
        m_place = Place::OnRow;
        return true;
    }

    qint64 affected() const override { return m_affected; }

    void finish() override
    {
        // Tells the error of the last step once more, which execute() and next() have told already.
        sqlite3_reset(m_statement.get());
        m_place = Place::End;
    }

    bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
    }
    QString text(int column) const override
    {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
        return text ? QString::fromUtf8(text, sqlite3_column_bytes(m_statement.get(), column)) : QString();
    }
    QByteArray bytes(int column) const override
    {
        if (isNull(column))
            return {};
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
        return QByteArray(bytes ? bytes : "", sqlite3_column_bytes(m_statement.get(), column));
    }
    qint64 integer(int column) const override
    {
        // Beyond it rounding is undefined; SQLite's own conversion stops at the ends.
        constexpr double largest = 9.2e18;
        if (sqlite3_column_type(m_statement.get(), column) == SQLITE_FLOAT) {
            if (const double value = sqlite3_column_double(m_statement.get(), column); std::abs(value) < largest)
                return qRound64(value);
        }
        return sqlite3_column_int64(m_statement.get(), column);
    }
    double real(int column) const override { return sqlite3_column_double(m_statement.get(), column); }
    bool boolean(int column) const override { return sqlite3_column_int64(m_statement.get(), column) != 0; }

private:
    enum class Place : quint8 { BeforeRow, OnRow, End };

    int bind(int place, const QVariant& value)
    {
        sqlite3_stmt* const statement = m_statement.get();
        if (value.isNull())
            return sqlite3_bind_null(statement, place);
        switch (value.typeId()) {
        case QMetaType::QString:
            return bindText(place, *static_cast<const QString*>(value.constData()));
        case QMetaType::QByteArray: {
            const auto& bytes = *static_cast<const QByteArray*>(value.constData());
            return sqlite3_bind_blob64(statement, place, bytes.constData(), sqlite3_uint64(bytes.size()),
                                       SQLITE_TRANSIENT);
        }
        case QMetaType::Bool:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::Long:
        case QMetaType::LongLong:
        case QMetaType::Short:
            return sqlite3_bind_int64(statement, place, value.toLongLong());
        case QMetaType::Float:
        case QMetaType::Double:
            return sqlite3_bind_double(statement, place, value.toDouble());
        default:
            return bindText(place, value.toString());
        }
    }

    int bindText(int place, const QString& text)
    {
        QStringEncoder encoder(QStringEncoder::Utf8);
        QVarLengthArray<char, 1024> utf8(encoder.requiredSpace(text.size()));
        const char* const end = encoder.appendToBuffer(utf8.data(), text);
        return sqlite3_bind_text64(m_statement.get(), place, utf8.constData(), sqlite3_uint64(end - utf8.constData()),
                                   SQLITE_TRANSIENT, SQLITE_UTF8);
    }

    tl::unexpected<Error> failed(int result)
    {
        const Error error = sqliteError(m_connection, result, m_sql);
        finish();
        return tl::unexpected(error);
    }

    sqlite3* m_connection;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> m_statement;
    QString m_sql;
    qint64 m_affected = 0;
    Place m_place = Place::End;
};

class SqliteConnection final : public Connection
{
public:
    explicit SqliteConnection(sqlite3* connection) : m_connection(connection) {}

    Result<std::unique_ptr<Statement>> prepare(const QString& sql) override
    {
        const QByteArray text = sql.toUtf8();
        sqlite3_stmt* prepared = nullptr;
        const char* rest = nullptr;
        const int result = sqlite3_prepare_v3(m_connection.get(), text.constData(), int(text.size()),
                                              SQLITE_PREPARE_PERSISTENT, &prepared, &rest);
        if (result != SQLITE_OK)
            return tl::unexpected(sqliteError(m_connection.get(), result, sql));
        auto statement = std::make_unique<SqliteStatement>(m_connection.get(), prepared, sql);
        if (!prepared || !QByteArrayView(rest).trimmed().isEmpty())
            return tl::unexpected(Error{Error::Kind::Other, u"not one statement: "_s + sql.left(300)});
        return statement;
    }

    Outcome execute(const QString& sql) override
    {
        const int result = sqlite3_exec(m_connection.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr);
        if (result != SQLITE_OK)
            return tl::unexpected(sqliteError(m_connection.get(), result, sql));
        return {};
    }

private:
    std::unique_ptr<sqlite3, CloseConnection> m_connection;
};

} // namespace

Error sqliteError(sqlite3* connection, int result, const QString& context)
{
    const int extended = connection ? sqlite3_extended_errcode(connection) : result;
    const char* const words = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(result);
    const QString text = u"%1 [%2]"_s.arg(QString::fromUtf8(words)).arg(extended);
    return {sqliteKind(result), context.isEmpty() ? text : text + u" in: "_s + context.left(300)};
}

Result<std::unique_ptr<Connection>> openSqlite(const Address& address, const Options& options)
{
    sqlite3* opened = nullptr;
    const bool checked = !address.name.isEmpty();
    const int result = sqlite3_open_v2(address.file.toUtf8().constData(), &opened,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
                                           | (options.readOnly ? 0 : SQLITE_OPEN_CREATE),
                                       checked ? checkedLayer() : nullptr);
    auto connection = std::make_unique<SqliteConnection>(opened); // a failed one has to be closed too
    if (result != SQLITE_OK)
        return tl::unexpected(sqliteError(opened, result, u"open"_s));
    sqlite3_busy_timeout(opened, options.busyTimeoutMs);
    int reserved = checkValueBytes;
    if (checked) // a file that has pages already keeps them as they are
        sqlite3_file_control(opened, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    return connection;
}

} // namespace belanjain::storage
