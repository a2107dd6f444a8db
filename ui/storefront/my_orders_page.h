// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefront/purchases_model.h"
#include "storefront/shop_services.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QListView;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class Chip;
class CountTabs;
class EmptyState;
class OfflineStrip;
class OrderLinesCard;
class OrderStepsBar;
class ReviewDialog;
class SearchField;
class Theme;
class Toast;

/// The buyer's orders: how far each has come, and the buyer's own steps: cancel, confirm receipt, review.
class MyOrdersPage : public QWidget
{
    Q_OBJECT

public:
    MyOrdersPage(const Theme& theme, const ShopServices& services, QWidget* parent = nullptr);
    ~MyOrdersPage() override;

    void start();
    PurchasesModel& model() { return m_model; }

Q_SIGNALS:
    void productRequested(const belanjain::ProductId& product);
    void storeRequested(const belanjain::StoreId& store);
    void shoppingRequested();
    void openCounted(int count);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makePanel();
    void connectParts();
    void choose(const OrderId& order);
    void chosen(const QModelIndex& index);
    void tell();
    void tellPanel();
    void tellLines(const ports::Purchase& purchase);
    void tellButtons(const ports::Purchase& purchase);
    void cancel();
    void confirm();
    void review(const ProductId& product, const QString& name);
    void refused(const ports::ShopProblem& problem);
    void retranslate();
    bool offline() const;

    const Theme& m_theme;
    ShopServices m_services;
    PurchasesModel m_model;
    OrderId m_current;
    QPointer<ReviewDialog> m_review;
    bool m_busy = false;
    QLabel* m_title;
    SearchField* m_search;
    OfflineStrip* m_strip;
    CountTabs* m_tabs;
    QStackedWidget* m_stack;
    QListView* m_list;
    EmptyState* m_empty;
    QWidget* m_panel;
    QWidget* m_content;
    QLabel* m_number;
    Chip* m_status;
    QLabel* m_placed;
    OrderStepsBar* m_steps;
    OrderLinesCard* m_lines;
    QVBoxLayout* m_reviews;
    QLabel* m_reviewsTitle;
    QLabel* m_addressTitle;
    QLabel* m_address;
    QLabel* m_shippingTitle;
    QLabel* m_shipping;
    QLabel* m_reason;
    Button* m_confirm;
    Button* m_cancel;
    Button* m_store;
    QLabel* m_hint;
    Toast* m_toast;
};

} // namespace belanjain::ui
