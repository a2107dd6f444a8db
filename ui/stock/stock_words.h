// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "common/table_style.h"
#include "domain/format.h"
#include "tables/stock_history_model.h"

#include <QString>
#include <QTimeZone>

namespace belanjain::ui {

/// A line of the history as it is shown and read aloud.
struct MoveWords
{
    Icon icon;
    QString what;   ///< "Shipped"
    QString order;  ///< "#10482"; empty without one
    QString detail; ///< "21 Nov 2026 14.32 · Ani Wijaya · Shelf A"
    QString change; ///< "−2"; "2 pieces" where only the promise changed
    QString after;  ///< "15 left"; empty for what waits
    CellInk ink = CellInk::Text; ///< of the change
};

/// A change of stock, and money that may be below zero, as they are shown: with a minus sign and not a hyphen. Files
/// have the hyphen, which spreadsheets read as a number.
QString shownChange(qint64 pieces, Language language);
QString shownRupiah(Money money);

MoveWords moveWords(const tables::StockHistoryModel::Entry& entry, const QTimeZone& zone);

} // namespace belanjain::ui
