// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/move_orders.h"

#include <QDialog>

class QComboBox;
class QTableWidget;

namespace belanjain::ui {

class Button;
class FormField;
class Theme;

/// Hands orders to a courier: one courier for all, and a tracking number for each, typed or pasted as a block
/// (one per line, or "order number, tracking number").
class ShipDialog : public QDialog
{
    Q_OBJECT

public:
    ShipDialog(const Theme& theme, const QList<ports::OrderRow>& orders, const QString& lastCourier,
               QWidget* parent = nullptr);

    QString courier() const;

Q_SIGNALS:
    void confirmed(const QList<belanjain::ui::OrderMove>& moves);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void submit();
    void pasteBlock(const QString& text);
    void retranslate();

    QList<ports::OrderRow> m_orders;
    QComboBox* m_courier;
    FormField* m_courierField;
    QTableWidget* m_numbers;
    Button* m_cancel;
    Button* m_ship;
};

/// What a pasted block says for each of these order numbers: by number where a line names one, else line by
/// line in their order.
QStringList trackingNumbersFrom(const QString& block, const QStringList& orderNumbers);

} // namespace belanjain::ui
