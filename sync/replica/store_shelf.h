// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/plan.h"
#include "replica/work.h"

namespace belanjain::replica {

/// What an import's dry run asks of the replica.
class StoreShelf : public imports::Store
{
public:
    explicit StoreShelf(Work& work)
        : m_work(work)
    {}

    std::optional<imports::KnownVariant> bySku(const QString& sku) override;
    QList<imports::KnownVariant> byName(const QString& name) override;

private:
    Work& m_work;
};

} // namespace belanjain::replica
