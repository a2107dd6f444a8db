// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"
#include "ports/shop.h"

#include <QHash>
#include <QObject>

namespace belanjain::ports
{

/// An entry of the address book, which is kept on this computer.
struct SavedAddress
{
    qint64 number = 0; ///< 0: not kept yet
    OrderAddress address;

    bool operator==(const SavedAddress&) const = default;
};

struct CheckoutRequest
{
    OrderAddress address;
    QList<VariantId> variants; ///< the lines of the cart to buy
    QHash<StoreId, QString> services;
    QString paymentMethod; ///< "COD", "BANK_TRANSFER", "EWALLET", "CARD"
    Money expectedTotal;   ///< what the buyer saw, shipping included

    bool operator==(const CheckoutRequest&) const = default;
};

enum class CheckoutPhase : quint8 {
    Idle,
    Sending,
    Unanswered, ///< it may have been made: asked again under the same key until there is an answer
    Done,
    Refused,    ///< nothing was made
};

/// A line that kept a checkout from being made.
struct ShortLine
{
    VariantId variant;
    qint64 available = 0;

    bool operator==(const ShortLine&) const = default;
};

struct PlacedOrder
{
    OrderId id;
    QString number;
    QString storeName;
    Money total;

    bool operator==(const PlacedOrder&) const = default;
};

struct CheckoutState
{
    CheckoutPhase phase = CheckoutPhase::Idle;
    QList<PlacedOrder> orders; ///< when Done
    Money total;               ///< when Done
    ShopProblem problem;       ///< when Refused; when Unanswered why it is
    QList<ShortLine> shortLines;

    bool operator==(const CheckoutState&) const = default;
};

/// Turns the cart into orders, once: the request and its Idempotency-Key are on disk before anything is
/// sent, and are asked again, over restarts too, until the marketplace has answered. May be called from any
/// thread.
class Checkout : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Tells the state by changed() and the address book by addressesRead().
    virtual void read() = 0;
    /// Ignored while another one is under way.
    virtual void place(const CheckoutRequest& request) = 0;
    virtual void askAgain() = 0;
    /// The buyer has read the outcome: back to Idle.
    virtual void acknowledge() = 0;

    /// A number of 0 adds it. The address becomes the one used last.
    virtual void saveAddress(const SavedAddress& address) = 0;
    virtual void removeAddress(qint64 number) = 0;

Q_SIGNALS:
    void changed(const belanjain::ports::CheckoutState& state);
    /// The one used last comes first.
    void addressesRead(const QList<belanjain::ports::SavedAddress>& addresses);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::CheckoutState)
Q_DECLARE_METATYPE(belanjain::ports::SavedAddress)
