// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/money.h"
#include "domain/stocktake.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <optional>

namespace belanjain::ports
{

/// A variant in a stocktake, counted or not.
struct StocktakeLine
{
    VariantId variant;
    QString productName;
    QString optionsLabel;
    QString sku;
    QString barcode;
    QString category;
    Money price;
    CountedStock count; ///< `counted` is 0 and meaningless while the variant is not counted
    Instant at;         ///< when it was last counted
    bool archived = false;

    bool operator==(const StocktakeLine&) const = default;
};

/// A scanned code that belongs to no variant.
struct UnknownCode
{
    QString code;
    int times = 0;

    bool operator==(const UnknownCode&) const = default;
};

/// The stocktake under way; there is at most one in a store's replica.
struct StocktakeSheet
{
    bool open = false;
    Instant startedAt;
    QString category;           ///< what is to be counted; empty: everything
    int inScope = 0;            ///< active variants of the category
    int countedInScope = 0;     ///< of these
    QList<StocktakeLine> lines; ///< counted so far, the latest first
    QList<UnknownCode> codes;   ///< the latest first
};

/// What a scan came to.
struct ScanAnswer
{
    QString code;
    std::optional<StocktakeLine> line; ///< the variant with its new count
    std::optional<UnknownCode> unknown;
    bool newLine = false; ///< counted for the first time
};

/// Keeps the draft of a stocktake in the replica: each scan is on disk before it is answered, so a draft outlives
/// the program, a crash and a fresh copy of the catalogue. Counts are only written down here; they become stock
/// edits when the caller submits them. Lives on the GUI thread; answers by signal with the ticket of the call.
class Stocktake : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    quint64 newTicket() { return ++m_lastTicket; }

    /// Answered by sheetRead(); every change but a scan or a count ends in it too.
    virtual void read() = 0;
    /// Opens a stocktake; one that is open keeps what it has and changes its scope.
    virtual void begin(const QString& category) = 0;
    /// One more piece of the variant with this barcode, else SKU. Up to five digits that are no code are how many
    /// there are of what was scanned or counted last. Any other code is noted as unknown.
    virtual void scan(quint64 ticket, const QString& code) = 0;
    /// This many pieces, counted now; nullopt: not counted after all. Answered by scanned() or sheetRead().
    virtual void setCount(quint64 ticket, const VariantId& variant, std::optional<qint32> pieces) = 0;
    /// An unknown code that was linked (its scans become the variant's count) or, without a variant, dropped.
    virtual void settleCode(const QString& code, const std::optional<VariantId>& variant) = 0;
    /// Active variants of the scope that are not counted, by name; answered by uncountedRead().
    virtual void readUncounted(quint64 ticket, int offset, int limit) = 0;
    /// To be called right before the counts are submitted: should the program end in between, the draft tells by the
    /// queued edits what has been applied.
    virtual void markApplying() = 0;
    /// These are applied and leave the draft; without any left, and no unknown code, the stocktake is closed.
    virtual void settle(const QList<VariantId>& applied) = 0;
    /// Throws the draft away.
    virtual void discard() = 0;

Q_SIGNALS:
    void sheetRead(const belanjain::ports::StocktakeSheet& sheet);
    void scanned(quint64 ticket, const belanjain::ports::ScanAnswer& answer);
    void uncountedRead(quint64 ticket, const QList<belanjain::ports::StocktakeLine>& lines, int total);
    /// Nothing was kept of the call; the sentence is for a person.
    void failed(const QString& reason);
    /// Stock moved or variants changed: what is expected may be old.
    void stale();

private:
    quint64 m_lastTicket = 0;
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::StocktakeSheet)
Q_DECLARE_METATYPE(belanjain::ports::ScanAnswer)
