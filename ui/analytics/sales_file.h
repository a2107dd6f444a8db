// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sales_reader.h"

#include <QString>

namespace belanjain::ui {

/// As what a report can be taken out.
enum class SalesExport : quint8 { Png, Pdf, Csv, Excel };

/// A report as a table for spreadsheets, in the language in force. Both put a file in place as a whole or not at
/// all and return what went wrong in the system's words; empty when all is well.

/// A row for each period: UTF-8 with its mark, RFC 4180, days as 2026-11-21, amounts as bare rupiah.
QString writeSalesCsv(const QString& path, const ports::SalesReport& report);
/// The same rows as a sheet, and two more: best sellers and states.
QString writeSalesWorkbook(const QString& path, const ports::SalesReport& report);

} // namespace belanjain::ui
