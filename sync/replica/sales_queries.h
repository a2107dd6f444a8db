// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sales_reader.h"
#include "replica/work.h"

class QTimeZone;

namespace belanjain::replica {

// The seller's figures out of the orders here, by the definitions of domain/sales.h. Errors are the Work's.

/// The time zone of the store; that of Jakarta before the first sync.
QTimeZone storeZone(Work& work);
SalesFigures salesIn(Work& work, const Span& span);
ports::SalesReport salesReport(Work& work, const ports::SalesQuery& query);
ports::SalesSummary salesSummary(Work& work, Instant now);

} // namespace belanjain::replica
