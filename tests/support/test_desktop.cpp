// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_desktop.h"

#include <QDir>
#include <QFile>

namespace belanjain::testing
{
using namespace Qt::StringLiterals;

FaultyTransport::Fate FaultyTransport::fateOf(const engine::HttpRequest& request)
{
    sent << QString::fromLatin1(request.method) + u' ' + request.path.section(u'?', 0, 0);
    return decide ? decide(request) : Fate::Pass;
}

engine::HttpRequest FaultyTransport::rewritten(engine::HttpRequest request) const
{
    if (rewrite)
        rewrite(request);
    return request;
}

std::unique_ptr<engine::PendingCall> FaultyTransport::send(const engine::HttpRequest& original,
                                                           std::function<void(const engine::HttpAnswer&)> done)
{
    const engine::HttpRequest request = rewritten(original);
    const auto lost = [done](const engine::HttpAnswer&) { done({.failure = u"lost"_s}); };
    switch (fateOf(request)) {
    case Fate::Pass:
        return m_real.send(request, std::move(done));
    case Fate::LoseAnswer:
        return m_real.send(request, lost);
    case Fate::SendTwice: {
        // Both calls live until the second is answered.
        struct Both : engine::PendingCall
        {
            std::unique_ptr<engine::PendingCall> first, second;
        };
        auto both = std::make_unique<Both>();
        Both* raw = both.get();
        both->first = m_real.send(request, [this, raw, request, done](const engine::HttpAnswer&) {
            raw->second = m_real.send(request, done);
        });
        return both;
    }
    case Fate::Refuse:
        break;
    }
    struct Refused : engine::PendingCall
    {
        std::unique_ptr<engine::PlannedCall> later;
    };
    auto refused = std::make_unique<Refused>();
    refused->later = m_later.after(0, [done] { done({.failure = u"refused"_s}); });
    return refused;
}

std::unique_ptr<engine::PendingCall> FaultyTransport::stream(const engine::HttpRequest& original,
                                                             std::function<void(const QByteArray&)> chunk,
                                                             std::function<void(const engine::HttpAnswer&)> done)
{
    const engine::HttpRequest request = rewritten(original);
    if (fateOf(request) == Fate::Pass)
        return m_real.stream(request, std::move(chunk), std::move(done));
    return m_real.send({.path = u"/healthz"_s}, [done](const engine::HttpAnswer&) { done({.failure = u"lost"_s}); });
}

TestDesktop::TestDesktop(quint16 port, const QString& refreshToken, const ports::Clock& clock, quint64 seed)
    : m_port(port), m_tokens{{}, refreshToken}, m_clock(clock), m_random(seed), m_ids(clock, m_random)
{
    open(false);
}

TestDesktop::~TestDesktop() = default;

void TestDesktop::open(bool workOffline)
{
    m_replica = std::move(replica::Replica::open(m_dir.filePath(u"replica.db"_s), m_clock, m_ids).value());
    m_network = std::make_unique<FaultyTransport>(QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)));
    m_api = std::make_unique<engine::ApiClient>(
        *m_network, m_scheduler, m_tokens,
        engine::ApiClient::Events{.renewed = [this](const engine::Tokens& tokens) { m_tokens = tokens; },
                                  .sessionEnded = [this] { m_engine->sessionEnded(); }});
    m_engine = std::make_unique<engine::SyncEngine>(
        engine::SyncEngine::Parts{*m_replica, *m_api, m_scheduler, m_clock, m_random},
        engine::SyncEngine::Events{.storageFailed = [this](const QString& text) { storageProblem = text; }});
    m_engine->start(workOffline);
}

void TestDesktop::close()
{
    m_engine.reset();
    m_api.reset();
    m_network.reset();
    m_replica.reset();
}

void TestDesktop::keepCopy()
{
    close();
    QDir from(m_dir.path());
    const QStringList names = from.entryList(QDir::Files);
    for (const QString& name : names)
        QFile::copy(from.filePath(name), m_copy.filePath(name));
    open(true);
}

void TestDesktop::goBackToCopy(bool workOffline)
{
    close();
    QDir folder(m_dir.path());
    const QStringList now = folder.entryList(QDir::Files);
    for (const QString& name : now)
        folder.remove(name);
    const QStringList names = QDir(m_copy.path()).entryList(QDir::Files);
    for (const QString& name : names)
        QFile::copy(m_copy.filePath(name), folder.filePath(name));
    open(workOffline);
}

void TestDesktop::restart(quint16 port, bool workOffline)
{
    close();
    if (port != 0)
        m_port = port;
    open(workOffline);
}

bool TestDesktop::edit(const ports::Command& command)
{
    const auto outcome = m_replica->submit({command});
    if (!outcome || !outcome->results.front().applied)
        return false;
    m_engine->editsQueued();
    return true;
}

QStringList TestDesktop::stock()
{
    return m_replica->database()
        .all(u"SELECT sku || ' ' || on_hand || ' ' || reserved || ' ' || price FROM variants ORDER BY sku"_s, {},
             [](const storage::Row& row) { return row.text(0); })
        .value();
}

VariantId TestDesktop::variant(const QString& sku)
{
    return m_replica->database()
        .one(u"SELECT id FROM variants WHERE sku = ?"_s, {sku},
             [](const storage::Row& row) { return VariantId(QUuid::fromRfc4122(row.bytes(0))); })
        .value()
        .value();
}

} // namespace belanjain::testing
