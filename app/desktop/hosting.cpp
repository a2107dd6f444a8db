// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosting.h"

#include "marketplace/samples/demo_market.h"
#include "storage/durable_file.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using namespace marketplace;
namespace
{

/// The address others know; a free port is taken when something else has it.
constexpr quint16 usualPort = 8787;

ServerConfig configFor(const QString& database, quint16 port)
{
    return {.port = port, .database = storage::Address::sqlite(database)};
}

} // namespace

Hosting::Hosting(QString dataDir, const ServerParts& parts, QObject* parent)
    : QObject(parent), m_dataDir(std::move(dataDir)), m_parts(parts)
{
}

Hosting::~Hosting() { stop(); }

QString Hosting::databaseFile() const { return m_dataDir + u"/marketplace/marketplace.db"_s; }

bool Hosting::exists() const { return QFileInfo::exists(databaseFile()); }

void Hosting::start(bool samples)
{
    if (m_loader || m_server)
        return;
    m_cancelled = false;
    Q_EMIT progress(u"starting"_s, 0, 0);
    m_loader.reset(QThread::create([this, samples] { load(samples); }));
    m_loader->setObjectName(u"hosting"_s);
    m_loader->start();
}

void Hosting::load(bool samples)
{
    // Runs on the loader's thread; what it finds out goes back by queued calls.
    const auto back = [this](const QString& problem, quint16 port) {
        QMetaObject::invokeMethod(this, [this, problem, port] { loaded(problem, port); }, Qt::QueuedConnection);
    };
    if (!QDir().mkpath(QFileInfo(databaseFile()).absolutePath())) {
        back(tr("The folder %1 cannot be written.").arg(QDir::toNativeSeparators(m_dataDir)), 0);
        return;
    }
    if (QLockFile probe(databaseFile() + u".lock"_s); !storage::takeLock(probe) && probe.error() == QLockFile::LockFailedError) {
        back(tr("Belanjain is open already. Go on in its window, or close that first."), 0);
        return;
    }
    if (samples) {
        // Before the server opens the file: loading takes the writing connection for itself.
        if (const QString problem = loadSamples(); !problem.isEmpty() || m_cancelled) {
            back(problem, 0);
            return;
        }
    }
    auto server = std::make_unique<ThreadedServer>(configFor(databaseFile(), usualPort), m_parts);
    auto port = server->start();
    if (!port) {
        server = std::make_unique<ThreadedServer>(configFor(databaseFile(), 0), m_parts);
        port = server->start();
    }
    if (port)
        m_server = std::move(server);
    back(port ? QString() : port.error(), port.value_or(0));
}

QString Hosting::loadSamples()
{
    const auto report = samples::loadDemoMarket(
        storage::Address::sqlite(databaseFile()), m_parts.clock, m_parts.random,
        [this](samples::LoadPhase phase, qint64 done, qint64 total) {
            Q_EMIT progress(phase == samples::LoadPhase::Stores ? u"stores"_s : u"orders"_s, done, total);
            return !m_cancelled;
        });
    return report ? QString() : tr("The sample stores could not be loaded: %1").arg(report.error());
}

void Hosting::loaded(const QString& problem, quint16 port)
{
    if (m_loader) {
        m_loader->wait();
        m_loader.reset();
    }
    if (m_cancelled) {
        // Given up at the last moment: what has started ends again.
        if (m_server)
            m_server->stop();
        m_server.reset();
        return;
    }
    if (!problem.isEmpty()) {
        Q_EMIT failed(problem);
        return;
    }
    m_address = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    Q_EMIT started(m_address);
}

void Hosting::cancel() { m_cancelled = true; }

void Hosting::stop()
{
    m_cancelled = true;
    if (m_loader) {
        m_loader->wait();
        m_loader.reset();
    }
    if (m_server) {
        m_server->stop();
        m_server.reset();
    }
    m_address.clear();
}

} // namespace belanjain::app
