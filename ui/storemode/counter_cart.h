// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "ports/store_counter.h"

#include <QObject>

namespace belanjain::ui {

/// What a customer in the store has picked, at today's prices and stock as this computer knows them. Remembers which
/// waiting cart it came from.
class CounterCart : public QObject
{
    Q_OBJECT

public:
    enum class Trouble { None, Gone, TooFew, PriceChanged };
    struct Entry
    {
        ports::CounterLine line;
        qint64 available = 0;
        Trouble trouble = Trouble::None;

        bool buyable() const { return trouble == Trouble::None || trouble == Trouble::PriceChanged; }
        bool operator==(const Entry&) const = default;
    };

    using QObject::QObject;

    const QList<Entry>& entries() const { return m_entries; }
    const Entry* entry(const VariantId& variant) const;
    bool isEmpty() const { return m_entries.isEmpty(); }
    qint64 pieces() const;
    qint64 piecesOf(const ProductId& product) const;
    Money goods() const;
    qint64 grams() const;
    /// Every line can become part of an order.
    bool isOrderable() const;
    QList<ports::CounterLine> lines() const;
    QList<ProductId> products() const;
    qint64 waiting() const { return m_waiting; }

    /// As many as there are at most; false when there are no more.
    bool add(const ports::ProductDetail& product, const VariantId& variant, qint64 quantity);
    void setQuantity(const VariantId& variant, qint64 quantity);
    void remove(const VariantId& variant);
    void clear();
    /// In place of what is here.
    void load(const ports::WaitingCart& cart);
    /// Prices and stock as they are now; a product that is nullopt or archived is gone.
    void refresh(const ProductId& product, const std::optional<ports::ProductDetail>& now);
    /// The marketplace says that there are only so many.
    void cut(const QList<ports::ShortLine>& lines);

Q_SIGNALS:
    void changed();

private:
    Entry* find(const VariantId& variant);
    static void judge(Entry& entry);

    QList<Entry> m_entries;
    qint64 m_waiting = 0;
};

} // namespace belanjain::ui
