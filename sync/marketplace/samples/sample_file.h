// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

class QIODevice;

namespace belanjain::marketplace::samples {

enum class SampleFile : quint8 { Prdect, OnlineRetail };

/// Which of the data sets a file is by the names in its first line, packed or not; nullopt for any other
/// file, also one that cannot be unpacked. Leaves the device, which must be able to seek, at its start.
std::optional<SampleFile> recognise(QIODevice& input);

} // namespace belanjain::marketplace::samples
