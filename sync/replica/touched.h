// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QList>
#include <QMetaType>

namespace belanjain::replica {

/// What a commit changed, for whoever shows it. The first three are of the stock table.
struct Touched
{
    /// Variants whose shown values changed; empty with structure set when there are too many to name.
    QList<ports::RowNumber> rows;
    bool structure = false; ///< variants were added or removed, or too many changed to name them
    bool text = false; ///< a name, category, SKU or archived flag changed: text orders and filters are old
    bool products = false; ///< the same, for names, categories and shelves of whole products: not a cell that was typed in
    bool rejections = false; ///< the set of undecided rejections changed
    bool outbox = false;     ///< ops were queued or left the outbox

    /// Orders whose shown values changed; empty with ordersAdded set when there are too many to name.
    QList<ports::RowNumber> orders;
    bool ordersAdded = false;  ///< orders came or went, or too many changed to name them
    bool orderStatus = false;  ///< a status changed: counts and filters by status are old
    bool reviews = false;      ///< any review
    bool store = false;        ///< the store's own row

    /// After a swap: every row number is another one.
    static Touched everything()
    {
        return {.structure = true,
                .text = true,
                .products = true,
                .rejections = true,
                .outbox = true,
                .orders = {},
                .ordersAdded = true,
                .orderStatus = true,
                .reviews = true,
                .store = true};
    }
    bool any() const
    {
        return !rows.isEmpty() || structure || rejections || outbox || !orders.isEmpty() || ordersAdded || reviews ||
               store;
    }
    void touchOrder(ports::RowNumber row, bool statusChanged)
    {
        constexpr int maxNamed = 2'000;
        orderStatus = orderStatus || statusChanged;
        if (ordersAdded)
            return;
        if (orders.size() < maxNamed) {
            orders.append(row);
            return;
        }
        orders.clear();
        ordersAdded = true;
    }
    void merge(const Touched& other)
    {
        rows += other.rows;
        structure = structure || other.structure;
        text = text || other.text;
        products = products || other.products;
        rejections = rejections || other.rejections;
        outbox = outbox || other.outbox;
        orders += other.orders;
        ordersAdded = ordersAdded || other.ordersAdded;
        orderStatus = orderStatus || other.orderStatus;
        reviews = reviews || other.reviews;
        store = store || other.store;
    }
};

} // namespace belanjain::replica

Q_DECLARE_METATYPE(belanjain::replica::Touched)
