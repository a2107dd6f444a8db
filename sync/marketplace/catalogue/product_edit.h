// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product.h"
#include "marketplace/catalogue/write_context.h"
#include "protocol/json.h"

namespace belanjain::marketplace
{

/// The fields of a product that somebody changed. Those that are not given stay as they are.
struct ProductEdit
{
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString> category;
    std::optional<QList<Specification>> specifications;

    static ProductEdit read(protocol::ObjectReader& reader);
    bool isEmpty() const { return !name && !description && !category && !specifications; }
};

/// Merges field by field: a field that nobody else changed since the base takes the edit's value; one
/// that somebody else changed takes it too, being the later to arrive, and the outcome says what was
/// overwritten. Edits of one device do not collide with each other. NotFound for another store's product.
Ruled<EditOutcome> updateProduct(const WriteContext& context, const ProductId& id, const ProductEdit& edit,
                                 const EditBase& base);

} // namespace belanjain::marketplace
