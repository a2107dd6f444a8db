// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

namespace belanjain::http {

/// What one listener grants its clients. Times in milliseconds, sizes in bytes.
struct Limits
{
    /// Open connections; more are answered 503 and closed.
    int connections = 1024;
    /// Open connections of one address (IPv6: of one /64); more are answered 429 and closed.
    int connectionsPerAddress = 64;
    /// Not counted per address: a proxy in front, or loopback under test.
    QList<QHostAddress> uncountedAddresses;
    qint64 headerBytes = 16 * 1024;
    int headerLines = 100;
    /// From the first byte (or the accept) until the whole header is in.
    qint64 headerMs = 10'000;
    /// From the end of the header until the whole body is in.
    qint64 bodyMs = 30'000;
    /// Between two requests of one connection.
    qint64 idleMs = 75'000;
    /// With bytes to send and none taken.
    qint64 writeStallMs = 30'000;
    /// How long, and how much, is still read and thrown away after a refusal, so that it can be read.
    qint64 lingerMs = 5'000;
    qint64 lingerBytes = 64 * 1024 * 1024;
    /// Said in Retry-After, in seconds, with 429 and 503.
    int retryAfterSeconds = 5;
    /// After drain(), what is still open is cut.
    qint64 drainMs = 25'000;
};

/// PEM files; the certificate may hold the whole chain, leaf first.
struct TlsFiles
{
    QString certificate;
    QString key;
};

} // namespace belanjain::http
