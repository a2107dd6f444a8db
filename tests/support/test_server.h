// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/server.h"
#include "ports/system.h"
#include "support/fake_time.h"
#include "support/http_client.h"
#include "support/test_database.h"

#include <QTemporaryDir>

#include <memory>

namespace belanjain::testing
{

/// The real marketplace on a free port of loopback, with a database of its own and a clock that
/// stands still. Password hashes cost next to nothing. At the end every invariant of the database is checked.
class TestServer
{
public:
    using Adjust = std::function<void(marketplace::ServerConfig&)>;

    explicit TestServer(const Adjust& adjust = {});
    ~TestServer();

    /// Starts (again, on the same database and another port). False, with a warning, when it cannot.
    bool start();
    void stop();

    quint16 port() const { return m_port; }
    FakeClock& clock() { return m_clock; }
    marketplace::ThreadedServer& server() { return *m_server; }
    HttpClient client() const { return HttpClient(m_port); }
    /// Where it keeps its files.
    QString dataFolder() const { return m_dir.path(); }
    /// "sqlite:FILE" or "postgresql://…", as a command line takes it.
    QString databaseText() const;
    const storage::Address& database() const { return m_config.database; }
    TestDatabase& storedData() { return m_database; }
    /// A second connection to the database, to look at what is stored or to arrange what no call can.
    std::unique_ptr<storage::Database> openDatabase() const;
    /// For a test that leaves its database in a state that no call could have made.
    void leaveUnexamined() { m_examined = false; }

    struct Person
    {
        HttpClient client; ///< signed in
        QString email;
        QString userId;
        QString storeId; ///< a seller's
        QString refreshToken;
        QJsonObject answer; ///< of the registration
    };
    /// Registers somebody by e-mail with the password "tulip lantern 42".
    Person customer(const QString& email) const { return registered(email, QStringLiteral("CUSTOMER")); }
    Person seller(const QString& email) const { return registered(email, QStringLiteral("SELLER")); }
    /// After the clock has passed the life of an access token.
    void signInAgain(Person& person) const;
    static QString password() { return QStringLiteral("tulip lantern 42"); }

private:
    Person registered(const QString& email, const QString& role) const;

    QTemporaryDir m_dir; ///< for what is not in the database
    TestDatabase m_database{TestDatabase::Content::Marketplace};
    FakeClock m_clock;
    ports::SystemRandom m_random;
    marketplace::SilentLog m_log;
    marketplace::ServerConfig m_config;
    std::unique_ptr<marketplace::ThreadedServer> m_server;
    quint16 m_port = 0;
    bool m_examined = true;
};

} // namespace belanjain::testing
