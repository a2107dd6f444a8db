// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/violation.h"
#include "marketplace/syncing/space.h"
#include "ports/id_factory.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace belanjain::marketplace
{

/// Who writes: a store's seller, at a desktop that syncs or through the API.
struct Actor
{
    StoreId store;
    QString name;   ///< for the stock ledger
    QString device; ///< the desktop's id; empty through the API
};

/// What a write needs, inside the caller's transaction. The caller finishes the SpaceWriter.
struct WriteContext
{
    storage::Database& db;
    SpaceWriter& writer;
    ports::IdFactory& ids;
    Instant now;
    Actor actor;

    QString space() const { return actor.store.toString(); }
};

/// The outer error is the database's, the inner one a rule's. After either, roll back.
template<class T>
using Ruled = storage::Result<tl::expected<T, QList<Violation>>>;

template<class T>
Ruled<T> refuse(const QString& field, Rule rule, const QStringList& args = {})
{
    return tl::expected<T, QList<Violation>>(tl::unexpected(QList<Violation>{{field, rule, args}}));
}

template<class T>
Ruled<T> refuse(const QList<Violation>& violations)
{
    return tl::expected<T, QList<Violation>>(tl::unexpected(violations));
}

/// What an edit was made on. Without a version it counts as made on the row as it is.
struct EditBase
{
    std::optional<qint64> version;

    /// Whether a field's last change (its columns *_after and *_by) was not there yet when the edit was made.
    /// Edits of one device do not collide with each other.
    bool missed(qint64 after, const QString& by, const QString& device) const
    {
        return version && after >= *version && (device.isEmpty() || by != device);
    }
};

/// What became of an edit that was made.
struct EditOutcome
{
    bool changed = false;       ///< anything at all
    QJsonObject overwritten;    ///< fields somebody else changed since the edit's base, with what they had put
    bool archivedSince = false; ///< the product was archived since; the edit is kept, the product stays archived

    bool isMerge() const { return archivedSince || !overwritten.isEmpty(); }
};

} // namespace belanjain::marketplace
