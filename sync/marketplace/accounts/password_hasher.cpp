// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/password_hasher.h"

#include <QFile>
#include <QSet>

#include <sodium.h>

#include <array>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

QSet<QString> readCommonPasswords()
{
    QFile file(u":/accounts/common-passwords.txt"_s);
    QSet<QString> passwords;
    if (!file.open(QIODevice::ReadOnly))
        return passwords;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        passwords.insert(line.trimmed());
    return passwords;
}

} // namespace

PasswordHasher::PasswordHasher(HashCost cost) : m_cost(cost)
{
    m_nobody = hash(u"nobody has this password"_s).value_or(QString());
}

std::optional<QString> PasswordHasher::hash(const QString& password) const
{
    if (sodium_init() < 0)
        return std::nullopt;
    const QByteArray bytes = password.toUtf8();
    std::array<char, crypto_pwhash_argon2id_STRBYTES> text{};
    const int failed = crypto_pwhash_argon2id_str(text.data(), bytes.constData(), quint64(bytes.size()), m_cost.passes,
                                                  size_t(m_cost.memoryBytes));
    return failed == 0 ? std::optional(QString::fromLatin1(text.data())) : std::nullopt;
}

bool PasswordHasher::matches(const QString& hash, const QString& password) const
{
    const QByteArray text = hash.toLatin1();
    const QByteArray bytes = password.toUtf8();
    if (text.size() >= qsizetype(crypto_pwhash_argon2id_STRBYTES))
        return false;
    return crypto_pwhash_argon2id_str_verify(text.constData(), bytes.constData(), quint64(bytes.size())) == 0;
}

void PasswordHasher::matchNobody(const QString& password) const { (void)matches(m_nobody, password); }

bool isCommonPassword(const QString& password)
{
    static const QSet<QString> passwords = readCommonPasswords();
    return passwords.contains(password.toLower());
}

} // namespace belanjain::marketplace
