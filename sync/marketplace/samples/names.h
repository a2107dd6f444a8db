// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace belanjain::marketplace::samples {

/// An invented Indonesian person's name for a customer or reviewer the data knows by a number only.
/// The same key always gives the same name; different keys may share one, as people do.
QString personName(QStringView key);

} // namespace belanjain::marketplace::samples
