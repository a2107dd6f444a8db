// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_server.h"

#include "support/doctor.h"

#include <QDebug>

namespace belanjain::testing
{
using namespace Qt::StringLiterals;

TestServer::TestServer(const Adjust& adjust)
{
    m_config.database = m_database.address();
    m_config.dataDir = m_dir.path();
    m_config.jobsEveryMs = 0; // jobs are told when, where they are tested
    // The least that libsodium takes.
    m_config.accounts.hashCost = {.memoryBytes = 8192, .passes = 1};
    if (adjust)
        adjust(m_config);
    start();
}

TestServer::~TestServer()
{
    stop();
    if (m_examined)
        examine(m_config.database);
}

bool TestServer::start()
{
    m_server = std::make_unique<marketplace::ThreadedServer>(m_config,
                                                             marketplace::ServerParts{m_clock, m_random, m_log});
    const auto port = m_server->start();
    if (!port) {
        qWarning().noquote() << "the test server does not start:" << port.error();
        return false;
    }
    m_port = *port;
    return true;
}

void TestServer::stop() { m_server.reset(); }

QString TestServer::databaseText() const
{
    const storage::Address& address = m_config.database;
    if (address.dialect == storage::Dialect::Sqlite)
        return u"sqlite:"_s + address.file;
    return u"postgresql:///%1?user=%2&host=%3"_s.arg(address.name, address.user, address.host);
}

std::unique_ptr<storage::Database> TestServer::openDatabase() const
{
    auto database = storage::Database::open(m_config.database);
    return database ? std::move(*database) : nullptr;
}

TestServer::Person TestServer::registered(const QString& email, const QString& role) const
{
    Person person{client(), email, {}, {}, {}, {}};
    const QString name = email.section(u'@', 0, 0);
    person.answer = person.client
                        .post("/v1/auth/register", {{u"name"_s, name},
                                                    {u"email"_s, email},
                                                    {u"password"_s, password()},
                                                    {u"role"_s, role},
                                                    {u"storeName"_s, u"Toko "_s + name}})
                        .json();
    const QJsonObject user = person.answer.value(u"user").toObject();
    person.userId = user.value(u"id").toString();
    person.storeId = user.value(u"storeId").toString();
    person.refreshToken = person.answer.value(u"refreshToken").toString();
    person.client.setToken(person.answer.value(u"accessToken").toString());
    return person;
}

void TestServer::signInAgain(Person& person) const
{
    const QJsonObject answer =
        client().post("/v1/auth/login", {{u"email"_s, person.email}, {u"password"_s, password()}}).json();
    person.refreshToken = answer.value(u"refreshToken").toString();
    person.client.setToken(answer.value(u"accessToken").toString());
}

} // namespace belanjain::testing
