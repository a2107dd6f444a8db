// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"

#include <QDialog>

namespace belanjain::ui {

class Theme;

/// The one question before anything is bought: which orders will be made, where they go, how they are paid.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    struct Order
    {
        QString store;
        QString contents; ///< "2 × Wajan; 1 × Panci"
        QString service;
        Money total;
    };
    ConfirmDialog(const Theme& theme, const QList<Order>& orders, const ports::OrderAddress& address, const QString& payment,
                  Money total, QWidget* parent = nullptr);
};

} // namespace belanjain::ui
