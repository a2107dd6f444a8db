// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/catalogue/write_context.h"
#include "protocol/json.h"

namespace belanjain::marketplace
{

/// The fields of a store that its seller changed; the later writer wins.
struct StoreEdit
{
    std::optional<QString> name;
    std::optional<QString> location;
    std::optional<QString> description;
    std::optional<qint32> lowStockThreshold;
    std::optional<QString> timeZone;

    static StoreEdit read(protocol::ObjectReader& reader);
};

/// Changes the actor's store.
Ruled<EditOutcome> updateStore(const WriteContext& context, const StoreEdit& edit);

} // namespace belanjain::marketplace
