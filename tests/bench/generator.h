// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace belanjain::bench
{

/// What a client sends next: a whole HTTP request, and the name its time goes under.
struct Wish
{
    const char* kind = "";
    QByteArray request;
};

/// One client of the marketplace over a connection that it keeps: says what it sends next, and hears the
/// answer before it is asked again.
class Client
{
public:
    virtual ~Client();
    /// False when it has nothing to send any more.
    virtual bool next(Wish& wish) = 0;
    virtual void answered(int status, QByteArrayView body) = 0;
};

/// What became of a run.
struct Load
{
    double seconds = 0;
    QHash<QByteArray, QList<double>> times; ///< milliseconds of each answer, by kind
    QHash<int, qint64> statuses;
    qint64 broken = 0; ///< connections that ended without an answer

    qint64 count(const char* kind) const { return times.value(kind).size(); }
    double perSecond(const char* kind) const { return double(count(kind)) / seconds; }
    double time(const char* kind, double share) const;
    qint64 serverErrors() const; ///< 5xx, and what broke
};

/// Drives the clients from one thread, each with one request under way, until all are done or the time is
/// over; what is under way then is waited for. seconds 0: until all are done. Connects to loopback.
Load drive(quint16 port, const std::vector<std::unique_ptr<Client>>& clients, double seconds);

/// A request of a signed-in user (empty: nobody) with a JSON body (empty: none).
QByteArray requestText(const QByteArray& method, const QByteArray& target, const QByteArray& token,
                       const QByteArray& body = {}, const QByteArray& key = {});

} // namespace belanjain::bench
