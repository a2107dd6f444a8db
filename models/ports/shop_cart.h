// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QObject>

namespace belanjain::ports
{

/// Why a line cannot be bought as it stands, gravest first.
enum class CartTrouble : quint8 {
    None,
    NotForSale,   ///< taken from sale, or the account's cart refuses it
    SoldOut,      ///< none left
    TooFew,       ///< fewer left than wanted
    PriceChanged, ///< can be bought, for another price than the buyer has seen
};

struct ShopCartLine
{
    VariantId variant;
    ProductId product;
    StoreId store;
    QString storeName;
    QString name;
    QString optionsLabel; ///< "Hitam, L"
    QString category;
    QString imageHash;
    Money unitPrice;  ///< as last heard
    Money seenPrice;  ///< that the buyer has seen
    qint64 quantity = 0;
    std::optional<qint64> available; ///< nullopt: not heard yet
    qint32 weightGrams = 0;
    CartTrouble trouble = CartTrouble::None;
    bool waiting = false; ///< a change has not reached the account's cart

    Money total() const { return {unitPrice.rupiah * quantity}; }
    /// Can become part of an order.
    bool buyable() const { return trouble == CartTrouble::None || trouble == CartTrouble::PriceChanged; }
    bool operator==(const ShopCartLine&) const = default;
};

struct ShopCartStore
{
    StoreId store;
    QString name;
    QList<ShopCartLine> lines;
    Money goods;      ///< of the buyable lines
    qint64 grams = 0; ///< of the buyable lines
    int buyable = 0;  ///< lines

    bool operator==(const ShopCartStore&) const = default;
};

struct ShopCartState
{
    QList<ShopCartStore> stores; ///< in the order in which they were first used
    Money goods;
    qint64 pieces = 0; ///< of all lines
    int lines = 0;
    bool live = false; ///< prices and stock are the marketplace's of now
    bool locked = false; ///< a checkout is under way, nothing can be changed

    const ShopCartLine* line(const VariantId& variant) const;
    bool operator==(const ShopCartState&) const = default;
};

/// The buyer's cart. It is kept on this computer and works offline; changes reach the account's cart when
/// the marketplace answers, where both sides' changes of one line add up. May be called from any thread.
class ShopCart : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Tells the state by changed().
    virtual void read() = 0;
    /// Asks for today's prices and stock.
    virtual void refresh() = 0;
    /// Adds to what is there. Ignored beyond 200 lines or 99,999 pieces: refused() says so.
    virtual void add(const ShopProduct& product, const VariantId& variant, qint64 quantity) = 0;
    virtual void setQuantity(const VariantId& variant, qint64 quantity) = 0;
    virtual void remove(const VariantId& variant) = 0;
    /// Undoes a removal.
    virtual void putBack(const ShopCartLine& line) = 0;
    /// The buyer has seen the new price.
    virtual void acceptPrice(const VariantId& variant) = 0;

Q_SIGNALS:
    void changed(const belanjain::ports::ShopCartState& state);
    void refused(const belanjain::VariantId& variant, const belanjain::ports::ShopProblem& problem);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::ShopCartState)
