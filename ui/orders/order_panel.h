// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class Chip;
class OrderLinesCard;
class OrderStepsBar;
class Theme;
class ThumbnailSource;

/// One order beside the list: how far it is, what was ordered, where it goes, and what can be done with it now.
class OrderPanel : public QWidget
{
    Q_OBJECT

public:
    OrderPanel(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent = nullptr);

    void show(const ports::OrderDetail& order, const QTimeZone& zone);
    /// Offers to print; not before.
    void setCanPrint(bool on);
    /// Nothing is current.
    void clear();
    const std::optional<ports::OrderDetail>& order() const { return m_order; }
    QString typedTrackingNumber() const;

Q_SIGNALS:
    void moveAsked(belanjain::OrderStatus to);
    void printAsked(belanjain::ports::PrintedDocument document);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeCards(const Theme& theme);
    void layOut(const Theme& theme);
    void retranslate();
    void showShipping();
    void showActions();
    void showPrints();

    const Theme& m_theme;
    std::optional<ports::OrderDetail> m_order;
    QTimeZone m_zone{"Asia/Jakarta"};
    QWidget* m_content;
    class QScrollArea* m_scroll;
    QLabel* m_title;
    Chip* m_status;
    QLabel* m_subtitle;
    OrderStepsBar* m_steps;
    OrderLinesCard* m_lines;
    QLabel* m_addressTitle;
    QLabel* m_recipient;
    QLabel* m_address;
    QLabel* m_shippingTitle;
    QLabel* m_courier;
    QLabel* m_shipping;
    QLineEdit* m_tracking;
    QLabel* m_reason;
    Button* m_next;
    Button* m_cancel;
    Button* m_label;
    Button* m_print; ///< opens the other documents
    QLabel* m_prints;
    bool m_canPrint = false;
};

} // namespace belanjain::ui
