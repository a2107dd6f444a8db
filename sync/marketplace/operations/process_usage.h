// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace belanjain::marketplace
{

/// Bytes of memory resident now; nullopt where the system does not say.
std::optional<qint64> residentBytes();
/// Seconds of processor time this process has used, in user and system mode.
std::optional<double> processorSeconds();

} // namespace belanjain::marketplace
