// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region_book.h"
#include "ports/store_counter.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace belanjain::ui {

class AddressForm;
class Button;
class ChoiceLine;
class CounterCart;
class FormField;
class PasswordField;
class Theme;

/// From a cart to an order: who buys, where it goes, how it is shipped and paid, and the marketplace's word. The
/// customer's session lasts as long as this view is open.
class OrderView : public QWidget
{
    Q_OBJECT

public:
    OrderView(const Theme& theme, ports::StoreCounter& counter, CounterCart& cart, const RegionBook& regions,
              QWidget* parent = nullptr);

    void begin();
    /// Forgets what was typed, and the customer.
    void end();
    /// A step that should not be broken off is under way.
    bool isBusy() const;
    ports::CounterPhase phase() const { return m_state.phase; }

Q_SIGNALS:
    /// Back to the shelf; the cart stays.
    void backRequested();
    /// The marketplace has said yes.
    void ordered();
    /// The order is made, or given over: back to the start with an empty cart.
    void finished();
    void shortLines(const QList<belanjain::ports::ShortLine>& lines);
    /// Of the service that is chosen, or of what was ordered; nullopt while it is not known.
    void shippingChanged(const std::optional<belanjain::Money>& cost);
    /// What is shown here may be old.
    void syncRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeAccount();
    QWidget* makeDelivery();
    QWidget* makeFoot();
    QWidget* makeWait();
    QWidget* makeDone();
    void setNew(bool isNew);
    void submitAccount();
    void takeState(const ports::CounterState& state);
    void askQuotes();
    void showQuotes();
    void tellSums();
    void place();
    void back();
    void showDone();
    /// The total, and how it is paid.
    QString paidText() const;
    QString problemText(const ports::ShopProblem& problem) const;
    void retranslate();

    const Theme& m_theme;
    ports::StoreCounter& m_counter;
    CounterCart& m_cart;
    ports::CounterState m_state;
    bool m_isNew = false;
    quint64 m_quoteTicket = 0;
    QString m_askedPostcode;
    QList<ports::ShippingQuote> m_quotes;
    ports::ShopProblem m_quoteProblem;
    bool m_asking = false;
    QString m_service;
    QString m_payment;
    Button* m_back;
    QLabel* m_title;
    QStackedWidget* m_stack;
    // Who.
    Button* m_known;
    Button* m_new;
    QLineEdit* m_name;
    QLineEdit* m_email;
    PasswordField* m_password;
    QLineEdit* m_otp;
    FormField* m_nameField;
    FormField* m_emailField;
    FormField* m_passwordField;
    FormField* m_otpField;
    QLabel* m_accountProblem;
    Button* m_accountGo;
    QLabel* m_accountNote;
    // Where, and how.
    AddressForm* m_address;
    QLabel* m_shippingTitle;
    QLabel* m_shippingHint;
    QVBoxLayout* m_services;
    QLabel* m_paymentTitle;
    QList<ChoiceLine*> m_payments;
    QLabel* m_orderProblem;
    Button* m_order;
    QLabel* m_orderNote;
    // On its way, and made.
    QLabel* m_waitTitle;
    QLabel* m_waitText;
    Button* m_askAgain;
    Button* m_giveUp;
    QLabel* m_doneTitle;
    QLabel* m_doneText;
    QVBoxLayout* m_doneRows;
    Button* m_finish;
};

} // namespace belanjain::ui
