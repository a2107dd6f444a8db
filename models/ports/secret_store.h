// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace belanjain::ports
{

/// Where tokens and keys of this computer are kept: the system's keychain, else an encrypted file,
/// else memory only. Calls answer through their callback on the caller's thread.
class SecretStore
{
public:
    enum class Place { Keychain, EncryptedFile, MemoryOnly };

    virtual ~SecretStore() = default;
    /// Where secrets go, for the account page; known once the first call has answered.
    virtual Place place() const = 0;
    virtual void read(const QString& key, std::function<void(std::optional<QByteArray>)> done) = 0;
    virtual void write(const QString& key, const QByteArray& value, std::function<void(bool stored)> done) = 0;
    virtual void remove(const QString& key, std::function<void()> done) = 0;
};

} // namespace belanjain::ports
