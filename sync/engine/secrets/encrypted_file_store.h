// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/secret_store.h"

#include <QHash>

namespace belanjain::engine
{

/// Secrets in one file, readable by its owner only, sealed with a key derived from a passphrase
/// (libsodium: Argon2id, then XChaCha20-Poly1305). The whole file is rewritten atomically on each
/// change. A wrong passphrase or a damaged file reads as empty and is never overwritten: writes fail.
class EncryptedFileStore : public ports::SecretStore
{
public:
    EncryptedFileStore(QString file, const QByteArray& passphrase);
    ~EncryptedFileStore() override;

    Place place() const override { return Place::EncryptedFile; }
    /// Whether the file opened with this passphrase, or did not exist yet.
    bool opened() const { return m_opened; }
    void read(const QString& key, std::function<void(std::optional<QByteArray>)> done) override;
    void write(const QString& key, const QByteArray& value, std::function<void(bool)> done) override;
    void remove(const QString& key, std::function<void()> done) override;

private:
    bool load(const QByteArray& passphrase);
    bool deriveKey(const QByteArray& passphrase, const QByteArray& salt);
    bool save() const;

    QString m_file;
    QByteArray m_salt;
    QByteArray m_key;
    QHash<QString, QByteArray> m_values;
    bool m_opened = false;
};

} // namespace belanjain::engine
