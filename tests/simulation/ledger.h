// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace belanjain::simulation
{

/// An edit that a desktop's replica took: from then on it may not be lost.
struct KnownOp
{
    protocol::Op op;
    int desktop = 0;
    QString store;
    bool mayBeLost = false; ///< the only copy of it was replaced by an older one
    bool mayBeForgotten = false; ///< the desktop's history of it was in a damaged file
};

/// A checkout that a buyer asked for under one key, perhaps more than once.
struct Purchase
{
    QString tag; ///< in its address
    int buyer = 0;
    QByteArray key;
    QByteArray body;
    bool acknowledged = false;
    bool mayBeLost = false; ///< acknowledged by a server that was restored from before it
    bool settled = false;   ///< answered for good, one way or the other
};

/// What the world was told is done, kept apart from everything that could forget it.
struct Ledger
{
    QHash<OpId, KnownOp> ops;
    QList<OpId> order; ///< of ops, as they were made
    QList<Purchase> purchases;
    QHash<QString, int> apiTags; ///< stock moves made past the desktops: how many are to be there
    QSet<QString> apiTagsUnsure; ///< sent, but not answered
    QHash<OpId, int> results;    ///< what the server recorded, harvested before it purges: the status
    int restores = 0;
    int tags = 0;
};

} // namespace belanjain::simulation
