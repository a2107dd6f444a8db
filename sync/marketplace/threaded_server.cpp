// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/server.h"

#include <QEventLoop>
#include <QThread>

#include <future>

namespace belanjain::marketplace
{

ThreadedServer::ThreadedServer(ServerConfig config, const ServerParts& parts)
    : m_config(std::move(config)), m_parts(parts)
{
}

ThreadedServer::~ThreadedServer() { stop(); }

tl::expected<quint16, QString> ThreadedServer::start()
{
    std::promise<tl::expected<quint16, QString>> told;
    auto result = told.get_future();
    m_thread.reset(QThread::create([this, &told] {
        Server server(m_config, m_parts);
        QEventLoop loop; // this thread's only one
        QObject::connect(&server, &Server::drained, &loop, &QEventLoop::quit);
        const auto started = server.start();
        m_server = &server;
        told.set_value(started);
        if (started)
            loop.exec();
    }));
    m_thread->start();
    const auto started = result.get();
    if (!started) {
        m_thread->wait();
        m_thread.reset();
        m_server = nullptr;
    }
    return started;
}

void ThreadedServer::stop()
{
    if (!m_thread)
        return;
    QMetaObject::invokeMethod(m_server, [server = m_server] { server->drain(); });
    m_thread->wait();
    m_thread.reset();
    m_server = nullptr;
}

void ThreadedServer::invoke(const std::function<void(Server&)>& work)
{
    QMetaObject::invokeMethod(m_server, [&] { work(*m_server); }, Qt::BlockingQueuedConnection);
}

} // namespace belanjain::marketplace
