// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace belanjain::protocol
{

/// One row's share of a space's rowSum: the first 8 bytes, big-endian, of the SHA-256 of
/// "table\nid\nversion" in UTF-8. Every write of a row gives it a new version, so (table, id, version)
/// stands for its content.
quint64 rowShare(QStringView table, QStringView id, qint64 version);

/// The order-independent sum over the live rows of a space, modulo 2^64; kept up row by row.
class RowSum
{
public:
    RowSum() = default;
    explicit RowSum(quint64 value) : m_value(value) {}

    void add(quint64 share) { m_value += share; }
    void remove(quint64 share) { m_value -= share; }
    quint64 value() const { return m_value; }

    /// As on the wire: 16 lower-case hexadecimal digits, since JSON numbers do not hold 64 bits.
    QString toString() const;
    static std::optional<RowSum> parse(QStringView text);

    bool operator==(const RowSum&) const = default;

private:
    quint64 m_value = 0;
};

} // namespace belanjain::protocol
