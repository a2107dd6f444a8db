// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"
#include "ports/commands.h"
#include "protocol/messages.h"
#include "replica/effective.h"

#include <optional>

namespace belanjain::replica {

/// Turns what a seller means into an op, by the rules of the shop and against the rows as they are shown.
class Submission
{
public:
    /// `now` is when a picture that waits was given.
    Submission(Work& work, Instant now)
        : m_work(work)
        , m_now(now)
        , m_products(work)
        , m_variants(work)
    {}

    /// The op without id, seq and time; nullopt when the command changes nothing. Makes a SKU when one is
    /// wanted.
    Checked<std::optional<protocol::Op>> prepare(const ports::Command& command);
    /// The command that an op once was, with these arguments; nullopt for ops no command makes.
    std::optional<ports::Command> commandOf(const QString& opName, const QString& entityId,
                                            const QJsonObject& args);

private:
    using Prepared = Checked<std::optional<protocol::Op>>;
    Prepared prepare(const ports::AdjustStock& command);
    Prepared prepare(const ports::CountStock& command);
    Prepared prepare(const ports::SetPrice& command);
    Prepared prepare(const ports::SetSku& command);
    Prepared prepare(const ports::SetBarcode& command);
    Prepared prepare(const ports::SetThreshold& command);
    Prepared prepare(const ports::SetWeight& command);
    Prepared prepare(const ports::SetProductArchived& command);
    Prepared prepare(const ports::UpdateProduct& command);
    Prepared prepare(const ports::MoveOrder& command);
    Prepared prepare(const ports::ReplyToReview& command);
    Prepared prepare(const ports::UpdateStore& command);
    Prepared prepare(const ports::CreateProduct& command);

    Prepared prepare(const ports::AddProduct& command);
    Prepared prepare(const ports::SetVariants& command);
    Prepared prepare(const ports::AttachPicture& command);
    Prepared prepare(const ports::RemovePicture& command);
    Prepared prepare(const ports::OrderPictures& command);

    static std::optional<ports::Command> pictureCommandOf(const QString& opName, const ProductId& product,
                                                          const QJsonObject& args);
    /// commandOf() for ops on whole products, orders, reviews and stores.
    static std::optional<ports::Command> recordCommandOf(const QString& opName, const QString& entityId,
                                                         const QJsonObject& args);
    /// The product's name with the label of the variant that has the SKU; empty when it is free.
    QString whoHas(const QString& key, const VariantId& except);
    Checked<QString> freeSku(const QString& sku, const VariantId& variant);

    Work& m_work;
    Instant m_now;
    ProductTable m_products;
    VariantTable m_variants;
};

/// The product whose pictures a command changes, with or without an op.
std::optional<ProductId> picturesOf(const ports::Command& command);

} // namespace belanjain::replica
