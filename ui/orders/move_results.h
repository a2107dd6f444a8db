// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/move_orders.h"

#include <QDialog>

namespace belanjain::ui {

class Theme;

/// What became of each order of a batch: the refused ones first, with the reason.
class MoveResults : public QDialog
{
    Q_OBJECT

public:
    MoveResults(const Theme& theme, const OrderMoveReport& report, QWidget* parent = nullptr);
};

} // namespace belanjain::ui
