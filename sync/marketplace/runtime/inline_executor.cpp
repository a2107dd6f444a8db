// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/inline_executor.h"

#include "marketplace/runtime/write_group.h"

namespace belanjain::marketplace
{

bool InlineExecutor::read(ReadJob job)
{
    if (m_stopped)
        return false;
    job(m_database);
    return true;
}

bool InlineExecutor::write(WriteJob job, Done done)
{
    if (m_stopped)
        return false;
    WriteTask task{std::move(job), std::move(done)};
    runWriteGroup(m_database, {&task, 1});
    return true;
}

bool InlineExecutor::compute(std::function<void()> job)
{
    if (m_stopped)
        return false;
    job();
    return true;
}

bool InlineExecutor::stream(ReadJob job) { return read(std::move(job)); }

} // namespace belanjain::marketplace
