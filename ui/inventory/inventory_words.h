// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"
#include "ports/inventory.h"
#include "tables/inventory_model.h"

#include <QString>

namespace belanjain::ui {

// The sentences of the stock page that hold numbers.

/// "344 variants in Toko Jakarta Barat", "13 of 344 variants in …", "No variants yet".
QString pageSubtitle(int shown, const ports::InventorySummary& summary, const QString& store, bool filtered);
/// Rich text; empty when nothing is low or out.
QString stockWarning(const ports::InventorySummary& summary);
QString showWarnedLink(const ports::InventorySummary& summary);
/// "3 variants selected".
QString markedTitle(int count);
/// "2 of them not in this view"; empty for none.
QString markedElsewhere(int count);
/// What a bulk edit came to: "41 cells changed. 3 left out: Enter a number."
QString bulkResult(const tables::EditReport& report, int unchanged);
/// The same of products that were archived, or brought back.
QString archiveResult(const tables::EditReport& report, int unchanged, bool archived);

} // namespace belanjain::ui
