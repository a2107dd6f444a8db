// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/documents.h"

namespace belanjain::ui {

/// The shipping label of an order, 100 mm wide. Text that is too long gets smaller, then more lines, then an
/// ellipsis; codes stand on eighths of a millimetre, the dots of a 203 dpi label printer.
PrintPage layOutLabel(const ports::OrderDetail& order, const PrintRequest& request, QSizeF size);

} // namespace belanjain::ui
