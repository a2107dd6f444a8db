// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/shop.h"

#include "ports/checkout.h"
#include "ports/purchases.h"
#include "ports/shop_cart.h"
#include "ports/shop_reader.h"
#include "ports/store_counter.h"
#include "ports/store_lock.h"

#include <algorithm>

namespace belanjain::ports
{

const ShopVariant* ShopProduct::variant(const VariantId& id) const
{
    const auto at = std::find_if(variants.cbegin(), variants.cend(), [&](const auto& one) { return one.id == id; });
    return at == variants.cend() ? nullptr : &*at;
}

const ShopCartLine* ShopCartState::line(const VariantId& variant) const
{
    for (const ShopCartStore& store : stores) {
        for (const ShopCartLine& each : store.lines) {
            if (each.variant == variant)
                return &each;
        }
    }
    return nullptr;
}

} // namespace belanjain::ports
