// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/session_service.h"

#include "protocol/json.h"
#include "protocol/problem.h"

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qsizetype maxDevice = 64; // what the contract keeps of it

} // namespace

SessionService::SessionService(AccountFolders folders, ports::SecretStore& secrets, MakeTransport makeTransport,
                               QObject* parent)
    : ports::Session(parent)
    , m_folders(std::move(folders))
    , m_secrets(secrets)
    , m_makeTransport(std::move(makeTransport))
{
}

SessionService::~SessionService() = default;

void SessionService::setMarketplace(const QUrl& address)
{
    if (m_marketplace == address)
        return;
    m_call.reset();
    m_farewell.reset();
    m_marketplace = address;
    m_transport = m_makeTransport(address);
}

void SessionService::post(const QString& path, const QJsonObject& body,
                          std::function<void(const HttpAnswer&)> done)
{
    if (!m_transport) {
        fail({});
        return;
    }
    HttpRequest request{.method = "POST", .path = path, .body = protocol::toJson(body)};
    request.headers.append({"Accept-Language", m_language});
    m_call = m_transport->send(request, std::move(done));
}

void SessionService::signIn(const ports::SignIn& credentials)
{
    QJsonObject body{{u"email"_s, credentials.email.trimmed()}, {u"password"_s, credentials.password}};
    if (!credentials.otp.isEmpty())
        body[u"otp"_s] = credentials.otp.trimmed();
    if (!m_device.isEmpty())
        body[u"deviceId"_s] = m_device.left(maxDevice);
    post(u"/v1/auth/login"_s, body,
         [this, remember = credentials.remember](const HttpAnswer& answer) { authenticated(answer, remember); });
}

void SessionService::registerAccount(const ports::Registration& registration)
{
    QJsonObject body{{u"name"_s, registration.name.trimmed()},
                     {u"email"_s, registration.email.trimmed()},
                     {u"password"_s, registration.password},
                     {u"role"_s, registration.seller ? u"SELLER"_s : u"CUSTOMER"_s}};
    if (registration.seller && !registration.storeName.trimmed().isEmpty())
        body[u"storeName"_s] = registration.storeName.trimmed();
    if (registration.seller && !registration.storeLocation.trimmed().isEmpty())
        body[u"storeLocation"_s] = registration.storeLocation.trimmed();
    post(u"/v1/auth/register"_s, body, [this](const HttpAnswer& answer) { authenticated(answer, true); });
}

void SessionService::authenticated(const HttpAnswer& answer, bool remember)
{
    if (!answer.success()) {
        fail(answer);
        return;
    }
    const auto json = protocol::parseObject(answer.body);
    protocol::ObjectReader reader(json.value_or(QJsonObject()));
    m_arrivingTokens = {reader.string(u"accessToken"), reader.string(u"refreshToken")};
    protocol::ObjectReader user(reader.object(u"user"));
    m_arriving = {};
    m_arriving.user = user.id<UserId>(u"id");
    m_arriving.name = user.string(u"name");
    m_arriving.email = user.string(u"email");
    m_arriving.seller = user.string(u"role") == u"SELLER";
    m_arriving.store = user.optionalId<StoreId>(u"storeId");
    m_arriving.marketplace = m_marketplace;
    if (!json || !reader.ok() || !user.ok()) {
        fail({});
        return;
    }
    if (m_arriving.store)
        fetchStore(remember);
    else
        finish(remember);
}

void SessionService::fetchStore(bool remember)
{
    const HttpRequest request{.path = u"/v1/stores/"_s + m_arriving.store->toString()};
    m_call = m_transport->send(request, [this, remember](const HttpAnswer& answer) {
        if (!answer.success()) {
            fail(answer);
            return;
        }
        m_arriving.storeName = protocol::parseObject(answer.body).value_or(QJsonObject()).value(u"name").toString();
        finish(remember);
    });
}

void SessionService::finish(bool remember)
{
    m_account = m_arriving;
    m_remember = remember;
    // Whoever starts the program next is not shown the store of somebody who did not want to stay.
    if (remember)
        m_folders.remember({*m_account, onThisComputer()});
    else
        m_folders.forget();
    keepTokens(m_arrivingTokens);
    Q_EMIT signedIn(*m_account);
}

void SessionService::keepTokens(const Tokens& tokens)
{
    m_tokens = tokens;
    if (!m_remember || !m_account)
        return;
    // Where nothing can be kept the person signs in again next time; the account page says so.
    m_secrets.write(AccountFolders::secretKey(*m_account, onThisComputer()), tokens.refresh.toUtf8(), [](bool) {});
}

void SessionService::noteName(const QString& name)
{
    if (!m_account)
        return;
    m_account->name = name;
    if (m_remember)
        m_folders.remember({*m_account, onThisComputer()});
}

bool SessionService::restore(const QUrl& address)
{
    const bool here = m_hosted.isValid() && address == m_hosted;
    const auto last = m_folders.last();
    if (!last || last->onThisComputer != here
        || AccountFolders::marketplaceKey(last->account.marketplace, here)
               != AccountFolders::marketplaceKey(address, here))
        return false;
    m_arriving = last->account;
    if (last->onThisComputer)
        m_arriving.marketplace = m_hosted;
    setMarketplace(m_arriving.marketplace);
    m_secrets.read(AccountFolders::secretKey(m_arriving, last->onThisComputer),
                   [this](const std::optional<QByteArray>& refresh) {
                       m_account = m_arriving;
                       m_remember = true;
                       m_tokens = {{}, QString::fromUtf8(refresh.value_or(QByteArray()))};
                       Q_EMIT signedIn(*m_account);
                   });
    return true;
}

void SessionService::signOut()
{
    if (!m_account)
        return;
    if (m_transport && !m_tokens.refresh.isEmpty()) {
        const HttpRequest request{.method = "POST",
                                  .path = u"/v1/auth/logout"_s,
                                  .body = protocol::toJson({{u"refreshToken"_s, m_tokens.refresh}}),
                                  .timeoutMs = 5'000};
        m_farewell = m_transport->send(request, [](const HttpAnswer&) {});
    }
    m_secrets.remove(AccountFolders::secretKey(*m_account, onThisComputer()), [] {});
    m_folders.forget();
    m_account.reset();
    m_tokens = {};
    Q_EMIT signedOut();
}

QString SessionService::replicaFile() const
{
    return m_account ? m_folders.replicaFile(*m_account, onThisComputer()) : QString();
}

void SessionService::fail(const HttpAnswer& answer)
{
    const protocol::Problem problem = protocol::Problem::read(answer.status, answer.body);
    ports::SessionProblem report{.code = problem.code, .text = problem.detail};
    if (!answer.reached())
        report.code = u"unreachable"_s;
    else if (report.code.isEmpty())
        report.code = u"unexpected_answer"_s;
    if (!problem.errors.isEmpty()) {
        report.field = problem.errors.front().field;
        report.text = problem.errors.front().message;
    } else if (problem.code == u"email_taken") {
        report.field = u"email"_s;
    } else if (problem.code == u"bad_credentials") {
        report.field = u"password"_s;
    } else if (problem.code.startsWith(u"otp_")) {
        report.field = u"otp"_s;
    }
    Q_EMIT failed(report);
}

} // namespace belanjain::engine
