// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/socket_tools.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

#include <algorithm>
#include <iterator>

namespace belanjain::http {

void shutDownSending(qintptr socketDescriptor)
{
#ifdef Q_OS_WIN
    const int failed = ::shutdown(static_cast<SOCKET>(socketDescriptor), SD_SEND);
#else
    const int failed = ::shutdown(static_cast<int>(socketDescriptor), SHUT_WR);
#endif
    // It fails only when the client has gone already, which the next read will say.
    Q_UNUSED(failed)
}

QHostAddress countedAddress(const QHostAddress& peer)
{
    bool isV4 = false;
    const quint32 v4 = peer.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4);
    Q_IPV6ADDR v6 = peer.toIPv6Address();
    std::fill(std::begin(v6.c) + 8, std::end(v6.c), quint8(0));
    return QHostAddress(v6);
}

} // namespace belanjain::http
