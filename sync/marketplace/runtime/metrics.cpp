// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/metrics.h"

namespace belanjain::marketplace
{
namespace
{

constexpr char durationName[] = "belanjain_http_request_duration_seconds";

QByteArray seconds(qint64 milliseconds) { return QByteArray::number(double(milliseconds) / 1000.0, 'g', 12); }

} // namespace

void Metrics::request(const QByteArray& route, const QByteArray& method, int status, qint64 milliseconds)
{
    const QByteArray labels =
        "route=\"" + route + "\",method=\"" + method + "\",status=\"" + QByteArray::number(status) + '"';
    const std::lock_guard lock(m_mutex);
    Histogram& histogram = m_requests[labels];
    for (size_t i = 0; i < bucketsMs.size(); ++i) {
        if (milliseconds <= bucketsMs[i])
            ++histogram.atMost[i];
    }
    ++histogram.count;
    histogram.sumMs += milliseconds;
}

void Metrics::count(const QByteArray& name, const QByteArray& labels, qint64 by)
{
    const std::lock_guard lock(m_mutex);
    m_counters[name][labels] += by;
}

QByteArray Metrics::text(const QMap<QByteArray, double>& gauges) const
{
    const std::lock_guard lock(m_mutex);
    QByteArray out;
    out += "# TYPE " + QByteArray(durationName) + " histogram\n";
    for (auto it = m_requests.cbegin(); it != m_requests.cend(); ++it) {
        for (size_t i = 0; i < bucketsMs.size(); ++i)
            out += durationName + ("_bucket{" + it.key()) + ",le=\"" + seconds(bucketsMs[i]) + "\"} "
                + QByteArray::number(it->atMost[i]) + '\n';
        out += durationName + ("_bucket{" + it.key()) + ",le=\"+Inf\"} " + QByteArray::number(it->count) + '\n';
        out += durationName + ("_sum{" + it.key()) + "} " + seconds(it->sumMs) + '\n';
        out += durationName + ("_count{" + it.key()) + "} " + QByteArray::number(it->count) + '\n';
    }
    for (auto counter = m_counters.cbegin(); counter != m_counters.cend(); ++counter) {
        out += "# TYPE " + counter.key() + " counter\n";
        for (auto it = counter->cbegin(); it != counter->cend(); ++it)
            out += counter.key() + (it.key().isEmpty() ? QByteArray() : '{' + it.key() + '}') + ' '
                + QByteArray::number(it.value()) + '\n';
    }
    for (auto it = gauges.cbegin(); it != gauges.cend(); ++it)
        out += "# TYPE " + it.key() + " gauge\n" + it.key() + ' ' + QByteArray::number(it.value(), 'g', 15) + '\n';
    return out;
}

} // namespace belanjain::marketplace
