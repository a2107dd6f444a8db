// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/session.h"

#include <QObject>

namespace belanjain::ports
{

/// What keeps customers in store mode: a PIN, of which only a salted hash is kept, or the owner's password. Wrong
/// PINs are answered ever more slowly, over restarts too (domain/pin.h). Lives on the GUI thread and blocks nothing.
class StoreLock : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by pinKnown().
    virtual void look() = 0;
    /// Answered by pinSet(); a text that is no PIN is not.
    virtual void setPin(const QString& pin) = 0;
    /// Answered by opened() or refused().
    virtual void open(const QString& pin) = 0;
    /// Asks the marketplace; answered by opened() or ownerRefused(). Forgets the PIN, so that a new one is chosen.
    virtual void openAsOwner(const QString& password, const QString& otp) = 0;
    /// Until a PIN is looked at again, in milliseconds; 0: now.
    virtual qint64 waitMs() const = 0;

Q_SIGNALS:
    void pinKnown(bool known);
    /// false: it could be kept nowhere.
    void pinSet(bool stored);
    void opened();
    void refused();
    void ownerRefused(const belanjain::ports::SessionProblem& problem);
};

} // namespace belanjain::ports
