// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/secret_box.h"

#include <sodium.h>

namespace belanjain::marketplace
{
namespace
{

constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype keyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;

const unsigned char* in(const QByteArray& bytes) { return reinterpret_cast<const unsigned char*>(bytes.constData()); }
unsigned char* out(QByteArray& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

} // namespace

std::optional<QString> sealField(const QByteArray& plain, const QByteArray& context, const QByteArray& key,
                                 ports::RandomSource& random)
{
    if (sodium_init() < 0 || key.size() != keyBytes)
        return std::nullopt;
    QByteArray nonce(nonceBytes, '\0');
    random.fill({out(nonce), size_t(nonce.size())});
    QByteArray sealed(plain.size() + tagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_encrypt(out(sealed), nullptr, in(plain), quint64(plain.size()), in(context),
                                                   quint64(context.size()), nullptr, in(nonce), in(key))
        != 0)
        return std::nullopt;
    return QString::fromLatin1((nonce + sealed).toBase64());
}

std::optional<QByteArray> openField(const QString& sealed, const QByteArray& context, const QByteArray& key)
{
    const QByteArray bytes = QByteArray::fromBase64(sealed.toLatin1());
    if (sodium_init() < 0 || key.size() != keyBytes || bytes.size() < nonceBytes + tagBytes)
        return std::nullopt;
    const QByteArray body = bytes.sliced(nonceBytes);
    QByteArray plain(body.size() - tagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out(plain), nullptr, nullptr, in(body), quint64(body.size()),
                                                   in(context), quint64(context.size()), in(bytes), in(key))
        != 0)
        return std::nullopt;
    return plain;
}

} // namespace belanjain::marketplace
