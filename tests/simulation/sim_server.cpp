// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_server.h"

#include "marketplace/backup/restore.h"
#include "marketplace/http/exchange.h"
#include "marketplace/http/target.h"
#include "marketplace/runtime/idempotency.h"
#include "marketplace/syncing/events_hub.h"
#include "marketplace/syncing/purge.h"
#include "storage/migrator.h"
#include "storage/transaction.h"

#include <QCoreApplication>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;

SimServer::SimServer(const QString& folder, Timeline& time, quint64 seed)
    : m_folder(folder), m_time(time), m_clock(time), m_random(seed), m_disk(folder, seed ^ 0xd15c)
{
}

SimServer::~SimServer() { kill(); }

bool SimServer::start()
{
    m_disk.renew();
    auto opened = Database::open(storage::Address::sqlite(databaseFile()), {.checkpoints = true, .fault = m_disk.hook()});
    if (!opened) {
        m_problem = opened.error().text;
        return false;
    }
    m_database = std::move(*opened);
    const auto schema = storage::migrate(*m_database, u":/sql/marketplace/sqlite"_s);
    auto keys = schema ? readKeys() : tl::unexpected(schema.error());
    if (!keys) {
        m_problem = keys.error().text;
        m_database.reset();
        m_disk.processGone();
        return false;
    }
    m_executor = std::make_unique<marketplace::InlineExecutor>(*m_database);
    m_metrics = std::make_unique<marketplace::Metrics>();
    m_state = std::make_unique<marketplace::ServerState>();
    m_state->schema = *schema;
    m_mailbox = std::make_shared<http::Mailbox>(&m_thread, [this](http::Letter letter) { deliver(std::move(letter)); });
    m_core = std::make_unique<marketplace::MarketplaceCore>(
        marketplace::CoreParts{m_clock, m_random, m_log, *m_executor, *m_metrics, *m_state}, std::move(*keys),
        marketplace::CoreSettings{.accounts = {.hashCost = {.memoryBytes = 8192, .passes = 1}, .throttle = {}, .proxies = {}},
                                  .imageWorker = {},
                                  .dataDir = m_folder,
                                  .imageFolder = m_folder + u"/images"_s});
    return true;
}

storage::Result<marketplace::ServerKeys> SimServer::readKeys()
{
    auto transaction = storage::Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto keys = marketplace::loadKeys(*m_database, m_random);
    const Outcome committed = keys ? transaction->commit() : tl::unexpected(keys.error());
    if (!committed)
        return tl::unexpected(committed.error());
    return keys;
}

void SimServer::kill()
{
    if (m_mailbox)
        m_mailbox->close();
    const auto open = std::exchange(m_open, {});
    if (m_executor)
        m_executor->stop();
    m_core.reset();
    m_executor.reset();
    m_database.reset();
    m_mailbox.reset();
    m_disk.processGone();
    for (const auto& [number, one] : open) {
        if (one.listener.ended)
            one.listener.ended();
    }
}

std::optional<Reply> SimServer::handle(const engine::HttpRequest& request)
{
    if (!isUp() || m_disk.died())
        return std::nullopt;
    http::Request in;
    in.method = request.method;
    in.target = request.path.toLatin1();
    in.body = request.body;
    in.peer = QHostAddress(QHostAddress::LocalHost);
    if (!http::decodeTarget(in))
        return std::nullopt;
    for (const auto& [name, value] : request.headers)
        in.headers.append(name, value);
    if (!in.body.isEmpty() && !in.headers.contains("Content-Type"))
        in.headers.append("Content-Type", "application/json");
    const quint64 number = ++m_requests;
    m_open[number] = {};
    m_core->router().handle(std::move(in), http::Responder(std::make_shared<http::Exchange>(m_mailbox, 1, number, false, false)));
    QCoreApplication::sendPostedEvents();
    if (m_disk.died())
        return std::nullopt;
    const auto found = m_open.find(number);
    if (found == m_open.end())
        return std::nullopt;
    Reply reply = std::exchange(found->second.reply, {});
    if (found->second.queue)
        reply.stream = number;
    else
        m_open.erase(found);
    return reply;
}

void SimServer::deliver(http::Letter letter)
{
    const auto found = m_open.find(letter.request);
    if (found == m_open.end()) {
        if (letter.stream)
            letter.stream->close();
        return;
    }
    Open& open = found->second;
    if (letter.kind != http::Letter::Kind::StreamData) {
        open.reply.status = letter.response.status == 0 ? 500 : letter.response.status;
        open.reply.body += letter.response.body;
        open.reply.retryAfterSeconds = http::headerValue(letter.response.headers, "Retry-After").toByteArray().toInt();
        open.queue = letter.stream;
        return;
    }
    const auto taken = letter.stream->take();
    letter.stream->setInSocket(0);
    const QByteArray bytes = taken.pieces.join();
    const Listener listener = open.listener;
    const bool over = taken.finished || taken.aborted;
    if (over) {
        open.reply.cut = taken.aborted;
        open.queue.reset();
    }
    if (!listener.piece) {
        open.reply.body += bytes;
        return;
    }
    if (over)
        m_open.erase(found);
    if (!bytes.isEmpty())
        listener.piece(bytes);
    if (over)
        listener.ended();
}

void SimServer::listen(quint64 stream, Listener listener)
{
    if (const auto found = m_open.find(stream); found != m_open.end())
        found->second.listener = std::move(listener);
}

void SimServer::leave(quint64 stream)
{
    const auto found = m_open.find(stream);
    if (found == m_open.end())
        return;
    const auto queue = found->second.queue;
    m_open.erase(found);
    if (queue)
        queue->close();
}

void SimServer::beat()
{
    if (isUp() && !m_disk.died())
        m_core->hub().beat();
}

Outcome SimServer::purge()
{
    auto transaction = storage::Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const auto& purged : {marketplace::Idempotency::purge(*m_database, m_clock.now()),
                               marketplace::purgeSessions(*m_database, m_clock.now()),
                               marketplace::purgeSync(*m_database, m_clock.now())}) {
        if (!purged)
            return purged;
    }
    return transaction->commit();
}

Outcome SimServer::renewEpoch()
{
    ports::IdFactory ids(m_clock, m_random);
    auto transaction = storage::Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (const auto renewed = marketplace::renewEpoch(*m_database, ids); !renewed)
        return renewed;
    return transaction->commit();
}

} // namespace belanjain::simulation
