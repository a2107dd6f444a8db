// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/headers.h"

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace belanjain::http {

/// `name=value` of the query, percent-decoded, "+" read as a space.
struct QueryItem
{
    QString name;
    QString value;
};

/// One request as it came over the wire, checked and decoded. A value: safe to move to another thread.
struct Request
{
    /// As sent ("GET", "PATCH", ...); methods are case-sensitive and unknown ones are kept.
    QByteArray method;
    /// As sent, still encoded: "/v1/products?q=kopi%20susu".
    QByteArray target;
    /// Percent-decoded and valid UTF-8, always beginning with "/" ("*" for OPTIONS *). Holds no control
    /// characters; a target with a bad escape, an encoded slash or bad UTF-8 never gets here.
    QByteArray path;
    /// What follows "?", still encoded; empty without one.
    QByteArray rawQuery;
    QList<QueryItem> query;
    /// 0 for HTTP/1.0, 1 for HTTP/1.1.
    int minorVersion = 1;
    RequestHeaders headers;
    QByteArray body;
    /// The socket's other end: a proxy's address when there is one in front.
    QHostAddress peer;
    quint16 peerPort = 0;
    /// Came over TLS to this listener.
    bool secure = false;

    QByteArrayView header(QByteArrayView name) const { return headers.value(name); }

    /// First item of that name; empty optional when it was not given.
    std::optional<QString> queryValue(QStringView name) const;
    QStringList queryValues(QStringView name) const;
    bool hasQuery(QStringView name) const;
};

} // namespace belanjain::http
