// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "storage/database.h"

#include <QByteArrayList>
#include <QVarLengthArray>

#include <utility>

#include <libpq-fe.h>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;
namespace
{

/// The oldest that answers what the marketplace asks, and is still looked after by its makers.
constexpr int oldestServer = 120'000;
constexpr Oid byteaType = 17;

struct CloseConnection
{
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult
{
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ClearResult>;

void ignoreNotice(void*, const PGresult*) {}

/// "?" as PostgreSQL counts them: $1, $2. Not within a text or a quoted name.
QByteArray numbered(const QString& sql)
{
    QByteArray text;
    text.reserve(sql.size() + 16);
    char16_t quote = 0;
    int count = 0;
    for (const QChar c : sql) {
        if (quote != 0)
            quote = c == QChar(quote) ? 0 : quote;
        else if (c == u'\'' || c == u'"')
            quote = c.unicode();
        if (c == u'?' && quote == 0)
            text += '$' + QByteArray::number(++count);
        else if (c.unicode() < 0x80)
            text += char(c.unicode());
        else
            text += QString(c).toUtf8();
    }
    return text;
}

QByteArray textOf(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return static_cast<const QString*>(value.constData())->toUtf8();
    case QMetaType::QByteArray:
        return "\\x" + static_cast<const QByteArray*>(value.constData())->toHex();
    case QMetaType::Bool:
        return value.toBool() ? "1" : "0"; // booleans are numbers in every table
    default:
        return value.toString().toUtf8();
    }
}

/// What went wrong with a statement, or with the connection when there is no result.
Error errorOf(PGconn* connection, const PGresult* result, const QString& context)
{
    const char* const state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char* const words = result ? PQresultErrorMessage(result) : PQerrorMessage(connection);
    Error error;
    // libpq has no state for what it notices itself: the server cannot be reached, or is gone.
    error.kind = state && PQstatus(connection) == CONNECTION_OK ? postgresKind(QString::fromLatin1(state))
                                                                 : Error::Kind::Unavailable;
    error.text = QString::fromUtf8(words).simplified();
    if (state)
        error.text += u" [%1]"_s.arg(QLatin1StringView(state));
    if (!context.isEmpty())
        error.text += u" in: "_s + context.left(300);
    return error;
}

bool isWell(const PGresult* result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

class PostgresStatement final : public Statement
{
public:
    PostgresStatement(PGconn* connection, std::shared_ptr<QByteArrayList> discarded, QByteArray name, QString sql)
        : m_connection(connection), m_discarded(std::move(discarded)), m_name(std::move(name)), m_sql(std::move(sql))
    {
    }

    ~PostgresStatement() override { m_discarded->append(m_name); }

    Outcome execute(const QVariantList& values) override
    {
        QVarLengthArray<QByteArray, 24> texts(values.size());
        QVarLengthArray<const char*, 24> pointers(values.size());
        for (qsizetype i = 0; i < values.size(); ++i) {
            const bool missing = values.at(i).isNull();
            texts[i] = missing ? QByteArray() : textOf(values.at(i));
            pointers[i] = missing ? nullptr : texts[i].constData();
        }
        m_row = -1;
        m_result.reset(PQexecPrepared(m_connection, m_name.constData(), int(values.size()), pointers.constData(),
                                      nullptr, nullptr, 0));
        if (m_result && isWell(m_result.get()))
            return {};
        const Error error = errorOf(m_connection, m_result.get(), m_sql);
        m_result.reset();
        return tl::unexpected(error);
    }

    Result<bool> next() override { return ++m_row < PQntuples(m_result.get()); }
    qint64 affected() const override { return QByteArray(PQcmdTuples(m_result.get())).toLongLong(); }
    void finish() override { m_result.reset(); }

    bool isNull(int column) const override { return PQgetisnull(m_result.get(), m_row, column) != 0; }
    QString text(int column) const override
    {
        return isNull(column) ? QString() : QString::fromUtf8(raw(column));
    }
    QByteArray bytes(int column) const override
    {
        if (isNull(column))
            return {};
        const QByteArrayView value = raw(column);
        if (PQftype(m_result.get(), column) == byteaType)
            return QByteArray::fromHex(value.sliced(2).toByteArray()); // "\x6162"
        return value.toByteArray();
    }
    qint64 integer(int column) const override
    {
        bool isWhole = false;
        const qint64 value = raw(column).toLongLong(&isWhole);
        return isWhole ? value : qRound64(real(column));
    }
    double real(int column) const override { return raw(column).toDouble(); }
    bool boolean(int column) const override { return raw(column) == "t" || integer(column) != 0; }

private:
    QByteArrayView raw(int column) const
    {
        return {PQgetvalue(m_result.get(), m_row, column), PQgetlength(m_result.get(), m_row, column)};
    }

    PGconn* m_connection;
    std::shared_ptr<QByteArrayList> m_discarded;
    QByteArray m_name;
    QString m_sql;
    ResultHandle m_result; ///< whole: what else the connection runs does not touch it
    int m_row = -1;
};

class PostgresConnection final : public Connection
{
public:
    explicit PostgresConnection(PGconn* connection) : m_connection(connection) {}

    Result<std::unique_ptr<Statement>> prepare(const QString& sql) override
    {
        discardStatements();
        const QByteArray name = "s" + QByteArray::number(++m_count);
        const ResultHandle prepared(
            PQprepare(m_connection.get(), name.constData(), numbered(sql).constData(), 0, nullptr));
        if (!prepared || !isWell(prepared.get()))
            return tl::unexpected(errorOf(m_connection.get(), prepared.get(), sql));
        return std::make_unique<PostgresStatement>(m_connection.get(), m_discarded, name, sql);
    }

    Outcome execute(const QString& sql) override
    {
        const ResultHandle done(PQexec(m_connection.get(), sql.toUtf8().constData()));
        if (!done || !isWell(done.get()))
            return tl::unexpected(errorOf(m_connection.get(), done.get(), sql));
        // A commit of what has failed before is a rollback that went well.
        if (sql == u"COMMIT" && QByteArrayView(PQcmdStatus(done.get())) != "COMMIT")
            return tl::unexpected(Error{Error::Kind::Other, u"the transaction had failed before its commit"_s});
        return {};
    }

    bool isLost() const override { return PQstatus(m_connection.get()) != CONNECTION_OK; }

private:
    /// Statements go in bulk at the end of a connection, which then need not be told of each.
    void discardStatements()
    {
        if (PQtransactionStatus(m_connection.get()) == PQTRANS_INERROR)
            return;
        for (const QByteArray& name : std::exchange(*m_discarded, {}))
            ResultHandle(PQexec(m_connection.get(), ("DEALLOCATE " + name).constData()));
    }

    std::unique_ptr<PGconn, CloseConnection> m_connection;
    std::shared_ptr<QByteArrayList> m_discarded = std::make_shared<QByteArrayList>();
    quint64 m_count = 0;
};

/// Keywords and values for libpq. What the address does not say is left to it: PGUSER, PGPASSWORD, ~/.pgpass.
QList<std::pair<QByteArray, QByteArray>> parametersOf(const Address& address, const Options& options)
{
    QByteArray settings = "-c client_min_messages=warning -c jit=off -c lock_timeout="
        + QByteArray::number(options.busyTimeoutMs);
    if (options.readOnly)
        settings += " -c default_transaction_read_only=on";
    else // Writers look rows up by their keys; a plan kept from when the table was empty would read all of it.
        settings += " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off";
    QList<std::pair<QByteArray, QByteArray>> parameters{
        {"dbname", address.name.toUtf8()},       {"connect_timeout", "5"},
        {"tcp_user_timeout", "15000"},           {"client_encoding", "UTF8"},
        {"application_name", "belanjain"},       {"options", settings},
    };
    const auto add = [&](const QByteArray& name, const QString& value) {
        if (!value.isEmpty())
            parameters.append({name, value.toUtf8()});
    };
    add("host", address.host);
    add("port", address.port > 0 ? QString::number(address.port) : QString());
    add("user", address.user);
    add("password", address.password);
    for (const auto& [name, value] : address.tls)
        add(name.toUtf8(), value);
    return parameters;
}

} // namespace

Result<std::unique_ptr<Connection>> openPostgres(const Address& address, const Options& options)
{
    const auto parameters = parametersOf(address, options);
    QVarLengthArray<const char*, 24> names;
    QVarLengthArray<const char*, 24> values;
    for (const auto& [name, value] : parameters) {
        names.append(name.constData());
        values.append(value.constData());
    }
    names.append(nullptr);
    values.append(nullptr);
    PGconn* const opened = PQconnectdbParams(names.constData(), values.constData(), 0);
    auto connection = std::make_unique<PostgresConnection>(opened); // a failed one has to be closed too
    if (PQstatus(opened) != CONNECTION_OK)
        return tl::unexpected(errorOf(opened, nullptr, u"open"_s));
    const int version = PQserverVersion(opened);
    if (version < oldestServer)
        return tl::unexpected(Error{Error::Kind::Other, u"PostgreSQL %1 is too old, it has to be %2 or newer"_s.arg(
                                                            version / 10'000).arg(oldestServer / 10'000)});
    PQsetNoticeReceiver(opened, ignoreNotice, nullptr);
    return connection;
}

} // namespace belanjain::storage
