// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace belanjain::csv {

/// Qt's own codecs stop at Latin-1 when it is built without ICU. Bytes that Windows-1252 leaves undefined
/// (81, 8D, 8F, 90, 9D) become U+FFFD.
QString fromWindows1252(QByteArrayView bytes);

} // namespace belanjain::csv
