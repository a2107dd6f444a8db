// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/write_task.h"

#include <span>

namespace belanjain::marketplace
{

/// Group commit: runs every task in a savepoint of its own inside one transaction, commits once, and only
/// then tells each how it ended. When the commit fails all are told so and nothing was kept.
void runWriteGroup(storage::Database& database, std::span<WriteTask> tasks);

} // namespace belanjain::marketplace
