// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "protocol/rows.h"
#include "replica/draft_args.h"

#include <QList>

#include <optional>

namespace belanjain::replica {

/// A variant's row after the ops that wait for it, in order: what will be shown. Deltas are summed first
/// and only the shown result is kept from going below 0, so that -5 then +3 over 4 shows 2, not 3. An
/// op that does not concern this variant changes nothing.
protocol::VariantRow replayed(protocol::VariantRow base, const QList<protocol::Op>& ops, const VariantId& id);

/// A product's row after the ops that wait for it; without a base only a product.create gives one.
std::optional<protocol::ProductRow> replayed(std::optional<protocol::ProductRow> base,
                                             const QList<protocol::Op>& ops);

/// An order after the steps that wait for it, each stamped with when it was asked for; a step that the state
/// machine does not allow a seller changes nothing.
protocol::OrderRow replayed(protocol::OrderRow base, const QList<protocol::Op>& ops);
protocol::ReviewRow replayed(protocol::ReviewRow base, const QList<protocol::Op>& ops);
protocol::StoreRow replayed(protocol::StoreRow base, const QList<protocol::Op>& ops);

/// The variants that a product.create or product.variants will make; none for other ops.
QList<CreatedVariant> createdVariants(const protocol::Op& op);

} // namespace belanjain::replica
