// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/api_client.h"
#include "engine/net/http_transport.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <memory>

namespace belanjain::processes
{

/// A checkout asked for under a key of its own, again and again until there is an answer.
struct Purchase
{
    QByteArray key; ///< also the recipient's name
    int status = 0; ///< 0: no answer yet
    QString order;
    int tries = 0;
};

/// Buys one piece after the other at a marketplace that comes and goes.
class Buyer
{
public:
    Buyer(const QUrl& marketplace, const engine::Tokens& tokens, QString name, QStringList variants, quint64 seed);

    /// Takes no new thing up once it is told to pause; what it has begun it finishes.
    void setPaused(bool paused);
    bool isResting() const { return m_paused && !m_busy; }
    const QList<Purchase>& purchases() const { return m_purchases; }
    QString problem; ///< of an answer that nobody should get; empty when none

private:
    void begin();
    void fill();
    void ask();
    void later(void (Buyer::*what)(), qint64 ms);

    engine::HttpTransport m_transport;
    engine::TimerScheduler m_scheduler;
    engine::ApiClient m_api;
    QString m_name;
    QStringList m_variants;
    quint64 m_seed;
    std::unique_ptr<engine::PlannedCall> m_next;
    QList<Purchase> m_purchases;
    bool m_paused = true;
    bool m_busy = false;
};

} // namespace belanjain::processes
