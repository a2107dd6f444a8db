// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/password_hasher.h"

#include <QFile>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// The list as it lies in the file: one a line, ascending by bytes.
class CommonPasswords
{
public:
    CommonPasswords()
    {
        QFile file(u":/accounts/common-passwords.txt"_s);
        if (file.open(QIODevice::ReadOnly))
            m_text = file.readAll();
        for (qsizetype from = 0; from < m_text.size();) {
            qsizetype end = m_text.indexOf('\n', from);
            end = end < 0 ? m_text.size() : end;
            m_lines.push_back(std::string_view(m_text.constData() + from, size_t(end - from)));
            from = end + 1;
        }
    }
    bool contains(const QByteArray& password) const
    {
        return std::binary_search(m_lines.begin(), m_lines.end(), std::string_view(password.constData(), size_t(password.size())));
    }

private:
    QByteArray m_text;
    std::vector<std::string_view> m_lines;
};

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
    static const CommonPasswords passwords;
    return passwords.contains(password.toLower().toUtf8());
}

} // namespace belanjain::marketplace
