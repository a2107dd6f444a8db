// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/documents.h"

namespace belanjain::ui {

/// The invoice of an order, or its packing slip: the same sheet without amounts and with boxes to tick.
QList<PrintPage> layOutOrderSheet(const ports::OrderDetail& order, const PrintRequest& request);

} // namespace belanjain::ui
