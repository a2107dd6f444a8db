// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/checkout.h"

#include <QObject>

namespace belanjain::ports
{

/// A line of a cart in the store, at the price that this computer knew.
struct CounterLine
{
    VariantId variant;
    ProductId product;
    QString name;
    QString optionsLabel; ///< "Hitam, L"
    QString category;
    QString imageHash;
    Money unitPrice;
    qint64 quantity = 0;
    qint32 weightGrams = 0;

    Money total() const { return {unitPrice.rupiah * quantity}; }
    bool operator==(const CounterLine&) const = default;
};

/// A cart kept on this computer until it is ordered or removed.
struct WaitingCart
{
    qint64 number = 0; ///< what the customer is told; 0: not kept yet
    QString label;     ///< a name, if one was given
    QList<CounterLine> lines;
    Instant keptAt;
    bool unanswered = false; ///< it was sent, and whether it became an order is not known

    bool operator==(const WaitingCart&) const = default;
};

enum class CounterPhase : quint8 {
    SignedOut,
    SigningIn,
    SignedIn,
    Sending,
    Unanswered, ///< it may have been made: asked again under the same key until there is an answer
    Done,       ///< it became an order; the customer is still signed in
};

struct CounterState
{
    CounterPhase phase = CounterPhase::SignedOut;
    QString buyer;           ///< name of who is signed in
    ShopProblem problem;     ///< why the last step was not done
    QString field;           ///< that it concerns: "email", "password", "otp", "name"; empty: none
    QList<ShortLine> shortLines;
    QList<PlacedOrder> orders; ///< when Done
    Money total;               ///< when Done

    bool operator==(const CounterState&) const = default;
};

struct CounterOrder
{
    qint64 waiting = 0; ///< number of the waiting cart that it was; 0: of none
    QList<CounterLine> lines;
    OrderAddress address;
    QString service;
    QString paymentMethod; ///< "COD", "BANK_TRANSFER", "EWALLET", "CARD"
    Money expectedTotal;   ///< what the customer saw, shipping included

    bool operator==(const CounterOrder&) const = default;
};

/// Where a customer in the store orders: with their own account, which is forgotten afterwards and never written
/// to disk. Nothing is promised before the marketplace has said yes. Carts that cannot be ordered now are kept
/// under a number. May be called from any thread.
class StoreCounter : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Tells the state by changed() and the waiting carts by waitingRead().
    virtual void read() = 0;

    /// Answered by kept(); a cart that has a number keeps it.
    virtual void keep(const WaitingCart& cart) = 0;
    virtual void removeWaiting(qint64 number) = 0;

    /// Answered by quotesRead() or quotesFailed().
    virtual void readQuotes(quint64 ticket, const QString& postcode, qint64 grams) = 0;

    virtual void signIn(const QString& email, const QString& password, const QString& otp) = 0;
    virtual void registerBuyer(const QString& name, const QString& email, const QString& password) = 0;
    /// Ignored unless somebody is signed in. A cart that was left unanswered is asked about under its own key,
    /// whatever `order` says.
    virtual void place(const CounterOrder& order) = 0;
    virtual void askAgain() = 0;
    /// Ends the customer's session. What is unanswered by then becomes a waiting cart that says so.
    virtual void forget() = 0;

Q_SIGNALS:
    void changed(const belanjain::ports::CounterState& state);
    void waitingRead(const QList<belanjain::ports::WaitingCart>& carts);
    /// 0: it could not be written.
    void kept(qint64 number);
    void quotesRead(quint64 ticket, const QList<belanjain::ports::ShippingQuote>& quotes);
    void quotesFailed(quint64 ticket, const belanjain::ports::ShopProblem& problem);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::WaitingCart)
Q_DECLARE_METATYPE(belanjain::ports::CounterState)
