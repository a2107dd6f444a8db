// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "domain/violation.h"
#include "ports/inventory.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace belanjain::ports
{

enum class Connection : quint8 {
    SignedOut,
    WorkingOffline, ///< because the person chose to
    Unreachable,    ///< the marketplace does not answer; tried again by itself
    Connecting,
    FirstSync,      ///< fetching everything; progress says how far
    Syncing,
    Connected,
    SignInNeeded,   ///< the session ended on the server; edits wait
};

struct SyncStatus
{
    Connection connection = Connection::SignedOut;
    int waiting = 0;   ///< edits not yet acknowledged
    int attention = 0; ///< rejected edits that want a decision
    std::optional<Instant> lastSync;
    qint64 progressDone = 0; ///< rows, during FirstSync
    qint64 progressTotal = 0; ///< 0 when unknown
    QString problem; ///< machine-readable code of the last failure, empty when none
    QString marketplace; ///< address, for people
    bool onThisComputer = false; ///< the marketplace runs inside this program

    bool operator==(const SyncStatus&) const = default;
};

/// An edit the marketplace refused, kept until somebody decides.
struct Rejection
{
    qint64 number = 0; ///< local, names it in retry() and drop()
    QString op;        ///< "stock.adjust", …
    QString code;      ///< "would_be_negative", "stale_price", "sku_taken", …
    QString detail;    ///< the marketplace's sentence
    QJsonObject args;
    QJsonObject current; ///< the row as the marketplace had it
    std::optional<VariantId> variant;
    std::optional<ProductId> product;
    std::optional<OrderId> order;
    std::optional<ReviewId> review;
    EditField field = EditField::Stock;
    QString title; ///< product and options, order number and customer, …: for lists
    Instant editedAt;
    Instant refusedAt;
};

/// The person's side of the sync engine. Lives on the GUI thread; answers by signal.
class SyncControl : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual SyncStatus status() const = 0;
    virtual void syncNow() = 0;
    virtual void setWorkOffline(bool offline) = 0;

    /// Reads the undecided rejections, of one variant or of all; answered by rejectionsRead().
    virtual void readRejections(std::optional<VariantId> variant) = 0;
    /// Sends the edit again against today's row, with other arguments if given.
    virtual void retry(qint64 rejection, const std::optional<QJsonObject>& args) = 0;
    /// Gives the edit up; it stays in the history.
    virtual void drop(qint64 rejection) = 0;

Q_SIGNALS:
    void statusChanged(const belanjain::ports::SyncStatus& status);
    void rejectionsRead(const QList<belanjain::ports::Rejection>& rejections);
    /// The set of undecided rejections changed.
    void rejectionsChanged();
    /// What retry() would have queued breaks a rule against today's row; the rejection stays undecided.
    void retryRefused(qint64 rejection, const belanjain::Violation& why);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::SyncStatus)
Q_DECLARE_METATYPE(belanjain::ports::Rejection)
