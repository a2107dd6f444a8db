// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/decoder.h"

#include "domain/csv/windows_1252.h"

#include <algorithm>
#include <utility>

namespace belanjain::imports {
namespace {

/// Enough to tell UTF-16 without a mark from everything else.
constexpr qsizetype headBytes = 64;

std::optional<QStringConverter::Encoding> utf16In(const QByteArray& head)
{
    if (head.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (head.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < head.size(); ++i)
        (i % 2 == 0 ? even : odd) += head.at(i) == 0 ? 1 : 0;
    // Titles are mostly Latin letters, half of whose bytes are zeros.
    if (odd * 4 > head.size() && even == 0)
        return QStringConverter::Utf16LE;
    if (even * 4 > head.size() && odd == 0)
        return QStringConverter::Utf16BE;
    return {};
}

} // namespace

void Decoder::start()
{
    m_started = true;
    const auto utf16 = utf16In(m_head.first(std::min(headBytes, m_head.size())));
    if (m_encoding == Encoding::Utf16)
        m_utf16.emplace(utf16.value_or(QStringConverter::Utf16LE));
    else if (m_encoding == Encoding::Detect && utf16)
        m_utf16.emplace(*utf16);
    m_windows = m_encoding == Encoding::Windows1252;
}

QByteArray Decoder::decoded(const QByteArray& bytes)
{
    if (m_utf16) {
        QString text = m_cut + QString(m_utf16->decode(bytes));
        // Its other half comes with the next piece.
        m_cut = text.isEmpty() || !text.back().isHighSurrogate() ? QString() : text.last(1);
        text.chop(m_cut.size());
        return text.toUtf8();
    }
    return m_windows ? csv::fromWindows1252(bytes).toUtf8() : bytes;
}

QByteArray Decoder::feed(const QByteArray& bytes)
{
    if (m_started)
        return decoded(bytes);
    m_head += bytes;
    if (m_head.size() < headBytes)
        return {};
    start();
    return decoded(std::exchange(m_head, {}));
}

QByteArray Decoder::finish()
{
    QByteArray text;
    if (!m_started) {
        start();
        text = decoded(std::exchange(m_head, {}));
    }
    return text + std::exchange(m_cut, {}).toUtf8();
}

} // namespace belanjain::imports
