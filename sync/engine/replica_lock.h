// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace belanjain::engine
{

/// Keeps other windows and programs out of a replica for as long as it lives: two would number their edits
/// from the same outbox. The lock of a program that died is taken over. The error is for logs.
tl::expected<std::unique_ptr<QLockFile>, QString> lockReplica(const QString& replicaFile);

} // namespace belanjain::engine
