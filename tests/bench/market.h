// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/address.h"
#include "support/http_client.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace belanjain::bench
{

inline const QString sellerEmail = QStringLiteral("penjual@contoh.id");
inline const QString sellerPassword = QStringLiteral("tulip lantern 42");

/// What a marketplace is filled with. The first store belongs to sellerEmail, the others to
/// "penjual-2@contoh.id" and so on; customers are "pembeli-1@contoh.id" and so on. All have sellerPassword.
struct MarketSize
{
    int stores = 20;
    int products = 10'000;
    int variantsEach = 2;
    int customers = 0;
    int leastStock = 0; ///< of each variant, besides what it has anyway
};

/// Makes a marketplace's database, put in by the marketplace's own rules.
void fillMarket(const storage::Address& database, const MarketSize& size);

/// Where a benchmark's database is: as --database says, which has to be empty, else a SQLite file of its own.
class BenchDatabase
{
public:
    explicit BenchDatabase(const QStringList& arguments);

    const QString& text() const { return m_text; } ///< as for --database
    const storage::Address& address() const { return m_address; }
    QString dialectName() const;
    bool isContent() const; ///< what `doctor` says; its findings go to stderr

private:
    QTemporaryDir m_folder;
    QString m_text;
    storage::Address m_address;
};

/// `belanjain-marketplace serve` in a process of its own, on a free port of loopback.
class MarketProcess
{
public:
    /// The program lies beside this one, or where BELANJAIN_MARKETPLACE says. `database` as for --database.
    explicit MarketProcess(const QString& database);
    ~MarketProcess();

    static QString program();
    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }
    testing::HttpClient client() const { return testing::HttpClient(m_port); }
    /// Milliseconds from starting the process to the first answer having come.
    double startMs() const { return m_startMs; }
    /// Of a new session of sellerEmail's.
    QString refreshToken() const;
    /// A new access token of somebody's.
    QByteArray accessToken(const QString& email) const;

private:
    QJsonObject signedIn(const QString& email) const;

    QProcess m_process;
    quint16 m_port = 0;
    double m_startMs = 0;
};

} // namespace belanjain::bench
