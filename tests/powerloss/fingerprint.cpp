// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QList>

#include <sqlite3.h>

#include <algorithm>
#include <memory>

namespace belanjain::powerloss
{
using namespace Qt::StringLiterals;
namespace
{

struct Close
{
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

Statement prepare(const Connection& connection, const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(connection.get(), sql.constData(), -1, &statement, nullptr);
    return Statement(statement);
}

/// Ids, times, hashes and tokens are long and of these characters; words of people are not.
QByteArray masked(const QByteArray& text)
{
    constexpr qsizetype longest = 15;
    const auto isOne = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr("+/=:.-_$,", c);
    };
    QByteArray out;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && isOne(text[end]))
            ++end;
        if (end - at > longest)
            out += '#';
        else
            out += text.mid(at, end - at);
        if (end < text.size())
            out += text[end++];
        at = end;
    }
    return out;
}

void addValue(sqlite3_stmt* statement, int column, QByteArray& exact, QByteArray& likeness)
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
    const QByteArray text(bytes ? bytes : "", sqlite3_column_bytes(statement, column));
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: {
        const qint64 value = sqlite3_column_int64(statement, column);
        exact += QByteArray::number(value);
        likeness += qAbs(value) > 1'000'000'000 ? QByteArray("#") : QByteArray::number(value);
        break;
    }
    case SQLITE_BLOB:
        exact += text.toHex();
        likeness += '#';
        break;
    case SQLITE_NULL:
        exact += "NULL";
        likeness += "NULL";
        break;
    default:
        // A password's hash has a salt from outside.
        exact += text.startsWith("$argon2") ? QByteArray("#") : text;
        likeness += masked(text);
    }
    exact += '|';
    likeness += '|';
}

QByteArray sumOf(QList<QByteArray> rows)
{
    std::sort(rows.begin(), rows.end());
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const QByteArray& row : std::as_const(rows))
        hash.addData(row + '\n');
    return QByteArray::number(rows.size()) + ' ' + hash.result().toHex().left(12);
}

QString differing(const QMap<QString, QByteArray>& a, const QMap<QString, QByteArray>& b)
{
    QStringList tables;
    QMap<QString, QByteArray> all = a;
    all.insert(b);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const QByteArray left = a.value(it.key(), "none");
        const QByteArray right = b.value(it.key(), "none");
        if (left != right)
            tables << u"%1 (%2 for %3)"_s.arg(it.key(), QString::fromLatin1(left), QString::fromLatin1(right));
    }
    return tables.join(u", "_s);
}

} // namespace

QString Fingerprint::difference(const Fingerprint& other) const { return differing(exact, other.exact); }
QString Fingerprint::maskedDifference(const Fingerprint& other) const { return differing(masked, other.masked); }

Fingerprint fingerprintOf(const QString& file, bool checksIntegrity)
{
    Fingerprint result;
    if (!QFileInfo::exists(file))
        return result;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const Connection connection(opened);
    if (code != SQLITE_OK) {
        result.problem = QString::fromUtf8(sqlite3_errmsg(opened));
        return result;
    }
    sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    int persists = 1;
    sqlite3_file_control(opened, "main", SQLITE_FCNTL_PERSIST_WAL, &persists);
    sqlite3_exec(opened, "BEGIN", nullptr, nullptr, nullptr);
    QList<std::pair<QByteArray, bool>> tables;
    {
        const Statement names = prepare(connection, "SELECT name, sql LIKE 'CREATE VIRTUAL%' FROM sqlite_schema WHERE "
                                                    "type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name");
        while (sqlite3_step(names.get()) == SQLITE_ROW) {
            const auto* name = reinterpret_cast<const char*>(sqlite3_column_text(names.get(), 0));
            tables.append({QByteArray(name), sqlite3_column_int(names.get(), 1) != 0});
        }
    }
    QList<QByteArray> virtuals;
    for (const auto& [name, isVirtual] : std::as_const(tables)) {
        if (isVirtual)
            virtuals << name + '_';
    }
    for (const auto& [name, isVirtual] : std::as_const(tables)) {
        if (isVirtual)
            continue;
        const QByteArray& table = name;
        const bool isIndex = std::any_of(virtuals.begin(), virtuals.end(), [&](const QByteArray& v) { return table.startsWith(v); });
        QList<QByteArray> rows;
        QList<QByteArray> likenesses;
        const Statement all = prepare(connection, "SELECT * FROM \"" + name + '"');
        while (all && sqlite3_step(all.get()) == SQLITE_ROW) {
            QByteArray row;
            QByteArray likeness;
            for (int column = 0; column < sqlite3_column_count(all.get()); ++column)
                addValue(all.get(), column, row, likeness);
            rows << row;
            likenesses << likeness;
        }
        result.exact[QString::fromUtf8(name)] = sumOf(rows);
        if (!isIndex)
            result.masked[QString::fromUtf8(name)] = sumOf(likenesses);
    }
    const int last = sqlite3_errcode(opened);
    if (last != SQLITE_OK && last != SQLITE_DONE && last != SQLITE_ROW)
        result.problem = QString::fromUtf8(sqlite3_errmsg(opened));
    if (checksIntegrity) {
        const Statement check = prepare(connection, "PRAGMA integrity_check(3)");
        const bool answers = check && sqlite3_step(check.get()) == SQLITE_ROW;
        const auto* words = answers ? reinterpret_cast<const char*>(sqlite3_column_text(check.get(), 0)) : "no answer";
        if (QByteArray(words) != "ok")
            result.problem = QString::fromUtf8(words);
    }
    return result;
}

} // namespace belanjain::powerloss
