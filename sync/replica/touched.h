// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QList>
#include <QMetaType>

namespace belanjain::replica {

/// What a commit changed in the stock table, for whoever shows it.
struct Touched
{
    /// Variants whose shown values changed; empty with structure set when there are too many to name.
    QList<ports::RowNumber> rows;
    bool structure = false; ///< variants were added or removed, or too many changed to name them
    bool text = false; ///< a name, category, SKU or archived flag changed: text orders and filters are old
    bool rejections = false; ///< the set of undecided rejections changed
    bool outbox = false;     ///< ops were queued or left the outbox

    bool any() const { return !rows.isEmpty() || structure || rejections || outbox; }
    void merge(const Touched& other)
    {
        rows += other.rows;
        structure = structure || other.structure;
        text = text || other.text;
        rejections = rejections || other.rejections;
        outbox = outbox || other.outbox;
    }
};

} // namespace belanjain::replica

Q_DECLARE_METATYPE(belanjain::replica::Touched)
