// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/store.h"
#include "marketplace/syncing/space.h"

#include <QJsonObject>

#include <optional>

namespace belanjain::marketplace
{

struct Store
{
    StoreId id;
    UserId owner;
    StoreProfile profile;
    qint64 version = 0;
    qint64 ratingSum = 0;   ///< over the reviews of its products
    qint64 reviewCount = 0;
    qint64 productCount = 0; ///< active ones

    QJsonObject toJson() const;
    /// What toJson() shows besides the row itself, for its tag.
    QByteArray aside() const;
};

storage::Result<std::optional<Store>> findStore(storage::Database& db, const StoreId& id);

/// A new store with a space of its own, in which it is the first row.
storage::Outcome insertStore(storage::Database& db, SpaceWriter& writer, ports::IdFactory& ids, const Store& store,
                             Instant now);

} // namespace belanjain::marketplace
