// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/checkout.h"

#include <QFrame>
#include <QList>

class QLabel;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class Card;
class IconLabel;
class LinkButton;
class PaymentRow;
class Theme;

/// Beside the cart: where to, how it is paid, what it comes to, and the button that orders.
class CheckoutPanel : public QFrame
{
    Q_OBJECT

public:
    explicit CheckoutPanel(const Theme& theme, QWidget* parent = nullptr);

    struct Line
    {
        QString name; ///< of the order's store
        Money total;
    };
    struct Sums
    {
        QList<Line> orders;
        Money goods;
        Money shipping;
        bool shippingKnown = true;
    };
    void setAddress(const std::optional<ports::OrderAddress>& address);
    void setSums(const Sums& sums);
    /// Why the button cannot be pressed; empty when it can.
    void setObstacle(const QString& text);
    /// What is going on, or went wrong, above the button. `retry` offers to ask again.
    void setNews(const QString& text, bool trouble, const QString& retry = {});
    /// The button then asks to sign in.
    void setSignInFirst(bool on);
    QString payment() const;

Q_SIGNALS:
    void addressRequested();
    void orderRequested();
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makePayments();
    void retranslate();

    const Theme& m_theme;
    std::optional<ports::OrderAddress> m_address;
    Sums m_sums;
    QString m_obstacle;
    bool m_signInFirst = false;
    QLabel* m_addressTitle;
    LinkButton* m_change;
    QLabel* m_who;
    QLabel* m_where;
    QLabel* m_paymentTitle;
    Card* m_paymentCard;
    struct Payment
    {
        QString method;
        PaymentRow* row;
    };
    QList<Payment> m_payments;
    QLabel* m_sumsTitle;
    QVBoxLayout* m_orderRows;
    QLabel* m_goodsWord;
    QLabel* m_goods;
    QLabel* m_shippingWord;
    QLabel* m_shipping;
    QLabel* m_totalWord;
    QLabel* m_total;
    IconLabel* m_newsIcon;
    QLabel* m_news;
    LinkButton* m_retry;
    Button* m_order;
    QLabel* m_foot;
};

} // namespace belanjain::ui
