// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace belanjain::simulation
{

/// What happened in a run, as lines of which a sum is kept always and the text on demand.
class Trace
{
public:
    explicit Trace(bool keepsText) : m_keepsText(keepsText) {}

    void note(qint64 at, const QString& line)
    {
        add(QByteArray::number(at));
        add(line.toUtf8());
        if (m_keepsText)
            m_lines << QStringLiteral("%1 ms  %2").arg(at, 9).arg(line);
    }
    /// Something long, of which only the sum is of interest.
    void add(const QByteArray& bytes)
    {
        for (const char byte : bytes) {
            m_sum ^= quint8(byte);
            m_sum *= 0x100000001b3ULL; // FNV-1a
        }
    }
    quint64 sum() const { return m_sum; }
    const QStringList& lines() const { return m_lines; }
    bool keepsText() const { return m_keepsText; }

private:
    quint64 m_sum = 0xcbf29ce484222325ULL;
    bool m_keepsText;
    QStringList m_lines;
};

} // namespace belanjain::simulation
