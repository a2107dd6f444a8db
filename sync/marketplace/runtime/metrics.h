// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>

#include <array>
#include <mutex>

namespace belanjain::marketplace
{

/// What the server counts, as Prometheus reads it. Calls may come from any thread.
class Metrics
{
public:
    /// One answered request. `route` is the table's path, so that there are few of them.
    void request(const QByteArray& route, const QByteArray& method, int status, qint64 milliseconds);
    /// Adds to a counter such as belanjain_checkouts_total{result="ok"}; `labels` is what stands between
    /// the braces.
    void count(const QByteArray& name, const QByteArray& labels, qint64 by = 1);

    /// The text of /metrics, gauges given by name included.
    QByteArray text(const QMap<QByteArray, double>& gauges) const;

private:
    static constexpr std::array<int, 11> bucketsMs{1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000};
    struct Histogram
    {
        std::array<qint64, bucketsMs.size()> atMost{};
        qint64 count = 0;
        qint64 sumMs = 0;
    };

    mutable std::mutex m_mutex;
    QMap<QByteArray, Histogram> m_requests;
    QMap<QByteArray, QMap<QByteArray, qint64>> m_counters;
};

} // namespace belanjain::marketplace
