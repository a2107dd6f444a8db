// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/plan.h"
#include "protocol/messages.h"

#include <QJsonObject>

#include <optional>
#include <variant>

namespace belanjain::replica {

// What an import plans and has done, as it lies in import_items.

using ImportPlan = std::variant<imports::PlannedProduct, imports::PlannedChange>;

QJsonObject toJson(const ImportPlan& plan);
/// nullopt for what was not written here.
std::optional<ImportPlan> importPlanFrom(const QJsonObject& json);
QString labelOf(const ImportPlan& plan);

/// What one item has done, with what it takes to undo it.
struct ImportEffect
{
    struct MadeVariant
    {
        VariantId variant;
        Money price;
        qint32 onHand = 0;
    };

    std::optional<ProductId> made; ///< the product it made
    QString name;
    QList<MadeVariant> variants;

    std::optional<VariantId> changed; ///< the variant whose price or stock it changed
    std::optional<ProductId> restored;
    std::optional<Money> oldPrice;
    std::optional<Money> newPrice;
    qint32 stockDelta = 0;

    QList<OpId> ops;

    QJsonObject toJson() const;
    static ImportEffect from(const QJsonObject& json);
};

} // namespace belanjain::replica
