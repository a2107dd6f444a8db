// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace belanjain::processes
{

/// What a line does to one exchange.
struct Toxic
{
    enum class Kind {
        Pass,
        Latency,   ///< each piece comes `ms` later, give or take half
        Bandwidth, ///< `bytes` a millisecond
        Slice,     ///< pieces of 1 to `bytes` bytes
        SlowClose, ///< what one end closes is closed at the other `ms` later
        Timeout,   ///< nothing passes any more, and the line is closed `ms` later; 0: the client's end at once, the
                   ///< server's never
        Reset,     ///< both ends get an RST
        Limit,     ///< both ends are closed
    };
    enum class Way { Both, Request, Answer };

    Kind kind = Kind::Pass;
    Way way = Way::Both;
    qint64 after = 0; ///< bytes of that way that still pass: Timeout, Reset, Limit
    int ms = 0;
    int bytes = 0;

    /// Whether everything arrives in the end.
    bool passes() const { return kind <= Kind::SlowClose; }
};

/// Stands between clients and a server on loopback, on a thread of its own, and spoils what passes. Its calls
/// may come from any thread.
class ToxicProxy
{
public:
    explicit ToxicProxy(quint16 server);
    ~ToxicProxy();
    ToxicProxy(const ToxicProxy&) = delete;
    ToxicProxy& operator=(const ToxicProxy&) = delete;

    quint16 port() const { return m_port; }
    /// The next `times` requests that begin like this are treated so; what came before is forgotten.
    void arm(const Toxic& toxic, const QByteArray& request, int times);
    /// How many requests were treated since arm(), and how many like it have begun.
    int treated() const;
    int seen() const;
    /// Connections that have an end open.
    int links() const;

private:
    class Inside;

    void inside(const std::function<void(Inside&)>& work) const;

    quint16 m_port = 0;
    QThread m_thread;
    std::unique_ptr<QObject> m_onThread; ///< lives there, so that tasks can be posted to it
    std::unique_ptr<Inside> m_inside;
};

} // namespace belanjain::processes
