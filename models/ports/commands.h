// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/money.h"
#include "domain/violation.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>
#include <variant>

namespace belanjain::ports
{

// What a seller means, not what a row becomes: each turns into one op of the sync protocol.

struct AdjustStock
{
    VariantId variant;
    qint32 delta = 0; ///< pieces; what was typed against what was shown
    QString reason;
};

struct CountStock
{
    VariantId variant;
    qint32 counted = 0;
    qint32 expected = 0; ///< on hand as the counter saw it
    QString reason;
};

struct SetPrice
{
    VariantId variant;
    Money price;
};

struct SetSku
{
    VariantId variant;
    QString sku;
};

struct SetBarcode
{
    VariantId variant;
    QString barcode;
};

struct SetThreshold
{
    VariantId variant;
    std::optional<qint32> threshold; ///< nullopt: the store's again
};

struct SetProductArchived
{
    ProductId product;
    bool archived = true;
};

/// A product with one variant; the full editor comes with the product page.
struct CreateProduct
{
    ProductId product;
    VariantId variant;
    QString name;
    QString category;
    QString sku; ///< empty: one is made
    Money price;
    qint32 stock = 0;
};

using Command = std::variant<AdjustStock, CountStock, SetPrice, SetSku, SetBarcode, SetThreshold,
                             SetProductArchived, CreateProduct>;

/// The fate of one command: applied here and queued, or refused by a rule with nothing changed.
struct CommandResult
{
    bool applied = false;
    std::optional<Violation> violation;
    /// The replica could not be written (disk full, file gone): nothing of the batch was kept.
    QString storageProblem;
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::CommandResult)
