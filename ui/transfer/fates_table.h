// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/fates_model.h"

#include <QTableView>

namespace belanjain::ui {

class Theme;

/// What becomes of each row of a file.
class FatesTable : public QTableView
{
    Q_OBJECT

public:
    FatesTable(const Theme& theme, FatesModel& model, QWidget* parent = nullptr);
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOutColumns();
};

} // namespace belanjain::ui
