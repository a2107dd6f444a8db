// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ports/printed.h"
#include "replica/work.h"

#include <QList>

namespace belanjain::replica {

/// What was printed of an order, by document.
QList<ports::PrintNote> printNotes(Work& work, const OrderId& order);
/// Counts one more printing.
void countPrint(Work& work, const OrderId& order, ports::PrintedDocument document, Instant now);

} // namespace belanjain::replica
