// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/commands.h"

#include <QObject>

namespace belanjain::ports
{

/// Takes edits. Each batch becomes effective and durable in one transaction on the replica's thread:
/// the rows as shown and the ops to send, both or neither. A command that breaks a rule is left out
/// and reported; the others of its batch go in.
class CommandSink : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Returns a ticket; done() follows with a result per command, in order, once the edit is on disk.
    virtual quint64 submit(const QList<Command>& batch) = 0;

Q_SIGNALS:
    void done(quint64 ticket, const QList<belanjain::ports::CommandResult>& results);
};

} // namespace belanjain::ports
