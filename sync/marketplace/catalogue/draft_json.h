// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product_draft.h"
#include "protocol/json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace belanjain::marketplace
{

// Products between the wire, the database's JSON columns and the domain.

QJsonArray toJson(const QList<Option>& options);
QJsonArray toJson(const QList<Specification>& specifications);
QJsonObject toJson(const QList<OptionValue>& options);
QList<Option> readOptions(protocol::ObjectReader& reader, QStringView key);
QList<Specification> readSpecifications(protocol::ObjectReader& reader, QStringView key);
QList<OptionValue> readOptionValues(protocol::ObjectReader& reader, QStringView key);
/// One of `variants` in a product's or a grid's JSON.
VariantDraft readVariant(protocol::ObjectReader& reader);

/// An array or object stored in a column; empty when it is not one.
QJsonArray arrayFrom(const QString& column);
QJsonObject objectFrom(const QString& column);
QString toColumn(const QJsonArray& array);
QString toColumn(const QJsonObject& object);

/// A draft with the ids its maker gave the variants: a desktop makes rows before it can ask.
struct IdentifiedDraft
{
    ProductDraft draft;
    /// As many as the draft has variants, or one for a product without options; null ids are made up later.
    QList<VariantId> variantIds;

    /// The body of POST /v1/products and the args of product.create. Beside the contract's fields:
    /// `variantId` (of the single variant) and `id` in each of `variants`.
    static IdentifiedDraft read(protocol::ObjectReader& reader);
};

} // namespace belanjain::marketplace
