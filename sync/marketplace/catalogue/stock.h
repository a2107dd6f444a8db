// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/stock.h"
#include "marketplace/syncing/space.h"
#include "ports/id_factory.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace belanjain::marketplace
{

/// What is written beside a move of stock.
struct MoveNote
{
    QString reason;
    QString by;          ///< who, as a name for people; empty for the marketplace itself
    QString orderNumber; ///< of reserved, released and shipped
};

struct StockMove
{
    Instant at;
    qint32 delta = 0;         ///< change of on hand
    qint32 reservedDelta = 0; ///< change of reserved
    MoveKind kind = MoveKind::Adjusted;
    MoveNote note;
    qint32 onHandAfter = 0;

    QJsonObject toJson() const; ///< as in the contract's ledger
};

/// The outer error is the database's, the inner one a rule's: then nothing was written.
using StockResult = storage::Result<Checked<StockLevel>>;

/// Moves stock inside the caller's transaction: writes the move, its sums on the variant and the
/// product's available, and names the variant to the SpaceWriter. Each gives the level afterwards;
/// Rule::NotFound when there is no such variant. Whose the variant is, and whether its product is
/// archived, is for the caller to look at.
class StockLedger
{
public:
    StockLedger(storage::Database& database, SpaceWriter& writer, ports::IdFactory& ids, Instant now)
        : m_database(database), m_writer(writer), m_ids(ids), m_now(now)
    {
    }

    /// WouldBeNegative when on hand would be; below reserved is accepted (StockLevel::shortfall()).
    StockResult adjust(const VariantId& variant, qint64 delta, const MoveNote& note);
    /// StaleCount when on hand is not `expected` any more.
    StockResult count(const VariantId& variant, qint64 counted, qint64 expected, const MoveNote& note);

    /// One conditional update. OutOfStock (args: available) when fewer are. Several variants are
    /// reserved in ascending id, so that two carts cannot wait for each other.
    StockResult reserve(const VariantId& variant, qint64 quantity, const MoveNote& note);
    /// Gives back what was reserved.
    StockResult release(const VariantId& variant, qint64 quantity, const MoveNote& note);
    /// Takes what was reserved off the shelf. WouldBeNegative when a loss has left too few.
    StockResult ship(const VariantId& variant, qint64 quantity, const MoveNote& note);

    /// Notes the pieces a variant was inserted with (on_hand set already); none for none.
    storage::Outcome begin(const VariantId& variant, qint32 pieces, const MoveNote& note);

private:
    storage::Outcome record(const VariantId& variant, StockLevel before, StockLevel after, MoveKind kind,
                            const MoveNote& note);
    storage::Outcome follow(const QString& product, const QString& store, const VariantId& variant,
                            StockLevel before, StockLevel after);
    StockResult move(const VariantId& variant, const MoveNote& note, MoveKind kind,
                     const std::function<Checked<StockLevel>(StockLevel)>& rule);

    storage::Database& m_database;
    SpaceWriter& m_writer;
    ports::IdFactory& m_ids;
    Instant m_now;
};

/// A page of a variant's ledger, newest first, of moves before `beforeId` (empty: from the newest)
/// less the first `skip`.
struct MovePage
{
    QList<StockMove> moves;
    QString nextBefore; ///< empty at the end
};
storage::Result<MovePage> readMoves(storage::Database& database, const VariantId& variant,
                                    const QString& beforeId, int limit, qint64 skip = 0);

/// The moves since on hand was last `expected`, newest first; what a stale count is answered with.
storage::Result<QList<StockMove>> movesSince(storage::Database& database, const VariantId& variant,
                                             qint64 expected);

} // namespace belanjain::marketplace
