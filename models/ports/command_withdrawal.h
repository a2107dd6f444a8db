// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

namespace belanjain::ports
{

/// What became of a wish to take a batch back.
struct Withdrawal
{
    int withdrawn = 0; ///< edits that are as if they had never been made
    int tooLate = 0;   ///< edits that have been sent, or may have been
    int followed = 0;  ///< edits of rows that were edited again since
    QString storageProblem; ///< the disk failed: nothing was taken back

    bool operator==(const Withdrawal&) const = default;
};

/// Takes edits back while they wait on this computer. An edit that a push under way may be carrying is not taken
/// back, since nobody could say whether the marketplace has it. Lives on the GUI thread; answers by signal.
class CommandWithdrawal : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The batch that CommandSink::submit() gave this ticket for, in this run of the program; answered by
    /// withdrawn(). What of it can be taken back is, in one transaction.
    virtual void withdraw(quint64 ticket) = 0;

Q_SIGNALS:
    void withdrawn(quint64 ticket, const belanjain::ports::Withdrawal& outcome);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::Withdrawal)
