// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/transport.h"
#include "ports/clock.h"
#include "ports/secret_store.h"
#include "ports/store_lock.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace belanjain::engine
{

/// The PIN as an Argon2id hash with its salt (libsodium), in the secret store, and in the settings where that keeps
/// nothing between starts. Hashing takes a moment and happens on a thread of its own. The owner's password is the
/// account's, and the session that proves it is ended at once.
class PinLock : public ports::StoreLock
{
    Q_OBJECT
public:
    /// What the program remembers between starts.
    struct Memory
    {
        std::function<int()> wrong; ///< attempts in a row
        std::function<void(int)> setWrong;
        std::function<QByteArray()> hash;
        std::function<void(const QByteArray&)> setHash;
    };
    struct Parts
    {
        ports::SecretStore& secrets;
        QString secretKey;
        Memory memory;
        const ports::Clock& clock;
        std::unique_ptr<Transport> transport;
        QString ownerEmail;
        UserId owner;
        std::function<QByteArray()> language;
    };
    explicit PinLock(Parts parts, QObject* parent = nullptr);
    ~PinLock() override;

    void look() override;
    void setPin(const QString& pin) override;
    void open(const QString& pin) override;
    void openAsOwner(const QString& password, const QString& otp) override;
    qint64 waitMs() const override;

private:
    void hashed(const QByteArray& hash);
    void compared(bool right);
    void ownerAnswered(const QByteArray& body, int status);

    Parts m_parts;
    QThreadPool m_pool;
    std::optional<QByteArray> m_hash;
    qint64 m_notBefore = 0; ///< monotonic
    bool m_checking = false;
    std::unique_ptr<PendingCall> m_asking;
    std::unique_ptr<PendingCall> m_farewell;
};

} // namespace belanjain::engine
