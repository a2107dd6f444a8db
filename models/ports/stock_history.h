// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/stock.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <optional>

namespace belanjain::ports
{

/// One line of a variant's stock ledger, as the marketplace wrote it.
struct StockMove
{
    Instant at;
    qint32 delta = 0;         ///< change of what is on hand
    qint32 reservedDelta = 0; ///< change of what is promised to orders
    MoveKind kind = MoveKind::Adjusted;
    QString reason;
    QString by;          ///< name of the person; empty for the marketplace itself
    QString orderNumber; ///< of a sale, a cancellation or a shipment
    qint32 onHandAfter = 0;

    bool operator==(const StockMove&) const = default;
};

/// A stock edit made here that the marketplace has not confirmed.
struct WaitingMove
{
    Instant at;
    std::optional<qint32> counted; ///< of a count; otherwise it is a change by `delta`
    qint32 delta = 0;
    QString reason;
    bool refused = false; ///< the marketplace said no; somebody has to decide

    bool operator==(const WaitingMove&) const = default;
};

struct StockHistoryPage
{
    VariantId variant;
    bool live = false;             ///< the marketplace's word; else what this computer saw last
    std::optional<Instant> seenAt; ///< of what was last seen; nullopt: never
    bool more = false;             ///< a page after others, to be put at their end
    QList<StockMove> moves;        ///< newest first
    QString nextCursor;            ///< empty on the last page, and of what was only remembered
    QList<WaitingMove> waiting;    ///< newest first
};

/// Reads the stock ledger of one variant: what this computer saw of it, then the marketplace's word, with the
/// edits that wait here. Lives on the GUI thread; answers by signal.
class StockHistory : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr int pageSize = 50;

    /// Answered by pageRead() with what is known here, and once more when the marketplace answers; by failed()
    /// when it does not. A newer read() abandons this one.
    virtual void read(quint64 ticket, const VariantId& variant) = 0;
    /// The moves that follow a page's nextCursor.
    virtual void readMore(quint64 ticket, const VariantId& variant, const QString& cursor) = 0;

Q_SIGNALS:
    void pageRead(quint64 ticket, const belanjain::ports::StockHistoryPage& page);
    /// The marketplace did not answer, or may not be asked; `reason` is for logs, empty while offline.
    void failed(quint64 ticket, const QString& reason);
    /// Stock moved, or the marketplace answers again: what is shown may be old.
    void stale();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::StockHistoryPage)
