// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/client_address.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// ::ffff:10.0.0.5 is 10.0.0.5: a socket that listens on both says the former.
QHostAddress plain(const QHostAddress& address)
{
    bool four = false;
    const quint32 v4 = address.toIPv4Address(&four);
    return four ? QHostAddress(v4) : address;
}

/// "1.2.3.4", "1.2.3.4:5678", "2001:db8::1", "[2001:db8::1]:5678".
std::optional<QHostAddress> readAddress(QByteArrayView text)
{
    QByteArrayView host = text.trimmed();
    if (host.startsWith('[')) {
        const qsizetype end = host.indexOf(']');
        if (end < 0)
            return std::nullopt;
        host = host.sliced(1, end - 1);
    } else if (host.count(':') == 1) {
        host = host.first(host.indexOf(':'));
    }
    QHostAddress address;
    if (host.size() > 45 || !address.setAddress(QString::fromLatin1(host)) || !address.scopeId().isEmpty())
        return std::nullopt;
    return plain(address);
}

} // namespace

std::optional<QPair<QHostAddress, int>> TrustedProxies::parse(const QString& text)
{
    const auto subnet = QHostAddress::parseSubnet(text);
    return subnet.second < 0 ? std::nullopt : std::optional(subnet);
}

bool TrustedProxies::contains(const QHostAddress& address) const
{
    const QHostAddress known = plain(address);
    if (known.isLoopback())
        return true;
    for (const auto& subnet : m_subnets) {
        if (known.isInSubnet(subnet))
            return true;
    }
    return false;
}

QHostAddress clientAddress(const http::Request& request, const TrustedProxies& proxies)
{
    QHostAddress from = plain(request.peer);
    if (!proxies.contains(from) || !request.headers.contains("X-Forwarded-For"))
        return from;
    const QByteArray list = request.headers.joined("X-Forwarded-For");
    QByteArrayView left = list;
    while (!left.isEmpty()) {
        const qsizetype comma = left.lastIndexOf(',');
        const auto entry = readAddress(comma < 0 ? left : left.sliced(comma + 1));
        if (!entry)
            return from;
        from = *entry;
        if (!proxies.contains(from))
            return from;
        left = left.first(std::max<qsizetype>(comma, 0));
    }
    return from;
}

QString addressName(const QHostAddress& address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    for (int i = 8; i < 16; ++i)
        bytes[i] = 0;
    return QHostAddress(bytes).toString() + u"/64"_s;
}

} // namespace belanjain::marketplace
