// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/request.h"

#include <QHostAddress>
#include <QList>
#include <QPair>

#include <optional>

namespace belanjain::marketplace
{

/// Whose word on where a request came from is taken. Loopback's always is: only this machine's own
/// programs connect from there.
class TrustedProxies
{
public:
    /// "10.0.0.5", "10.0.0.0/8", "fd00::/8"; nullopt when it is neither an address nor a subnet.
    static std::optional<QPair<QHostAddress, int>> parse(const QString& text);

    void add(const QPair<QHostAddress, int>& subnet) { m_subnets.append(subnet); }
    bool contains(const QHostAddress& address) const;

private:
    QList<QPair<QHostAddress, int>> m_subnets;
};

/// Where a request came from: the socket's other end unless that is a trusted proxy, else the right-most
/// address of X-Forwarded-For that is not one. What stands further left anybody may have written. An entry
/// that is no address ends the search at the proxy that sent it.
QHostAddress clientAddress(const http::Request& request, const TrustedProxies& proxies);

/// The name under which a client's attempts are counted: an IPv4 address, or the /64 of an IPv6 one, which
/// is what one customer of a provider has.
QString addressName(const QHostAddress& address);

} // namespace belanjain::marketplace
