// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace belanjain::protocol::op
{

/// {expected, options, variants: [{id, options, price?, stock?, sku?, barcode?, weightGrams?}]}: other options for a
/// product that is there, and its variants by them. `expected` are the options that it was made on.
inline constexpr char16_t productVariants[] = u"product.variants";

} // namespace belanjain::protocol::op
