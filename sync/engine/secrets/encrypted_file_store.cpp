// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/encrypted_file_store.h"

#include "protocol/json.h"
#include "storage/durable_file.h"

#include <QFile>
#include <QSaveFile>

#include <sodium.h>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

// File: magic, salt, nonce, sealed JSON object of base64 values.
const QByteArray magic = QByteArrayLiteral("BELANJAIN-SECRETS-1\n");

unsigned char* bytes(QByteArray& array) { return reinterpret_cast<unsigned char*>(array.data()); }
const unsigned char* bytes(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

} // namespace

EncryptedFileStore::EncryptedFileStore(QString file, const QByteArray& passphrase) : m_file(std::move(file))
{
    m_opened = sodium_init() >= 0 && load(passphrase);
}

EncryptedFileStore::~EncryptedFileStore()
{
    if (!m_key.isEmpty())
        sodium_memzero(m_key.data(), size_t(m_key.size()));
}

bool EncryptedFileStore::deriveKey(const QByteArray& passphrase, const QByteArray& salt)
{
    m_salt = salt;
    m_key = QByteArray(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    return crypto_pwhash(bytes(m_key), size_t(m_key.size()), passphrase.constData(), size_t(passphrase.size()),
                         bytes(m_salt), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                         crypto_pwhash_ALG_ARGON2ID13) == 0;
}

bool EncryptedFileStore::load(const QByteArray& passphrase)
{
    QFile file(m_file);
    if (!file.exists()) {
        QByteArray salt(crypto_pwhash_SALTBYTES, '\0');
        randombytes_buf(salt.data(), size_t(salt.size()));
        return deriveKey(passphrase, salt);
    }
    if (!file.open(QIODevice::ReadOnly) || file.size() > (1 << 20))
        return false;
    const QByteArray text = file.readAll();
    constexpr qsizetype saltSize = crypto_pwhash_SALTBYTES;
    constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (!text.startsWith(magic) || text.size() < magic.size() + saltSize + nonceSize + tagSize)
        return false;
    if (!deriveKey(passphrase, text.mid(magic.size(), saltSize)))
        return false;
    const QByteArray nonce = text.mid(magic.size() + saltSize, nonceSize);
    const QByteArray sealed = text.mid(magic.size() + saltSize + nonceSize);
    QByteArray plain(sealed.size() - tagSize, '\0');
    unsigned long long size = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), &size, nullptr, bytes(sealed),
                                                   static_cast<unsigned long long>(sealed.size()), nullptr, 0,
                                                   bytes(nonce), bytes(m_key)) != 0)
        return false;
    const auto json = protocol::parseObject(plain);
    if (!json)
        return false;
    for (auto it = json->begin(); it != json->end(); ++it)
        m_values.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
    return true;
}

bool EncryptedFileStore::save() const
{
    QJsonObject json;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
        json.insert(it.key(), QString::fromLatin1(it.value().toBase64()));
    const QByteArray plain = protocol::toJson(json);
    QByteArray nonce(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, '\0');
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray sealed(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    unsigned long long size = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed), &size, bytes(plain),
                                               static_cast<unsigned long long>(plain.size()), nullptr, 0, nullptr,
                                               bytes(nonce), bytes(m_key));
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    file.write(magic + m_salt + nonce + sealed);
    return storage::commitDurably(file);
}

void EncryptedFileStore::read(const QString& key, std::function<void(std::optional<QByteArray>)> done)
{
    const auto found = m_values.constFind(key);
    done(found == m_values.cend() ? std::nullopt : std::optional(*found));
}

void EncryptedFileStore::write(const QString& key, const QByteArray& value, std::function<void(bool)> done)
{
    if (!m_opened) {
        done(false);
        return;
    }
    m_values.insert(key, value);
    done(save());
}

void EncryptedFileStore::remove(const QString& key, std::function<void()> done)
{
    if (m_opened && m_values.remove(key) && !save())
        m_values.remove(key); // gone from memory at least; the file keeps a sealed copy until the next save
    done();
}

} // namespace belanjain::engine
