// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/json_check.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{
namespace
{

constexpr int maxDepth = 64;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

void appendUtf8(QByteArray& text, char32_t c)
{
    text += QString::fromUcs4(&c, 1).toUtf8();
}

/// Reads the text once, from the left.
class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_text(text) {}

    bool whole()
    {
        return value(0) && (space(), m_at == m_text.size());
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool take(char c)
    {
        if (peek() != c || m_at == m_text.size())
            return false;
        ++m_at;
        return true;
    }

    void space()
    {
        while (m_at < m_text.size() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }

    bool word(QByteArrayView expected)
    {
        if (!m_text.sliced(m_at).startsWith(expected))
            return false;
        m_at += expected.size();
        return true;
    }

    bool value(int depth)
    {
        if (depth > maxDepth)
            return false;
        space();
        switch (peek()) {
        case '{':
            return object(depth + 1);
        case '[':
            return array(depth + 1);
        case '"':
            return string(nullptr);
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    bool object(int depth)
    {
        take('{');
        space();
        if (take('}'))
            return true;
        QSet<QByteArray> names;
        do {
            space();
            QByteArray name;
            if (!string(&name) || names.contains(name))
                return false;
            names.insert(name);
            space();
            if (!take(':') || !value(depth))
                return false;
            space();
        } while (take(','));
        return take('}');
    }

    bool array(int depth)
    {
        take('[');
        space();
        if (take(']'))
            return true;
        do {
            if (!value(depth))
                return false;
            space();
        } while (take(','));
        return take(']');
    }

    /// With its escapes resolved into `name` when there is one: "a" and "\u0061" are the same name.
    bool string(QByteArray* name)
    {
        if (!take('"'))
            return false;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            ++m_at;
            if (c == '"')
                return true;
            if (c == '\\') {
                const auto point = escape();
                if (!point)
                    return false;
                if (name)
                    appendUtf8(*name, *point);
            } else if (name) {
                *name += c;
            }
        }
        return false;
    }

    std::optional<char32_t> escape()
    {
        constexpr QByteArrayView letters = "\"\\/bfnrt";
        constexpr QByteArrayView meant = "\"\\/\b\f\n\r\t";
        const char letter = peek();
        ++m_at;
        if (letter != 'u') {
            const qsizetype known = letter == '\0' ? -1 : letters.indexOf(letter);
            return known < 0 ? std::nullopt : std::optional(char32_t(meant[known]));
        }
        const auto first = unit();
        if (!first || *first == 0 || (*first >= 0xdc00 && *first < 0xe000))
            return std::nullopt;
        if (*first < 0xd800 || *first >= 0xe000)
            return first;
        const auto second = word("\\u") ? unit() : std::nullopt;
        if (!second || *second < 0xdc00 || *second >= 0xe000)
            return std::nullopt;
        return 0x10000 + ((*first - 0xd800) << 10) + (*second - 0xdc00);
    }

    std::optional<char32_t> unit()
    {
        if (m_text.size() - m_at < 4)
            return std::nullopt;
        char32_t result = 0;
        for (int i = 0; i < 4; ++i) {
            const int digit = hexDigit(m_text[m_at++]);
            if (digit < 0)
                return std::nullopt;
            result = result * 16 + char32_t(digit);
        }
        return result;
    }

    bool digits()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        return m_at > start;
    }

    bool number()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (!take('e') && !take('E'))
            return true;
        if (!take('+'))
            take('-');
        return digits();
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

bool isStrictJson(QByteArrayView text) { return Reader(text).whole(); }

} // namespace belanjain::marketplace
