// SPDX-License-Identifier: GPL-3.0-or-later
#include "seller_desk.h"

#include <QDir>
#include <QFile>
#include <QUrl>

namespace belanjain::testing
{
using namespace Qt::StringLiterals;

SellerDesk::SellerDesk(quint16 port, const QString& refreshToken, const ports::Clock& clock, quint64 seed)
    : m_port(port), m_tokens{{}, refreshToken}, m_clock(clock), m_random(seed), m_ids(clock, m_random)
{
}

SellerDesk::~SellerDesk() { close(); }

std::optional<ports::Notice> SellerDesk::open(bool workOffline)
{
    damaged = false;
    auto opened = replica::openSound(file(), m_clock, m_ids);
    if (!opened)
        qFatal("cannot open: %s", qPrintable(opened.error().text));
    m_replica = std::move(opened->replica);
    m_network = std::make_unique<engine::HttpTransport>(QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)));
    m_api = std::make_unique<engine::ApiClient>(
        *m_network, m_scheduler, m_tokens,
        engine::ApiClient::Events{.renewed = [this](const engine::Tokens& tokens) { m_tokens = tokens; },
                                  .sessionEnded = [this] { m_engine->sessionEnded(); }});
    m_engine = std::make_unique<engine::SyncEngine>(
        engine::SyncEngine::Parts{*m_replica, *m_api, m_scheduler, m_clock, m_random},
        engine::SyncEngine::Events{.fileSwapped = [this] { m_replica->removeLeftFiles(); },
                                   .storageFailed = [this](const QString& text) { storageProblem = text; },
                                   .damaged = [this] { damaged = true; }});
    m_engine->start(workOffline);
    return opened->recovered;
}

void SellerDesk::close()
{
    m_engine.reset();
    m_api.reset();
    m_network.reset();
    if (m_replica)
        m_replica->close();
    m_replica.reset();
}

void SellerDesk::die()
{
    auto after = std::make_unique<QTemporaryDir>();
    QDir from(m_dir->path());
    const QStringList names = from.entryList(QDir::Files);
    for (const QString& name : names) {
        if (!name.endsWith(u"-shm"))
            QFile::copy(from.filePath(name), after->filePath(name));
    }
    const QStringList folders = from.entryList({u"damaged-*"_s}, QDir::Dirs);
    close();
    for (const QString& name : folders)
        QDir().rename(from.filePath(name), after->filePath(name));
    m_dir = std::move(after);
}

bool SellerDesk::edit(const ports::Command& command)
{
    const auto outcome = m_replica->submit({command});
    if (!outcome || !outcome->results.front().applied)
        return false;
    m_engine->editsQueued();
    return true;
}

bool SellerDesk::settled() const
{
    return m_engine->status().connection == ports::Connection::Connected && m_engine->status().waiting == 0;
}

} // namespace belanjain::testing
