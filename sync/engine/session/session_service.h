// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/api_client.h"
#include "engine/session/account_folders.h"
#include "ports/session.h"

#include <functional>
#include <memory>

namespace belanjain::engine
{

/// Signs people in and out and keeps their refresh tokens in the secret store. A remembered account is
/// signed in at start without the network; its workspace then works offline until the marketplace answers.
class SessionService : public ports::Session
{
    Q_OBJECT
public:
    using MakeTransport = std::function<std::unique_ptr<Transport>(const QUrl&)>;
    SessionService(AccountFolders folders, ports::SecretStore& secrets, MakeTransport makeTransport,
                   QObject* parent = nullptr);
    ~SessionService() override;

    std::optional<ports::Account> account() const override { return m_account; }
    void setMarketplace(const QUrl& address) override;
    void signIn(const ports::SignIn& credentials) override;
    void registerAccount(const ports::Registration& registration) override;
    void signOut() override;
    ports::SecretStore::Place secretPlace() const override { return m_secrets.place(); }

    /// The address of the marketplace inside this program, when there is one.
    void setHosted(const QUrl& address) { m_hosted = address; }
    bool onThisComputer() const { return m_hosted.isValid() && m_marketplace == m_hosted; }
    const QUrl& marketplace() const { return m_marketplace; }
    void setLanguage(const QByteArray& language) { m_language = language; }
    /// How this computer names itself at sign-ins, so that their owner knows it again in a list; at most 64
    /// characters go.
    void setDevice(const QString& name) { m_device = name; }
    /// The person who is signed in has another name now.
    void noteName(const QString& name);

    /// Signs in the account that was signed in when the program ended, if that was at this marketplace and it
    /// was to be remembered; signedIn() follows.
    bool restore(const QUrl& address);
    /// Tokens of the account that is signed in. Access may be empty: it is renewed on first use.
    const Tokens& tokens() const { return m_tokens; }
    /// The engine renewed them; kept for the next start.
    void keepTokens(const Tokens& tokens);
    /// Empty when it cannot be made.
    QString replicaFile() const;

private:
    void post(const QString& path, const QJsonObject& body, std::function<void(const HttpAnswer&)> done);
    void authenticated(const HttpAnswer& answer, bool remember);
    void fetchStore(bool remember);
    void finish(bool remember);
    void fail(const HttpAnswer& answer);

    AccountFolders m_folders;
    ports::SecretStore& m_secrets;
    MakeTransport m_makeTransport;
    QUrl m_marketplace;
    QUrl m_hosted;
    QByteArray m_language = "id";
    QString m_device;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<PendingCall> m_call;
    std::unique_ptr<PendingCall> m_farewell;
    std::optional<ports::Account> m_account;
    ports::Account m_arriving;
    Tokens m_tokens;
    Tokens m_arrivingTokens;
    bool m_remember = false;
};

} // namespace belanjain::engine
