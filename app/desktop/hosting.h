// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/server.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>

namespace belanjain::app
{

/// The marketplace inside this program: started on a thread of its own, its sample stores loaded on
/// another, so that the window stays alive and shows how far it is.
class Hosting : public QObject
{
    Q_OBJECT
public:
    Hosting(QString dataDir, const marketplace::ServerParts& parts, QObject* parent = nullptr);
    ~Hosting() override;

    /// Where the marketplace's database lies, also while it is not running.
    QString databaseFile() const;
    bool exists() const;
    QUrl address() const { return m_address; }

    /// Starts serving; with samples, loads them first unless they are there. started() or failed() follows.
    void start(bool samples);
    /// Gives up loading; what was loaded so far is taken back.
    void cancel();
    /// Ends politely and waits.
    void stop();

Q_SIGNALS:
    void progress(const QString& phase, qint64 done, qint64 total);
    void started(const QUrl& address);
    void failed(const QString& reason);

private:
    void load(bool samples);
    QString loadSamples();
    void loaded(const QString& problem, quint16 port);

    QString m_dataDir;
    marketplace::ServerParts m_parts;
    std::unique_ptr<marketplace::ThreadedServer> m_server;
    std::unique_ptr<QThread> m_loader;
    std::atomic<bool> m_cancelled = false;
    QUrl m_address;
};

} // namespace belanjain::app
