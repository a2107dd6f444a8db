// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulk_insert.h"

#include "storage/checked_file.h"
#include "storage/sqlite_error.h"

#include <sqlite3.h>

namespace belanjain::storage {
using namespace Qt::StringLiterals;
namespace {

Error errorOf(sqlite3* connection, int result) { return sqliteError(connection, result, {}); }

} // namespace

BulkInsert::Statement::Statement(sqlite3* connection, sqlite3_stmt* statement)
    : m_connection(connection)
    , m_statement(statement)
{}

BulkInsert::Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
{}

BulkInsert::Statement::~Statement() { sqlite3_finalize(m_statement); }

void BulkInsert::Statement::took(int result)
{
    if (result != SQLITE_OK && m_wrong == SQLITE_OK)
        m_wrong = result;
    ++m_next;
}

void BulkInsert::Statement::integer(qint64 value) { took(sqlite3_bind_int64(m_statement, m_next, value)); }

void BulkInsert::Statement::text(const QString& value)
{
    m_held.append(value.toUtf8());
    const QByteArray& bytes = m_held.constLast();
    took(sqlite3_bind_text(m_statement, m_next, bytes.constData(), int(bytes.size()), SQLITE_STATIC));
}

void BulkInsert::Statement::blob(const QByteArray& value)
{
    m_held.append(value);
    const QByteArray& bytes = m_held.constLast();
    took(sqlite3_bind_blob(m_statement, m_next, bytes.constData(), int(bytes.size()), SQLITE_STATIC));
}

void BulkInsert::Statement::null() { took(sqlite3_bind_null(m_statement, m_next)); }

Outcome BulkInsert::Statement::step()
{
    const int stepped = m_wrong == SQLITE_OK ? sqlite3_step(m_statement) : m_wrong;
    const Outcome outcome =
        stepped == SQLITE_DONE ? Outcome() : Outcome(tl::unexpected(errorOf(m_connection, stepped)));
    sqlite3_reset(m_statement); // gives the step's result once more
    m_held.clear();
    m_next = 1;
    m_wrong = SQLITE_OK;
    return outcome;
}

Result<std::unique_ptr<BulkInsert>> BulkInsert::open(const QString& file, int cacheKiB,
                                                     const FaultHook& fault)
{
    sqlite3* connection = nullptr;
    const int opened = sqlite3_open_v2(file.toUtf8().constData(), &connection,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, checkedLayer());
    std::unique_ptr<BulkInsert> bulk(new BulkInsert(connection, fault));
    if (opened != SQLITE_OK)
        return tl::unexpected(errorOf(connection, opened));
    const QByteArray pragmas =
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; "
        "PRAGMA cache_size=-" +
        QByteArray::number(cacheKiB);
    if (const auto set = bulk->execute(Step::Statement, pragmas.constData()); !set)
        return tl::unexpected(set.error());
    if (const auto begun = bulk->execute(Step::Begin, "BEGIN"); !begun)
        return tl::unexpected(begun.error());
    return bulk;
}

BulkInsert::~BulkInsert() { sqlite3_close_v2(m_connection); }

Outcome BulkInsert::execute(Step step, const char* sql)
{
    if (const auto allowed = m_fault ? m_fault(step, QString::fromLatin1(sql)) : Outcome(); !allowed)
        return allowed;
    const int done = sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr);
    if (done != SQLITE_OK)
        return tl::unexpected(errorOf(m_connection, done));
    return {};
}

Result<BulkInsert::Statement> BulkInsert::prepare(const QString& sql)
{
    if (const auto allowed = m_fault ? m_fault(Step::Statement, sql) : Outcome(); !allowed)
        return tl::unexpected(allowed.error());
    sqlite3_stmt* statement = nullptr;
    const QByteArray text = sql.toUtf8();
    const int prepared = sqlite3_prepare_v3(m_connection, text.constData(), int(text.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (prepared != SQLITE_OK)
        return tl::unexpected(errorOf(m_connection, prepared));
    return Statement(m_connection, statement);
}

Outcome BulkInsert::finish() { return execute(Step::Commit, "COMMIT"); }

} // namespace belanjain::storage
