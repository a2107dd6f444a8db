// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/totp.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

#include <sodium.h>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

QString totpCode(const QByteArray& secret, qint64 step, int digits)
{
    QByteArray counter(8, '\0');
    qToBigEndian(step, counter.data());
    const QByteArray hash = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const int offset = hash.back() & 0x0f;
    const quint32 truncated = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7fffffff;
    quint32 modulus = 1;
    for (int i = 0; i < digits; ++i)
        modulus *= 10;
    return QString::number(truncated % modulus).rightJustified(digits, u'0');
}

std::optional<qint64> totpStepOfCode(const QByteArray& secret, const QString& code, Instant now)
{
    const QByteArray given = code.toUtf8();
    if (given.size() != totpDigits)
        return std::nullopt;
    std::optional<qint64> found;
    for (const qint64 delta : {-1, 1, 0}) {
        const qint64 step = totpStepOf(now) + delta;
        const QByteArray expected = totpCode(secret, step).toLatin1();
        if (sodium_memcmp(expected.constData(), given.constData(), size_t(totpDigits)) == 0)
            found = step;
    }
    return found;
}

QString toBase32(const QByteArray& bytes)
{
    constexpr QLatin1StringView alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    QString text;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | quint8(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += alphabet[(buffer >> bits) & 31];
        }
    }
    if (bits > 0)
        text += alphabet[(buffer << (5 - bits)) & 31];
    return text;
}

QString otpauthUri(const QByteArray& secret, const QString& email)
{
    const QString account = QString::fromLatin1(QUrl::toPercentEncoding(email));
    return u"otpauth://totp/Belanjain:%1?secret=%2&issuer=Belanjain&algorithm=SHA1&digits=6&period=30"_s.arg(
        account, toBase32(secret));
}

} // namespace belanjain::marketplace
