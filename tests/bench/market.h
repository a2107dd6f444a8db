// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/http_client.h"

#include <QProcess>
#include <QString>

#include <memory>

namespace belanjain::bench
{

inline const QString sellerEmail = QStringLiteral("penjual@contoh.id");
inline const QString sellerPassword = QStringLiteral("tulip lantern 42");

/// Makes a marketplace's database: stores with so many products in all, each of so many variants, put in by
/// the marketplace's own rules. The first store belongs to sellerEmail.
void fillMarket(const QString& file, int stores, int products, int variantsEach);

/// `belanjain-marketplace serve` in a process of its own, on a free port of loopback.
class MarketProcess
{
public:
    /// The program lies beside this one, or where BELANJAIN_MARKETPLACE says.
    explicit MarketProcess(const QString& databaseFile);
    ~MarketProcess();

    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }
    testing::HttpClient client() const { return testing::HttpClient(m_port); }
    /// Milliseconds from starting the process to the first answer having come.
    double startMs() const { return m_startMs; }
    /// Of a new session of sellerEmail's.
    QString refreshToken() const;

private:
    QProcess m_process;
    quint16 m_port = 0;
    double m_startMs = 0;
};

} // namespace belanjain::bench
