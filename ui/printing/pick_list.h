// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/documents.h"

namespace belanjain::ui {

/// One thing to fetch from the shelf for some orders.
struct Pick
{
    QString sku;
    QString name; ///< with its options
    qint64 pieces = 0;
    struct For
    {
        QString number;
        qint64 pieces = 0;
    };
    QList<For> orders; ///< in the order in which the orders were given
};

/// What these orders need, the same variant together, in the order of the shelves: by SKU as people count
/// (A-2 before A-10), what has none at the end by name.
QList<Pick> picksOf(const QList<ports::OrderDetail>& orders);

QList<PrintPage> layOutPickList(const PrintRequest& request);

} // namespace belanjain::ui
