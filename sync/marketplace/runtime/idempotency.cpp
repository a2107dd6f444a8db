// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/idempotency.h"

#include "domain/text.h"
#include "storage/transaction.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qsizetype maxKeyLength = 200;
constexpr qsizetype mostKept = 4096;

QByteArray fingerprintOf(const http::Request& request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.method + ' ' + request.target + '\n');
    hash.addData(request.body);
    return hash.result().toHex();
}

QString headersText(const http::Headers& headers)
{
    QJsonArray list;
    for (const http::Header& header : headers)
        list.append(QJsonArray{QString::fromLatin1(header.name), QString::fromLatin1(header.value)});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

http::Response readResponse(int status, const QString& headers, const QString& body)
{
    http::Response response{status, {}, body.toUtf8(), true};
    const QJsonArray list = QJsonDocument::fromJson(headers.toUtf8()).array();
    for (const QJsonValue& line : list)
        response.headers.append({line.toArray().at(0).toString().toLatin1(), line.toArray().at(1).toString().toLatin1()});
    return response;
}

http::Response replayed(http::Response response)
{
    http::setHeader(response.headers, QByteArrayLiteral("Idempotency-Replayed"), QByteArrayLiteral("true"));
    return response;
}

/// A refusal that says nothing about the request itself may be otherwise next time.
bool isWorthKeeping(int status) { return status < 500 && status != 400 && status != 401 && status != 429; }

} // namespace

Expected<std::optional<KeyUse>> Idempotency::keyOf(const Call& call)
{
    const http::Request& request = call.request();
    if (request.method != "POST" || !request.headers.contains("Idempotency-Key"))
        return std::nullopt;
    const QString key = QString::fromUtf8(request.header("Idempotency-Key"));
    if (key.isEmpty() || codePoints(key) > maxKeyLength)
        return call.fail(400, u"invalid_idempotency_key"_s);
    const QString scope = call.caller().isSignedIn() ? call.caller().user.toString() : u"-"_s;
    return KeyUse{scope, key, fingerprintOf(request)};
}

bool Idempotency::begin(const KeyUse& use)
{
    const std::lock_guard lock(m_mutex);
    if (m_underWay.contains(use.name()))
        return false;
    m_underWay.insert(use.name());
    return true;
}

void Idempotency::end(const KeyUse& use)
{
    const std::lock_guard lock(m_mutex);
    m_underWay.remove(use.name());
}

Answer Idempotency::once(Call& call, const KeyUse& use, const std::function<Answer(Call&)>& job)
{
    struct Stored
    {
        QString fingerprint;
        http::Response response;
    };
    storage::Database& db = call.db();
    // A signed-in caller's writes wait for each other already (Gate::stands); with this, the same key at two
    // instances at once runs once, whoever sends it.
    if (db.isPostgres() && !call.caller().isSignedIn()) {
        const auto locked = db.query(u"SELECT pg_advisory_xact_lock(hashtextextended(?, 0))"_s, {use.name()});
        if (!locked)
            return call.fail(locked.error());
    }
    const qint64 oldest = call.now().ms - idempotencyKeptMs;
    const auto stored = db.one(
        u"SELECT fingerprint, status, headers, body FROM idempotency WHERE scope = ? AND key = ? AND created_at > ?"_s,
        {use.scope, use.key, oldest}, [](const storage::Row& row) {
            return Stored{row.text(0), readResponse(row.integer32(1), row.text(2), row.text(3))};
        });
    if (!stored)
        return call.fail(stored.error());
    if (*stored && (*stored)->fingerprint != QString::fromLatin1(use.fingerprint))
        return call.fail(422, u"idempotency_mismatch"_s);
    if (*stored)
        return replayed((*stored)->response);

    auto own = storage::Transaction::begin(db);
    if (!own)
        return call.fail(own.error());
    Answer answer = job(call);
    if (answer) {
        if (const auto kept = own->commit(); !kept)
            return call.fail(kept.error());
    } else {
        own->rollback();
        call.m_hooks.clear();
        if (!isWorthKeeping(answer.error().status))
            return answer;
        answer = call.keep(answer.error());
    }
    if (!isWorthKeeping(answer->status))
        return answer;
    const auto noted = db.run(
        u"INSERT INTO idempotency (scope, key, fingerprint, status, headers, body, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, key) DO UPDATE SET fingerprint = excluded.fingerprint, "
        "status = excluded.status, headers = excluded.headers, body = excluded.body, "
        "created_at = excluded.created_at"_s,
        {use.scope, use.key, QString::fromLatin1(use.fingerprint), answer->status, headersText(answer->headers),
         answer->body.isNull() ? u""_s : QString::fromUtf8(answer->body), call.now().ms});
    if (!noted)
        return call.fail(noted.error());
    return answer;
}

std::optional<Answer> Idempotency::recall(const Call& call, const KeyUse& use) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_kept.constFind(use.name());
    if (found == m_kept.cend() || m_clock.monotonicMs() - found->atMs > idempotencyKeptMs)
        return std::nullopt;
    if (found->fingerprint != use.fingerprint)
        return call.fail(422, u"idempotency_mismatch"_s);
    return Answer(replayed(found->response));
}

void Idempotency::remember(const KeyUse& use, const http::Response& response)
{
    if (!isWorthKeeping(response.status))
        return;
    const std::lock_guard lock(m_mutex);
    if (m_kept.size() >= mostKept) {
        auto oldest = m_kept.begin();
        for (auto it = m_kept.begin(); it != m_kept.end(); ++it) {
            if (it->atMs < oldest->atMs)
                oldest = it;
        }
        m_kept.erase(oldest);
    }
    m_kept.insert(use.name(), {use.fingerprint, response, m_clock.monotonicMs()});
}

storage::Outcome Idempotency::purge(storage::Database& db, Instant now)
{
    const auto purged = db.run(u"DELETE FROM idempotency WHERE created_at <= ?"_s, {now.ms - idempotencyKeptMs});
    return purged ? storage::Outcome{} : tl::unexpected(purged.error());
}

} // namespace belanjain::marketplace
