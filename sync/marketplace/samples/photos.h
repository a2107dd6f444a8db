// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace belanjain::marketplace::samples {

/// The photo that may stand in for a product, by what its name says: a file below the pack's images/, or
/// nothing. `category` is the Indonesian name; the same word means other things elsewhere ("lilin mainan"
/// is modelling clay).
QString photoFor(QStringView name, QStringView category);

} // namespace belanjain::marketplace::samples
