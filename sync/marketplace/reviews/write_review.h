// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/reviews/review.h"
#include "marketplace/syncing/space.h"

namespace belanjain::marketplace
{

/// Whether a delivered order of the customer's holds the product.
storage::Result<bool> hasReceived(storage::Database& db, const UserId& customer, const ProductId& product);

/// Stores a new review, adds it to its product's rating and names it to its store's space. False, and
/// nothing is written, when the customer has reviewed the product already. Several at once on one product
/// add up: the sums are raised where they are.
storage::Result<bool> insertReview(storage::Database& db, SpaceWriter& writer, const Review& review,
                                   const UserId& customer);

} // namespace belanjain::marketplace
