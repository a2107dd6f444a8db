// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QUuid>

#include <array>
#include <compare>
#include <optional>

namespace belanjain
{

/// The 16 bytes of a UUIDv7 (RFC 9562, section 5.7) from Unix milliseconds and 10 random bytes.
/// Pure: the clock and the random source belong to the caller (ports/id_factory.h).
QUuid makeUuidV7(qint64 unixMilliseconds, const std::array<quint8, 10>& random);

/// Reads the canonical 36-character form (any case, no braces) and nothing else.
std::optional<QUuid> parseUuid(QStringView text);

/// An identifier that says what it identifies, so that a product's cannot be passed for a variant's.
/// Made by whoever creates the row; ordered by time of creation when made as UUIDv7.
template<class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid& uuid) : m_uuid(uuid) {}

    static std::optional<Id> parse(QStringView text)
    {
        if (const auto uuid = parseUuid(text))
            return Id(*uuid);
        return std::nullopt;
    }

    bool isNull() const { return m_uuid.isNull(); }
    const QUuid& uuid() const { return m_uuid; }
    /// Lower-case canonical form, as on the wire and in the database.
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id& a, const Id& b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id& a, const Id& b) { return a.toBytes() < b.toBytes(); }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    QByteArray toBytes() const { return m_uuid.toRfc4122(); }

    QUuid m_uuid;
};

using UserId = Id<struct UserTag>;
using StoreId = Id<struct StoreTag>;
using ProductId = Id<struct ProductTag>;
using VariantId = Id<struct VariantTag>;
using ImageId = Id<struct ImageTag>;
using OrderId = Id<struct OrderTag>;
using OrderLineId = Id<struct OrderLineTag>;
using CheckoutId = Id<struct CheckoutTag>;
using ReviewId = Id<struct ReviewTag>;
using DeviceId = Id<struct DeviceTag>;
using OpId = Id<struct OpTag>;
using MoveId = Id<struct MoveTag>;

} // namespace belanjain
