// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/secret_store.h"

#include <QObject>

#include <deque>

namespace belanjain::engine
{

/// The system's keychain through QtKeychain, proven by writing and reading back before it is trusted:
/// a missing D-Bus, a missing secret service and a locked keyring are not told apart by its errors, and
/// a locked one reads as if the entry did not exist. Where the proof fails, secrets go to the fallback.
class KeychainStore : public QObject, public ports::SecretStore
{
    Q_OBJECT
public:
    /// service is the name entries are filed under. The fallback is not owned.
    KeychainStore(QString service, ports::SecretStore& fallback, QObject* parent = nullptr);
    ~KeychainStore() override;

    Place place() const override;
    void read(const QString& key, std::function<void(std::optional<QByteArray>)> done) override;
    void write(const QString& key, const QByteArray& value, std::function<void(bool)> done) override;
    void remove(const QString& key, std::function<void()> done) override;

private:
    enum class Proof { NotYet, Running, Works, Fails };
    void whenProven(std::function<void()> call);
    void prove();
    void proven(bool works);

    QString m_service;
    ports::SecretStore& m_fallback;
    Proof m_proof = Proof::NotYet;
    std::deque<std::function<void()>> m_waiting;
};

} // namespace belanjain::engine
