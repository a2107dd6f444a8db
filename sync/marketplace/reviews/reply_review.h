// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/catalogue/write_context.h"

namespace belanjain::marketplace
{

/// The seller's answer to a review of their store's, in place of the one before; an empty one takes it away.
/// The later writer wins, and the outcome says which answer of somebody else's was overwritten. The same
/// answer again changes nothing. NotFound for another store's review, TooLong.
Ruled<EditOutcome> replyToReview(const WriteContext& context, const ReviewId& id, const QString& reply,
                                 const EditBase& base);

} // namespace belanjain::marketplace
