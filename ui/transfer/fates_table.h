// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/fates_model.h"

#include <QTableView>

namespace belanjain::ui {

class ColumnWidths;
class Theme;

/// What becomes of each row of a file.
class FatesTable : public QTableView
{
    Q_OBJECT

public:
    FatesTable(const Theme& theme, FatesModel& model, QWidget* parent = nullptr);
    void retranslate();

    ColumnWidths& columns() { return *m_columns; }

private:
    ColumnWidths* m_columns;
};

} // namespace belanjain::ui
