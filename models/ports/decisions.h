// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/violation.h"
#include "ports/sync_control.h"

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QObject>

#include <optional>

namespace belanjain::ports
{

/// A refused edit with all that helps to decide on it.
struct OpenDecision
{
    Rejection rejection;
    QString sku; ///< of a variant
    QString category;
    QString imageHash;
    // Of a variant, as shown now.
    std::optional<qint32> onHand;
    qint32 reserved = 0;

    /// The same thing sold between the edit and its refusal.
    struct Sold
    {
        Instant at;
        QString order; ///< its number
        qint32 pieces = 0;
        Money price; ///< of one

        bool operator==(const Sold&) const = default;
    };
    QList<Sold> sold; ///< in order, at most five
};

/// A decision that was made lately.
struct MadeDecision
{
    Rejection rejection; ///< as it was
    bool mine = false;   ///< made again; otherwise given up
    Instant at;
    bool undoable = false; ///< given up, or made again and not sent yet
};

/// What to do about one refused edit.
struct Decision
{
    qint64 number = 0; ///< Rejection::number
    bool mine = false; ///< make it again over what is there now; otherwise give it up
    std::optional<QJsonObject> args = {}; ///< of another edit in its place
};

/// Refused edits and what people decide about them. Lives on the GUI thread, answers by signal; screens and
/// counts follow by the ways they always do.
class Decisions : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by listed().
    virtual void read() = 0;
    /// In order; answered by decided().
    virtual void decide(const QList<Decision>& decisions) = 0;
    /// Puts a decided edit back to be decided, when that is still possible; answered by undone().
    virtual void undo(qint64 number) = 0;

Q_SIGNALS:
    /// What is to be decided, oldest first, and what was, newest first.
    void listed(const QList<belanjain::ports::OpenDecision>& open, const QList<belanjain::ports::MadeDecision>& made);
    /// An edit that breaks a rule over what is there now stays undecided and comes with the rule.
    void decided(const QList<qint64>& done, const QList<std::pair<qint64, belanjain::Violation>>& refused);
    void undone(qint64 number, bool possible);
    /// The disk failed.
    void failed();
    /// The lists changed.
    void stale();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::OpenDecision)
Q_DECLARE_METATYPE(belanjain::ports::MadeDecision)
