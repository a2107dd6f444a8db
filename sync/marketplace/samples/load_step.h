// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/loader.h"
#include "storage/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace belanjain::marketplace::samples {

/// Why a load ended early: the database failed, or it was cancelled.
struct Stop
{
    bool cancelled = false;
    storage::Error error;
};

template<class T>
using Step = tl::expected<T, Stop>;

inline tl::unexpected<Stop> stop(const storage::Error& error) { return tl::unexpected(Stop{false, error}); }

template<class T>
Step<void> stepOf(const storage::Result<T>& result)
{
    if (!result)
        return stop(result.error());
    return {};
}

/// Counts one phase and asks now and then whether to go on.
class Progress
{
public:
    Progress(const LoadProgress& report, LoadPhase phase, qint64 total)
        : m_report(report)
        , m_phase(phase)
        , m_total(total)
    {}

    Step<void> advance()
    {
        ++m_done;
        const bool due = m_done % 200 == 0 || m_done == m_total;
        if (due && m_report && !m_report(m_phase, m_done, m_total))
            return tl::unexpected(Stop{true, {}});
        return {};
    }

private:
    const LoadProgress& m_report;
    LoadPhase m_phase;
    qint64 m_total;
    qint64 m_done = 0;
};

} // namespace belanjain::marketplace::samples
