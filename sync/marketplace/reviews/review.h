// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

/// What a buyer thinks of a product, and what its seller says to that. Public.
struct Review
{
    ReviewId id;
    StoreId store;
    ProductId product;
    QString customerName; ///< as it was when the review was written
    qint32 rating = 0;    ///< 1 to 5
    QString comment;
    QString reply; ///< empty, and null on the wire, when there is none
    std::optional<Instant> repliedAt;
    Instant createdAt;
    qint64 version = 0;

    /// The contract's Review: what a `reviews` row of a space holds, with id and version.
    QJsonObject toJson() const;
};

/// The columns of reviews r that reviewFrom() reads.
QString reviewColumns();
Review reviewFrom(const storage::Row& row);

/// For a call that goes on to change it, `locked`: nobody else does meanwhile.
storage::Result<std::optional<Review>> findReview(storage::Database& db, const ReviewId& id, bool locked = false);

} // namespace belanjain::marketplace
