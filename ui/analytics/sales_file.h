// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sheet/table_writer.h"
#include "ports/sales_reader.h"

#include <QString>

namespace belanjain::ui {

/// As what a report can be taken out.
enum class SalesExport : quint8 { Png, Pdf, Csv, Excel };

/// A report as a table for spreadsheets, in the language in force: a row for each period, and in a workbook two
/// more sheets, best sellers and states. Puts a file in place as a whole or not at all, and returns what went
/// wrong in the system's words; empty when all is well.
QString writeSales(const QString& path, sheet::Format format, const ports::SalesReport& report);

} // namespace belanjain::ui
