// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "marketplace/catalogue/write_context.h"
#include "protocol/messages.h"

namespace belanjain::marketplace
{

/// Carries out one op inside the caller's transaction and says what became of it. When it is rejected
/// the caller rolls back what it wrote; `current` was read before. `detail` is in the language given.
/// Of an op that this program does not know: rejected unknown_op.
storage::Result<protocol::OpResult> applyOp(const WriteContext& context, const protocol::Op& op, Language language);

} // namespace belanjain::marketplace
