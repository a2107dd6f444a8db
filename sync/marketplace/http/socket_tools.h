// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QtGlobal>

namespace belanjain::http {

/// Tells the other end that nothing more will be sent while this end still reads; Qt has no call for it.
void shutDownSending(qintptr socketDescriptor);

/// What connections are counted by: an IPv4 address (mapped ones included), or an IPv6 network of 64 bits,
/// which is what one household or machine is given.
QHostAddress countedAddress(const QHostAddress& peer);

} // namespace belanjain::http
