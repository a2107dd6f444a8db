// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "protocol/json.h"
#include "protocol/row_sum.h"

#include <QJsonObject>
#include <QList>

#include <optional>

// The sync messages of the contract's "Sync" section, as both ends read and write them.
namespace belanjain::protocol
{

/// The one schema this program speaks.
inline constexpr int syncSchema = 1;
inline constexpr int maxOpsPerPush = 200;
inline constexpr qint64 maxPushBytes = 1 << 20;
inline constexpr int maxRowsPerPull = 2'000;

/// Names of ops. Changed arguments need a new name.
namespace op
{
inline constexpr char16_t productCreate[] = u"product.create";
inline constexpr char16_t productUpdate[] = u"product.update";
inline constexpr char16_t productArchive[] = u"product.archive";
inline constexpr char16_t productRestore[] = u"product.restore";
inline constexpr char16_t variantUpdate[] = u"variant.update";
inline constexpr char16_t stockAdjust[] = u"stock.adjust";
inline constexpr char16_t stockCount[] = u"stock.count";
inline constexpr char16_t orderTransition[] = u"order.transition";
inline constexpr char16_t imageAttach[] = u"image.attach";
inline constexpr char16_t imageRemove[] = u"image.remove"; ///< {imageId}
inline constexpr char16_t imageOrder[] = u"image.order";   ///< {imageIds}: these first, in this order
inline constexpr char16_t storeUpdate[] = u"store.update";
inline constexpr char16_t reviewReply[] = u"review.reply";
} // namespace op

struct Op
{
    OpId id;
    qint64 seq = 0; ///< 1, 2, 3, … per device, without gaps
    QString name;
    QString entityId;
    std::optional<qint64> baseVersion; ///< the row's version when edited; none for a create
    QJsonObject args;
    Instant clientTime; ///< shown to people, decides nothing

    QJsonObject toJson() const;
    static Op read(ObjectReader& reader);
    /// What "the same content" means for seq_mismatch: everything but clientTime, canonically.
    QByteArray fingerprint() const;
};

struct PushRequest
{
    int schema = syncSchema;
    DeviceId device;
    QString epoch;
    QList<Op> ops;

    QJsonObject toJson() const;
    static PushRequest read(ObjectReader& reader);
};

enum class OpStatus { Applied, Merged, Rejected };

struct OpResult
{
    OpId id;
    qint64 seq = 0; ///< not on the wire in a push answer's results when 0
    OpStatus status = OpStatus::Applied;
    QString code;
    QString detail;
    QJsonObject current; ///< the row as it is at the server, empty when there is none

    QJsonObject toJson() const;
    static OpResult read(ObjectReader& reader);
};

struct PushAnswer
{
    qint64 lastSeq = 0;
    QList<OpResult> results;

    QJsonObject toJson() const;
    static PushAnswer read(ObjectReader& reader);
};

struct SyncRow
{
    QString table;
    QString id;
    qint64 version = 0;
    bool deleted = false;
    QJsonObject data;

    QJsonObject toJson() const;
    static SyncRow read(ObjectReader& reader);
};

struct PullAnswer
{
    QString epoch;
    qint64 head = 0;
    QList<SyncRow> rows;
    qint64 lastSeq = 0;        ///< of the device that asked
    QList<OpResult> results;   ///< of its ops that this client may not have seen yet
    qint64 next = 0;           ///< version to give as `after`
    bool complete = false;
    qint64 rowCount = 0;
    RowSum rowSum;

    QJsonObject toJson() const;
    static PullAnswer read(ObjectReader& reader);
};

/// A snapshot is a stream of lines, each one JSON object: first {epoch, head, lastSeq, results,
/// rowCount, rowSum}, then a SyncRow per line with each product directly before its variants, last
/// {"end": true}. A stream without its last line is not a snapshot.
struct SnapshotHead
{
    QString epoch;
    qint64 head = 0;
    qint64 lastSeq = 0;
    QList<OpResult> results;
    qint64 rowCount = 0;
    RowSum rowSum;

    QJsonObject toJson() const;
    static SnapshotHead read(ObjectReader& reader);
};

} // namespace belanjain::protocol
